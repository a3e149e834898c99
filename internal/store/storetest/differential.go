package storetest

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// RunDifferential draws worlds and calls and compares the backend's answers
// with those of Reference. One store takes all worlds, one after the other, so
// that a switch that leaves something behind shows. The number of worlds is
// that of rapid (-rapid.checks).
func RunDifferential(t *testing.T, o Options) {
	s := o.New(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := Draw(rt)
		Import(t, s, w)
		c := comparison{rt: rt, world: w, reader: Open(t, s), reference: NewReference(w)}
		c.whole(t)
		for range 10 {
			c.list(t)
			c.edges(t)
		}
	})
}

// comparison is one world with both readings of it.
type comparison struct {
	rt        *rapid.T
	world     World
	reader    store.Reader
	reference *Reference
}

func (c comparison) same(call string, want, got any, err error) {
	c.rt.Helper()
	if err != nil {
		c.rt.Fatalf("%s: %v", call, err)
	}
	if diff := gocmp.Diff(want, got, equality); diff != "" {
		c.rt.Fatalf("%s (-reference +backend):\n%s", call, diff)
	}
}

// whole compares the calls that take no filter.
func (c comparison) whole(t *testing.T) {
	d := drawing{c.rt, c.world.Batch}
	got, err := c.reader.Info(t.Context())
	c.same("Info", c.reference.Info(), got, err)
	ids := []kg.ID{d.id(), d.id(), d.id(), d.id()}
	found, err := c.reader.Records(t.Context(), ids)
	c.same("Records", c.reference.Records(ids), found, err)
	for _, scope := range []store.Scope{{}, {Rest: true}, {Nodes: d.nodeKinds(), Edges: d.edgeKinds()}} {
		var scanned []kg.Record
		for record, err := range c.reader.Scan(t.Context(), scope) {
			c.same("Scan", nil, nil, err)
			scanned = append(scanned, record)
		}
		c.same("Scan", c.reference.Scan(scope), scanned, nil)
	}
}

// list compares a listing and the pages that follow.
func (c comparison) list(t *testing.T) {
	f := DrawNodeFilter(c.rt, c.world)
	p := DrawPage(c.rt, c.world, f.Order)
	for range followed {
		want := c.reference.List(f, p)
		got, err := c.reader.List(t.Context(), f, p)
		c.same("List", want, got, err)
		if len(want.Nodes) == 0 {
			return
		}
		p.After = new(f.Order.NodeKey(want.Nodes[len(want.Nodes)-1]))
	}
}

// edges compares edges of several anchors and the pages that follow.
func (c comparison) edges(t *testing.T) {
	f := DrawEdgeFilter(c.rt, c.world)
	at := DrawAnchors(c.rt, c.world, f.Order)
	p := DrawPage(c.rt, c.world, f.Order)
	for range followed {
		want := c.reference.Edges(at, f, p)
		got, err := c.reader.Edges(t.Context(), at, f, p)
		c.same("Edges", want, got, err)
		if at = following(want); len(at) == 0 {
			return
		}
	}
}

// followed is how many pages of a listing are compared, at most.
const followed = 4

// following returns the anchors of the next pages, in the order of their ids.
func following(pages map[store.Anchor]store.EdgePage) (at []store.Anchor) {
	for a, p := range pages {
		if n := len(p.Items); n > 0 {
			at = append(at, store.Anchor{ID: a.ID, After: p.Items[n-1].Key})
		}
	}
	slices.SortFunc(at, func(a, b store.Anchor) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.After.Value, b.After.Value), cmp.Compare(a.After.ID, b.After.ID))
	})
	return at
}
