package model

import (
	"cmp"
	"context"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// Subgraph is the GraphQL type Subgraph.
type Subgraph struct {
	answer
	LeftOut, Avoided int
	Truncated        bool
	a                *ask.SubgraphAnswer
	level            *loader.Level
}

// AskSubgraph answers the question subgraph.
func AskSubgraph(ctx context.Context) (*Subgraph, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	o := ask.SubgraphOptions{Assumptions: a, Around: q.ids("around"), Avoid: q.ids("avoid")}
	depth, err1 := q.whole("depth", 0, ask.MaxDepth)
	limit, err2 := q.whole("limit", 1, ask.MaxNodes)
	perNode, err3 := q.whole("perNode", 1, ask.MaxPerNode)
	err4 := q.kinds(&o.Kinds, &o.NodeKinds)
	if err := cmp.Or(err, err1, err2, err3, err4); err != nil {
		return nil, err
	}
	o.Depth, o.Limit, o.PerNode = depth, limit, perNode
	got, err := ask.Subgraph(ctx, request(ctx).Reader, o)
	if err != nil {
		return nil, err
	}
	level := levelOf(ctx, mapped(got.Nodes, func(d ask.Drawn) kg.Node { return d.Node }), got.Edges)
	return &Subgraph{answered(ctx, got.Common), got.LeftOut, got.Avoided, got.Truncated, got, level}, nil
}

// Nodes is the field nodes.
func (s *Subgraph) Nodes() []SubgraphNode {
	return mapped(s.a.Nodes, func(d ask.Drawn) SubgraphNode { return SubgraphNode{d.Depth, d.Edges, d.LeftOut, d.Node, s.level} })
}

// Edges is the field edges.
func (s *Subgraph) Edges() []Edge { return edgesOn(s.level, s.a.Edges) }

// SubgraphNode is the GraphQL type SubgraphNode.
type SubgraphNode struct {
	Depth, Drawn, LeftOut int
	n                     kg.Node
	level                 *loader.Level
}

// Node is the field node.
func (n SubgraphNode) Node() Node { return wrap(node{&n.n, n.level}) }
