package model

import (
	"cmp"
	"context"
	"strings"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// SimilarCities is the GraphQL type SimilarCities.
type SimilarCities struct {
	answer
	a     *ask.SimilarCitiesAnswer
	level *loader.Level
}

// AskSimilarCities answers the question similarCities.
func AskSimilarCities(ctx context.Context) (*SimilarCities, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	minShared, err1 := q.whole("minShared", 0, ask.MaxEdges)
	first, err2 := q.whole("first", 0, maxFirst)
	if err := cmp.Or(err, err1, err2); err != nil {
		return nil, err
	}
	measure, _ := q["measure"].(string)
	got, err := ask.SimilarCities(ctx, request(ctx).Reader, ask.SimilarCitiesOptions{
		Assumptions: a, City: q.id("city"), Measure: ask.Similarity(strings.ToLower(measure)), MinShared: minShared, First: first,
	})
	if err != nil {
		return nil, err
	}
	nodes := []kg.Node{got.City}
	var edges []kg.Edge
	for _, c := range got.Cities {
		nodes = append(nodes, c.City)
		for _, s := range c.Shared {
			nodes, edges = append(nodes, s.Group), append(append(edges, s.A...), s.B...)
		}
	}
	if asked(ctx, "cities", "shared") {
		if err := bounded(len(nodes)+len(edges), "ask for fewer cities (first), or leave out what they share"); err != nil {
			return nil, err
		}
	}
	return &SimilarCities{answered(ctx, got.Common), got, levelOf(ctx, nodes, edges)}, nil
}

// Node is the field node.
func (s *SimilarCities) Node() Node { return wrap(node{&s.a.City, s.level}) }

// GroupCount is the field groupCount.
func (s *SimilarCities) GroupCount() int { return s.a.Groups }

// Total is the field total.
func (s *SimilarCities) Total() int { return s.a.Total }

// Cities is the field cities.
func (s *SimilarCities) Cities() []SimilarCity {
	return mapped(s.a.Cities, func(c ask.SimilarCity) SimilarCity { return SimilarCity{c, s.level} })
}

// SimilarCity is the GraphQL type SimilarCity.
type SimilarCity struct {
	c     ask.SimilarCity
	level *loader.Level
}

// Node is the field node.
func (c SimilarCity) Node() Node { return wrap(node{&c.c.City, c.level}) }

// Score is the field score.
func (c SimilarCity) Score() float64 { return c.c.Score }

// GroupCount is the field groupCount.
func (c SimilarCity) GroupCount() *int {
	if c.c.Groups < 0 {
		return nil
	}
	return &c.c.Groups
}

// Circular is the field circular.
func (c SimilarCity) Circular() int { return c.c.Circular }

// Shared is the field shared.
func (c SimilarCity) Shared() []SharedGroup {
	return mapped(c.c.Shared, func(s ask.SharedGroup) SharedGroup { return SharedGroup{s, c.level} })
}

// SharedGroup is the GraphQL type SharedGroup.
type SharedGroup struct {
	s     ask.SharedGroup
	level *loader.Level
}

// Group is the field group.
func (s SharedGroup) Group() Node { return wrap(node{&s.s.Group, s.level}) }

// Size is the field size.
func (s SharedGroup) Size() int { return s.s.Size }

// EdgesA is the field edgesA.
func (s SharedGroup) EdgesA() []Edge { return edgesOn(s.level, s.s.A) }

// EdgesB is the field edgesB.
func (s SharedGroup) EdgesB() []Edge { return edgesOn(s.level, s.s.B) }
