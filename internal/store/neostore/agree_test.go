package neostore_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// TestAgree: the embedded store and Neo4j give the same answers, to the byte,
// to calls drawn at random; an answer that is followed page by page, too.
func TestAgree(t *testing.T) {
	neo := newStore(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := storetest.Draw(rt)
		mem := memstore.New()
		storetest.Import(t, mem, w)
		storetest.Import(t, neo, w)
		a, b := storetest.Open(t, mem), storetest.Open(t, neo)
		agree := func(call string, want any, err1 error, got any, err2 error) {
			if kg.CodeOf(err1) != kg.CodeOf(err2) {
				rt.Fatalf("%s: %v and %v", call, err1, err2)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b kg.Date) bool { return a == b })); diff != "" {
				rt.Fatalf("%s (-memory +Neo4j):\n%s", call, diff)
			}
		}
		f := storetest.DrawNodeFilter(rt, w)
		p := storetest.DrawPage(rt, w, f.Order)
		for range 5 {
			x, err1 := a.List(t.Context(), f, p)
			y, err2 := b.List(t.Context(), f, p)
			agree("List", x, err1, y, err2)
			if len(x.Nodes) == 0 {
				break
			}
			k := f.Order.NodeKey(x.Nodes[len(x.Nodes)-1])
			p.After = &k
		}
		ends := storetest.DrawEdgeFilter(rt, w)
		at, q := storetest.DrawAnchors(rt, w, ends.Order), storetest.DrawPage(rt, w, ends.Order)
		for range 5 {
			x, err1 := a.Edges(t.Context(), at, ends, q)
			y, err2 := b.Edges(t.Context(), at, ends, q)
			agree("Edges", x, err1, y, err2)
			if at = following(x); len(at) == 0 {
				break
			}
		}
	})
}

// following returns the anchors of the next pages.
func following(pages map[store.Anchor]store.EdgePage) (at []store.Anchor) {
	for a, p := range pages {
		if n := len(p.Items); n > 0 {
			at = append(at, store.Anchor{ID: a.ID, After: p.Items[n-1].Key})
		}
	}
	return at
}
