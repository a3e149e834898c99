package model

import (
	"cmp"
	"context"
	"math"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Communities is the GraphQL type Communities.
type Communities struct {
	answer
	a *ask.CommunitiesAnswer
	o ask.CommunitiesOptions
}

// AskCommunities answers the question communities.
func AskCommunities(ctx context.Context) (*Communities, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	seed, err1 := q.whole("seed", 0, math.MaxInt32)
	runs, err2 := 0, error(nil)
	if q["runs"] != nil {
		runs, err2 = q.whole("runs", 1, ask.MaxRuns)
	}
	if err := cmp.Or(err, err1, err2); err != nil {
		return nil, err
	}
	whole, err := request(ctx).whole(ctx)
	if err != nil {
		return nil, err
	}
	o := ask.CommunitiesOptions{Assumptions: a, Among: ask.Among(q.value("among")), Seed: seed, Runs: runs}
	got, err := ask.Communities(ctx, request(ctx).Reader, whole, o)
	if err != nil {
		return nil, err
	}
	o.Runs = got.Runs
	return &Communities{answered(ctx, got.Common), got, o}, nil
}

// Graph is the field graph.
func (c *Communities) Graph() TwoModeGraph { return graphOf(c.a.Graph, c.a.Assumptions) }

// Among is the field among.
func (c *Communities) Among() string { return string(c.o.Among) }

// Method is the field method.
func (c *Communities) Method() string { return c.o.Method() }

// Seed is the field seed.
func (c *Communities) Seed() int { return c.o.Seed }

// Runs is the field runs.
func (c *Communities) Runs() int { return c.o.Runs }

// Divided is the field divided.
func (c *Communities) Divided() int { return c.a.Vertices }

// TiedPairs is the field tiedPairs.
func (c *Communities) TiedPairs() int { return c.a.Ties }

// Modularity is the field modularity.
func (c *Communities) Modularity() *float64 { return c.a.Modularity }

// CommunityConnection is the GraphQL type CommunityConnection.
type CommunityConnection struct {
	page
	edges []CommunityEdge
}

// Communities is the field communities.
func (c *Communities) Communities(ctx context.Context) (*CommunityConnection, error) {
	p, items, err := listOf(ctx, "Communities.communities", c.a.List, func(c ask.Community) store.Key { return store.Key{ID: c.IDs[0]} })
	if err != nil {
		return nil, err
	}
	var b basket
	evidence := make([]ask.Some, len(items))
	for i, one := range items {
		if asked(ctx, "edges", "node", "members") {
			b.ids = append(b.ids, one.IDs...)
		}
		if asked(ctx, "edges", "node", "evidence") {
			evidence[i] = b.evidence(c.a.Graph, one.Vertices...)
		}
	}
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	conn := &CommunityConnection{page: p}
	for i, one := range items {
		conn.edges = append(conn.edges, CommunityEdge{p.cursor(i), Community{
			Size: len(one.IDs), ActorCount: one.Actors, GroupCount: len(one.IDs) - one.Actors,
			Evidence: in.evidence(evidence[i]), members: members{in, one.IDs},
		}})
	}
	return conn, nil
}

// Edges is the field edges.
func (c *CommunityConnection) Edges() []CommunityEdge { return c.edges }

// CommunityEdge is the GraphQL type CommunityEdge.
type CommunityEdge struct {
	Cursor string
	Node   Community
}

// Community is the GraphQL type Community.
type Community struct {
	members
	Size, ActorCount, GroupCount int
	Evidence                     Evidence
}

// members are nodes that were read with their page.
type members struct {
	in  contents
	ids []kg.ID
}

// Members is the field members.
func (m members) Members() ([]Node, error) { return m.in.nodes(m.ids) }
