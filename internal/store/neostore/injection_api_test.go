package neostore_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"citygraph/graph/graphtest"
	"citygraph/internal/kg"
)

// What introspection tells of types.
type (
	typeRef struct {
		Kind, Name string
		OfType     *typeRef
	}
	argument struct {
		Name         string
		Type         typeRef
		DefaultValue *string
	}
	schemaType struct {
		Kind, Name string
		Fields     []struct {
			Name string
			Args []argument
		}
		InputFields []argument
	}
)

func (r typeRef) named() typeRef {
	for r.OfType != nil {
		r = *r.OfType
	}
	return r
}

// text is the type as a query writes it.
func (r typeRef) text() string {
	switch r.Kind {
	case "NON_NULL":
		return r.OfType.text() + "!"
	case "LIST":
		return "[" + r.OfType.text() + "]"
	}
	return r.Name
}

// in wraps a value in as many lists as the type has.
func (r typeRef) in(v any) any {
	switch r.Kind {
	case "NON_NULL":
		return r.OfType.in(v)
	case "LIST":
		return []any{r.OfType.in(v)}
	}
	return v
}

const introspect = `{ __schema { types { kind name
	fields { name args { name defaultValue type { ...t } } }
	inputFields { name type { ...t } } } } }
fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`

func schemaOf(t *testing.T, a *graphtest.Asker) map[string]schemaType {
	t.Helper()
	got := a.Ask(t.Context(), introspect, nil)
	var s struct {
		Schema struct{ Types []schemaType } `json:"__schema"`
	}
	if err := json.Unmarshal(got.Data, &s); err != nil || len(got.Errors) > 0 {
		t.Fatal(err, got.Errors)
	}
	types := map[string]schemaType{}
	for _, one := range s.Schema.Types {
		types[one.Name] = one
	}
	return types
}

// values are what an argument of a type is given: the text itself, or, for an
// input object, one object for each place in it that a text can stand in.
func values(types map[string]schemaType, r typeRef, text string, depth int) (all []any) {
	named := types[r.named().Name]
	if named.Kind != "INPUT_OBJECT" {
		return []any{r.in(text)}
	}
	first := map[string]bool{} // of several fields of one type, one is followed all the way
	for _, f := range named.InputFields {
		below, next := types[f.Type.named().Name], depth-1
		if below.Kind == "INPUT_OBJECT" && depth == 0 {
			continue
		}
		if first[below.Name] {
			next = min(next, 1)
		}
		first[below.Name] = true
		for _, v := range values(types, f.Type, text, next) {
			all = append(all, r.in(map[string]any{f.Name: v}))
		}
	}
	return all
}

// TestInjectionThroughEveryArgument gives hostile texts through every argument
// of the schema, whatever its type, and every place in filters: on each field,
// at a node that has one. No text comes into a statement, nothing is broken by
// it, and nothing is changed.
func TestInjectionThroughEveryArgument(t *testing.T) {
	a, log, _ := seeded(t)
	types := schemaOf(t, a)
	text := strings.Join(hostile, " ")
	before := a.Ask(t.Context(), `{ dataset { revision } cities { totalCount } sources { totalCount } }`, nil).Text()
	cases, reached, places, deep := 0, 0, map[string]bool{}, map[string]int{}
	try := func(field string, arg argument, others []argument, around string) {
		named := arg.Type.named().Name
		if _, tried := deep[named]; !tried {
			deep[named] = 3
		}
		depth := deep[named]
		deep[named] = 0 // filters are the same everywhere: in all their depth once
		for _, v := range values(types, arg.Type, text, depth) {
			asJSON, _ := json.Marshal(v)
			place := field + "(" + arg.Name + ": " + strings.ReplaceAll(string(asJSON), jsonOf(text), "…") + ")"
			if places[place] {
				continue
			}
			places[place] = true
			given := []string{arg.Name + ": $v"}
			for _, o := range others {
				if o.Name != arg.Name && o.Type.Kind == "NON_NULL" && o.DefaultValue == nil {
					given = append(given, o.Name+": "+harmless(o))
				}
			}
			query := fmt.Sprintf("query($v: %s) { "+around+" }", arg.Type.text(), field+"("+strings.Join(given, ", ")+") { __typename }")
			log.take()
			got := a.Ask(t.Context(), query, map[string]any{"v": v})
			cases++
			for _, e := range got.Errors {
				if code := e.Extensions["code"]; code == string(kg.CodeInternal) || code == string(kg.CodeUnavailable) {
					t.Errorf("%s: %v", place, e)
				}
			}
			for _, s := range log.take() {
				if strings.Contains(strings.ToLower(s.text()), "match (n) detach delete n return") || strings.Contains(s.text(), "match n detach delete n return") {
					reached++ // as a parameter, perhaps folded
				}
				for _, h := range hostile {
					if h != "$gen" && strings.Contains(s.cypher, h) {
						t.Errorf("%s: the statement holds %q:\n%s", place, h, s.cypher)
					}
				}
			}
		}
	}
	for _, f := range types["Query"].Fields {
		for _, arg := range f.Args {
			try(f.Name, arg, f.Args, "%s")
		}
	}
	seen := map[string]bool{} // relation fields have the same arguments: each once a kind
	for _, spec := range kg.NodeKinds {
		for _, f := range types[spec.Name].Fields {
			for _, arg := range f.Args {
				if seen[spec.Name+" "+arg.Name] {
					continue
				}
				seen[spec.Name+" "+arg.Name] = true
				try(f.Name, arg, f.Args, `nodes(ids: ["`+exampleOf(t, a, spec)+`"]) { ... on `+spec.Name+" { %s } }")
			}
		}
	}
	t.Logf("%d places in arguments, %d statements with the text among their parameters", cases, reached)
	if cases < 500 || reached < 15 { // most are refused before a statement is made
		t.Errorf("only %d places, %d statements: %v", cases, reached, slices.Sorted(maps.Keys(places)))
	}
	if after := a.Ask(t.Context(), `{ dataset { revision } cities { totalCount } sources { totalCount } }`, nil).Text(); after != before {
		t.Errorf("before %s, after %s", before, after)
	}
	for i, e := range graphtest.Examples(t, examplesFolder) {
		if i%10 == 0 {
			e.Check(t, a)
		}
	}
}

func jsonOf(text string) string {
	b, _ := json.Marshal(text) // a text is always JSON
	return string(b)
}

// harmless is a value for an argument that must be given.
func harmless(a argument) string {
	switch a.Type.named().Name {
	case "ID":
		return map[bool]string{false: `"city:berlin"`, true: `["city:berlin"]`}[a.Type.OfType.Kind == "LIST"]
	case "Int":
		return "1"
	}
	return `"berlin"`
}

// exampleOf is the id of a node of a kind.
func exampleOf(t *testing.T, a *graphtest.Asker, spec kg.NodeSpec) string {
	t.Helper()
	got := a.Ask(t.Context(), fmt.Sprintf(`{ %s(first: 1) { edges { node { id } } } }`, spec.Plural), nil)
	_, rest, _ := strings.Cut(string(got.Data), `"id":"`)
	id, _, _ := strings.Cut(rest, `"`)
	return id
}
