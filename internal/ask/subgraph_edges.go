package ask

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// answer reads the edges between the nodes and counts those that lead elsewhere.
func (d *drawing) answer(ctx context.Context) (*SubgraphAnswer, error) {
	edges, excluded, err := d.between(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := d.counts(ctx, excluded)
	if err != nil {
		return nil, err
	}
	avoided, err := d.avoided(ctx)
	if err != nil {
		return nil, err
	}
	a := &SubgraphAnswer{Edges: edges, Avoided: total(avoided)}
	drawn, toKinds := map[kg.ID]int{}, map[kg.ID]int{}
	for i := range edges {
		for _, at := range ends(&edges[i]) {
			drawn[at]++
			if d.asked(other(&edges[i], at)) {
				toKinds[at]++
			}
		}
	}
	for _, n := range d.nodes {
		node := Drawn{n, d.depth[n.ID], drawn[n.ID], counts[n.ID] - toKinds[n.ID] - avoided[n.ID]}
		a.LeftOut += node.LeftOut
		a.Truncated = a.Truncated || node.LeftOut > 0 && node.Depth < d.o.Depth
		a.Nodes = append(a.Nodes, node)
	}
	slices.SortFunc(a.Nodes, func(x, y Drawn) int {
		return cmp.Or(cmp.Compare(x.Depth, y.Depth), cmp.Compare(x.Node.ID, y.Node.ID))
	})
	return a, nil
}

// asked reports whether edges to a node are of those that are asked for.
func (d *drawing) asked(id kg.ID) bool {
	kind, _ := kg.NodeKindOf(id)
	return len(d.o.NodeKinds) == 0 || slices.Contains(d.o.NodeKinds, kind)
}

// ends are the nodes at which an edge is met: one for a loop.
func ends(e *kg.Edge) []kg.ID {
	if e.From == e.To {
		return []kg.ID{e.From}
	}
	return []kg.ID{e.From, e.To}
}

// between reads the edges between the nodes that are drawn: those that count, and
// those that do not.
func (d *drawing) between(ctx context.Context) (counted, excluded []kg.Edge, err error) {
	f := store.EdgeFilter{Kinds: d.o.Kinds, Direction: store.Both, Where: &store.Condition{IDs: idsOf(d.nodes)}}
	counts, err := d.count(ctx, idsOf(d.nodes), f)
	if err != nil {
		return nil, nil, err
	}
	if n := total(counts) / 2; n > MaxDrawn { // each is met at both its ends
		return nil, nil, kg.Errorf(kg.CodeTooCostly, "there are more than %d relationships between the nodes", MaxDrawn).
			WithMend("lower the limit, or ask for fewer kinds")
	}
	edges, err := d.edges(ctx, idsOf(d.nodes), f)
	if err != nil {
		return nil, nil, err
	}
	for _, n := range d.nodes {
		for i := range edges[n.ID] {
			e := &edges[n.ID][i]
			switch {
			case e.From != n.ID: // met at its other end
			case d.excludes(e):
				excluded = append(excluded, *e)
			default:
				counted = append(counted, *e)
			}
		}
	}
	slices.SortFunc(counted, func(x, y kg.Edge) int { return cmp.Compare(x.ID, y.ID) })
	return counted, excluded, nil
}

// avoided counts the edges at each node that count and lead to nodes which are
// avoided: these are not left out for want of room.
func (d *drawing) avoided(ctx context.Context) (map[kg.ID]int, error) {
	if len(d.avoid) == 0 {
		return nil, nil
	}
	f := d.filter()
	f.When, f.Roles = d.common.Assumptions.when(), d.o.Roles
	f.Where = &store.Condition{IDs: slices.Sorted(maps.Keys(d.avoid))}
	return d.count(ctx, idsOf(d.nodes), f)
}

// counts finds how many edges at each node count, and how many of all at them the
// assumptions leave out: with one assumption more at a time, what each takes away.
// Edges between the nodes are met at both ends; excluded are those of them that are
// left out.
func (d *drawing) counts(ctx context.Context, excluded []kg.Edge) (map[kg.ID]int, error) {
	by, out := d.common.Assumptions, &d.common.Excluded
	f := d.filter()
	counts, err := d.count(ctx, idsOf(d.nodes), f)
	if err != nil {
		return nil, err
	}
	before := total(counts)
	for _, step := range []struct {
		applies bool
		add     func()
		reason  *int
	}{
		{by.AsOf != nil, func() { f.When = store.When{AsOf: by.AsOf, Certainty: kg.Possible} }, &out.NotOnDate},
		{by.Stated, func() { f.When.Stated = true }, &out.Implied},
		{len(d.o.Roles) > 0, func() { f.Roles = d.o.Roles }, &out.OtherRoles},
		{by.Certainty == kg.Certain, func() { f.When.Certainty = kg.Certain }, &out.Possible},
	} {
		if !step.applies {
			continue
		}
		step.add()
		if counts, err = d.count(ctx, idsOf(d.nodes), f); err != nil {
			return nil, err
		}
		*step.reason += before - total(counts) // on top of those between the nodes, which are there once already
		before = total(counts)
	}
	for i := range excluded {
		e := &excluded[i]
		_, reason := by.weigh(e, out)
		for _, at := range ends(e) {
			if d.asked(other(e, at)) {
				*reason-- // met here, and counted already
			}
		}
	}
	return counts, nil
}
