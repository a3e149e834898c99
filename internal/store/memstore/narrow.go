package memstore

import (
	"sort"
	"strings"

	"citygraph/internal/store"
)

// narrow returns the few nodes that may meet a condition, where an index knows
// them: nodes named by id, by a name or its beginning, or as neighbours of
// nodes named by id. All parts of a condition must hold, so one part is enough;
// the caller still asks the whole condition. Nodes may repeat.
func (g *generation) narrow(c *condition) (nodes []int32, ok bool) {
	if c == nil {
		return nil, false
	}
	if c.ids != nil {
		for n := range c.ids {
			nodes = append(nodes, n)
		}
		return nodes, true // in no order; the caller sorts
	}
	for i := range c.relations {
		r := &c.relations[i]
		if r.quantifier == store.Some && r.where != nil && r.where.ids != nil {
			return g.neighbours(r), true
		}
	}
	if c.name != nil && c.name.Equals+c.name.StartsWith != "" {
		return g.named(c.name), true
	}
	return nil, false
}

// neighbours returns the nodes that have an edge of the relation to one of the
// nodes that its condition names.
func (g *generation) neighbours(r *relation) (nodes []int32) {
	opposite := map[store.Direction]store.Direction{store.Out: store.In, store.In: store.Out, store.Both: store.Both}
	back := newWayset(r.kinds, opposite[r.direction])
	for n := range r.where.ids {
		from, to := g.adjacency.groupsOf(n)
		for i := from; i < to; i++ {
			if !back[g.adjacency.groups[i].code] {
				continue
			}
			for _, h := range g.adjacency.halvesOf(i) {
				nodes = append(nodes, h.other)
			}
		}
	}
	return nodes
}

// spelling is one folded name of a node.
type spelling struct {
	name string
	node int32
}

// named returns the nodes with a name that is the text or begins with it.
func (g *generation) named(m *store.NameMatch) (nodes []int32) {
	begin := m.Equals
	if begin == "" {
		begin = m.StartsWith
	}
	all := g.spellings()
	i := sort.Search(len(all), func(i int) bool { return all[i].name >= begin })
	for ; i < len(all) && strings.HasPrefix(all[i].name, begin); i++ {
		nodes = append(nodes, all[i].node)
	}
	return nodes
}
