package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/graph"
	"citygraph/graph/relation"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
)

func parsed() *ast.Schema { return graph.NewExecutableSchema(graph.Config{}).Schema() }

// both compares two sets by name and tells what either lacks.
func both(t *testing.T, what string, inSchema, inVocabulary []string) {
	t.Helper()
	for _, name := range inVocabulary {
		if !slices.Contains(inSchema, name) {
			t.Errorf("%s %s is in the vocabulary and not in the schema: run `make gen`, or write it into graph/schema", what, name)
		}
	}
	for _, name := range inSchema {
		if !slices.Contains(inVocabulary, name) {
			t.Errorf("%s %s is in the schema and not in the vocabulary", what, name)
		}
	}
}

func fieldNames(d *ast.Definition) (all []string) {
	if d == nil { // the schema has no such type, as another test tells
		return nil
	}
	for _, f := range d.Fields {
		all = append(all, f.Name)
	}
	return all
}

func enumValues(d *ast.Definition) (all []string) {
	for _, v := range d.EnumValues {
		all = append(all, v.Name)
	}
	return all
}

// The expectations below are written from the vocabulary's own terms, not from
// the tables of package relation by which the schema is generated.

func TestSchemaHasTheVocabularysKinds(t *testing.T) {
	s := parsed()
	var types, kinds, fields []string
	for _, n := range kg.NodeKinds {
		types, kinds = append(types, n.Name), append(kinds, string(n.Kind))
		fields = append(fields, n.Field, n.Plural)
	}
	var implementors []string
	for _, d := range s.GetPossibleTypes(s.Types["Node"]) {
		implementors = append(implementors, d.Name)
	}
	both(t, "node type", implementors, types)
	both(t, "node kind", enumValues(s.Types["NodeKind"]), kinds)
	for _, q := range ask.Questions {
		fields = append(fields, q.Name)
	}
	both(t, "root field", fieldNames(s.Query), append(fields, "node", "nodes", "edge", "search", "dataset", "__schema", "__type"))

	var edges []string
	for _, e := range kg.EdgeKinds {
		edges = append(edges, string(e.Kind))
	}
	both(t, "edge kind", enumValues(s.Types["EdgeKind"]), edges)
}

func TestSchemaHasTheVocabularysFields(t *testing.T) {
	s := parsed()
	shared := fieldNames(s.Types["Node"])
	for _, n := range kg.NodeKinds {
		want := slices.Clone(shared)
		for _, a := range n.Attrs {
			if !slices.Contains(want, a.Name) {
				want = append(want, a.Name)
				if a.Type == kg.TypeDate {
					want = append(want, relation.Span(a.Name))
				}
			}
		}
		for _, e := range kg.EdgeKinds {
			if slices.Contains(e.From, n.Kind) {
				want = append(want, e.Forward)
			}
			if slices.Contains(e.To, n.Kind) && !slices.Contains(want, e.Inverse) {
				want = append(want, e.Inverse)
			}
		}
		if slices.Contains(want, "memberOf") {
			want = append(want, "networks")
		}
		both(t, "field", prefixed(n.Name, fieldNames(s.Types[n.Name])), prefixed(n.Name, want))
	}
}

func prefixed(p string, names []string) []string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = p + "." + n
	}
	return all
}

func TestEveryEdgeTypeHasTheVocabularysAttributes(t *testing.T) {
	s := parsed()
	facts := []string{"id", "kind", "since", "sinceSpan", "until", "untilSpan", "seen", "lastSeen", "stint", "basis", "impliedBy", "sources", "claims", "corrections", "errorReport"}
	for _, e := range kg.EdgeKinds {
		for _, a := range e.AllAttrs() {
			if !slices.Contains(facts, a.Name) {
				facts = append(facts, a.Name)
			}
		}
	}
	both(t, "edge fact", fieldNames(s.Types["EdgeFacts"]), facts)
	for _, d := range s.GetPossibleTypes(s.Types["EdgeFacts"]) {
		own := []string{"cursor", "node", "direction", "says", "holdsOn"}
		if d.Name == "Edge" {
			own = []string{"from", "to"}
		}
		both(t, "field", prefixed(d.Name, fieldNames(d)), prefixed(d.Name, slices.Concat(own, facts)))
	}
}

// TestRelationsLeadWhereTheVocabularySays checks the far end of each field, and
// that all have the arguments of a listing.
func TestRelationsLeadWhereTheVocabularySays(t *testing.T) {
	s := parsed()
	check := func(n kg.NodeSpec, field string, far []kg.NodeKind) {
		d := s.Types[n.Name]
		if d == nil || d.Fields.ForName(field) == nil {
			return // as another test tells
		}
		f := d.Fields.ForName(field)
		node := s.Types[s.Types[f.Type.Name()].Fields.ForName("edges").Type.Name()].Fields.ForName("node").Type.Name()
		want := "Node"
		if len(far) == 1 {
			spec, _ := far[0].Spec()
			want = spec.Name
		}
		if node != want {
			t.Errorf("%s.%s leads to %s instead of %s", n.Name, field, node, want)
		}
		for _, arg := range []string{"first", "after", "where", "orderBy", "asOf", "certainty", "basis"} {
			if f.Arguments.ForName(arg) == nil {
				t.Errorf("%s.%s lacks the argument %s", n.Name, field, arg)
			}
		}
	}
	for _, n := range kg.NodeKinds {
		for _, e := range kg.EdgeKinds {
			from, to := e.From, e.To
			if e.SameKind {
				from, to = []kg.NodeKind{n.Kind}, []kg.NodeKind{n.Kind}
			}
			if slices.Contains(e.From, n.Kind) {
				check(n, e.Forward, to)
			}
			if slices.Contains(e.To, n.Kind) && !e.Symmetric {
				check(n, e.Inverse, from)
			}
			if e.Kind == kg.MemberOf && slices.Contains(e.From, n.Kind) {
				check(n, "networks", []kg.NodeKind{kg.Network})
			}
		}
	}
}

