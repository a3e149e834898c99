package memstore

import (
	"context"
	"slices"
	"sort"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// List returns a page of nodes; see store.Reader.
func (r *reader) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, error) {
	if err := r.store.ready(ctx); err != nil {
		return store.NodePage{}, err
	}
	if err := store.CheckList(f, p); err != nil {
		return store.NodePage{}, err
	}
	l := r.listing(ctx, f)
	page := store.NodePage{Total: -1}
	page.Nodes, page.More = l.page(p)
	if p.Total {
		page.Total = l.total()
	}
	if l.err != nil {
		return store.NodePage{}, l.err
	}
	return page, nil
}

// listing is one List being answered.
type listing struct {
	evaluator
	order      store.Order
	kinds      kindSet
	where      *condition
	candidates []int32 // in the order, a superset of what passes
}

func (g *generation) listing(ctx context.Context, f store.NodeFilter) *listing {
	l := &listing{
		evaluator: evaluator{g, watch{ctx: ctx}, f.When},
		order:     f.Order, kinds: newKindSet(f.Kinds), where: g.condition(f.Where),
	}
	if few, ok := g.narrow(l.where); ok {
		l.candidates = g.inOrder(few, f.Order)
	} else {
		l.candidates = g.candidates(f.Kinds, f.Order)
	}
	return l
}

func (l *listing) page(p store.Page) (nodes []kg.Node, more bool) {
	for _, n := range l.behind(p.After) {
		if !l.alive() {
			return nil, false
		}
		if !l.passes(n) {
			continue
		}
		if len(nodes) == p.First {
			return nodes, true
		}
		nodes = append(nodes, l.nodes[n].Clone())
	}
	return nodes, false
}

func (l *listing) total() int {
	total := 0
	for _, n := range l.candidates {
		if !l.alive() {
			return 0
		}
		if l.passes(n) {
			total++
		}
	}
	return total
}

func (l *listing) passes(node int32) bool {
	return l.kinds.has(l.nodeKind[node]) && l.when.Keeps(l.meets(l.where, node))
}

func (l *listing) behind(after *store.Key) []int32 {
	if after == nil {
		return l.candidates
	}
	return l.candidates[sort.Search(len(l.candidates), func(i int) bool {
		return l.order.Compare(l.order.NodeKey(l.nodes[l.candidates[i]]), *after) > 0
	}):]
}

// inOrder sorts a few nodes.
func (g *generation) inOrder(nodes []int32, o store.Order) []int32 {
	keys := make([]uint64, len(nodes))
	for i, n := range nodes {
		keys[i] = g.nodePlace(o, n)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	out := make([]int32, len(keys))
	for i, k := range keys {
		out[i] = int32(uint32(k))
	}
	if o.By == store.ByID && o.Desc {
		slices.Reverse(out)
	}
	return out
}
