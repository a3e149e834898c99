package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var batchCases = []testCase{
	{"put/in several batches", func(t *testing.T, h harness) {
		s := h.empty(t)
		w := Sample()
		imp := begin(t, s, w.Dataset)
		for _, n := range w.Nodes {
			put(t, imp, store.Batch{Nodes: []kg.Node{n}})
		}
		put(t, imp, store.Batch{})
		for _, e := range w.Edges {
			put(t, imp, store.Batch{Edges: []kg.Edge{e}})
		}
		put(t, imp, store.Batch{Retired: w.Retired, Corrections: w.Corrections})
		commit(t, imp)
		expect(t, "Scan", NewReference(w).Scan(store.Scope{}), scan(t, Open(t, s), store.Scope{}))
	}},
	{"put/sort key and degree are made by the store", madeByTheStore},
	{"put/what is refused, and nothing of the batch kept", refusedBatches},
}

func madeByTheStore(t *testing.T, h harness) {
	w := Sample()
	for i := range w.Nodes {
		w.Nodes[i].SortKey, w.Nodes[i].Degree = "zzz", 99
	}
	r := h.open(t, w)
	// Counted by hand: roster edges at either end, implied ones and ended ones
	// too, a self-loop once, a sponsor not, an unknown role yes.
	want := map[kg.ID]int{
		"city:berlin": 5, "city:zurich": 2, "city:lodz": 2, "city:ahlen": 1, "city:ahnlich": 1, "city:berlin-new-hampshire": 1,
		"network:harbours": 8, "network:arzte": 1, "organization:umbrella": 2, "declaration:letter": 3, "event:meeting": 2,
		"initiative:platform": 1,
	}
	for _, n := range list(t, r, store.NodeFilter{}, everything).Nodes {
		if n.Degree != want[n.ID] {
			t.Errorf("%s has the degree %d, want %d", n.ID, n.Degree, want[n.ID])
		}
		if n.SortKey != kg.Fold(n.Name) {
			t.Errorf("%s has the sort key %q", n.ID, n.SortKey)
		}
	}
}

func refusedBatches(t *testing.T, h harness) {
	member := edge(kg.MemberOf, "city:ahlen", "network:harbours")
	dangling := edge(kg.MemberOf, "city:ahlen", "network:nowhere")
	from := edge(kg.MemberOf, "city:nowhere", "network:harbours")
	onEdge := edge(kg.RefersTo, "city:ahlen", "network:harbours")
	onEdge.To = "city:retired" // an id, but no node's
	alien := node(kg.City, "Alien")
	alien.Kind = "PLANET"
	orbits := member
	orbits.Kind = "ORBITS"
	crooked := node(kg.City, "Crooked")
	crooked.ID = "City:Crooked"
	ahlen := node(kg.City, "Ahlen")
	tests := []struct {
		about string
		batch store.Batch
		code  kg.Code
	}{
		{"an edge to nowhere", store.Batch{Edges: []kg.Edge{dangling}}, kg.CodeInvalid},
		{"an edge from nowhere", store.Batch{Edges: []kg.Edge{from}}, kg.CodeInvalid},
		{"an edge to a retired id", store.Batch{Edges: []kg.Edge{onEdge}}, kg.CodeInvalid},
		{"a node of an unknown kind", store.Batch{Nodes: []kg.Node{alien}}, kg.CodeInvalid},
		{"an edge of an unknown kind", store.Batch{Edges: []kg.Edge{orbits}}, kg.CodeInvalid},
		{"an id that is none", store.Batch{Nodes: []kg.Node{crooked}}, kg.CodeInvalid},
		{"an edge without id", store.Batch{Edges: []kg.Edge{{Kind: kg.MemberOf, From: "city:ahlen", To: "network:harbours"}}}, kg.CodeInvalid},
		{"a node that was put before", store.Batch{Nodes: []kg.Node{ahlen}}, kg.CodeConflict},
		{"a node twice in the batch", store.Batch{Nodes: []kg.Node{node(kg.City, "Twin"), node(kg.City, "Twin")}}, kg.CodeConflict},
		{"an edge twice in the batch", store.Batch{Edges: []kg.Edge{member, member}}, kg.CodeConflict},
		{"a retired id that was put before", store.Batch{Retired: []kg.Retired{{ID: "city:retired"}}}, kg.CodeConflict},
		{"a node with a retired id", store.Batch{Nodes: []kg.Node{node(kg.City, "Retired")}}, kg.CodeConflict},
		{"a retired id of a node", store.Batch{Retired: []kg.Retired{{ID: "city:ahlen"}}}, kg.CodeConflict},
	}
	w := NewWorld(store.Batch{
		Nodes: []kg.Node{ahlen, node(kg.Network, "Harbours")}, Retired: []kg.Retired{{ID: "city:retired", Reason: "a test"}},
	})
	s := h.empty(t)
	imp := begin(t, s, w.Dataset)
	put(t, imp, w.Batch)
	for _, tt := range tests {
		// Each batch brings something good, too, which must not stay behind.
		b := tt.batch
		b.Nodes = append([]kg.Node{node(kg.City, "Left behind")}, b.Nodes...)
		b.Edges = append(b.Edges, edge(kg.CallsFor, "city:ahlen", "network:harbours"))
		b.Corrections = []kg.Correction{{Record: "city:ahlen", Was: "a", Is: "b", Why: "left behind"}}
		refused(t, tt.about, imp.Put(t.Context(), b), tt.code)
	}
	put(t, imp, store.Batch{Edges: []kg.Edge{member}})
	refused(t, "an edge that was put before", imp.Put(t.Context(), store.Batch{Edges: []kg.Edge{member}}), kg.CodeConflict)
	commit(t, imp)
	w.Edges = []kg.Edge{member}
	r := Open(t, s)
	expect(t, "what is kept", NewReference(w).Scan(store.Scope{}), scan(t, r, store.Scope{}))
	expect(t, "its counts", NewReference(w).Info(), info(t, r))
}
