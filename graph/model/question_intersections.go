package model

import (
	"cmp"
	"context"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// Intersections is the GraphQL type Intersections.
type Intersections struct {
	answer
	a     *ask.IntersectionsAnswer
	level *loader.Level // of all actors and groups that are listed
}

// AskIntersections answers the question intersections.
func AskIntersections(ctx context.Context) (*Intersections, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	minSize, err1 := q.whole("minSize", 0, ask.MaxUniverse)
	first, err2 := q.whole("first", 0, maxFirst)
	if err := cmp.Or(err, err1, err2); err != nil {
		return nil, err
	}
	got, err := ask.Intersections(ctx, request(ctx).Reader, ask.IntersectionsOptions{
		Assumptions: a, Groups: q.ids("groups"), MinSize: minSize, First: first, ByDegree: q.is("orderBy", "DEGREE"),
	})
	if err != nil {
		return nil, err
	}
	var nodes []kg.Node
	for _, s := range got.Sets {
		nodes = append(append(nodes, s.Groups...), s.Actors...)
	}
	if asked(ctx, "sets", "actors") {
		if err := bounded(len(nodes), "ask for fewer sets (first, minSize), or leave out their actors: size counts them"); err != nil {
			return nil, err
		}
	}
	return &Intersections{answered(ctx, got.Common), got, levelOf(ctx, nodes, nil)}, nil
}

// Groups is the field groups.
func (i *Intersections) Groups(ctx context.Context) []Group { return groupsOf(ctx, i.a.Groups) }

// Total is the field total.
func (i *Intersections) Total() int { return i.a.Total }

// ActorCount is the field actorCount.
func (i *Intersections) ActorCount() int { return i.a.Actors }

// Sets is the field sets.
func (i *Intersections) Sets() []Intersection {
	return mapped(i.a.Sets, func(s ask.Intersection) Intersection { return Intersection{s, i.level} })
}

// Intersection is the GraphQL type Intersection.
type Intersection struct {
	i     ask.Intersection
	level *loader.Level
}

// Groups is the field groups.
func (i Intersection) Groups() []Node { return nodesOn(i.level, i.i.Groups) }

// Size is the field size.
func (i Intersection) Size() int { return len(i.i.Actors) }

// Actors is the field actors.
func (i Intersection) Actors() []Node { return nodesOn(i.level, i.i.Actors) }
