package model

import (
	"context"
	"fmt"
	"slices"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// TwoModeGraph is the GraphQL type TwoModeGraph.
type TwoModeGraph struct {
	Actors, Groups, Ties int
	ActorKinds           []kg.NodeKind
}

func graphOf(g ask.Graph, a ask.Assumptions) TwoModeGraph {
	return TwoModeGraph{g.View.Actors(), g.View.Groups(), g.View.Edges(), a.ActorKinds}
}

// evidenceNamed is how many relationships at one node an answer about the whole
// graph names.
const evidenceNamed = 25

// maxNamed is how many nodes, and how many relationships, one page of such an
// answer names.
const maxNamed = 20_000

// Evidence is the GraphQL type Evidence.
type Evidence struct {
	TotalCount int
	Edges      []Edge
}

// basket gathers the ids of what a page names, to read it all at once.
type basket struct{ ids []kg.ID }

// evidence puts the relationships at vertices into the basket.
func (b *basket) evidence(g ask.Graph, vertices ...int32) ask.Some {
	var some ask.Some
	for _, v := range vertices {
		ids, total := g.View.Evidence(int(v), evidenceNamed)
		some.Total += total
		some.Edges = append(some.Edges, ids...)
	}
	slices.Sort(some.Edges)
	some.Edges = slices.Compact(some.Edges)
	b.ids = append(b.ids, some.Edges...)
	return some
}

// read reads what is in the basket; more than a page may name is CodeTooCostly.
func (b *basket) read(ctx context.Context) (contents, error) {
	if len(b.ids) > 2*maxNamed {
		return contents{}, kg.Errorf(kg.CodeTooCostly, "the page names %d nodes and relationships", len(b.ids)).
			WithMend("ask for a shorter page (first), or leave out members and evidence")
	}
	if len(b.ids) == 0 {
		return contents{}, nil
	}
	found, err := request(ctx).loader.Records(ctx, b.ids)
	return contents{found}, err
}

// contents are what was in a basket.
type contents struct{ found loader.Found }

// node wraps one of the nodes.
func (c contents) node(id kg.ID) Node {
	n, ok := c.found.Node(id)
	if !ok {
		return nil
	}
	return wrap(node{&n, c.found.Level})
}

// nodes wraps some of the nodes, in the order of the ids.
func (c contents) nodes(ids []kg.ID) ([]Node, error) {
	all := make([]Node, len(ids))
	for i, id := range ids {
		if all[i] = c.node(id); all[i] == nil {
			return nil, fmt.Errorf("model: %s is in the projection and not in the dataset", id)
		}
	}
	return all, nil
}

// edge wraps one of the relationships.
func (c contents) edge(id kg.ID) *Edge {
	e, ok := c.found.Records[id].(kg.Edge)
	if !ok {
		return nil
	}
	return &Edge{edge{&e, c.found.Level}}
}

// evidence wraps those of the relationships that were read.
func (c contents) evidence(s ask.Some) Evidence {
	e := Evidence{TotalCount: s.Total, Edges: []Edge{}}
	for _, id := range s.Edges {
		if one := c.edge(id); one != nil {
			e.Edges = append(e.Edges, *one)
		}
	}
	return e
}
