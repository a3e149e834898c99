package neostore

import (
	"context"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Edges returns a page of edges for each anchor; see store.Reader.
func (r *reader) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	if err := store.CheckEdges(at, f, p); err != nil {
		return nil, err
	}
	anchors, pages := distinct(at, p)
	if len(anchors) == 0 {
		return pages, nil
	}
	cypher, params := edgesStatement(anchors, f, p)
	rows, err := r.ask(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		a := anchorOf(row.Values[0], anchors)
		page := store.EdgePage{Total: -1}
		if p.Total {
			page.Total = total(row.Values[2])
		}
		items := list(row, 1)
		page.More = len(items) > p.First
		for _, item := range items[:min(p.First, len(items))] {
			i, err := edgeItem(item, f.Order, p.Others)
			if err != nil {
				return nil, err
			}
			page.Items = append(page.Items, i)
		}
		pages[a] = page
	}
	return pages, nil
}

// distinct returns the anchors that may have edges, each once, and a map with
// an empty page for every anchor.
func distinct(at []store.Anchor, p store.Page) (anchors []store.Anchor, pages map[store.Anchor]store.EdgePage) {
	pages = make(map[store.Anchor]store.EdgePage, len(at))
	empty := store.EdgePage{Total: -1}
	if p.Total {
		empty.Total = 0
	}
	for _, a := range at {
		if _, done := pages[a]; done {
			continue
		}
		pages[a] = empty
		if a.ID.Valid() {
			anchors = append(anchors, a)
		}
	}
	return anchors, pages
}

// anchorOf returns the anchor of a row: by its place in the list, or by its id
// where no page begins behind a key.
func anchorOf(value any, anchors []store.Anchor) store.Anchor {
	if i, ok := value.(int64); ok {
		return anchors[i]
	}
	id, _ := value.(string)
	return store.Anchor{ID: kg.ID(id)}
}

// edgeItem reads [edge's record, other's sortKey, degree, record].
func edgeItem(value any, o store.Order, others bool) (store.EdgeItem, error) {
	columns, ok := value.([]any)
	if !ok || len(columns) < 3 {
		return store.EdgeItem{}, broken("an edge", nil)
	}
	e, err := recordOf(columns[0], (*decoder).edge)
	if err != nil {
		return store.EdgeItem{}, err
	}
	var other kg.Node
	if others {
		if other, err = nodeOf([]any{columns[len(columns)-1], columns[1], columns[2]}); err != nil {
			return store.EdgeItem{}, err
		}
		return store.EdgeItem{Edge: e, Key: o.EdgeKey(e, other), Other: other}, nil
	}
	sortKey, _ := columns[1].(string)
	degree, _ := columns[2].(int64)
	return store.EdgeItem{Edge: e, Key: o.EdgeKey(e, kg.Node{SortKey: sortKey, Degree: int(degree)})}, nil
}
