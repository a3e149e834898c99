package ask

import (
	"context"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// handful is how many edges are read without looking first for fewer: reading them
// costs no more than asking what lies between two rings.
const handful = store.MaxPage

// search looks for chains from both ends.
type search struct {
	*asking
	o         PathsOptions
	filter    store.EdgeFilter
	barred    map[kg.ID]bool // what no chain passes
	sides     [2]*rings
	ties      tied
	near      map[kg.ID][]kg.ID // the other ends of ties
	done      map[kg.ID]bool    // nodes all of whose edges were read
	met       map[kg.ID]bool    // edges that were read
	covered   int               // every chain of so many hops is among the ties
	exhausted bool              // every chain is
	joined    bool              // there may be a chain among them
	gaveUp    bool
	handful   int
}

// rings are the nodes around one end, by their distance.
type rings struct {
	end   kg.ID
	dist  map[kg.ID]int
	reach int     // distance of the outermost ring
	outer []kg.ID // that ring, by id, without what no chain passes
	count int     // edges at those of the outer ring that were not read; -1: not counted yet
}

func newSearch(q *asking, o PathsOptions, from, to kg.Node, avoid []kg.Node) *search {
	s := &search{
		asking: q, o: o, barred: map[kg.ID]bool{}, ties: tied{}, near: map[kg.ID][]kg.ID{},
		done: map[kg.ID]bool{}, met: map[kg.ID]bool{}, handful: handful,
		filter: store.EdgeFilter{Kinds: o.Kinds, Direction: store.Both},
	}
	if len(o.NodeKinds) > 0 {
		s.filter.OtherKinds = append(slices.Clone(o.NodeKinds), from.Kind, to.Kind)
	}
	for _, n := range avoid {
		s.barred[n.ID] = true
	}
	for i, end := range []kg.ID{from.ID, to.ID} {
		s.sides[i] = &rings{end: end, dist: map[kg.ID]int{end: 0}, outer: []kg.ID{end}, count: -1}
	}
	return s
}

// run searches until there are k chains, or no more of so many hops, or the budget
// is spent.
func (s *search) run(ctx context.Context) (chains []chain, err error) {
	closed := false
	for len(chains) < s.o.K && s.covered < s.o.MaxLength && !s.gaveUp {
		side, err := s.cheaper(ctx)
		if err != nil {
			return nil, err
		}
		before := s.covered
		switch {
		case s.exhausted:
			s.covered = s.o.MaxLength
		case side.count > s.handful && !closed:
			closed, err = true, s.between(ctx)
		default:
			closed, err = false, s.widen(ctx, side)
		}
		if err != nil {
			return nil, err
		}
		if s.covered > before && s.joined {
			if chains, err = s.chains(ctx); err != nil {
				return nil, err
			}
		}
	}
	return chains, nil
}

// chains finds the chains among what was read that can be no longer than what is
// covered. A node that no ring around an end has is farther from it than they reach.
func (s *search) chains(ctx context.Context) ([]chain, error) {
	from, to := s.sides[0], s.sides[1]
	fits := func(a, b kg.ID) bool { return from.least(a)+1+to.least(b) <= s.covered }
	near := tied{}
	for p, edges := range s.ties {
		if fits(p.a, p.b) || fits(p.b, p.a) {
			near[p] = edges
		}
	}
	return near.chains(ctx, from.end, to.end, s.o.K, s.covered, false)
}

// least is how far a node is from the end at least.
func (r *rings) least(id kg.ID) int {
	if d, ok := r.dist[id]; ok {
		return d
	}
	return r.reach + 1
}

// cheaper returns the side whose next ring takes fewer edges to read. Where a side
// has no ring any more, all chains are among the ties.
func (s *search) cheaper(ctx context.Context) (*rings, error) {
	var at []kg.ID
	for _, side := range s.sides {
		if len(side.outer) == 0 {
			s.exhausted = true
			return side, nil
		}
		if side.count < 0 {
			at = append(at, s.unread(side)...)
		}
	}
	counts, err := s.count(ctx, at, s.filter)
	if err != nil {
		return nil, err
	}
	for _, side := range s.sides {
		if side.count < 0 {
			side.count = 0
			for _, id := range s.unread(side) {
				side.count += counts[id]
			}
		}
	}
	if s.sides[1].count < s.sides[0].count {
		return s.sides[1], nil
	}
	return s.sides[0], nil
}

// unread are those of the outer ring whose edges were not read yet.
func (s *search) unread(side *rings) []kg.ID {
	return slices.DeleteFunc(slices.Clone(side.outer), func(id kg.ID) bool { return s.done[id] })
}

// widen reads the next ring of a side, or gives up.
func (s *search) widen(ctx context.Context, side *rings) error {
	if s.read+side.count > MaxVisited {
		s.gaveUp = true
		return nil
	}
	at := s.unread(side)
	edges, err := s.edges(ctx, at, s.filter)
	if err != nil {
		return err
	}
	for _, id := range at {
		s.done[id] = true
		s.take(edges[id])
	}
	ring := map[kg.ID]bool{}
	for _, id := range side.outer {
		for _, other := range s.near[id] {
			if _, known := side.dist[other]; !known && !s.barred[other] {
				ring[other] = true
			}
		}
	}
	side.reach++
	side.count, side.outer = -1, slices.Sorted(maps.Keys(ring))
	s.covered = max(s.covered, s.sides[0].reach+s.sides[1].reach)
	return s.pass(ctx, side)
}

// pass leaves in the outer ring of a side what a chain may pass.
func (s *search) pass(ctx context.Context, side *rings) error {
	far := s.sides[0]
	if side == far {
		far = s.sides[1]
	}
	if s.o.MaxDegree != nil {
		nodes, err := s.nodes(ctx, side.outer)
		if err != nil {
			return err
		}
		for _, id := range side.outer {
			if id != far.end && nodes[id].Degree > *s.o.MaxDegree {
				s.bar(id)
			}
		}
	}
	var outer []kg.ID
	for _, id := range side.outer {
		if s.barred[id] {
			continue
		}
		side.dist[id] = side.reach
		if _, met := far.dist[id]; met {
			s.joined = true
		}
		if id != far.end {
			outer = append(outer, id)
		}
	}
	side.outer = outer
	return nil
}

// bar keeps chains away from a node.
func (s *search) bar(id kg.ID) {
	s.barred[id] = true
	for _, other := range s.near[id] {
		delete(s.ties, pair{min(id, other), max(id, other)})
	}
}

// between reads the edges between both outer rings, or gives up.
func (s *search) between(ctx context.Context) error {
	near, far := s.sides[0], s.sides[1]
	if far.count < near.count {
		near, far = far, near
	}
	at, f := s.unread(near), s.filter
	f.Where = &store.Condition{IDs: s.unread(far)}
	if s.read+near.count > MaxVisited {
		counts, err := s.count(ctx, at, f)
		if err != nil {
			return err
		}
		total := 0
		for _, n := range counts {
			total += n
		}
		if s.gaveUp = s.read+total > MaxVisited; s.gaveUp {
			return nil
		}
	}
	edges, err := s.edges(ctx, at, f)
	if err != nil {
		return err
	}
	for _, id := range at {
		s.take(edges[id])
		s.joined = s.joined || len(edges[id]) > 0
	}
	s.covered = max(s.covered, near.reach+far.reach+1)
	return nil
}

// take sorts edges into those that count and those that do not, each once.
func (s *search) take(edges []kg.Edge) {
	for i := range edges {
		e := &edges[i]
		if s.met[e.ID] {
			continue
		}
		s.met[e.ID] = true
		if s.excludes(e) || e.From == e.To || !s.mayPass(e.From) || !s.mayPass(e.To) {
			continue
		}
		p := pairOf(e)
		if len(s.ties[p]) == 0 {
			s.near[p.a], s.near[p.b] = append(s.near[p.a], p.b), append(s.near[p.b], p.a)
		}
		s.ties[p] = append(s.ties[p], *e)
	}
}

// mayPass reports whether a chain may pass a node, as far as its id tells.
func (s *search) mayPass(id kg.ID) bool {
	if id == s.sides[0].end || id == s.sides[1].end {
		return true
	}
	kind, _ := kg.NodeKindOf(id)
	return !s.barred[id] && (len(s.o.NodeKinds) == 0 || slices.Contains(s.o.NodeKinds, kind))
}
