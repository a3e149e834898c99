package ask

import (
	"context"
	"slices"

	"citygraph/internal/kg"
)

// bonds are, for each pair of groups (the lesser place first), the actors who have
// an edge to one of them from which an edge to the other was inferred.
type bonds map[[2]int][]int32

// place is where an edge of a question stands.
type place struct {
	group int
	actor int32
}

// bonds finds inferences between the groups' edges, over any number of steps. It
// reads the edges in between, where there are any. With stated edges alone there
// is nothing to find.
func (q *asking) bonds(ctx context.Context, g *groups) (bonds, error) {
	if q.common.Assumptions.Stated {
		return nil, nil
	}
	known := map[kg.ID]kg.Edge{}
	var inferred []kg.Edge
	for _, group := range g.list {
		for _, i := range group.order {
			if e := &group.edges[i]; e.Basis == kg.Implied && len(e.ImpliedBy) > 0 {
				inferred = append(inferred, *e)
			}
		}
	}
	if len(inferred) == 0 {
		return nil, nil
	}
	at := map[kg.ID]place{}
	for i, group := range g.list {
		for _, m := range group.members {
			for _, e := range group.of(m, nil) {
				known[e.ID], at[e.ID] = e, place{i, m.actor}
			}
		}
	}
	if err := q.premises(ctx, inferred, known); err != nil {
		return nil, err
	}
	g.origins = origins{known}
	found := bonds{}
	for _, e := range inferred {
		here := at[e.ID]
		for id := range g.origins.of(e) {
			there, ok := at[id]
			if !ok || there.actor != here.actor || there.group == here.group {
				continue
			}
			key := [2]int{min(here.group, there.group), max(here.group, there.group)}
			if !slices.Contains(found[key], here.actor) {
				found[key] = append(found[key], here.actor)
			}
		}
	}
	return found, nil
}

// premises reads into known what the edges were inferred from, step by step.
func (q *asking) premises(ctx context.Context, edges []kg.Edge, known map[kg.ID]kg.Edge) error {
	for range maxHops {
		var unknown []kg.ID
		for _, e := range edges {
			for _, id := range e.ImpliedBy {
				if _, ok := known[id]; !ok {
					unknown = append(unknown, id)
				}
			}
		}
		if len(unknown) == 0 {
			return nil
		}
		slices.Sort(unknown)
		found, err := q.reader.Records(ctx, slices.Compact(unknown))
		if err != nil {
			return err
		}
		edges = nil
		for _, id := range unknown {
			e, _ := found[id].(kg.Edge) // one that is not there ends the chain
			known[id] = e
			edges = append(edges, e)
		}
	}
	return nil
}

// origins tells what edges were inferred from.
type origins struct{ known map[kg.ID]kg.Edge }

// of returns every edge from which e was inferred, over any number of steps.
func (o origins) of(e kg.Edge) map[kg.ID]bool {
	all := map[kg.ID]bool{}
	open := slices.Clone(e.ImpliedBy)
	for len(open) > 0 {
		id := open[len(open)-1]
		open = open[:len(open)-1]
		if !all[id] {
			all[id] = true
			open = append(open, o.known[id].ImpliedBy...)
		}
	}
	return all
}

// inferred reports whether, at a level, all edges of an actor to group B were
// inferred from its edges to A, or else all to A from those to B; what they were
// inferred from need not count at that level, so that who is left out among all
// that are possible is left out among the certain ones too.
func (a *OverlapAnswer) inferred(p *Pair, actor int32, by Assumptions, passes level) (fromA, fromB bool) {
	inA, inB := a.edgesOf(p.A, actor, by, passes), a.edgesOf(p.B, actor, by, passes)
	if len(inA) == 0 || len(inB) == 0 {
		return false, false
	}
	if a.groups.origins.all(inB, a.edgesOf(p.A, actor, by, possible)) {
		return true, false
	}
	return false, a.groups.origins.all(inA, a.edgesOf(p.B, actor, by, possible))
}

// all reports whether each of the edges is implied, and inferred from one of the
// others.
func (o origins) all(edges, from []kg.Edge) bool {
	for _, e := range edges {
		if e.Basis != kg.Implied {
			return false
		}
		of := o.of(e)
		if !slices.ContainsFunc(from, func(x kg.Edge) bool { return of[x.ID] }) {
			return false
		}
	}
	return true
}

// edgesOf returns the edges of an actor to a group whose standing passes.
func (a *OverlapAnswer) edgesOf(group int, actor int32, by Assumptions, passes level) []kg.Edge {
	g := a.Groups[group]
	m, ok := g.find(actor)
	if !ok {
		return nil
	}
	return g.of(m, func(e *kg.Edge) bool { return passes(by.standing(e)) })
}
