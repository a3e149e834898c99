package memstore

import (
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// evaluator answers conditions on the nodes of one generation within one call.
type evaluator struct {
	*generation
	watch
	when store.When
}

// meets returns whether the node meets the condition; nil is met by every node.
// Once the watch is not alive the answer means nothing.
func (v *evaluator) meets(c *condition, node int32) store.Truth {
	if c == nil {
		return store.True
	}
	if c.known == nil {
		return v.weigh(c, node)
	}
	const asked = 2 // keeps answers apart from 0
	if c.known[node] == 0 {
		c.known[node] = int8(v.weigh(c, node)) + asked
	}
	return store.Truth(c.known[node] - asked)
}

func (v *evaluator) weigh(c *condition, node int32) store.Truth {
	if !v.plain(c, node) {
		return store.False
	}
	t := store.True
	if c.date != nil {
		t = c.date.Within(v.dates()[node])
	}
	for i := range c.relations {
		if t == store.False {
			return t
		}
		t = t.And(v.related(&c.relations[i], node))
	}
	if len(c.anyOf) > 0 && t != store.False {
		t = t.And(v.oneOf(c.anyOf, node))
	}
	return t
}

// plain answers the parts that are true or false.
func (v *evaluator) plain(c *condition, node int32) bool {
	if c.ids != nil && !c.ids[node] || !c.kinds.has(v.nodeKind[node]) {
		return false
	}
	for _, a := range c.attrs {
		if !a.holds(&v.nodes[node], v.nodeKind[node]) {
			return false
		}
	}
	return c.name == nil ||
		slices.ContainsFunc(v.names()[node], func(name string) bool { return matches(name, c.name) })
}

func (v *evaluator) oneOf(cs []*condition, node int32) store.Truth {
	t := store.False
	for _, c := range cs {
		if t = t.Or(v.meets(c, node)); t == store.True {
			break
		}
	}
	return t
}

// related answers a relation: "some" is the or over the edges of (it counts and
// its far end meets), "all" the and of (it does not count or its far end
// meets), "none" the negation of "some".
func (v *evaluator) related(r *relation, node int32) store.Truth {
	if r.quantifier == store.All {
		return v.reach(r, node, store.Truth.Not).Not()
	}
	some := v.reach(r, node, func(t store.Truth) store.Truth { return t })
	if r.quantifier == store.None {
		return some.Not()
	}
	return some
}

// reach is the or over the edges of (it counts and the answer of its far end,
// seen through view, is true). "All" is the negation of reach with the far ends
// negated.
func (v *evaluator) reach(r *relation, node int32, view func(store.Truth) store.Truth) store.Truth {
	found := store.False
	from, to := v.adjacency.groupsOf(node)
	for n := from; n < to; n++ {
		if !r.ways[v.adjacency.groups[n].code] {
			continue
		}
		for _, h := range v.adjacency.halvesOf(n) {
			if found == store.True || !v.alive() {
				return found
			}
			if holds := v.counts(h.edge, r.roles); holds != store.False {
				found = found.Or(holds.And(view(v.meets(r.where, h.other))))
			}
		}
	}
	return found
}

// counts answers whether an edge counts; an edge that is left out is false.
func (v *evaluator) counts(number int32, roles []string) store.Truth {
	e := &v.edges[number]
	if v.when.Stated && e.Basis == kg.Implied {
		return store.False
	}
	if len(roles) > 0 && e.Kind == kg.TookPartIn && !slices.Contains(roles, e.Attrs["role"]) {
		return store.False
	}
	if v.when.AsOf == nil {
		return store.True
	}
	return store.TruthOf(e.window.HoldsOn(*v.when.AsOf))
}
