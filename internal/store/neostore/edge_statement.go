package neostore

import (
	"fmt"
	"slices"
	"strconv"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// edgesStatement reads the edges of all anchors in one statement: a row for
// each, cut before anything but keys is read.
func edgesStatement(at []store.Anchor, f store.EdgeFilter, p store.Page) (cypher string, params map[string]any) {
	b := newPredicate(f.When)
	near, rest := b.near(f.Where)
	pattern, direction := match(f.Kinds, f.Direction, "n", "r", "m")
	where := and(direction, b.counts(f.Kinds, f.Roles, "r", b.sure()), b.others(f.OtherKinds), b.meets(rest, "m", b.sure()))
	o := edgeOrder(f.Order, at)
	b.params["at"] = o.anchors(at)
	b.params["limit"] = int64(p.First + 1)

	unwind, id, name := o.unwind()
	anchor := "OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: " + id + "})\n"
	page := o.hinted(f, id, where)
	switch {
	case near != "" || page == "":
		page = near + "  MATCH " + pattern + "\n" + prefixed("  WHERE ", and(where, o.behind)) + "  WITH r, m" + o.orderBy(p.First) + " LIMIT $limit\n"
	case !p.Total:
		anchor = "" // the index knows it by its id
	}
	item := "r.record"
	if o.farAsked(p) {
		item = "[r, m]"
	}
	cypher = "COLLECT {\n" + page + "  RETURN " + item + "\n} AS page"
	switch {
	case p.Total && near == "" && where == "true": // the node itself knows how many
		pattern, _ = match(f.Kinds, f.Direction, "n", "", "")
		cypher += ",\nCOUNT { " + pattern + " } AS total"
	case p.Total:
		cypher += ",\nCOUNT {\n" + near + "  MATCH " + pattern + "\n" + prefixed("  WHERE ", where) + "} AS total"
	}
	if !o.farAsked(p) {
		return b.before() + unwind + anchor + "RETURN " + name + ", " + cypher, b.params
	}
	return b.before() + unwind + anchor + "WITH g, " + name + ", " + cypher + "\n" + together(o.keyed, p), b.params
}

// together joins the pages of all anchors into one row, and brings each node at
// their far ends once, to however many of the anchors it is tied. The row hangs
// on the marker g: without that there is none.
func together(keyed bool, p store.Page) string {
	name, total, record := "id", "null", ""
	if keyed {
		name = "i"
	}
	if p.Total {
		total = "total"
	}
	if p.Others {
		record = ", m.record"
	}
	return fmt.Sprintf(`WITH g, collect([%s, page, %s]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree%s]
} AS others`, name, total, record)
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
func (e edgePlace) hinted(f store.EdgeFilter, id, where string) string {
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
	behind := e.behind
	if behind == "" {
		behind = "r.id IS NOT NULL" // says that the index has every edge
	}
	return fmt.Sprintf(`  MATCH ()%[1]s[r:%[2]s]%[3]s(m)
  USING INDEX r:%[2]s(gen, %[4]s, id)
  WHERE %[5]s
  WITH r, m ORDER BY r.gen%[6]s, r.%[4]s%[6]s, r.id%[6]s LIMIT $limit
`, left, spec.Kind, right, end, and("r.gen = $gen AND r."+end+" = "+id, behind, where), way)
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
	keyed  bool   // pages begin behind keys: anchors are a.i, a.id, a.value, a.edge; else an anchor is its id
	by     string // the ORDER BY
	behind string // what comes behind a.value and a.edge; "" where not keyed
}

func edgeOrder(o store.Order, at []store.Anchor) edgePlace {
	e := edgePlace{order: o, keyed: slices.ContainsFunc(at, func(a store.Anchor) bool { return a.After != store.Key{} })}
	var value string
	way, than := "", ">"
	if o.Desc {
		way, than = " DESC", "<"
	}
	switch o.By {
	case store.ByID:
		e.by, e.behind = "r.id"+way, "r.id "+than+" a.edge"
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
	if value != "" {
		e.by = value + way + ", r.id"
		e.behind = fmt.Sprintf("(a.edge IS NULL OR %[1]s %[2]s a.value OR %[1]s = a.value AND r.id > a.edge)", value, than)
	}
	if !e.keyed {
		e.behind = ""
	}
	return e
}

// farAsked reports whether the far ends of edges are asked for: by the caller,
// or by the keys of the order.
func (e edgePlace) farAsked(p store.Page) bool {
	return p.First > 0 && (p.Others || e.order.By == store.ByName || e.order.By == store.ByDegree)
}

// orderBy is the clause; of a page of none, any edge shows that there are more.
func (e edgePlace) orderBy(first int) string {
	if first == 0 {
		return ""
	}
	return " ORDER BY " + e.by
}

// unwind begins a statement with a row for each anchor, whose id and name for
// an answer it returns too.
func (e edgePlace) unwind() (cypher, id, name string) {
	if e.keyed {
		return "UNWIND $at AS a\n", "a.id", "a.i AS i"
	}
	return "UNWIND $at AS id\n", "id", "id"
}

// anchors makes the anchors a parameter.
func (e edgePlace) anchors(at []store.Anchor) any {
	if !e.keyed {
		ids := make([]string, len(at))
		for i, a := range at {
			ids[i] = string(a.ID)
		}
		return ids
	}
	out := make([]map[string]any, len(at))
	for i, a := range at {
		out[i] = map[string]any{"i": int64(i), "id": string(a.ID)}
		if a.After != (store.Key{}) {
			out[i]["edge"], out[i]["value"] = string(a.After.ID), e.value(a.After)
		} else if e.order.By == store.ByID { // an index is read from somewhere: before, or behind, every id
			out[i]["edge"] = map[bool]string{false: "", true: "~"}[e.order.Desc]
		}
	}
	return out
}

// value is a key's value as properties hold it.
func (e edgePlace) value(k store.Key) any {
	switch {
	case e.order.By == store.ByID:
		return nil
	case e.order.By == store.ByDegree:
		n, _ := strconv.ParseInt(k.Value, 10, 64) // ten digits, by CheckEdges
		return n
	case e.order.By == store.ByDate && e.order.Desc:
		return turnDigits(k.Value)
	}
	return k.Value
}
