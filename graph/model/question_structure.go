package model

import (
	"context"
	"strconv"

	"citygraph/internal/ask"
	"citygraph/internal/store"
)

// Structure is the GraphQL type Structure.
type Structure struct {
	answer
	a *ask.StructureAnswer
}

// AskStructure answers the question structure.
func AskStructure(ctx context.Context) (*Structure, error) {
	a, err := readQuestion(ctx).assumptions()
	if err != nil {
		return nil, err
	}
	whole, err := request(ctx).whole(ctx)
	if err != nil {
		return nil, err
	}
	got, err := ask.Structure(ctx, request(ctx).Reader, whole, ask.StructureOptions{Assumptions: a})
	if err != nil {
		return nil, err
	}
	return &Structure{answered(ctx, got.Common), got}, nil
}

// Graph is the field graph.
func (s *Structure) Graph() TwoModeGraph { return graphOf(s.a.Graph, s.a.Assumptions) }

// Parts is the field parts.
func (s *Structure) Parts() int { return s.a.Parts }

// Density is the field density.
func (s *Structure) Density() *float64 { return s.a.Density }

// Clustering is the field clustering.
func (s *Structure) Clustering() *float64 { return s.a.ClusteringCoefficient }

// FourCycles is the field fourCycles.
func (s *Structure) FourCycles() int { return int(s.a.Clustering.FourCycles) }

// ThreePaths is the field threePaths.
func (s *Structure) ThreePaths() int { return int(s.a.Clustering.ThreePaths) }

// Nestedness is the field nestedness.
func (s *Structure) Nestedness() Nestedness {
	return Nestedness{s.a.Nestedness, s.a.NestednessOfActors, s.a.NestednessOfGroups}
}

// Nestedness is the GraphQL type Nestedness.
type Nestedness struct{ All, Actors, Groups *float64 }

// mode is a value of the enum Mode.
func mode(actors bool) string {
	if actors {
		return "actors"
	}
	return "groups"
}

// EquivalenceClassConnection is the GraphQL type EquivalenceClassConnection.
type EquivalenceClassConnection struct {
	page
	edges []EquivalenceClassEdge
}

// Classes is the field classes.
func (s *Structure) Classes(ctx context.Context) (*EquivalenceClassConnection, error) {
	key := func(c ask.Class) store.Key { return store.Key{Value: mode(c.IsActor), ID: c.IDs[0]} }
	p, items, err := listOf(ctx, "Structure.classes", s.a.Classes, key)
	if err != nil {
		return nil, err
	}
	var b basket
	evidence := make([]ask.Some, len(items))
	for i, c := range items {
		if asked(ctx, "edges", "node", "members") {
			b.ids = append(b.ids, c.IDs...)
		}
		if asked(ctx, "edges", "node", "shared") {
			b.ids = append(b.ids, c.Shared...)
		}
		if asked(ctx, "edges", "node", "evidence") {
			evidence[i] = b.evidence(s.a.Graph, c.Vertices...)
		}
	}
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	conn := &EquivalenceClassConnection{page: p}
	for i, c := range items {
		conn.edges = append(conn.edges, EquivalenceClassEdge{p.cursor(i), EquivalenceClass{
			Mode: mode(c.IsActor), Size: len(c.IDs), Evidence: in.evidence(evidence[i]),
			members: members{in, c.IDs}, shared: members{in, c.Shared},
		}})
	}
	return conn, nil
}

// Edges is the field edges.
func (c *EquivalenceClassConnection) Edges() []EquivalenceClassEdge { return c.edges }

// EquivalenceClassEdge is the GraphQL type EquivalenceClassEdge.
type EquivalenceClassEdge struct {
	Cursor string
	Node   EquivalenceClass
}

// EquivalenceClass is the GraphQL type EquivalenceClass.
type EquivalenceClass struct {
	members
	shared   members
	Mode     string
	Size     int
	Evidence Evidence
}

// Shared is the field shared.
func (c EquivalenceClass) Shared() ([]Node, error) { return c.shared.Members() }

// CutNodeConnection is the GraphQL type CutNodeConnection.
type CutNodeConnection struct {
	page
	edges []CutNodeEdge
}

// How much of what a cut node separates an answer names.
const (
	cutParts   = 25
	cutMembers = 100
)

// Cuts is the field cuts.
func (s *Structure) Cuts(ctx context.Context) (*CutNodeConnection, error) {
	key := func(c ask.CutNode) store.Key { return store.Key{Value: strconv.FormatBool(c.IsActor), ID: c.ID} }
	p, items, err := listOf(ctx, "Structure.cuts", s.a.Cuts, key)
	if err != nil {
		return nil, err
	}
	var b basket
	nodes := make([]CutNode, len(items))
	evidence := make([]ask.Some, len(items))
	for i, c := range items {
		b.ids = append(b.ids, c.ID)
		nodes[i] = CutNode{Mode: mode(c.IsActor), PartCount: len(c.Pieces), Separated: c.Separated()}
		for _, piece := range c.Pieces[:min(cutParts, len(c.Pieces))] {
			part := CutPart{Size: piece.Size(), ActorCount: piece.Actors, GroupCount: piece.Groups}
			if asked(ctx, "edges", "node", "parts", "members") {
				part.ids = c.IDs(piece, cutMembers)
				b.ids = append(b.ids, part.ids...)
			}
			nodes[i].Parts = append(nodes[i].Parts, part)
		}
		if asked(ctx, "edges", "node", "evidence") {
			evidence[i] = b.evidence(s.a.Graph, int32(c.Vertex))
		}
	}
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	conn := &CutNodeConnection{page: p}
	for i, c := range items {
		nodes[i].Node, nodes[i].Evidence = in.node(c.ID), in.evidence(evidence[i])
		for j := range nodes[i].Parts {
			nodes[i].Parts[j].in = in
		}
		conn.edges = append(conn.edges, CutNodeEdge{p.cursor(i), nodes[i]})
	}
	return conn, nil
}

// Edges is the field edges.
func (c *CutNodeConnection) Edges() []CutNodeEdge { return c.edges }

// CutNodeEdge is the GraphQL type CutNodeEdge.
type CutNodeEdge struct {
	Cursor string
	Node   CutNode
}

// CutNode is the GraphQL type CutNode.
type CutNode struct {
	Node                 Node
	Mode                 string
	Separated, PartCount int
	Parts                []CutPart
	Evidence             Evidence
}

// CutPart is the GraphQL type CutPart.
type CutPart struct {
	members
	Size, ActorCount, GroupCount int
}
