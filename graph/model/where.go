package model

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"citygraph/graph/relation"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/store"
)

// whereReader turns the input NodeWhere into a store.Condition. Which condition
// may stand where follows from the vocabulary: one that no node there can meet is
// refused, since it would silently leave nothing (or, under none, everything).
type whereReader struct {
	when     store.When
	records  loader.Found    // what the ids in the input name
	replaced map[kg.ID]kg.ID // what they led to
	absences []absence
}

// readWhere reads and checks the input; far are the kinds that it is about.
// No input is no condition.
func readWhere(ctx context.Context, raw any, far []kg.NodeKind, when store.When) (*store.Condition, []Warning, error) {
	in, ok := raw.(map[string]any)
	if !ok {
		return nil, nil, nil
	}
	r := &whereReader{when: when}
	if err := r.resolveIDs(ctx, in); err != nil {
		return nil, nil, err
	}
	c, err := r.condition(in, far, "where", 0)
	return &c, r.warnings(), err
}

// resolveIDs reads all ids of the input at once.
func (r *whereReader) resolveIDs(ctx context.Context, in map[string]any) error {
	places := map[kg.ID]string{}
	ids := collectIDs(in, "where", places)
	found, target, err := resolve(ctx, ids)
	if err != nil {
		return at("where", err)
	}
	for _, id := range ids {
		if found.Records[target[id]] == nil {
			return kg.Errorf(kg.CodeNotFound, "%s: there is no %q", places[id], string(id)).
				WithMend("search(text: …) finds ids by name")
		}
	}
	r.records, r.replaced = found, target
	return nil
}

func collectIDs(in map[string]any, place string, places map[kg.ID]string) []kg.ID {
	var ids []kg.ID
	for _, name := range sorted(in) {
		here := place + "." + name
		if name == "ids" {
			for _, id := range texts[kg.ID](in[name]) {
				ids, places[id] = append(ids, id), here
			}
			continue
		}
		for _, v := range list(in[name]) {
			if below, ok := v.(map[string]any); ok {
				ids = append(ids, collectIDs(below, here, places)...)
			}
		}
	}
	return ids
}

// condition reads one NodeWhere about nodes of these kinds.
func (r *whereReader) condition(in map[string]any, kinds []kg.NodeKind, place string, depth int) (store.Condition, error) {
	var c store.Condition
	c.IDs = mapped(texts[kg.ID](in["ids"]), func(id kg.ID) kg.ID { return r.replaced[id] })
	if c.Kinds = texts[kg.NodeKind](in["kinds"]); len(c.Kinds) > 0 {
		if kinds = intersection(kinds, c.Kinds); len(kinds) == 0 {
			return c, kg.Errorf(kg.CodeInvalid, "%s.kinds: no node here is of these kinds", place).WithMend("leave kinds out, or name kinds that can stand here")
		}
	}
	for _, name := range sorted(in) {
		if in[name] == nil {
			continue
		}
		if err := r.part(&c, name, in[name], kinds, place+"."+name, depth); err != nil {
			return c, err
		}
	}
	return c, nil
}

func (r *whereReader) part(c *store.Condition, name string, raw any, kinds []kg.NodeKind, place string, depth int) (err error) {
	if len(list(raw)) == 0 {
		return kg.Errorf(kg.CodeInvalid, "%s is an empty list", place).WithMend("leave it out, or name what may be")
	}
	switch name {
	case "kinds", "ids": // read before
	case "name":
		c.Name, err = readName(raw, place)
	case "date":
		c.Date, err = readDates(raw, place)
	case "anyOf":
		for _, v := range list(raw) {
			alternative, _ := v.(map[string]any)
			below, err := r.condition(alternative, kinds, place, depth)
			if err != nil {
				return err
			}
			c.AnyOf = append(c.AnyOf, below)
		}
	default:
		for i, spec := range conditions {
			if spec.Name == name {
				return r.attribute(c, conditions[i], raw, kinds, place)
			}
		}
		for _, v := range list(raw) {
			in, _ := v.(map[string]any)
			if err := r.relation(c, name, in, kinds, place, depth+1); err != nil {
				return err
			}
		}
	}
	return err
}

var conditions = relation.Conditions()

var countryForm = regexp.MustCompile(`^[A-Z]{2}$`)

