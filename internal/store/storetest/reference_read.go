package storetest

import (
	"fmt"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// List is Reader.List.
func (r *Reference) List(f store.NodeFilter, p store.Page) store.NodePage {
	var rows []row[kg.Node]
	for _, n := range r.nodes {
		if len(f.Kinds) > 0 && !slices.Contains(f.Kinds, n.Kind) {
			continue
		}
		if keeps(f.When, r.meets(n, f.Where, f.When)) {
			k := row[kg.Node]{n, n.SortKey, n.Degree, n.Date(), store.Key{ID: n.ID}}
			rows = append(rows, k)
		}
	}
	slices.SortFunc(rows, func(a, b row[kg.Node]) int { return compareRows(a, b, f.Order) })
	out := store.NodePage{Total: -1}
	if p.Total {
		out.Total = len(rows)
	}
	page, more := cut(rows, f.Order, p.After, p.First)
	out.More = more
	for _, n := range page {
		out.Nodes = append(out.Nodes, n.item)
	}
	return out
}

// Edges is Reader.Edges.
func (r *Reference) Edges(at []store.Anchor, f store.EdgeFilter, p store.Page) map[store.Anchor]store.EdgePage {
	out := map[store.Anchor]store.EdgePage{}
	for _, a := range at {
		out[a] = r.edgePage(a, f, p)
	}
	return out
}

func (r *Reference) edgePage(a store.Anchor, f store.EdgeFilter, p store.Page) store.EdgePage {
	var rows []row[store.EdgeItem]
	for _, e := range r.edges {
		if !readFrom(e, a.ID, f.Direction) || len(f.Kinds) > 0 && !slices.Contains(f.Kinds, e.Kind) {
			continue
		}
		other := r.node(e.Other(a.ID))
		if len(f.OtherKinds) > 0 && !slices.Contains(f.OtherKinds, other.Kind) {
			continue
		}
		counts := weight(e, f.Roles, f.When)
		if counts == leftOut || !keeps(f.When, and(counts, r.meets(other, f.Where, f.When))) {
			continue
		}
		item := store.EdgeItem{Edge: e, Key: store.Key{Value: keyValue(f.Order, e, other), ID: e.ID}}
		if p.Others {
			item.Other = other
		}
		rows = append(rows, row[store.EdgeItem]{item, other.SortKey, other.Degree, e.Since, item.Key})
	}
	slices.SortFunc(rows, func(x, y row[store.EdgeItem]) int { return compareRows(x, y, f.Order) })
	out := store.EdgePage{Total: -1}
	if p.Total {
		out.Total = len(rows)
	}
	var after *store.Key
	if a.After != (store.Key{}) {
		after = &a.After
	}
	page, more := cut(rows, f.Order, after, p.First)
	out.More = more
	for _, i := range page {
		out.Items = append(out.Items, i.item)
	}
	return out
}

// readFrom reports whether the edge is read from the anchor in this direction.
func readFrom(e kg.Edge, anchor kg.ID, d store.Direction) bool {
	spec, _ := e.Kind.Spec()
	if spec.Symmetric || d == store.Both {
		return e.From == anchor || e.To == anchor
	}
	if d == store.Out {
		return e.From == anchor
	}
	return e.To == anchor
}

func keyValue(o store.Order, e kg.Edge, other kg.Node) string {
	switch o.By {
	case store.ByName:
		return other.SortKey
	case store.ByDegree:
		return fmt.Sprintf("%010d", other.Degree)
	case store.ByDate:
		return e.Since.Key()
	}
	return ""
}
