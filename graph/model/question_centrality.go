package model

import (
	"cmp"
	"context"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Centrality is the GraphQL type Centrality.
type Centrality struct {
	answer
	a *ask.CentralityAnswer
}

// AskCentrality answers the question centrality.
func AskCentrality(ctx context.Context) (*Centrality, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	if err := cmp.Or(err, notEmpty("of", q["of"])); err != nil {
		return nil, err
	}
	whole, err := request(ctx).whole(ctx)
	if err != nil {
		return nil, err
	}
	got, err := ask.Centrality(ctx, request(ctx).Reader, whole, ask.CentralityOptions{
		Assumptions: a, Measure: ask.Measure(q.value("measure")), Of: q.ids("of"),
	})
	if err != nil {
		return nil, err
	}
	return &Centrality{answered(ctx, got.Common), got}, nil
}

// Graph is the field graph.
func (c *Centrality) Graph() TwoModeGraph { return graphOf(c.a.Graph, c.a.Assumptions) }

// Measure is the field measure.
func (c *Centrality) Measure() string { return string(c.a.Measure) }

// Reading is the field reading.
func (c *Centrality) Reading() string { return c.a.Measure.Reading() }

// CentralityConnection is the GraphQL type CentralityConnection.
type CentralityConnection struct {
	page
	edges []CentralityEdge
}

// Actors is the field actors.
func (c *Centrality) Actors(ctx context.Context) (*CentralityConnection, error) {
	return c.ranked(ctx, "Centrality.actors", c.a.Actors)
}

// Groups is the field groups.
func (c *Centrality) Groups(ctx context.Context) (*CentralityConnection, error) {
	return c.ranked(ctx, "Centrality.groups", c.a.Groups)
}

func (c *Centrality) ranked(ctx context.Context, listing string, all []ask.Ranked) (*CentralityConnection, error) {
	p, items, err := listOf(ctx, listing, all, func(r ask.Ranked) store.Key { return store.Key{ID: r.ID} })
	if err != nil {
		return nil, err
	}
	var b basket
	evidence := make([]ask.Some, len(items))
	for i, r := range items {
		if asked(ctx, "edges", "node") {
			b.ids = append(b.ids, r.ID)
		}
		if asked(ctx, "edges", "evidence") {
			evidence[i] = b.evidence(c.a.Graph, int32(r.Vertex))
		}
	}
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	conn := &CentralityConnection{page: p}
	for i, r := range items {
		conn.edges = append(conn.edges, CentralityEdge{
			Cursor: p.cursor(i), Rank: r.Rank, Value: r.Value, Raw: r.Raw, Degree: r.Degree,
			Node: in.node(r.ID), Evidence: in.evidence(evidence[i]),
		})
	}
	return conn, nil
}

// Edges is the field edges.
func (c *CentralityConnection) Edges() []CentralityEdge { return c.edges }

// CentralityEdge is the GraphQL type CentralityEdge.
type CentralityEdge struct {
	Cursor     string
	Node       Node
	Rank       int
	Value, Raw *float64
	Degree     int
	Evidence   Evidence
}

// value reads a value of a closed list.
func (q questionArgs) value(name string) string {
	s, _ := q[name].(string)
	return lower([]any{s})[0]
}

// nodeKinds reads a list of node kinds.
func (q questionArgs) nodeKinds(name string) []kg.NodeKind { return texts[kg.NodeKind](q[name]) }
