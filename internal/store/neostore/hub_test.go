package neostore_test

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// TestHub: at a node with five thousand edges a page costs about a page where
// the order is an index's; a far end that is named is found between both ends;
// other orders read every edge, and no more than three times. The numbers stand in
// docs/neo4j.md.
func TestHub(t *testing.T) {
	server := neo4jtest.Shared(t)
	last := &traced{}
	s := fresh(t, func(o *neostore.Options) { o.Trace = last.trace })
	w := manyCities(5000)
	for i := range w.Nodes {
		if w.Nodes[i].ID == "city:c7" {
			w.Nodes[i].Names = []kg.Name{{Text: "Siebenstadt"}, {Text: "C9"}}
		}
	}
	storetest.Import(t, s, w)
	server.Run(t, "CALL db.resampleOutdatedIndexes()", nil)
	server.Run(t, "CALL db.clearQueryCaches()", nil)
	r := storetest.Open(t, s)
	members := func(o store.Order, where *store.Condition) store.EdgeFilter {
		return store.EdgeFilter{Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.In, Order: o, Where: where}
	}
	at := func(after kg.ID, f store.EdgeFilter, p store.Page) func() (int, error) {
		return func() (int, error) {
			a := store.Anchor{ID: "network:all"}
			if after != "" {
				a.After = store.Key{ID: after}
			}
			pages, err := r.Edges(t.Context(), []store.Anchor{a}, f, p)
			return len(pages[a].Items), err
		}
	}
	named := func(m store.NameMatch) func() (int, error) {
		return func() (int, error) {
			page, err := r.List(t.Context(), store.NodeFilter{Where: &store.Condition{Name: &m}}, store.Page{First: 25, Total: true})
			return len(page.Nodes), err
		}
	}
	page := store.Page{First: 25, Others: true, Total: true}
	german := &store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE"}}}}
	uncounted := store.Page{First: 25, Others: true}
	for _, tt := range []struct {
		about string
		call  func() (int, error)
		found int
		most  int64
	}{
		{"a page by id, and the number of all", at("", members(store.Order{}, nil), page), 25, 300},
		{"from the middle", at("member-of:c3000--all", members(store.Order{}, nil), page), 25, 300},
		{"backwards from the middle", at("member-of:c3000--all", members(store.Order{Desc: true}, nil), page), 25, 300},
		{"of those in one country", at("", members(store.Order{}, german), uncounted), 25, 500},
		{"one that is named", at("", members(store.Order{}, &store.Condition{IDs: []kg.ID{"city:c4711"}}), page), 1, 60},
		{"by name", at("", members(store.Order{By: store.ByName}, nil), page), 25, 15_500},
		{"by degree", at("", members(store.Order{By: store.ByDegree, Desc: true}, nil), page), 25, 15_500},
		{"by date", at("", members(store.Order{By: store.ByDate}, nil), page), 25, 15_500},
		{"a name", named(store.NameMatch{Equals: "c9"}), 2, 80},
		{"a name beside the canonical one", named(store.NameMatch{Equals: "siebenstadt"}), 1, 60},
		{"the beginning of names", named(store.NameMatch{StartsWith: "sieben"}), 1, 60},
		{"the beginning of many", named(store.NameMatch{StartsWith: "c12"}), 25, 1500},
	} {
		t.Run(tt.about, func(t *testing.T) {
			found, err := tt.call()
			if err != nil || found != tt.found {
				t.Errorf("%d found, %v, want %d", found, err, tt.found)
			}
			hits, plan := server.Profile(t, last.cypher, last.params)
			t.Logf("%d hits", hits)
			if hits > tt.most {
				t.Errorf("%d hits, at most %d allowed:\n%s\n%s", hits, tt.most, last.cypher, plan)
			}
		})
	}
}
