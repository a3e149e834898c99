package model

import (
	"cmp"
	"context"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// maxFirst is the largest page that a query may ask for.
const maxFirst = 1000

// args are the arguments of a listing, read and checked.
type args struct {
	first   int
	after   store.Key // zero: from the beginning
	listing string    // what cursors belong to
	kinds   []kg.EdgeKind
	roles   []string
	where   *store.Condition
	order   store.Order
	when    store.When

	warnings []Warning // without their paths
}

// listingArgs reads the arguments of the field that is being resolved. A field
// that stands in the query once is resolved for many nodes; its arguments are
// the same for all of them and are read once. far are the kinds that the field
// lists.
func listingArgs(ctx context.Context, far []kg.NodeKind) (*args, error) {
	req, fc := request(ctx), graphql.GetFieldContext(ctx)
	req.mu.Lock()
	read, ok := req.args[fc.Field.Field]
	if !ok {
		read = sync.OnceValues(func() (*args, error) { return readArgs(ctx, fc, far) })
		req.args[fc.Field.Field] = read
	}
	req.mu.Unlock()
	a, err := read()
	if err != nil {
		return nil, err
	}
	for _, w := range a.warnings {
		w.Path = fieldPath(fc.Path())
		req.warn(w)
	}
	return a, nil
}

func readArgs(ctx context.Context, fc *graphql.FieldContext, far []kg.NodeKind) (*args, error) {
	raw := fc.Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	if err := cmp.Or(notEmpty("kinds", raw["kinds"]), notEmpty("roles", raw["roles"])); err != nil {
		return nil, err
	}
	a := &args{kinds: texts[kg.EdgeKind](raw["kinds"])}
	for _, r := range texts[string](raw["roles"]) {
		a.roles = append(a.roles, strings.ToLower(r))
	}
	var err error
	if a.first, err = readFirst(raw["first"]); err != nil {
		return nil, err
	}
	if a.when, err = readWhen(raw); err != nil {
		return nil, err
	}
	a.order = readOrder(raw["orderBy"])
	a.listing = listingName(fc.Field.ObjectDefinition.Name+"."+fc.Field.Name, a.order)
	if after, ok := raw["after"].(string); ok {
		if a.after, err = decodeCursor(a.listing, after); err != nil {
			return nil, err
		}
		if err := a.order.CheckKey(a.after); err != nil {
			return nil, err
		}
	}
	a.where, a.warnings, err = readWhere(ctx, raw["where"], far, a.when)
	return a, err
}

// page is the page that the selection set needs: no items where only the number
// is asked for, no number where it is not, no far ends where they are not.
func (a *args) page(ctx context.Context) store.Page {
	p := store.Page{}
	if a.after != (store.Key{}) {
		p.After = &a.after
	}
	oc, fc := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx)
	for _, f := range graphql.CollectFields(oc, fc.Field.Selections, []string{fc.Field.Definition.Type.Name()}) {
		switch f.Name {
		case "totalCount":
			p.Total = true
		case "pageInfo":
			p.First = a.first
		case "edges":
			p.First = a.first
			for _, below := range graphql.CollectFields(oc, f.Selections, []string{f.Definition.Type.Name(), "EdgeFacts"}) {
				p.Others = p.Others || below.Name == "node"
			}
		}
	}
	return p
}

// notEmpty refuses an empty list, which would silently ask for nothing or for
// everything.
func notEmpty(place string, raw any) error {
	if raw == nil || len(list(raw)) > 0 {
		return nil
	}
	return kg.Errorf(kg.CodeInvalid, "%s is an empty list", place).WithMend("leave it out, or name what may be")
}

func readFirst(raw any) (int, error) {
	n, err := integer(raw)
	if err != nil || n < 0 || n > maxFirst {
		return 0, kg.Errorf(kg.CodeInvalid, "first is %s", shown(raw)).
			WithMend("ask for 0 to %d at a time and go on with after: pageInfo.endCursor", maxFirst)
	}
	return n, nil
}

func readWhen(raw map[string]any) (store.When, error) {
	basis, _ := raw["basis"].(string)
	w := store.When{Stated: strings.EqualFold(basis, "STATED")} // a variable may be of any case
	if raw["asOf"] != nil {
		d, err := readDay("asOf", raw["asOf"])
		if err != nil {
			return w, err
		}
		w.AsOf = &d
	}
	if c, ok := raw["certainty"].(string); ok {
		w.Certainty = kg.Holding(strings.ToUpper(c))
	}
	if w.Certainty != "" && w.AsOf == nil {
		return w, kg.Errorf(kg.CodeInvalid, "certainty is given without asOf").
			WithMend("say for which day (asOf: \"2024-08-31\"), or leave certainty out")
	}
	return w, nil
}

func readDay(place string, raw any) (kg.Day, error) {
	s, ok := raw.(string)
	if !ok {
		return 0, kg.Errorf(kg.CodeInvalid, "%s is not a day", place).WithMend("write it as text, such as \"2024-08-31\"")
	}
	d, err := kg.ParseDay(s)
	return d, at(place, err)
}

func readOrder(raw any) store.Order {
	o, ok := raw.(map[string]any)
	if !ok {
		return store.Order{}
	}
	by, _ := o["by"].(string) // the schema knows no other values
	direction, _ := o["direction"].(string)
	return store.Order{By: store.By(strings.ToLower(by)), Desc: strings.EqualFold(direction, "DESC")}
}
