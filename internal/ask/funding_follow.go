package ask

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// money is a question about money on its way: from payee to payer, or forth.
type money struct {
	*asking
	o     FundingOptions
	paid  tied // by payer and payee
	forth bool
	dist  map[kg.ID]int // hops from where it began
}

// ends looks the ends up; from then on the options name them by their own ids.
func (m *money) ends(ctx context.Context, a *FundingAnswer) error {
	var places []string
	var ids []kg.ID
	for _, end := range []struct {
		place string
		id    kg.ID
	}{{"from", m.o.From}, {"to", m.o.To}} {
		if end.id != "" {
			places, ids = append(places, end.place), append(ids, end.id)
		}
	}
	nodes, err := m.lookUpEach(ctx, places, ids)
	if err != nil {
		return err
	}
	for i, place := range places {
		if place == "from" {
			a.From, m.o.From = &nodes[i], nodes[i].ID
		} else {
			a.To, m.o.To = &nodes[i], nodes[i].ID
		}
	}
	return nil
}

// follow reads the FUNDS edges ring by ring, against their direction where To is
// given, and keeps those on a way.
func (m *money) follow(ctx context.Context, a *FundingAnswer) error {
	f := store.EdgeFilter{Kinds: []kg.EdgeKind{kg.Funds}, Direction: store.In}
	ring := []kg.ID{m.o.To}
	if m.forth {
		f.Direction, ring = store.Out, []kg.ID{m.o.From}
	}
	m.dist[ring[0]] = 0
	for hops := 1; len(ring) > 0; hops++ {
		if hops > m.o.MaxLength {
			return m.beyond(ctx, a, ring, f)
		}
		counts, err := m.count(ctx, ring, f)
		if err != nil {
			return err
		}
		if m.read+total(counts) > MaxEdges {
			return tooManyEdges()
		}
		edges, err := m.edges(ctx, ring, f)
		if err != nil {
			return err
		}
		next := map[kg.ID]bool{}
		for _, id := range ring {
			for i := range edges[id] {
				if far := m.take(&edges[id][i]); far != "" {
					next[far] = true
				}
			}
		}
		for id := range next {
			m.dist[id] = hops
		}
		delete(next, m.o.From) // what it is paid itself is another question
		ring = slices.Sorted(maps.Keys(next))
	}
	return nil
}

func total(counts map[kg.ID]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// beyond finds out whether money goes on behind the last ring.
func (m *money) beyond(ctx context.Context, a *FundingAnswer, ring []kg.ID, f store.EdgeFilter) error {
	by := m.common.Assumptions
	f.When = store.When{AsOf: by.AsOf, Certainty: by.Certainty, Stated: by.Stated}
	counts, err := m.count(ctx, ring, f)
	a.Truncated = total(counts) > 0
	return err
}

// take keeps an edge that counts and lies on a way, and returns its far end where
// that is new.
func (m *money) take(e *kg.Edge) (far kg.ID) {
	if m.excludes(e) || e.From == e.To || e.To == m.o.From || e.From == m.o.To {
		return ""
	}
	m.paid[pair{e.From, e.To}] = append(m.paid[pair{e.From, e.To}], *e)
	far = e.From
	if m.forth {
		far = e.To
	}
	if _, known := m.dist[far]; known {
		return ""
	}
	return far
}

// between keeps what lies on a way from From, where both ends are given, and
// measures distances from there.
func (m *money) between() {
	if m.forth || m.o.From == "" {
		return
	}
	payees := map[kg.ID][]kg.ID{}
	for p := range m.paid {
		payees[p.a] = append(payees[p.a], p.b)
	}
	back := m.dist
	m.dist, m.forth = map[kg.ID]int{m.o.From: 0}, true
	for queue := []kg.ID{m.o.From}; len(queue) > 0; queue = queue[1:] {
		for _, to := range payees[queue[0]] {
			if _, known := m.dist[to]; !known {
				m.dist[to] = m.dist[queue[0]] + 1
				queue = append(queue, to)
			}
		}
	}
	maps.DeleteFunc(m.paid, func(p pair, _ []kg.Edge) bool {
		hops, reached := m.dist[p.a]
		return !reached || hops+1+back[p.b] > m.o.MaxLength
	})
}

// answer makes the answer of what was kept.
func (m *money) answer(ctx context.Context, a *FundingAnswer) error {
	m.between()
	for p := range m.paid {
		m.paid.sort(p)
	}
	chains, err := m.chains(ctx)
	if err != nil {
		return err
	}
	if a.Chains, err = m.paths(ctx, m.paid, chains[:min(len(chains), m.o.K)]); err != nil {
		return err
	}
	on := map[kg.ID]bool{}
	for _, end := range []*kg.Node{a.From, a.To} {
		if end != nil {
			on[end.ID] = true
		}
	}
	for p := range m.paid {
		on[p.a], on[p.b] = true, true
	}
	a.Reached = len(on)
	nodes, err := m.nodes(ctx, slices.Sorted(maps.Keys(on)))
	if err != nil {
		return err
	}
	for p, edges := range m.paid {
		far := p.a
		if m.forth {
			far = p.b
		}
		for _, e := range edges {
			a.Fundings = append(a.Fundings, Funding{e, nodes[p.a], nodes[p.b], m.dist[far], AmountOf(e)})
		}
	}
	slices.SortFunc(a.Fundings, func(x, y Funding) int {
		return cmp.Or(cmp.Compare(x.Distance, y.Distance), cmp.Compare(x.Edge.ID, y.Edge.ID))
	})
	if a.From != nil {
		a.Given = sumOf(a.Fundings, func(f Funding) bool { return f.Payer.ID == a.From.ID })
	}
	if a.To != nil {
		a.Received = sumOf(a.Fundings, func(f Funding) bool { return f.Payee.ID == a.To.ID })
	}
	a.Unfunded = m.unfunded(nodes)
	return nil
}

// unfunded lists the claims that one of the nodes has no funder.
func (m *money) unfunded(nodes map[kg.ID]kg.Node) []Unfunded {
	spec, _ := kg.Funds.Spec()
	paid := map[kg.ID]bool{}
	for p := range m.paid {
		paid[p.b] = true
	}
	var all []Unfunded
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		for _, c := range nodes[id].Claims {
			if c.Field == spec.Inverse && c.Value == "none" && (c.Basis == kg.Stated || !m.common.Assumptions.Stated) {
				all = append(all, Unfunded{nodes[id], c, paid[id]})
			}
		}
	}
	return all
}

// chains finds the first chains between both ends, or the first to each node.
func (m *money) chains(ctx context.Context) ([]chain, error) {
	if m.o.From != "" && m.o.To != "" {
		var pairs []named
		for p, edges := range m.paid {
			pairs = append(pairs, named{p, edges[0].ID})
		}
		return firstChains(ctx, pairs, m.o.From, m.o.To, m.o.K, m.o.MaxLength, true)
	}
	if m.forth {
		return m.onward(), nil
	}
	return m.homeward(), nil
}
