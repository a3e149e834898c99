package storetest

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// DrawNodeFilter returns a random well-formed filter for a world.
func DrawNodeFilter(t *rapid.T, w World) store.NodeFilter {
	d := drawing{t, w.Batch}
	return store.NodeFilter{Kinds: d.nodeKinds(), Where: d.where(0), When: d.when(), Order: d.order()}
}

// DrawEdgeFilter returns a random well-formed filter for a world.
func DrawEdgeFilter(t *rapid.T, w World) store.EdgeFilter {
	d := drawing{t, w.Batch}
	f := store.EdgeFilter{
		Kinds: d.edgeKinds(), Direction: d.direction(), OtherKinds: d.nodeKinds(), Roles: d.roles(), When: d.when(), Order: d.order(),
	}
	if d.some("where") {
		f.Where = d.where(0)
	}
	return f
}

// DrawPage returns a random page of a listing in this order; its key belongs to
// a record, to one that does not exist, or to none.
func DrawPage(t *rapid.T, w World, o store.Order) store.Page {
	d := drawing{t, w.Batch}
	p := store.Page{
		First: draw(t, "first", []int{0, 1, 2, 3, 5, store.MaxPage}),
		Total: rapid.Bool().Draw(t, "total"), Others: rapid.Bool().Draw(t, "others"),
	}
	if rapid.Bool().Draw(t, "after") {
		p.After = new(d.key(o))
	}
	return p
}

// DrawAnchors returns random anchors, known and unknown, with and without keys.
func DrawAnchors(t *rapid.T, w World, o store.Order) []store.Anchor {
	d := drawing{t, w.Batch}
	var at []store.Anchor
	for range rapid.IntRange(0, 5).Draw(t, "anchors") {
		a := store.Anchor{ID: d.id()}
		if rapid.Bool().Draw(t, "after") {
			a.After = d.key(o)
		}
		at = append(at, a)
	}
	return at
}

// seldom is true one time in four, some one time in two.
func (d *drawing) seldom(label string) bool { return rapid.IntRange(0, 3).Draw(d.t, label) == 0 }

func (d *drawing) some(label string) bool { return rapid.Bool().Draw(d.t, label) }

func (d *drawing) nodeKinds() (kinds []kg.NodeKind) {
	if d.seldom("node kinds") {
		for range rapid.IntRange(1, 3).Draw(d.t, "kinds") {
			kinds = append(kinds, draw(d.t, "kind", d.batch.Nodes).Kind)
		}
	}
	return kinds
}

func (d *drawing) edgeKinds() (kinds []kg.EdgeKind) {
	if d.some("edge kinds") {
		for range rapid.IntRange(1, 3).Draw(d.t, "kinds") {
			if len(d.batch.Edges) == 0 || d.seldom("another kind") {
				kinds = append(kinds, draw(d.t, "kind", kg.EdgeKinds).Kind)
			} else {
				kinds = append(kinds, draw(d.t, "kind", d.batch.Edges).Kind)
			}
		}
	}
	return kinds
}

func (d *drawing) direction() store.Direction {
	return draw(d.t, "direction", []store.Direction{store.Out, store.In, store.Both})
}

func (d *drawing) roles() []string {
	if !d.seldom("roles") {
		return nil
	}
	return []string{draw(d.t, "role", append([]string{""}, kg.Roles...)), draw(d.t, "role", kg.Roles)}
}

func (d *drawing) when() store.When {
	w := store.When{Stated: d.seldom("stated")}
	if d.some("as of") {
		w.AsOf = d.day()
		w.Certainty = draw(d.t, "certainty", []kg.Holding{"", kg.Possible, kg.Certain})
	}
	return w
}

func (d *drawing) day() *kg.Day { return day(draw(d.t, "day", drawnDays)) }

func (d *drawing) order() store.Order {
	return store.Order{By: draw(d.t, "by", orders), Desc: d.some("descending")}
}

