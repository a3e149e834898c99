package ask

import (
	"cmp"
	"maps"
	"slices"

	"citygraph/internal/kg"
)

// onward returns the first chain from From to each other node, in their order: by
// length, then by the ids of their edges. Nodes of one ring are met in the order of
// their chains, so that the chain by which one is met first is its first.
func (m *money) onward() []chain {
	var all []chain
	been := map[kg.ID]bool{m.o.From: true}
	ring := []chain{{from: m.o.From}}
	out := m.sorted(func(p pair) kg.ID { return p.a })
	for len(ring) > 0 {
		var next []chain
		for _, c := range ring {
			end := m.o.From
			if n := len(c.hops); n > 0 {
				end = c.hops[n-1].b
			}
			for _, p := range out[end] {
				if !been[p.b] {
					been[p.b] = true
					next = append(next, chain{m.o.From, append(slices.Clone(c.hops), p)})
				}
			}
		}
		all, ring = append(all, next...), next
	}
	return all
}

// homeward returns the first chain from each other node to To, in their order. A
// node's first chain goes on with its first edge to a node that is nearer.
func (m *money) homeward() []chain {
	out := m.sorted(func(p pair) kg.ID { return p.a })
	var all []chain
	for _, id := range slices.Sorted(maps.Keys(out)) {
		c := chain{from: id}
		for at := id; at != m.o.To; at = c.hops[len(c.hops)-1].b {
			i := slices.IndexFunc(out[at], func(p pair) bool { return m.dist[p.b] == m.dist[at]-1 })
			c.hops = append(c.hops, out[at][i])
		}
		all = append(all, c)
	}
	first := func(p pair) kg.ID { return m.paid[p][0].ID }
	slices.SortFunc(all, func(x, y chain) int {
		return cmp.Or(cmp.Compare(len(x.hops), len(y.hops)),
			slices.CompareFunc(x.hops, y.hops, func(p, q pair) int { return cmp.Compare(first(p), first(q)) }))
	})
	return all
}

// sorted lists the pairs by one of their ends, those of one end by the id of their
// first edge.
func (m *money) sorted(end func(pair) kg.ID) map[kg.ID][]pair {
	by := map[kg.ID][]pair{}
	for p := range m.paid {
		by[end(p)] = append(by[end(p)], p)
	}
	for _, pairs := range by {
		slices.SortFunc(pairs, func(p, q pair) int { return cmp.Compare(m.paid[p][0].ID, m.paid[q][0].ID) })
	}
	return by
}
