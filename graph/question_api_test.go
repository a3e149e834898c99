package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

func TestQuestionsRefuse(t *testing.T) {
	a, log := asker(t, world())
	two := `groups: ["network:alpha", "network:beta"]`
	for _, c := range []struct{ query, code, text, path string }{
		{`{ overlap(` + two + `, universe: {recorded: false}) { warnings } }`, "invalid", "universe.recorded is false: write true", "overlap"},
		{`{ overlap(` + two + `, universe: {union: true}) { warnings } }`, "invalid", "universe: the union of two groups", "overlap"},
		{`{ overlap(` + two + `, universe: {size: 0}) { warnings } }`, "invalid", "universe.size is 0", "overlap"},
		{`{ overlap(` + two + `, universe: {country: "Germany"}) { warnings } }`, "invalid", `universe.country: "Germany" is not a country code`, "overlap"},
		{`{ overlap(` + two + `, universe: {recorded: true}, placeTypes: []) { warnings } }`, "invalid", "placeTypes is an empty list", "overlap"},
		{`{ overlap(` + two + `, universe: {recorded: true}, asOf: "2024") { warnings } }`, "invalid", `asOf: "2024" is not a day`, "overlap"},
		{`{ overlap(` + two + `, universe: {recorded: true}, certainty: CERTAIN) { warnings } }`, "invalid", "certainty is given without asOf", "overlap"},
		{`{ overlap(groups: ["network:alpha", "network:gone"], universe: {recorded: true}) { warnings } }`, "not_found", `groups: there is no "network:gone"`, "overlap"},
		{`{ overlap(` + two + `, universe: {recorded: true}) { pairs(first: 1001) { totalCount } } }`, "invalid", "first is 1001", "overlap.pairs"},
		{`{ overlap(` + two + `, universe: {recorded: true}) { pairs(minShared: -1) { totalCount } } }`, "invalid", "minShared is -1", "overlap.pairs"},
		{`{ overlap(` + two + `, universe: {recorded: true}) { pairs(after: "x") { totalCount } } }`, "invalid", "cursor in after", "overlap.pairs"},
		{`{ intersections(groups: []) { total } }`, "invalid", "groups is an empty list", "intersections"},
		{`{ intersections(groups: ["city:aby"]) { total } }`, "invalid", `"city:aby" is a City, which has no roster`, "intersections"},
		{`{ sharedNetworks(cities: ["city:aby"], atLeast: 0) { atLeast } }`, "invalid", "atLeast is", "sharedNetworks"},
		{`{ coMembership(a: "city:aby", b: "city:nowhere") { certainDays } }`, "not_found", `b: there is no "city:nowhere"`, "coMembership"},
		{`{ coMembership(a: "city:aby", b: "city:bie", from: "2020") { certainDays } }`, "invalid", `from: "2020" is not a day`, "coMembership"},
		{`{ similarCities(city: "city:aby", first: -1) { total } }`, "invalid", "first is -1", "similarCities"},
		{`{ overlap(` + two + `, universe: {recorded: true, size: 7}) { warnings } }`, "GRAPHQL_VALIDATION_FAILED", "exactly one", ""},
		{`{ overlap(` + two + `) { warnings } }`, "GRAPHQL_VALIDATION_FAILED", "universe", ""},
	} {
		t.Run(c.query, func(t *testing.T) {
			got := a.Ask(t.Context(), c.query, nil)
			if code := got.Code(t); code != c.code {
				t.Fatalf("code %q instead of %q: %v", code, c.code, got.Errors)
			}
			if !strings.Contains(strings.ToLower(got.Errors[0].Message), strings.ToLower(c.text)) {
				t.Errorf("%q does not say %q", got.Errors[0].Message, c.text)
			}
			if path := got.Errors[0].Path.String(); c.path != "" && path != c.path {
				t.Errorf("path %q instead of %q", path, c.path)
			}
		})
	}
	if log.Len() > 0 {
		t.Errorf("mistakes of clients are in the log: %s", log)
	}
}

