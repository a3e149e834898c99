package ask

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// rosterKind returns the kind of the edges that make somebody a member of the
// group; CodeInvalid where it can have none.
func (q *asking) rosterKind(place string, n kg.Node) (kg.EdgeKind, error) {
	spec, _ := n.Kind.Spec()
	asked := q.common.Assumptions.RosterKind
	if asked == "" {
		if spec.Roster == "" {
			return "", kg.Errorf(kg.CodeInvalid, "%s: %q is a %s, which has no roster", place, string(n.ID), spec.Name).
				WithMend("name networks, organizations, declarations, events or initiatives, or give a rosterKind")
		}
		return spec.Roster, nil
	}
	edge, _ := asked.Spec()
	if !slices.Contains(edge.To, n.Kind) {
		return "", kg.Errorf(kg.CodeInvalid, "%s: no %s edge leads to %q, a %s", place, asked, string(n.ID), spec.Name).
			WithMend("leave rosterKind out, or ask for groups that have such edges")
	}
	return asked, nil
}

// rosters reads the groups with these ids and all their members. in says which
// actors are in the universe; nil: all. The actors of the groups are numbered by
// id, whatever the order of the groups.
func (q *asking) rosters(ctx context.Context, place string, ids []kg.ID, in func(kg.Node) bool) (*groups, error) {
	nodes, err := q.lookUp(ctx, place, ids)
	if err != nil {
		return nil, err
	}
	f := store.EdgeFilter{Direction: store.In}
	for _, n := range nodes {
		kind, err := q.rosterKind(place, n)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(f.Kinds, kind) {
			f.Kinds = append(f.Kinds, kind)
		}
	}
	slices.Sort(f.Kinds)
	if err := q.afford(ctx, idsOf(nodes), f, "name fewer, or smaller, groups"); err != nil {
		return nil, err
	}
	edges, err := q.edges(ctx, idsOf(nodes), f)
	if err != nil {
		return nil, err
	}
	return q.enroll(ctx, nodes, edges, in)
}

// enroll sorts out who is a member of which group. An actor who is to be left
// aside has no place in the groups, and still counts for whether they are complete.
func (q *asking) enroll(ctx context.Context, nodes []kg.Node, edges map[kg.ID][]kg.Edge, in func(kg.Node) bool, aside ...kg.ID) (*groups, error) {
	number := map[kg.ID]int32{}
	for _, n := range nodes {
		for i := range edges[n.ID] {
			number[other(&edges[n.ID][i], n.ID)] = 0
		}
	}
	ids := slices.Sorted(maps.Keys(number))
	actors, err := q.nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	g := &groups{actors: make([]kg.Node, len(ids))}
	for i, id := range ids {
		number[id], g.actors[i] = int32(i), actors[id]
	}
	e := enrolment{asking: q, outside: make([]reason, len(ids)), aside: make([]bool, len(ids)), number: number}
	for i := range g.actors {
		e.outside[i], e.aside[i] = e.reasonFor(&g.actors[i], in), slices.Contains(aside, ids[i])
	}
	for _, n := range nodes {
		g.list = append(g.list, e.group(n, edges[n.ID]))
	}
	return g, nil
}

// enrolment sorts edges into what counts and what does not.
type enrolment struct {
	*asking
	outside []reason // why an actor is left out; nil where it is not
	aside   []bool
	number  map[kg.ID]int32
}

// reason is one of the counts of what is left out.
type reason func(*Excluded) *int

// reasonFor says why an actor is left out; nil where it is not. in says who is in
// the universe; nil: everybody.
func (r enrolment) reasonFor(actor *kg.Node, in func(kg.Node) bool) reason {
	switch {
	case actor.Kind != kg.City:
		return func(x *Excluded) *int { return &x.OtherKinds }
	case !r.common.Assumptions.isActor(*actor):
		return func(x *Excluded) *int { return &x.OtherPlaceTypes }
	case in != nil && !in(*actor):
		return func(x *Excluded) *int { return &x.OutsideUniverse }
	}
	return nil
}

func (r enrolment) group(n kg.Node, edges []kg.Edge) *Group {
	g, fell := &Group{Node: n, edges: edges}, map[int32]bool{}
	by, out := r.common.Assumptions, &r.common.Excluded
	actors, standings := make([]int32, len(edges)), make([]Standing, len(edges))
	g.order = make([]int32, 0, len(edges))
	for i := range edges {
		e, actor := &edges[i], r.number[other(&edges[i], n.ID)]
		s, reason := by.weigh(e, out)
		if r.aside[actor] {
			continue
		}
		outside := r.outside[actor]
		switch {
		case reason != nil:
			r.leaveOut(e, reason)
		case outside != nil:
			r.leaveOut(e, outside(out))
			fell[actor] = true
		}
		if outside == nil && (reason == nil || reason == &out.Possible) {
			actors[i], standings[i] = actor, s
			g.order = append(g.order, int32(i))
		}
	}
	slices.SortStableFunc(g.order, func(i, j int32) int { return cmp.Compare(actors[i], actors[j]) })
	g.members = make([]member, 0, len(g.order))
	for at, i := range g.order {
		last := len(g.members) - 1
		if last < 0 || g.members[last].actor != actors[i] {
			g.members = append(g.members, member{actors[i], Out, int32(at), int32(at)})
			last++
		}
		m := &g.members[last]
		m.standing, m.to = max(m.standing, standings[i]), int32(at+1)
	}
	g.Size, g.FellOut = len(g.numbers(by.keeps)), len(fell)
	g.Roster, g.partial = by.listOf(n), r.partial(n, edges)
	return g
}

// other is e.Other without a copy of the edge.
func other(e *kg.Edge, at kg.ID) kg.ID {
	if e.From == at {
		return e.To
	}
	return e.From
}
