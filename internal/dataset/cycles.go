package dataset

import "citygraph/internal/kg"

// cycles finds the edges that are implied by themselves, through however many
// others, in one walk (strongly connected components, Tarjan 1972).
type cycles struct {
	edge   map[kg.ID]*placed[kg.Edge]
	seen   map[kg.ID]int // order of the first visit, from 1
	lowest map[kg.ID]int // the earliest visited one that can be reached
	open   []kg.ID       // visited, and not yet known to be in a component
	isOpen map[kg.ID]bool
	in     map[kg.ID]bool // what is implied by itself
}

func cyclesOf(edge map[kg.ID]*placed[kg.Edge]) map[kg.ID]bool {
	c := &cycles{edge, map[kg.ID]int{}, map[kg.ID]int{}, nil, map[kg.ID]bool{}, map[kg.ID]bool{}}
	for id, e := range edge {
		if len(e.val.ImpliedBy) > 0 && c.seen[id] == 0 {
			c.visit(id)
		}
	}
	return c.in
}

func (c *cycles) visit(id kg.ID) {
	c.seen[id] = len(c.seen) + 1
	c.lowest[id] = c.seen[id]
	c.open, c.isOpen[id] = append(c.open, id), true
	for _, by := range c.edge[id].val.ImpliedBy {
		switch {
		case c.edge[by] == nil:
		case by == id:
			c.in[id] = true
		case c.seen[by] == 0:
			c.visit(by)
			c.lowest[id] = min(c.lowest[id], c.lowest[by])
		case c.isOpen[by]:
			c.lowest[id] = min(c.lowest[id], c.seen[by])
		}
	}
	if c.lowest[id] != c.seen[id] {
		return
	}
	several := c.open[len(c.open)-1] != id
	for done := false; !done; {
		last := c.open[len(c.open)-1]
		c.open, c.isOpen[last] = c.open[:len(c.open)-1], false
		if several {
			c.in[last] = true
		}
		done = last == id
	}
}
