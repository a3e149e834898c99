package neostore

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestStatements: the Cypher and the parameters that filters become. A change
// of testdata/statements.txt is a change of what the database is asked: read it,
// and look at TestCost.
func TestStatements(t *testing.T) {
	on := kg.DayOf(2022, 1, 1)
	members := store.Relation{Quantifier: store.Some, Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.Out}
	deep := members
	deep.Where = &store.Condition{Kinds: []kg.NodeKind{kg.Network}, Relations: []store.Relation{{
		Quantifier: store.All, Kinds: []kg.EdgeKind{kg.Signed, kg.CooperatesWith}, Direction: store.Out,
		Where: &store.Condition{Date: &store.DateRange{From: &on}, Relations: []store.Relation{{
			Quantifier: store.None, Kinds: []kg.EdgeKind{kg.TookPartIn}, Direction: store.In, Roles: []string{"", "partner"}}}}}}}
	near := members
	near.Where = &store.Condition{IDs: []kg.ID{"network:harbours"}}
	page := store.Page{First: 25, Total: true}
	var b strings.Builder
	write := func(about, cypher string, params map[string]any) {
		text, err := json.MarshalIndent(params, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s%s\n%s\n\n", about, live, cypher, text)
	}
	for _, tt := range []struct {
		about string
		f     store.NodeFilter
		p     store.Page
	}{
		{"every node by id", store.NodeFilter{}, page},
		{"by id, descending, behind a key", store.NodeFilter{Order: store.Order{Desc: true}}, store.Page{First: 25, After: &store.Key{ID: "city:bonn"}}},
		{"cities by name behind a key", store.NodeFilter{Kinds: []kg.NodeKind{kg.City}, Order: store.Order{By: store.ByName}},
			store.Page{First: 25, After: &store.Key{Value: "bonn", ID: "city:bonn"}}},
		{"by degree, descending, behind a key", store.NodeFilter{Order: store.Order{By: store.ByDegree, Desc: true}},
			store.Page{First: 25, After: &store.Key{Value: "0000000012", ID: "city:bonn"}}},
		{"a name, an attribute, any of two", store.NodeFilter{Where: &store.Condition{
			Name: &store.NameMatch{StartsWith: "Köl", Contains: "n"}, Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE"}}},
			AnyOf: []store.Condition{{Kinds: []kg.NodeKind{kg.City}}, {IDs: []kg.ID{"city:bonn"}}}}}, page},
		{"an attribute that no kind has", store.NodeFilter{Where: &store.Condition{Attrs: []store.AttrIn{{Name: "x", Values: []string{"y"}}}}}, page},
		{"members of a network, from it", store.NodeFilter{Where: &store.Condition{Relations: []store.Relation{near}}}, page},
		{"three deep, possible on a day", store.NodeFilter{When: store.When{AsOf: &on}, Where: &store.Condition{Relations: []store.Relation{deep}}}, page},
		{"three deep, certain on a day, stated", store.NodeFilter{When: store.When{AsOf: &on, Certainty: kg.Certain, Stated: true},
			Where: &store.Condition{Relations: []store.Relation{deep}}}, page},
	} {
		cypher, params := listStatement(tt.f, tt.p, tt.p.Total && tt.f.Where != nil)
		write("List: "+tt.about, cypher, params)
	}
	at := []store.Anchor{{ID: "city:bonn"}, {ID: "city:ahlen", After: store.Key{Value: "0000000012", ID: "member-of:ahlen--b"}}}
	for _, tt := range []struct {
		about string
		f     store.EdgeFilter
		p     store.Page
	}{
		{"a page and a count", store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}, Order: store.Order{By: store.ByDegree}}, page},
		{"only a count", store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}, Order: store.Order{By: store.ByDegree}}, store.Page{Total: true}},
		{"symmetric and directed, with others", store.EdgeFilter{Direction: store.Out, Kinds: []kg.EdgeKind{kg.MemberOf, kg.InTalksWith},
			OtherKinds: []kg.NodeKind{kg.City}, Order: store.Order{By: store.ByDegree, Desc: true}}, store.Page{First: 5, Others: true}},
		{"on a day, with roles and a condition", store.EdgeFilter{Direction: store.Both, Roles: []string{"partner"}, When: store.When{AsOf: &on, Certainty: kg.Certain},
			Where: &store.Condition{Relations: []store.Relation{members}}, Order: store.Order{By: store.ByDegree}}, page},
	} {
		cypher, params := edgesStatement(at, tt.f, tt.p)
		write("Edges: "+tt.about, cypher, params)
	}
	const file = "testdata/statements.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != b.String() {
		t.Errorf("the statements differ from %s: run with -update and read the difference", file)
	}
}

// TestOwnProperties: no attribute of the vocabulary has the name of a property
// that means something else.
func TestOwnProperties(t *testing.T) {
	n := nodeRow(1, kg.Node{ID: "city:a", Kind: kg.City, Name: "a"})
	n["dateFrom"], n["dateTo"], n["location"] = 0, 0, 0
	for _, spec := range kg.NodeKinds {
		for _, a := range spec.Attrs {
			if _, taken := n[a.Name]; taken {
				t.Errorf("%s.%s is a property of ours", spec.Kind, a.Name)
			}
		}
	}
	e := edgeRow(1, kg.Edge{ID: "member-of:a--b", Kind: kg.MemberOf})["properties"].(map[string]any)
	for _, spec := range kg.EdgeKinds {
		for _, a := range spec.AllAttrs() {
			if _, taken := e[a.Name]; taken {
				t.Errorf("%s.%s is a property of ours", spec.Kind, a.Name)
			}
		}
	}
}
