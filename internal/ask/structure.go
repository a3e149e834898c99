package ask

import (
	"context"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
)

// StructureAnswer is the answer: what the graph of actors and groups looks like as a
// whole. Numbers are nil where there is nothing to divide by.
type StructureAnswer struct {
	Common
	Graph
	Parts                 int // that nothing ties to each other
	Density               *float64
	Clustering            analysis.Clustering
	ClusteringCoefficient *float64
	Nestedness            *float64 // NODF, in percent
	NestednessOfActors    *float64
	NestednessOfGroups    *float64
	Classes               []Class
	Cuts                  []CutNode
}

// Class is a number of nodes of one mode with the same neighbours; the largest
// comes first.
type Class struct {
	IsActor  bool
	IDs      []kg.ID // by id
	Vertices []int32
	Shared   []kg.ID // what all of them are next to, by id
}

// CutNode is a node without which its part of the graph falls apart. Those that
// separate most nodes from the largest part come first.
type CutNode struct {
	ID      kg.ID
	IsActor bool
	Vertex  int
	Pieces  []analysis.Piece // two or more, the largest first
	view    *projection.View
}

// IDs returns the ids of the nodes of a piece, actors before groups, each by id,
// limit at most.
func (c CutNode) IDs(p analysis.Piece, limit int) []kg.ID {
	vertices := p.Vertices()
	return ids(c.view, vertices[:min(limit, len(vertices))])
}

// Separated returns how many nodes are not in the largest part that remains.
func (c CutNode) Separated() (n int) {
	for _, p := range c.Pieces[1:] {
		n += p.Size()
	}
	return n
}

func ids(v *projection.View, vertices []int32) []kg.ID {
	all := make([]kg.ID, len(vertices))
	for i, vertex := range vertices {
		all[i] = v.ID(int(vertex))
	}
	return all
}

// StructureOptions are the arguments of Structure.
type StructureOptions struct{ Assumptions }

// Structure describes the graph of actors and groups as a whole.
func Structure(ctx context.Context, r store.Reader, w *Whole, o StructureOptions) (*StructureAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	v, name, err := q.view(ctx, w)
	if err != nil {
		return nil, err
	}
	a, err := cached(ctx, w.cache, measures, "structure "+name, (*StructureAnswer).weight,
		func(ctx context.Context) (*StructureAnswer, error) { return describe(ctx, v) })
	if err != nil {
		return nil, err
	}
	answer := *a
	answer.Graph = Graph{v}
	q.warnRecorded()
	answer.Common = q.common
	return &answer, nil
}

// weight is how many numbers the answer holds: with its cut nodes go the view, and
// the search that found them.
func (a *StructureAnswer) weight() int {
	n := 0
	for _, c := range a.Classes {
		n += 12 + 3*len(c.IDs) + 2*len(c.Shared)
	}
	for _, c := range a.Cuts {
		n += 8 + 8*len(c.Pieces)
	}
	if len(a.Cuts) > 0 {
		v := a.Cuts[0].view
		n += 2*v.Edges() + 6*v.Vertices()
	}
	return n
}

func describe(ctx context.Context, v *projection.View) (*StructureAnswer, error) {
	clustering, err := analysis.CountClustering(ctx, v.TwoMode)
	if err != nil {
		return nil, err
	}
	nested := analysis.Nestedness(v.TwoMode)
	a := &StructureAnswer{
		Parts:      analysis.Parts(v.TwoMode),
		Density:    number(analysis.Density(v.TwoMode)),
		Clustering: clustering, ClusteringCoefficient: number(clustering.Coefficient()),
		Nestedness: number(nested.All), NestednessOfActors: number(nested.Actors), NestednessOfGroups: number(nested.Groups),
	}
	for _, members := range analysis.Equivalent(v.TwoMode) {
		first := int(members[0])
		a.Classes = append(a.Classes, Class{v.IsActor(first), ids(v, members), members, ids(v, v.Neighbours(first))})
	}
	for _, c := range analysis.Cuts(v.TwoMode) {
		a.Cuts = append(a.Cuts, CutNode{v.ID(c.Vertex), v.IsActor(c.Vertex), c.Vertex, c.Pieces, v})
	}
	return a, nil
}