func TestClosedListsAreTheVocabularys(t *testing.T) {
	s := parsed()
	lists := map[string][]string{
		"Measure": kg.Measures, "NameKind": kg.NameKinds, "RosterStatus": kg.RosterStatuses,
		"Qualifier": kg.Qualifiers, "Role": kg.Roles,
		"RecordBasis": {string(kg.Stated), string(kg.Implied)},
		"Precision":   {string(kg.PrecisionDay), string(kg.PrecisionMonth), string(kg.PrecisionYear), string(kg.PrecisionSpan)},
		"Certainty":   {string(kg.Certain), string(kg.Possible)},
	}
	for _, n := range kg.NodeKinds {
		for _, a := range n.Attrs {
			if a.Type == kg.TypeEnum {
				lists[s.Types[n.Name].Fields.ForName(a.Name).Type.Name()] = a.Values
			}
		}
	}
	for _, e := range kg.EdgeKinds {
		for _, a := range e.AllAttrs() {
			if a.Type == kg.TypeEnum {
				name := s.Types["EdgeFacts"].Fields.ForName(a.Name).Type.Name()
				if had, ok := lists[name]; ok && !slices.Equal(had, a.Values) {
					t.Errorf("%s.%s has other values than the enum %s of the same name elsewhere", e.Kind, a.Name, name)
				}
				lists[name] = a.Values
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		upper := make([]string, len(lists[name]))
		for i, v := range lists[name] {
			upper[i] = strings.ToUpper(v)
		}
		if s.Types[name] == nil {
			t.Errorf("the closed list %s (%s) is no enum: write it into graph/schema/enums.graphqls and bind it in gqlgen.yml", name, strings.Join(upper, ", "))
			continue
		}
		both(t, "value", prefixed(name, enumValues(s.Types[name])), prefixed(name, upper))
	}
}

func TestConditionsAreTheVocabularys(t *testing.T) {
	s := parsed()
	want := []string{"ids", "kinds", "name", "date", "anyOf", "relations", "networks"}
	for _, n := range kg.NodeKinds {
		for _, a := range n.Attrs {
			switch a.Type {
			case kg.TypeEnum:
				enum := s.Types[n.Name].Fields.ForName(a.Name).Type.Name()
				want = append(want, strings.ToLower(enum[:1])+enum[1:])
			case kg.TypeCountry:
				want = append(want, a.Name)
			}
		}
	}
	for _, e := range kg.EdgeKinds {
		for _, name := range []string{e.Forward, e.Inverse} {
			if !slices.Contains(want, name) {
				want = append(want, name)
			}
		}
	}
	both(t, "condition", prefixed("NodeWhere", fieldNames(s.Types["NodeWhere"])), prefixed("NodeWhere", want))
}

// An edge attribute of one name is one field, so it must mean one thing.
func TestAttributesOfOneNameAreOfOneType(t *testing.T) {
	seen := map[string]kg.Attr{}
	for _, e := range kg.EdgeKinds {
		for _, a := range e.AllAttrs() {
			if b, ok := seen[a.Name]; ok && (a.Type != b.Type || !slices.Equal(a.Values, b.Values)) {
				t.Errorf("%s.%s is of another type than the attribute of this name on another edge kind", e.Kind, a.Name)
			}
			seen[a.Name] = a
		}
	}
	if len(relation.EdgeAttrs()) != len(seen) {
		t.Errorf("relation.EdgeAttrs has %d attributes and the vocabulary %d", len(relation.EdgeAttrs()), len(seen))
	}
}

// TestEverythingIsDescribed: every type, field, argument and value says what it
// is, and every type, output field and condition gives an example.
func TestEverythingIsDescribed(t *testing.T) {
	described := 0
	say := func(place, text string, example bool) {
		described++
		switch {
		case strings.TrimSpace(text) == "":
			t.Errorf("%s has no description", place)
		case example && !strings.Contains(text, "Example") && !self(text):
			t.Errorf("%s gives no example", place)
		}
	}
	for name, d := range parsed().Types {
		if d.BuiltIn {
			continue
		}
		say(name, d.Description, true)
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			say(name+"."+f.Name, f.Description, true)
			for _, a := range f.Arguments {
				say(fmt.Sprintf("%s.%s(%s)", name, f.Name, a.Name), a.Description, false)
			}
		}
		for _, v := range d.EnumValues {
			say(name+"."+v.Name, v.Description, false)
		}
	}
	if described < 1000 {
		t.Errorf("only %d things were looked at", described)
	}
}

// self reports whether a description speaks of cursors or gives values in its own
// sentence, where an example would say nothing.
func self(text string) bool {
	for _, word := range []string{"cursor", "Cursor", "`after`", "0.95"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// A new kind has a look-up and a listing that gqlgen leaves to be written.
func TestEveryKindCanBeAskedFor(t *testing.T) {
	a, _ := asker(t, world())
	for _, n := range kg.NodeKinds {
		got := a.Ask(t.Context(), fmt.Sprintf(`{ %s(id: "%s:nobody") { id } %s { totalCount } }`, n.Field, n.Kind.Prefix(), n.Plural), nil)
		if len(got.Errors) > 0 {
			t.Errorf("%s: %v; its two lines in kinds.resolvers.go are not written", n.Name, got.Errors)
		}
	}
}