// Pages of pairs of every size have the same pairs, in every order; a cursor of
// another order is refused.
func TestPairsArePaged(t *testing.T) {
	a, _ := asker(t, crowd(world(), 20))
	ask := func(args string) (ids []string, end string, more bool, total int) {
		got := a.Ask(t.Context(), `{ overlap(groups: ["network:alpha", "network:beta", "network:crowd", "declaration:delta", "organization:gamma"], universe: {size: 100}) {
			pairs(`+args+`) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { a { id } b { id } } } } } }`, nil)
		if len(got.Errors) > 0 {
			t.Fatalf("%s: %v", args, got.Errors)
		}
		var data struct {
			Overlap struct {
				Pairs struct {
					TotalCount int
					PageInfo   struct {
						EndCursor   string
						HasNextPage bool
					}
					Edges []struct {
						Node struct{ A, B struct{ ID string } }
					}
				}
			}
		}
		if err := json.Unmarshal(got.Data, &data); err != nil {
			t.Fatal(err)
		}
		p := data.Overlap.Pairs
		for _, e := range p.Edges {
			ids = append(ids, e.Node.A.ID+" "+e.Node.B.ID)
		}
		return ids, p.PageInfo.EndCursor, p.PageInfo.HasNextPage, p.TotalCount
	}
	for _, order := range []string{"P_VALUE", "SHARED", "JACCARD", "OVERLAP_COEFFICIENT", "LIFT", "GROUPS"} {
		whole, cursor, _, total := ask("orderBy: " + order)
		if len(whole) != 10 || total != 10 {
			t.Errorf("%s: %d pairs of %d", order, len(whole), total)
		}
		for size := 1; size <= 10; size++ {
			var paged []string
			after, more := "", true
			for more {
				args := fmt.Sprintf("orderBy: %s, first: %d", order, size)
				if after != "" {
					args += fmt.Sprintf(", after: %q", after)
				}
				var ids []string
				ids, after, more, _ = ask(args)
				paged = append(paged, ids...)
			}
			if !slices.Equal(paged, whole) {
				t.Errorf("%s by %d: %v instead of %v", order, size, paged, whole)
			}
		}
		if order != "GROUPS" {
			got := a.Ask(t.Context(), fmt.Sprintf(`{ overlap(groups: ["network:alpha", "network:beta"], universe: {size: 100}) { pairs(after: %q) { totalCount } } }`, cursor), nil)
			if len(got.Errors) == 0 && order != "P_VALUE" {
				t.Errorf("a cursor of %s is taken in another order", order)
			}
		}
	}
}

// What stands beside the data: redirects of retired ids, and the same numbers
// whichever id was asked for.
func TestQuestionsTellOfRedirects(t *testing.T) {
	a, _ := asker(t, world())
	ask := func(id string) string {
		got := a.Ask(t.Context(), `{ similarCities(city: "`+id+`", basis: ANY) { node { id } cities { node { id } score } } }`, nil)
		if len(got.Errors) > 0 {
			t.Fatal(got.Errors)
		}
		if _, told := got.Extensions["redirects"]; told != (id == "city:aaaby") {
			t.Errorf("%s: redirects %v", id, got.Extensions)
		}
		return string(got.Data)
	}
	if now, then := ask("city:aby"), ask("city:aaaby"); now != then {
		t.Errorf("%s by the id in use, %s by the retired one", now, then)
	}
}

