package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var listCases = []testCase{
	{"list/the zero filter lists all by id", func(t *testing.T, h harness) {
		w := Sample()
		got := list(t, h.open(t, w), store.NodeFilter{}, everything)
		expect(t, "List", NewReference(w).List(store.NodeFilter{}, everything), got)
		if len(got.Nodes) != len(w.Nodes) || got.Total != -1 || got.More {
			t.Errorf("%d nodes, total %d, more %t", len(got.Nodes), got.Total, got.More)
		}
	}},
	{"list/kinds", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		expect(t, "one kind", []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii", "network:undated"},
			nodeIDs(list(t, r, store.NodeFilter{Kinds: []kg.NodeKind{kg.Network}}, everything)))
		expect(t, "two kinds", []kg.ID{"demand:let-them-land", "event:meeting"},
			nodeIDs(list(t, r, store.NodeFilter{Kinds: []kg.NodeKind{kg.Event, kg.Demand, kg.Event}}, everything)))
	}},
	{"list/no node of the kind", func(t *testing.T, h harness) {
		r := h.open(t, small("one", "Ahlen"))
		f := store.NodeFilter{Kinds: []kg.NodeKind{kg.Funder}}
		expect(t, "List", store.NodePage{Total: 0}, list(t, r, f, store.Page{First: 3, Total: true}))
	}},
	{"list/totals", listTotals},
	{"list/a page of none", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		cities := store.NodeFilter{Kinds: []kg.NodeKind{kg.City}}
		expect(t, "only counting", store.NodePage{Total: 6, More: true}, list(t, r, cities, store.Page{Total: true}))
		expect(t, "not even counting", store.NodePage{Total: -1, More: true}, list(t, r, cities, store.Page{}))
		last := &store.Key{ID: "city:zurich"}
		expect(t, "behind the last", store.NodePage{Total: 6}, list(t, r, cities, store.Page{Total: true, After: last}))
	}},
}

// listTotals: the total counts all that pass, whatever the page.
func listTotals(t *testing.T, h harness) {
	r := h.open(t, Sample())
	german := store.NodeFilter{Where: &store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE"}}}}}
	for _, tt := range []struct {
		about string
		f     store.NodeFilter
		want  int
	}{
		{"all", store.NodeFilter{}, len(Sample().Nodes)},
		{"one kind", store.NodeFilter{Kinds: []kg.NodeKind{kg.City}}, 6},
		{"two kinds", store.NodeFilter{Kinds: []kg.NodeKind{kg.City, kg.Network}}, 10},
		{"a condition", german, 3},
	} {
		after := &store.Key{ID: "city:berlin"}
		for _, p := range []store.Page{{First: 1, Total: true}, {First: 1000, Total: true}, {Total: true}, {First: 2, After: after, Total: true}} {
			if got := list(t, r, tt.f, p).Total; got != tt.want {
				t.Errorf("%s, page %+v: total %d, want %d", tt.about, p, got, tt.want)
			}
		}
		if got := list(t, r, tt.f, store.Page{First: 2}).Total; got != -1 {
			t.Errorf("%s: total %d without having asked", tt.about, got)
		}
	}
}
