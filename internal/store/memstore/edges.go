package memstore

import (
	"context"

	"citygraph/internal/store"
)

// Edges returns a page of edges for each anchor; see store.Reader.
func (r *reader) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	if err := r.store.ready(ctx); err != nil {
		return nil, err
	}
	if err := store.CheckEdges(at, f, p); err != nil {
		return nil, err
	}
	s := r.selection(ctx, f)
	pages := make(map[store.Anchor]store.EdgePage, len(at))
	for _, a := range at {
		if _, done := pages[a]; done {
			continue
		}
		pages[a] = s.page(a, p)
		if s.err != nil {
			return nil, s.err
		}
	}
	return pages, nil
}

// selection is one Edges being answered.
type selection struct {
	evaluator
	filter store.EdgeFilter
	ways   wayset
	others kindSet
	where  *condition
	open   bool // every edge of its kinds and direction passes
}

func (g *generation) selection(ctx context.Context, f store.EdgeFilter) *selection {
	return &selection{
		evaluator: evaluator{g, watch{ctx: ctx}, f.When},
		filter:    f, ways: newWayset(f.Kinds, f.Direction), others: newKindSet(f.OtherKinds), where: g.condition(f.Where),
		open: len(f.OtherKinds) == 0 && len(f.Roles) == 0 && f.Where == nil && f.When == store.When{},
	}
}

func (s *selection) page(a store.Anchor, p store.Page) store.EdgePage {
	page := store.EdgePage{Total: -1}
	node, known := s.nodeAt[a.ID]
	if p.Total {
		page.Total = 0
		if known {
			page.Total = s.total(node)
		}
	}
	if !known {
		return page
	}
	w := s.walk(node, s.ways, s.filter.Order, a.After)
	if s.open {
		page.Items = make([]store.EdgeItem, 0, min(p.First, w.left()))
	}
	for s.alive() {
		h, ok := w.next()
		if !ok {
			break
		}
		if !s.passes(h) {
			continue
		}
		if len(page.Items) == p.First {
			page.More = true
			break
		}
		page.Items = append(page.Items, s.item(h, p.Others))
	}
	return page
}

func (s *selection) total(node int32) int {
	total := 0
	from, to := s.adjacency.groupsOf(node)
	for n := from; n < to; n++ {
		halves := s.adjacency.halvesOf(n)
		if !s.ways[s.adjacency.groups[n].code] {
			continue
		}
		if s.open {
			total += len(halves)
			continue
		}
		for _, h := range halves {
			if s.alive() && s.passes(h) {
				total++
			}
		}
	}
	return total
}

func (s *selection) passes(h half) bool {
	if s.open {
		return true
	}
	if !s.others.has(s.nodeKind[h.other]) {
		return false
	}
	t := s.counts(h.edge, s.filter.Roles)
	if t != store.False {
		t = t.And(s.meets(s.where, h.other))
	}
	return s.when.Keeps(t)
}

func (s *selection) item(h half, others bool) store.EdgeItem {
	item := store.EdgeItem{Edge: s.edges[h.edge].Clone(), Key: s.halfKey(s.filter.Order, h)}
	if others {
		item.Other = s.nodes[h.other].Clone()
	}
	return item
}
