package ask

import (
	"context"
	"fmt"
	"slices"

	"citygraph/internal/kg"
)

// bonds are, for each pair of groups (the lesser place first), the actors, by
// number, whose edges to both are not independent: one was inferred from the other,
// or both from some one edge.
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
	at := map[kg.ID]place{}
	var inferred []kg.Edge
	for i, group := range g.list {
		for _, m := range group.members {
			for _, e := range group.of(m, nil) {
				known[e.ID], at[e.ID] = e, place{i, m.actor}
				if e.Basis == kg.Implied && len(e.ImpliedBy) > 0 {
					inferred = append(inferred, e)
				}
			}
		}
	}
	if err := q.premises(ctx, inferred, known); err != nil {
		return nil, err
	}
	g.origins = origins{known}
	rest := map[kg.ID][]place{} // by edge: what is it, or was inferred from it
	for _, e := range inferred {
		for id := range g.origins.of(e) {
			if len(rest[id]) == 0 {
				if there, ok := at[id]; ok {
					rest[id] = append(rest[id], there)
				}
			}
			rest[id] = append(rest[id], at[e.ID])
		}
	}
	return bondsOf(rest), nil
}

// bondsOf ties the places of one actor that rest on one edge.
func bondsOf(rest map[kg.ID][]place) bonds {
	found := bonds{}
	for _, places := range rest {
		for i, x := range places {
			for _, y := range places[:i] {
				if x.actor == y.actor && x.group != y.group {
					key := [2]int{min(x.group, y.group), max(x.group, y.group)}
					found[key] = append(found[key], x.actor)
				}
			}
		}
	}
	for key, actors := range found {
		slices.Sort(actors)
		found[key] = slices.Compact(actors)
	}
	return found
}

// warnInferred says of how many actors memberships count that are not independent.
func (q *asking) warnInferred(ctx context.Context, g *groups) error {
	found, err := q.bonds(ctx, g)
	actors := map[int32]bool{}
	for _, some := range found {
		for _, actor := range some {
			actors[actor] = true
		}
	}
	if len(actors) > 0 {
		q.warn(fmt.Sprintf("of %d actors one membership was inferred from another, or two from one relationship: all of them count here; overlap leaves them out", len(actors)))
	}
	return err
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
// inferred from its edges to A or from what these were inferred from, or else all to
// A from those to B; what they were inferred from need not count at that level, so that who is left out among all
// that are possible is left out among the certain ones too.
func (a *OverlapAnswer) inferred(p *Pair, actor int32, by Assumptions, passes level) (fromA, fromB bool) {
	inA, inB := a.edgesOf(p.A, actor, by, passes), a.edgesOf(p.B, actor, by, passes)
	if len(inA) == 0 || len(inB) == 0 {
		return false, false
	}
	if a.groups.origins.all(inB, a.edgesOf(p.A, actor, by, possible), true) {
		return true, false
	}
	return false, a.groups.origins.all(inA, a.edgesOf(p.B, actor, by, possible), true)
}

// all reports whether each of the edges is implied, and inferred from one of the
// others; with common also where it and one of the others were inferred from one
// edge.
func (o origins) all(edges, from []kg.Edge, common bool) bool {
	for _, e := range edges {
		if e.Basis != kg.Implied {
			return false
		}
		of := o.of(e)
		if !slices.ContainsFunc(from, func(x kg.Edge) bool { return of[x.ID] || common && shareKey(of, o.of(x)) }) {
			return false
		}
	}
	return true
}

func shareKey(a, b map[kg.ID]bool) bool {
	for id := range a {
		if b[id] {
			return true
		}
	}
	return false
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
