package ask

import (
	"context"
	"math"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// handful is how many edges are read without looking first for fewer: reading them
// costs no more than asking what lies between two rings.
const handful = leastPage

// search looks for chains from both ends.
type search struct {
	*seen
	o         PathsOptions
	sides     [2]*rings
	covered   int  // every chain of so many hops is among what was seen
	closed    bool // what lies between both outer rings was seen
	exhausted bool // every chain was
	joined    bool // there may be a chain
	gaveUp    bool
	handful   int
}

// rings are the nodes around one end, by their distance.
type rings struct {
	end   int32
	dist  map[int32]int
	reach int     // distance of the outermost ring
	outer []int32 // that ring, without what no chain passes
	count int     // edges at those of the outer ring that were not read; unknown where not counted
}

const unknown = math.MaxInt

func newSearch(q *asking, o PathsOptions, from, to kg.Node, avoid []kg.Node) *search {
	s := &search{seen: newSeen(q, o, from, to, avoid), o: o, handful: handful}
	for i, id := range []kg.ID{from.ID, to.ID} {
		end := s.numberOf(id)
		s.sides[i] = &rings{end: end, dist: map[int32]int{end: 0}, outer: []int32{end}, count: unknown}
	}
	return s
}

// run searches until there are k chains, or no more of so many hops, or the budget
// is spent.
func (s *search) run(ctx context.Context) (chains []chain, err error) {
	for len(chains) < s.o.K && s.covered < s.o.MaxLength && !s.gaveUp {
		if first, err := s.first(ctx); first != nil || err != nil {
			return first, err
		}
		before := s.covered
		if err := s.step(ctx); err != nil {
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

// step reads the next ring of the side that takes fewer edges where these are few,
// else first what lies between both outer rings, which is enough for one hop more.
func (s *search) step(ctx context.Context) error {
	for _, side := range s.sides {
		if len(side.outer) == 0 { // all that one end is tied to was seen
			s.exhausted, s.covered = true, s.o.MaxLength
			return nil
		}
	}
	if err := s.peek(ctx); err != nil {
		return err
	}
	side := s.sides[0]
	if s.sides[1].count < side.count {
		side = s.sides[1]
	}
	if side.count <= s.handful || s.closed {
		return s.widen(ctx, side)
	}
	return s.between(ctx)
}

// peek counts the edges at outer rings that were not counted yet, where these are
// small or nothing else is left to do, and reads a handful of them in the same call:
// often that is all.
func (s *search) peek(ctx context.Context) error {
	var sides []*rings
	var at []int32
	for _, side := range s.sides {
		if unread := s.unread(side.outer); side.count == unknown && (len(unread) <= s.handful || s.closed) {
			sides, at = append(sides, side), append(at, unread...)
		}
	}
	if err := s.glance(ctx, at, min(s.handful, MaxVisited-s.read)); err != nil {
		return err
	}
	for _, side := range sides {
		side.count = s.costs(side.outer)
	}
	return nil
}

// costs is how many edges of nodes are still to be read.
func (s *search) costs(nodes []int32) int {
	n := 0
	for _, node := range nodes {
		if !s.done[node] {
			n += s.edgesAt[node]
		}
	}
	return n
}

// chains finds the chains among what was seen that can be no longer than what is
// covered.
func (s *search) chains(ctx context.Context) ([]chain, error) {
	from, to := s.sides[0], s.sides[1]
	fromLeast, toLeast := s.least(from), s.least(to)
	fits := func(a, b int32) bool { return fromLeast(a)+1+toLeast(b) <= s.covered }
	var ties []named
	for i := range s.ties {
		t := &s.ties[i]
		if s.barred[t.a] || s.barred[t.b] || !fits(t.a, t.b) && !fits(t.b, t.a) {
			continue
		}
		ties = append(ties, named{pair{s.ids[t.a], s.ids[t.b]}, t.first.ID})
	}
	return firstChains(ctx, ties, s.ids[from.end], s.ids[to.end], s.o.K, s.covered, false)
}

// least returns how far nodes are from an end at least. What no ring around it has
// is farther than they reach; and where what lies between both outer rings was seen,
// all that a chain can pass at the next distance is tied to the outer ring by what
// was seen.
func (s *search) least(r *rings) func(node int32) int {
	next := map[int32]bool{}
	if s.closed {
		for _, node := range r.outer {
			for _, t := range s.near[node] {
				next[s.ties[t].other(node)] = true
			}
		}
	}
	return func(node int32) int {
		d, ok := r.dist[node]
		switch {
		case ok:
			return d
		case s.closed && !next[node]:
			return r.reach + 2
		}
		return r.reach + 1
	}
}

// widen reads the next ring of a side, or gives up.
func (s *search) widen(ctx context.Context, side *rings) error {
	if s.read+side.count > MaxVisited {
		s.gaveUp = true
		return nil
	}
	s.closed = false
	at := s.unread(side.outer)
	if err := s.readAll(ctx, at, s.filter); err != nil {
		return err
	}
	for _, node := range at {
		s.done[node] = true
	}
	var ring []int32
	side.reach++
	for _, node := range side.outer {
		for _, t := range s.near[node] {
			other := s.ties[t].other(node)
			if _, known := side.dist[other]; !known && !s.barred[other] {
				side.dist[other] = side.reach
				ring = append(ring, other)
			}
		}
	}
	side.count, side.outer = unknown, ring
	s.covered = max(s.covered, s.sides[0].reach+s.sides[1].reach)
	return s.pass(ctx, side)
}

// pass leaves in the outer ring of a side what a chain may pass.
func (s *search) pass(ctx context.Context, side *rings) error {
	far := s.sides[0]
	if side == far {
		far = s.sides[1]
	}
	if err := s.barHubs(ctx, side.outer); err != nil {
		return err
	}
	for _, node := range side.outer {
		if s.barred[node] {
			delete(side.dist, node)
		}
	}
	side.outer = slices.DeleteFunc(side.outer, func(node int32) bool {
		if _, met := far.dist[node]; met {
			s.joined = true
		}
		return s.barred[node] || node == far.end
	})
	return nil
}

// barHubs bars those of the nodes that are of too great a degree.
func (s *search) barHubs(ctx context.Context, ring []int32) error {
	if s.o.MaxDegree == nil {
		return nil
	}
	nodes, err := s.nodes(ctx, s.idsOf(ring))
	if err != nil {
		return err
	}
	for _, node := range ring {
		if node != s.sides[0].end && node != s.sides[1].end && nodes[s.ids[node]].Degree > *s.o.MaxDegree {
			s.barred[node] = true
		}
	}
	return nil
}

// affordable reports whether there is budget for the edges at nodes that pass a
// filter; most is how many these are at most.
func (s *search) affordable(ctx context.Context, at []int32, f store.EdgeFilter, most int) (bool, error) {
	if most <= MaxVisited-s.read {
		return true, nil
	}
	counts, err := s.count(ctx, s.idsOf(at), f)
	return s.read+total(counts) <= MaxVisited, err
}

// between reads the edges between both outer rings, or gives up.
func (s *search) between(ctx context.Context) error {
	near, far := s.sides[0], s.sides[1]
	if far.count < near.count || far.count == near.count && len(far.outer) < len(near.outer) {
		near, far = far, near
	}
	at, f := s.unread(near.outer), s.filter
	f.Where = &store.Condition{IDs: s.idsOf(s.unread(far.outer))}
	if ok, err := s.affordable(ctx, at, f, near.count); !ok || err != nil {
		s.gaveUp = true
		return err
	}
	if err := s.readAll(ctx, at, f); err != nil {
		return err
	}
	s.closed, s.covered = true, max(s.covered, near.reach+far.reach+1)
	for _, node := range near.outer {
		for _, t := range s.near[node] {
			if _, met := far.dist[s.ties[t].other(node)]; met {
				s.joined = true
			}
		}
	}
	return nil
}