func (r *whereReader) attribute(c *store.Condition, spec relation.Condition, raw any, kinds []kg.NodeKind, place string) error {
	if !slices.Contains(kinds, spec.Kind) {
		return notHere(place, kinds)
	}
	in := store.AttrIn{Name: spec.Attr.Name, Values: texts[string](raw)}
	for i, v := range in.Values {
		switch {
		case spec.Attr.Type == kg.TypeEnum:
			in.Values[i] = strings.ToLower(v)
		case !countryForm.MatchString(v):
			return kg.Errorf(kg.CodeInvalid, "%s: %q is not a country code", place, v).WithMend("write two capitals (ISO 3166-1 alpha-2), such as DE")
		}
	}
	c.Attrs = append(c.Attrs, in)
	if len(c.Kinds) > 0 && !slices.Contains(c.Kinds, spec.Kind) {
		return kg.Errorf(kg.CodeInvalid, "%s contradicts the other conditions beside it: no node is of two kinds", place).
			WithMend("put alternatives into anyOf")
	}
	c.Kinds = []kg.NodeKind{spec.Kind} // another kind may have an attribute of this name
	return nil
}

func notHere(place string, kinds []kg.NodeKind) error {
	names := mapped(kinds, func(k kg.NodeKind) string { spec, _ := k.Spec(); return spec.Name })
	return kg.Errorf(kg.CodeInvalid, "%s: a %s has nothing of this name", place, strings.Join(names, " or ")).
		WithMend("the playground's documentation lists what it has")
}

func readName(raw any, place string) (*store.NameMatch, error) {
	in, _ := raw.(map[string]any)
	m := &store.NameMatch{}
	for name, into := range map[string]*string{"equals": &m.Equals, "startsWith": &m.StartsWith, "contains": &m.Contains} {
		text, ok := in[name].(string)
		if !ok {
			continue
		}
		if kg.Fold(text) == "" {
			return nil, kg.Errorf(kg.CodeInvalid, "%s.%s has no letter and no digit", place, name).WithMend("write a part of a name")
		}
		*into = text
	}
	return m, nil
}

func readDates(raw any, place string) (*store.DateRange, error) {
	in, _ := raw.(map[string]any)
	d := &store.DateRange{}
	for name, into := range map[string]**kg.Day{"from": &d.From, "to": &d.To} {
		if in[name] == nil {
			continue
		}
		day, err := readDay(place+"."+name, in[name])
		if err != nil {
			return nil, err
		}
		*into = &day
	}
	if d.From != nil && d.To != nil && *d.From > *d.To {
		return nil, kg.Errorf(kg.CodeInvalid, "%s runs backwards", place).WithMend("put the earlier day into from")
	}
	return d, nil
}

// relation reads one RelationWhere: every quantifier that it gives must hold.
func (r *whereReader) relation(c *store.Condition, name string, in map[string]any, kinds []kg.NodeKind, place string, depth int) error {
	if depth > store.MaxDepth {
		return kg.Errorf(kg.CodeTooCostly, "%s: conditions on relations nest more than %d deep", place, store.MaxDepth).
			WithMend("ask for the inner part first and put the ids that it gives into ids")
	}
	base, far := store.Relation{Direction: store.Both}, allKinds
	if name != "relations" {
		var fields []relation.Field
		if fields, far = farKinds(name, kinds); len(fields) == 0 {
			return notHere(place, kinds)
		}
		base.Kinds, base.Direction = []kg.EdgeKind{fields[0].Spec.Kind}, fields[0].Direction
	}
	for _, role := range texts[string](in["roles"]) {
		base.Roles = append(base.Roles, strings.ToLower(role))
	}
	given := false
	for _, q := range []store.Quantifier{store.Some, store.All, store.None} {
		below, ok := in[string(q)].(map[string]any)
		if !ok {
			continue
		}
		given = true
		cond, err := r.condition(below, far, fmt.Sprintf("%s.%s", place, q), depth)
		if err != nil {
			return err
		}
		rel := base
		rel.Quantifier, rel.Where = q, onlyNetworks(name, q, cond)
		c.Relations = append(c.Relations, rel)
		if q != store.Some {
			r.absences = append(r.absences, absence{fmt.Sprintf("%s.%s", place, q), rel, c.IDs, cond.IDs})
		}
	}
	if !given {
		return kg.Errorf(kg.CodeInvalid, "%s does not say how many", place).WithMend("write some, all or none, such as {some: {}}")
	}
	return nil
}

// onlyNetworks keeps a condition on `networks`, whose edges lead to other nodes
// as well, to Networks.
func onlyNetworks(name string, q store.Quantifier, c store.Condition) *store.Condition {
	if name != relation.Networks {
		return &c
	}
	if q != store.All {
		c.Kinds = []kg.NodeKind{kg.Network}
		return &c
	}
	others := slices.DeleteFunc(slices.Clone(allKinds), func(k kg.NodeKind) bool { return k == kg.Network })
	return &store.Condition{AnyOf: []store.Condition{{Kinds: others}, c}}
}
