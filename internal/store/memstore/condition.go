package memstore

import (
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// condition is a store.Condition made ready for one call: ids are numbers,
// kinds are codes, texts are folded.
type condition struct {
	ids       map[int32]bool // nil: any
	kinds     kindSet
	attrs     []attrIn
	name      *store.NameMatch // folded
	date      *store.DateRange
	relations []relation
	anyOf     []*condition
	known     []int8 // answers by node, where asking twice would be costly; 0: not asked yet
}

type attrIn struct {
	name   string
	values []string
	kinds  kindSet // that have the attribute
}

type relation struct {
	quantifier store.Quantifier
	kinds      []kg.EdgeKind
	direction  store.Direction
	ways       wayset
	roles      []string
	where      *condition // nil: any node
}

func (g *generation) condition(c *store.Condition) *condition {
	if c == nil {
		return nil
	}
	out := &condition{kinds: newKindSet(c.Kinds), name: folded(c.Name), date: c.Date}
	if len(c.IDs) > 0 {
		out.ids = map[int32]bool{}
		for _, id := range c.IDs {
			if n, ok := g.nodeAt[id]; ok {
				out.ids[n] = true
			}
		}
	}
	for _, a := range c.Attrs {
		out.attrs = append(out.attrs, attrIn{a.Name, a.Values, kindsWith(a.Name)})
	}
	for _, r := range c.Relations {
		where := g.condition(r.Where)
		if where != nil && where.asksOthers() {
			where.known = make([]int8, len(g.nodes))
		}
		out.relations = append(out.relations,
			relation{r.Quantifier, r.Kinds, r.Direction, newWayset(r.Kinds, r.Direction), r.Roles, where})
	}
	for i := range c.AnyOf {
		out.anyOf = append(out.anyOf, g.condition(&c.AnyOf[i]))
	}
	return out
}

func (c *condition) asksOthers() bool {
	return len(c.relations) > 0 || slices.ContainsFunc(c.anyOf, (*condition).asksOthers)
}

func folded(m *store.NameMatch) *store.NameMatch {
	if m == nil || *m == (store.NameMatch{}) {
		return nil
	}
	return &store.NameMatch{Equals: kg.Fold(m.Equals), StartsWith: kg.Fold(m.StartsWith), Contains: kg.Fold(m.Contains)}
}

// kindsWith returns the node kinds that have an attribute; no kind may.
func kindsWith(attr string) kindSet {
	set := make(kindSet, len(kg.NodeKinds))
	for i, s := range kg.NodeKinds {
		set[i] = slices.ContainsFunc(s.Attrs, func(a kg.Attr) bool { return a.Name == attr })
	}
	return set
}

func matches(name string, m *store.NameMatch) bool {
	return (m.Equals == "" || name == m.Equals) &&
		strings.HasPrefix(name, m.StartsWith) && strings.Contains(name, m.Contains)
}

func (a attrIn) holds(n *kg.Node, code int16) bool {
	v := n.Attrs[a.name]
	return v != "" && a.kinds.has(code) && slices.Contains(a.values, v)
}
