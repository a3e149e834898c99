package ask

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// first looks for the k first chains without reading the whole next ring, where the
// outer ring of From is that of its neighbours and all chains shorter than the next
// are known. Chains of one length come in the order of their first edges: so the
// neighbours are read in that order, and as soon as the k-th chain begins with one of
// those that were read, no other can come before it. It returns nil where it did not
// come so far with as many edges as the next ring takes.
func (s *search) first(ctx context.Context) ([]chain, error) {
	from, to := s.sides[0], s.sides[1]
	if !s.closed || from.reach != 1 || from.count == unknown || to.count == unknown {
		return nil, nil
	}
	defer func() { from.count = s.costs(from.outer) }()
	neighbours := s.byFirstEdge(from)
	budget := min(from.count, to.count, MaxVisited-s.read)
	begun := map[kg.ID]bool{} // with these neighbours
	for portion := max(s.handful, 1); len(neighbours) > 0; portion *= 2 {
		n, cost := 1, s.costs(neighbours[:1])
		for ; n < len(neighbours) && cost < portion; n++ {
			cost += s.costs(neighbours[n : n+1])
		}
		if budget -= cost; budget < 0 {
			return nil, nil
		}
		for _, node := range neighbours[:n] {
			begun[s.ids[node]] = true
		}
		if ok, err := s.onward(ctx, neighbours[:n]); !ok || err != nil {
			return nil, err
		}
		s.covered++ // for the chains that begin so
		chains, err := s.chains(ctx)
		s.covered--
		if err != nil {
			return nil, err
		}
		if len(chains) == s.o.K && begun[chains[len(chains)-1].second()] {
			return chains, nil
		}
		neighbours = neighbours[n:]
	}
	return nil, nil
}

// byFirstEdge sorts the neighbours of an end by the first edge that ties them to it.
func (s *search) byFirstEdge(r *rings) []int32 {
	edge := map[int32]kg.ID{}
	for _, t := range s.near[r.end] {
		edge[s.ties[t].other(r.end)] = s.ties[t].first.ID
	}
	neighbours := slices.Clone(r.outer)
	slices.SortFunc(neighbours, func(a, b int32) int { return cmp.Compare(edge[a], edge[b]) })
	return neighbours
}

// onward reads what is behind neighbours of From, and what of that is tied to the
// outer ring of To; ok is false where that may be too much.
func (s *search) onward(ctx context.Context, neighbours []int32) (ok bool, err error) {
	from, to := s.sides[0], s.sides[1]
	at := s.unread(neighbours)
	if err := s.readAll(ctx, at, s.filter); err != nil {
		return false, err
	}
	var behind []int32
	known := map[int32]bool{to.end: true}
	for _, node := range neighbours {
		s.done[node] = true
		for _, t := range s.near[node] {
			other := s.ties[t].other(node)
			if _, near := from.dist[other]; !near && !known[other] && !s.barred[other] {
				known[other] = true
				behind = append(behind, other)
			}
		}
	}
	if err := s.barHubs(ctx, behind); err != nil {
		return false, err
	}
	behind = s.unread(behind)
	ring, f := s.unread(to.outer), s.filter
	switch {
	case len(behind) == 0 || len(ring) == 0:
		return true, nil
	}
	f.Where = &store.Condition{IDs: s.idsOf(behind)}
	if ok, err := s.affordable(ctx, ring, f, min(to.count, len(behind)*len(ring))); !ok || err != nil {
		return false, err
	}
	return true, s.readAll(ctx, ring, f)
}

// second is the node behind the first hop.
func (c chain) second() kg.ID {
	if c.hops[0].a == c.from {
		return c.hops[0].b
	}
	return c.hops[0].a
}
