package neostore

import (
	"context"
	"fmt"
	"strconv"

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
		a := anchors[row.Values[0].(int64)]
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

// edgesStatement reads the edges of all anchors in one statement: a row for
// each, cut before anything but keys is read.
func edgesStatement(at []store.Anchor, f store.EdgeFilter, p store.Page) (cypher string, params map[string]any) {
	b := newPredicate(f.When)
	near, rest := b.near(f.Where)
	pattern, direction := match(f.Kinds, f.Direction, "n", "r", "m")
	where := and(direction, b.counts(f.Kinds, f.Roles, "r", b.sure()), b.others(f.OtherKinds), b.meets(rest, "m", b.sure()))
	o := edgeOrder(f.Order)
	b.params["at"] = o.anchors(at)
	b.params["limit"] = int64(p.First + 1)

	anchor := "OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: a.id})\n"
	page := o.hinted(f, and(where, o.behind))
	switch {
	case near != "" || page == "":
		page = near + "  MATCH " + pattern + "\n  WHERE " + and(where, o.behind) + "\n  WITH r, m" + o.orderBy(p.First) + " LIMIT $limit\n"
	case !p.Total:
		anchor = "" // the index knows it by its id
	}
	columns := "r.record, m.sortKey, m.degree"
	if p.Others {
		columns += ", m.record"
	}
	cypher = "UNWIND $at AS a\n" + anchor + "RETURN a.i AS i, COLLECT {\n" + page + "  RETURN [" + columns + "]\n} AS page"
	switch {
	case p.Total && near == "" && where == "true": // the node itself knows how many
		pattern, _ = match(f.Kinds, f.Direction, "n", "", "")
		cypher += ",\nCOUNT { " + pattern + " } AS total"
	case p.Total:
		cypher += ",\nCOUNT {\n" + near + "  MATCH " + pattern + "\n" + prefixed("  WHERE ", where) + "} AS total"
	}
	return cypher, b.params
}

// prefixed is a line with a condition, none where nothing must hold.
func prefixed(word, where string) string {
	if where == "true" {
		return ""
	}
	return word + where + "\n"
}

// nearest is up to how many far ends that a filter names are looked up for each
// anchor; of more, the edges at the anchor are read instead.
const nearest = 10

// near returns what matches the far ends where the filter names a few by their
// ids: whether an edge is there is then found between both ends, however many
// the anchor has. rest is what is still to be asked.
func (p *predicate) near(c *store.Condition) (cypher string, rest *store.Condition) {
	if c == nil || len(c.IDs) == 0 || len(c.IDs) > nearest {
		return "", c
	}
	left := *c
	left.IDs = nil
	return "  MATCH (m:CityGraphNode)\n  USING INDEX SEEK m:CityGraphNode(gen, id)\n  WHERE m.gen = $gen AND m.id IN " + p.param(texts(c.IDs)) + "\n", &left
}

// hinted reads a page in the order of an index and stops at its end, where
// there is one for it: edges of one kind, read from one end, by id. Without it
// every edge at the anchor is read to find the first ones, which at a hub are
// thousands. It is "" where there is none.
func (e edgePlace) hinted(f store.EdgeFilter, where string) string {
	if e.order.By != store.ByID || len(f.Kinds) != 1 || f.Direction == store.Both {
		return ""
	}
	spec, _ := f.Kinds[0].Spec()
	if spec.Symmetric {
		return ""
	}
	left, right, end, way := "-", "->", "from", ""
	if f.Direction == store.In {
		left, right, end = "<-", "-", "to"
	}
	if e.order.Desc {
		way = " DESC"
	}
	return fmt.Sprintf(`  MATCH ()%[1]s[r:%[2]s]%[3]s(m)
  USING INDEX r:%[2]s(gen, %[4]s, id)
  WHERE r.gen = $gen AND r.%[4]s = a.id AND %[5]s
  WITH r, m ORDER BY r.gen%[6]s, r.%[4]s%[6]s, r.id%[6]s LIMIT $limit
`, left, spec.Kind, right, end, where, way)
}

func (p *predicate) others(kinds []kg.NodeKind) string {
	if len(kinds) == 0 {
		return ""
	}
	return "m.kind IN " + p.param(texts(kinds))
}

// edgePlace is how edges at an anchor are ordered: by a value, then by id.
type edgePlace struct {
	order  store.Order
	by     string // the ORDER BY
	behind string // what comes behind a.value and a.edge
}

// orderBy is the clause; of a page of none, any edge shows that there are more.
func (e edgePlace) orderBy(first int) string {
	if first == 0 {
		return ""
	}
	return " ORDER BY " + e.by
}

func edgeOrder(o store.Order) edgePlace {
	var value string
	way, than := "", ">"
	if o.Desc {
		way, than = " DESC", "<"
	}
	switch o.By {
	case store.ByID:
		return edgePlace{o, "r.id" + way, "r.id " + than + " a.edge"}
	case store.ByName:
		value = "m.sortKey"
	case store.ByDegree:
		value = "m.degree"
	default: // turned already, as unknown dates come last both ways
		value, way, than = "r.sinceUp", "", ">"
		if o.Desc {
			value = "r.sinceDown"
		}
	}
	return edgePlace{o, value + way + ", r.id", fmt.Sprintf(
		"(a.edge IS NULL OR %[1]s %[2]s a.value OR %[1]s = a.value AND r.id > a.edge)", value, than)}
}

// anchors makes the anchors a parameter.
func (e edgePlace) anchors(at []store.Anchor) []map[string]any {
	out := make([]map[string]any, len(at))
	for i, a := range at {
		out[i] = map[string]any{"i": int64(i), "id": string(a.ID), "edge": nil, "value": nil}
		if a.After == (store.Key{}) {
			if e.order.By == store.ByID { // an index is read from somewhere: before, or behind, every id
				out[i]["edge"] = map[bool]string{false: "", true: "~"}[e.order.Desc]
			}
			continue
		}
		out[i]["edge"], out[i]["value"] = string(a.After.ID), a.After.Value
		switch {
		case e.order.By == store.ByDegree:
			n, _ := strconv.ParseInt(a.After.Value, 10, 64) // ten digits, by CheckEdges
			out[i]["value"] = n
		case e.order.By == store.ByDate && e.order.Desc:
			out[i]["value"] = turnDigits(a.After.Value)
		}
	}
	return out
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