// where draws a condition that stands inside so many relations.
func (d *drawing) where(depth int) *store.Condition {
	if d.seldom("no condition") {
		return nil
	}
	c := &store.Condition{}
	if depth < store.MaxDepth && d.some("only a relation") {
		c.Relations = []store.Relation{d.relation(depth)}
		return c
	}
	if d.seldom("ids") {
		c.IDs = []kg.ID{d.id(), d.id(), d.id()}
	}
	if d.seldom("kinds") {
		c.Kinds = d.nodeKinds()
	}
	if d.seldom("attrs") {
		c.Attrs = []store.AttrIn{d.attrIn()}
	}
	if d.seldom("name") {
		c.Name = d.nameMatch()
	}
	if d.seldom("date") {
		c.Date = d.dateRange()
	}
	for depth < store.MaxDepth && len(c.Relations) < 2 && d.seldom("relation") {
		c.Relations = append(c.Relations, d.relation(depth))
	}
	for d.seldom("any of") && len(c.AnyOf) < 2 {
		if one := d.where(depth); one != nil {
			c.AnyOf = append(c.AnyOf, *one)
		}
	}
	return c
}

func (d *drawing) relation(depth int) store.Relation {
	return store.Relation{
		Quantifier: draw(d.t, "quantifier", []store.Quantifier{store.Some, store.All, store.None}),
		Kinds:      d.edgeKinds(), Direction: d.direction(), Roles: d.roles(), Where: d.where(depth + 1),
	}
}

func (d *drawing) attrIn() store.AttrIn {
	n := draw(d.t, "like", d.batch.Nodes)
	names := []string{"country", "form", "noSuchAttribute"}
	for name := range n.Attrs {
		names = append(names, name)
	}
	slices.Sort(names)
	name := draw(d.t, "attribute", names)
	return store.AttrIn{Name: name, Values: []string{n.Attrs[name], draw(d.t, "value", []string{"DE", "letter", "7"})}}
}

func (d *drawing) nameMatch() *store.NameMatch {
	m := &store.NameMatch{}
	name := draw(d.t, "name", drawnNames)
	if d.seldom("equals") {
		m.Equals = strings.ToUpper(name)
	}
	if d.some("starts with") {
		m.StartsWith = string([]rune(name)[:1])
	}
	if d.some("contains") {
		m.Contains = draw(d.t, "part", []string{"r", "LI", "ä", "paulo"})
	}
	return m
}

func (d *drawing) dateRange() *store.DateRange {
	r := &store.DateRange{}
	if d.some("from") {
		r.From = d.day()
	}
	if d.some("to") {
		r.To = d.day()
	}
	if r.From != nil && r.To != nil && *r.From > *r.To {
		r.From, r.To = r.To, r.From
	}
	return r
}

// id draws the id of any record, or one that nothing has.
func (d *drawing) id() kg.ID {
	switch {
	case len(d.batch.Edges) > 0 && d.some("end of an edge"):
		return draw(d.t, "edge", d.batch.Edges).To
	case !d.seldom("not a node"):
		return d.end("id")
	}
	ids := []kg.ID{"city:nobody"}
	for _, e := range d.batch.Edges {
		ids = append(ids, e.ID)
	}
	for _, r := range d.batch.Retired {
		ids = append(ids, r.ID)
	}
	return draw(d.t, "id", ids)
}

func (d *drawing) key(o store.Order) store.Key {
	k := store.Key{ID: d.id()}
	switch o.By {
	case store.ByName:
		k.Value = kg.Fold(draw(d.t, "name", drawnNames))
	case store.ByDate:
		k.Value = kg.MustDate(draw(d.t, "date", drawnDates)).Key()
	case store.ByDegree:
		k.Value = fmt.Sprintf("%010d", rapid.IntRange(0, 4).Draw(d.t, "degree"))
	}
	return k
}
