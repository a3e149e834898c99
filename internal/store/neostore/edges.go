package neostore

import (
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

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
	found, far, err := pagesOf(rows)
	if err != nil {
		return nil, err
	}
	for _, columns := range found {
		a := anchorOf(columns[0], anchors)
		page := store.EdgePage{Total: -1}
		if p.Total {
			page.Total = total(columns[2])
		}
		items, _ := columns[1].([]any)
		page.More = len(items) > p.First
		for _, item := range items[:min(p.First, len(items))] {
			i, err := far.item(item, a.ID, f.Order, p.Others)
			if err != nil {
				return nil, err
			}
			page.Items = append(page.Items, i)
		}
		pages[a] = page
	}
	return pages, nil
}

// pagesOf reads the rows of edgesStatement: a row [anchor, page, total] each, or
// all of them in one row with the far ends beside.
func pagesOf(rows []*neo4j.Record) (pages [][]any, far ends, err error) {
	far = ends{}
	for _, row := range rows {
		if len(row.Keys) == 2 && row.Keys[0] == "pages" {
			for _, p := range list(row, 0) {
				page, _ := p.([]any)
				pages = append(pages, page)
			}
			if err := far.add(list(row, 1)); err != nil {
				return nil, nil, err
			}
			continue
		}
		pages = append(pages, append(slices.Clone(row.Values), nil))
	}
	for _, p := range pages {
		if len(p) < 3 {
			return nil, nil, broken("a page of edges", nil)
		}
	}
	return pages, far, nil
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

// ends are the nodes at the far ends of edges, by id.
type ends map[kg.ID]kg.Node

// add reads [id, sortKey, degree] of each, and behind it the record where asked
// for.
func (far ends) add(nodes []any) error {
	for _, n := range nodes {
		columns, _ := n.([]any)
		if len(columns) < 3 {
			return broken("a node", nil)
		}
		id, _ := columns[0].(string)
		node := kg.Node{ID: kg.ID(id)}
		if len(columns) > 3 {
			var err error
			if node, err = nodeOf([]any{columns[3], columns[1], columns[2]}); err != nil {
				return err
			}
		} else {
			degree, _ := columns[2].(int64)
			node.SortKey, _ = columns[1].(string)
			node.Degree = int(degree)
		}
		far[kg.ID(id)] = node
	}
	return nil
}

// item reads the record of an edge at an anchor.
func (far ends) item(record any, anchor kg.ID, o store.Order, others bool) (store.EdgeItem, error) {
	e, err := recordOf(record, (*decoder).edge)
	if err != nil {
		return store.EdgeItem{}, err
	}
	id := e.To
	if e.From != anchor {
		id = e.From
	}
	other, there := far[id]
	i := store.EdgeItem{Edge: e, Key: o.EdgeKey(e, other)}
	if others && !there {
		return i, broken("the far end of an edge", nil)
	}
	if others {
		i.Other = other.Clone() // what is returned belongs to the caller
	}
	return i, nil
}
