package ask

import (
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// seen is the part of the graph that a search has read. Nodes and ties have numbers
// in the order in which they were met.
type seen struct {
	*asking
	filter    store.EdgeFilter
	nodeKinds []kg.NodeKind
	ends      [2]kg.ID
	avoid     map[kg.ID]bool

	ids      []kg.ID // of nodes
	number   map[kg.ID]int32
	near     [][]int32 // ties at each node
	done     []bool    // nodes all of whose edges were read
	edgesAt  []int     // how many there are, where they were counted
	barred   []bool    // nodes that no chain passes
	ties     []seenTie
	tieOf    map[uint64]int32
	excluded map[kg.ID]bool // edges that do not count
}

// seenTie are the edges that count between two nodes.
type seenTie struct {
	a, b  int32
	first *kg.Edge // of the least id
	more  []*kg.Edge
}

func (t *seenTie) other(node int32) int32 {
	if t.a == node {
		return t.b
	}
	return t.a
}

func newSeen(q *asking, o PathsOptions, from, to kg.Node, avoid []kg.Node) *seen {
	s := &seen{
		asking: q, nodeKinds: o.NodeKinds, ends: [2]kg.ID{from.ID, to.ID}, avoid: map[kg.ID]bool{},
		filter: store.EdgeFilter{Kinds: o.Kinds, Direction: store.Both},
		number: map[kg.ID]int32{}, tieOf: map[uint64]int32{}, excluded: map[kg.ID]bool{},
	}
	if len(o.NodeKinds) > 0 {
		s.filter.OtherKinds = append(slices.Clone(o.NodeKinds), from.Kind, to.Kind)
	}
	for _, n := range avoid {
		s.avoid[n.ID] = true
	}
	return s
}

// numberOf numbers a node.
func (s *seen) numberOf(id kg.ID) int32 {
	n, ok := s.number[id]
	if !ok {
		n = int32(len(s.ids))
		s.number[id] = n
		s.ids, s.near, s.barred = append(s.ids, id), append(s.near, nil), append(s.barred, !s.mayPass(id))
		s.done, s.edgesAt = append(s.done, false), append(s.edgesAt, 0)
	}
	return n
}

// mayPass reports whether a chain may pass a node, as far as its id tells.
func (s *seen) mayPass(id kg.ID) bool {
	if id == s.ends[0] || id == s.ends[1] {
		return true
	}
	kind, _ := kg.NodeKindOf(id)
	return !s.avoid[id] && (len(s.nodeKinds) == 0 || slices.Contains(s.nodeKinds, kind))
}

// idsOf returns the ids of nodes.
func (s *seen) idsOf(nodes []int32) []kg.ID {
	ids := make([]kg.ID, len(nodes))
	for i, n := range nodes {
		ids[i] = s.ids[n]
	}
	return ids
}

// unread are those of the nodes whose edges were not all read.
func (s *seen) unread(nodes []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(nodes), func(n int32) bool { return s.done[n] })
}

// readAll reads all edges at the nodes that pass the filter.
func (s *seen) readAll(ctx context.Context, nodes []int32, f store.EdgeFilter) error {
	return s.pages(ctx, s.idsOf(nodes), f, func(at kg.ID, items []store.EdgeItem) error {
		s.take(at, items)
		return nil
	})
}

// glance counts the edges at the nodes, and reads a handful of them, unless that is
// too few of each to be all. What it reads of a node is kept where it is all.
func (s *seen) glance(ctx context.Context, nodes []int32, handful int) error {
	if len(nodes) == 0 {
		return nil
	}
	anchors := make([]store.Anchor, len(nodes))
	for i, n := range nodes {
		anchors[i] = store.Anchor{ID: s.ids[n]}
	}
	page := store.Page{First: handful / len(nodes), Total: true}
	if page.First < fewEach {
		page.First = 0
	}
	pages, err := s.reader.Edges(ctx, anchors, s.filter, page)
	if err != nil {
		return err
	}
	for i, a := range anchors {
		page := pages[a]
		s.read += len(page.Items)
		if s.edgesAt[nodes[i]] = page.Total; !page.More {
			s.take(a.ID, page.Items)
			s.done[nodes[i]] = true
		}
	}
	return nil
}

// fewEach is how many edges of a node are worth a glance.
const fewEach = 16

// take sorts edges that were read at a node into those that count and those that do
// not, each once, though it may be met from both ends.
func (s *seen) take(at kg.ID, items []store.EdgeItem) {
	here := s.numberOf(at)
	for i := range items {
		e := &items[i].Edge
		there := s.numberOf(other(e, at))
		key := uint64(min(here, there))<<32 | uint64(max(here, there))
		n, tied := s.tieOf[key]
		switch {
		case tied && s.ties[n].has(e), s.excluded[e.ID]:
		case s.excludes(e):
			s.excluded[e.ID] = true
		case tied:
			s.ties[n].add(e)
		case here != there:
			n = int32(len(s.ties))
			s.ties, s.tieOf[key] = append(s.ties, seenTie{a: here, b: there, first: e}), n
			s.near[here], s.near[there] = append(s.near[here], n), append(s.near[there], n)
		}
	}
}

func (t *seenTie) has(e *kg.Edge) bool {
	return t.first.ID == e.ID || slices.ContainsFunc(t.more, func(o *kg.Edge) bool { return o.ID == e.ID })
}

func (t *seenTie) add(e *kg.Edge) {
	if e.ID < t.first.ID {
		e, t.first = t.first, e
	}
	t.more = append(t.more, e)
}

// tied gathers the evidence of chains.
func (s *seen) tied(chains []chain) tied {
	t := tied{}
	for _, c := range chains {
		for _, p := range c.hops {
			a, b := s.number[p.a], s.number[p.b]
			found := &s.ties[s.tieOf[uint64(min(a, b))<<32|uint64(max(a, b))]]
			t[p] = []kg.Edge{*found.first}
			for _, e := range found.more {
				t[p] = append(t[p], *e)
			}
			t.sort(p)
		}
	}
	return t
}
