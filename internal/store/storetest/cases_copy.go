package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var copyCases = []testCase{
	{"copies/results belong to the caller", resultsAreCopies},
	{"copies/what was put belongs to the caller", func(t *testing.T, h harness) {
		s := h.empty(t)
		w, again := Sample(), Sample()
		imp := begin(t, s, w.Dataset)
		put(t, imp, w.Batch)
		spoilBatch(w.Batch)
		commit(t, imp)
		spoilBatch(w.Batch)
		expect(t, "Scan", NewReference(again).Scan(store.Scope{}), scan(t, Open(t, s), store.Scope{}))
	}},
}

// spoil overwrites everything that a record shares with another by reference.
func spoil(r kg.Record) {
	switch r := r.(type) {
	case kg.Node:
		spoilAttrs(r.Attrs)
		spoilSources(r.Sources)
		for i := range r.Names {
			spoilSources(r.Names[i].Sources)
			r.Names[i] = kg.Name{Text: "spoilt"}
		}
		for i := range r.Figures {
			spoilSources(r.Figures[i].Sources)
			r.Figures[i] = kg.Figure{Measure: "spoilt"}
		}
		for i := range r.Rosters {
			spoilSources(r.Rosters[i].Sources)
			r.Rosters[i] = kg.Roster{Scope: "spoilt"}
		}
		spoilClaims(r.Claims)
	case kg.Edge:
		spoilAttrs(r.Attrs)
		spoilSources(r.Sources)
		for i := range r.Seen {
			r.Seen[i] = kg.MustDate("1900")
		}
		for i := range r.ImpliedBy {
			r.ImpliedBy[i] = "spoilt"
		}
		spoilClaims(r.Claims)
	case kg.Retired:
		spoilSources(r.Sources)
	}
}

func spoilAttrs(a kg.Attrs) {
	for name := range a {
		a[name] = "spoilt"
	}
}

func spoilSources(cs []kg.Citation) {
	for i := range cs {
		cs[i] = kg.Citation{Locator: "spoilt"}
	}
}

func spoilClaims(cs []kg.Claim) {
	for i := range cs {
		spoilSources(cs[i].Sources)
		cs[i] = kg.Claim{Field: "spoilt"}
	}
}

func spoilBatch(b store.Batch) {
	for i := range b.Nodes {
		spoil(b.Nodes[i])
		b.Nodes[i] = kg.Node{ID: "spoilt"}
	}
	for i := range b.Edges {
		spoil(b.Edges[i])
		b.Edges[i] = kg.Edge{ID: "spoilt"}
	}
	for i := range b.Retired {
		spoil(b.Retired[i])
		b.Retired[i] = kg.Retired{ID: "spoilt"}
	}
	for i := range b.Corrections {
		b.Corrections[i] = kg.Correction{Record: "spoilt"}
	}
}

func resultsAreCopies(t *testing.T, h harness) {
	w := Sample()
	r, ref := h.open(t, w), NewReference(Sample())
	for _, record := range scan(t, r, store.Scope{}) {
		spoil(record)
	}
	for _, record := range records(t, r, "city:zurich", "network:harbours", "member-of:berlin--harbours--2", "funds:purse--harbours", "city:zurich-old") {
		spoil(record)
	}
	for _, n := range list(t, r, store.NodeFilter{}, everything).Nodes {
		spoil(n)
	}
	at := []store.Anchor{{ID: "network:harbours"}, {ID: "city:zurich"}}
	f := store.EdgeFilter{Direction: store.Both, Order: store.Order{By: store.ByName}}
	for _, page := range edges(t, r, at, f, store.Page{First: 100, Others: true}) {
		for i := range page.Items {
			spoil(page.Items[i].Edge)
			spoil(page.Items[i].Other)
			page.Items[i] = store.EdgeItem{}
		}
	}
	i := info(t, r)
	clear(i.Nodes)
	clear(i.Edges)
	expect(t, "Scan afterwards", ref.Scan(store.Scope{}), scan(t, r, store.Scope{}))
	expect(t, "List afterwards", ref.List(store.NodeFilter{}, everything), list(t, r, store.NodeFilter{}, everything))
	p := store.Page{First: 100, Others: true}
	expect(t, "Edges afterwards", ref.Edges(at, f, p), edges(t, r, at, f, p))
	expect(t, "Info afterwards", ref.Info(), info(t, r))
}
