package model

import (
	"context"
	"slices"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Coverage is the GraphQL type Coverage.
type Coverage struct {
	answer
	a *ask.CoverageAnswer
}

// AskCoverage answers the question coverage.
func AskCoverage(ctx context.Context) (*Coverage, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"groups", "kinds"} {
		if err := notEmpty(name, q[name]); err != nil {
			return nil, err
		}
	}
	kinds := q.nodeKinds("kinds")
	for _, k := range kinds {
		if err := hasMembers(k, a.RosterKind); err != nil {
			return nil, err
		}
	}
	whole, err := request(ctx).whole(ctx)
	if err != nil {
		return nil, err
	}
	got, err := ask.Coverage(ctx, request(ctx).Reader, whole, ask.CoverageOptions{
		Assumptions: a, Groups: q.ids("groups"), Kinds: kinds,
	})
	if err != nil {
		return nil, err
	}
	return &Coverage{answered(ctx, got.Common), got}, nil
}

// hasMembers refuses kinds of nodes that nobody can be a member of.
func hasMembers(k kg.NodeKind, roster kg.EdgeKind) error {
	node, _ := k.Spec()
	edge, given := roster.Spec()
	switch {
	case !given && node.Roster == "":
		return kg.Errorf(kg.CodeInvalid, "kinds: nobody is a member of a %s", node.Name).
			WithMend("name NETWORK, ORGANIZATION, DECLARATION, EVENT or INITIATIVE, or give a rosterKind")
	case given && !slices.Contains(edge.To, k):
		return kg.Errorf(kg.CodeInvalid, "kinds: no %s relationship leads to a %s", roster, node.Name).
			WithMend("leave rosterKind out, or name kinds that have such relationships")
	}
	return nil
}

// CoverageConnection is the GraphQL type CoverageConnection.
type CoverageConnection struct {
	page
	edges []CoverageEdge
}

// Groups is the field groups.
func (c *Coverage) Groups(ctx context.Context) (*CoverageConnection, error) {
	p, ids, err := listOf(ctx, "Coverage.groups", c.a.Groups, func(id kg.ID) store.Key { return store.Key{ID: id} })
	if err != nil {
		return nil, err
	}
	groups, err := c.a.Page(ctx, ids)
	if err != nil {
		return nil, err
	}
	var b basket
	for _, g := range groups {
		if asked(ctx, "edges", "withoutDate", "edges") {
			b.ids = append(b.ids, g.NoDate.Edges...)
		}
		if asked(ctx, "edges", "singleSource", "edges") {
			b.ids = append(b.ids, g.OneSource.Edges...)
		}
	}
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	level := levelOf(ctx, mapped(groups, func(g ask.Covered) kg.Node { return g.Node }), nil)
	conn := &CoverageConnection{page: p}
	for i := range groups {
		conn.edges = append(conn.edges, CoverageEdge{p.cursor(i), &groups[i], node{&groups[i].Node, level}, in})
	}
	return conn, nil
}

// Edges is the field edges.
func (c *CoverageConnection) Edges() []CoverageEdge { return c.edges }

// CoverageEdge is the GraphQL type CoverageEdge.
type CoverageEdge struct {
	Cursor string
	c      *ask.Covered
	n      node
	in     contents
}

// Node is the field node.
func (c CoverageEdge) Node() Node { return wrap(c.n) }

// Members is the field members.
func (c CoverageEdge) Members() int { return c.c.Members }

// AtMost is the field atMost.
func (c CoverageEdge) AtMost() int { return c.c.AtMost }

// Reported is the field reported.
func (c CoverageEdge) Reported() []Reported {
	return mapped(c.c.Reported, func(r ask.Reported) Reported {
		out := Reported{Figure{r.Figure, c.n.level}, r.Members, r.AtMost, r.Others, r.Missing, nil}
		if r.Why != "" {
			out.Why = &r.Why
		}
		return out
	})
}

// Rosters is the field rosters.
func (c CoverageEdge) Rosters() []Roster {
	return mapped(c.c.Node.Rosters, func(r kg.Roster) Roster { return Roster{r, c.n.level} })
}

// Relationships is the field relationships.
func (c CoverageEdge) Relationships() int { return c.c.Relationships }

// WithoutBeginning is the field withoutBeginning.
func (c CoverageEdge) WithoutBeginning() int { return c.c.NoBeginning }

// WithoutDate is the field withoutDate.
func (c CoverageEdge) WithoutDate() Evidence { return c.in.evidence(c.c.NoDate) }

// SingleSource is the field singleSource.
func (c CoverageEdge) SingleSource() Evidence { return c.in.evidence(c.c.OneSource) }

// Implied is the field implied.
func (c CoverageEdge) Implied() int { return c.c.Implied }

// Reported is the GraphQL type Reported.
type Reported struct {
	Figure                           Figure
	Members, AtMost, Others, Missing *int
	Why                              *string
}