// A question costs more than its fields, and each id adds to it; lists without a
// page are reckoned with several items.
func TestQuestionsCost(t *testing.T) {
	st := memstore.New()
	fill(t, st, world())
	r, err := st.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	schema, err := graph.New(t.Context(), r, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cost := func(typeName, field string, below int, args map[string]any) int {
		n, ok := schema.Complexity(t.Context(), typeName, field, below, args)
		if !ok {
			t.Fatalf("%s.%s costs nothing", typeName, field)
		}
		return n
	}
	few := cost("Query", "overlap", 10, map[string]any{"groups": []any{"a", "b"}})
	many := cost("Query", "overlap", 10, map[string]any{"groups": make([]any, 402)})
	if few < 1000 || many != few+400 {
		t.Errorf("two groups cost %d, 402 cost %d", few, many)
	}
	if n := cost("OverlapPair", "actors", 10, nil); n != 251 {
		t.Errorf("shared actors cost %d", n)
	}
	if n := cost("Overlap", "pairs", 10, map[string]any{"first": int64(100)}); n != 1001 {
		t.Errorf("100 pairs cost %d", n)
	}
}

// A request for more evidence than a page may show is refused before it is found.
func TestEvidenceIsBounded(t *testing.T) {
	b := store.Batch{Nodes: []kg.Node{{ID: "source:s", Kind: kg.Source, Name: "S"}}}
	said := []kg.Citation{{Source: "source:s", Locator: "L1", Basis: kg.Stated}}
	for g := range 2 {
		b.Nodes = append(b.Nodes, kg.Node{ID: kg.ID(fmt.Sprintf("network:n%d", g)), Kind: kg.Network, Name: "N", Basis: kg.Stated, Sources: said})
	}
	for i := range 20_001 {
		id := kg.ID(fmt.Sprintf("city:c%d", i))
		b.Nodes = append(b.Nodes, kg.Node{ID: id, Kind: kg.City, Name: "C", Attrs: kg.Attrs{"placeType": "municipality"}, Basis: kg.Stated, Sources: said})
		for g := range 2 {
			to := kg.ID(fmt.Sprintf("network:n%d", g))
			b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, id, to, 1), Kind: kg.MemberOf, From: id, To: to, Stint: 1, Basis: kg.Stated, Sources: said})
		}
	}
	a, _ := asker(t, b)
	query := `{ overlap(groups: ["network:n0", "network:n1"], universe: {recorded: true}) { pairs { edges { node { shared %s } } } } }`
	if got := a.Ask(t.Context(), fmt.Sprintf(query, ""), nil); len(got.Errors) > 0 {
		t.Error(got.Errors)
	}
	got := a.Ask(t.Context(), fmt.Sprintf(query, "actors { node { id } }"), nil)
	if got.Code(t) != "too_costly" || !strings.Contains(got.Errors[0].Message, "share 20001 actors") {
		t.Errorf("%v", got.Errors)
	}
	query = `{ coMembership(a: "network:n0", b: "network:n1", side: GROUPS) { possibleDays %s } }` // 20,003 nodes, 40,002 relationships
	if got := a.Ask(t.Context(), fmt.Sprintf(query, ""), nil); len(got.Errors) > 0 {
		t.Error(got.Errors)
	}
	got = a.Ask(t.Context(), fmt.Sprintf(query, "rows { node { id } }"), nil)
	if got.Code(t) != "too_costly" || !strings.Contains(got.Errors[0].Message, "names 60005 nodes and relationships, and may name 60000: ask for one day") {
		t.Errorf("%v", got.Errors)
	}
}

// Numbers have 12 significant digits, and nothing is never negative.
func TestNumbersOfQuestions(t *testing.T) {
	a, _ := asker(t, crowd(world(), 20)) // the cities of the crowd are of no known place type
	got := a.Ask(t.Context(), `{ overlap(groups: ["network:alpha", "network:beta", "network:crowd"], universe: {size: 7}) { pairs { edges { node { expected lift pValue log10P } } } } }`, nil)
	want := `{"overlap":{"pairs":{"edges":[{"node":{"expected":0.571428571429,"lift":1.75,"pValue":0.52380952381,"log10P":-0.280826609576}},` +
		`{"node":{"expected":0,"lift":null,"pValue":1,"log10P":0}},{"node":{"expected":0,"lift":null,"pValue":1,"log10P":0}}]}}}`
	if string(got.Data) != want {
		t.Errorf("%s instead of %s", got.Data, want)
	}
}
