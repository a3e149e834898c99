package model

import (
	"context"
	"fmt"

	"citygraph/internal/ask"
	"citygraph/internal/issues"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Contradictions is the GraphQL type Contradictions.
type Contradictions struct {
	answer
	a *ask.ContradictionsAnswer
}

// AskContradictions answers the question contradictions.
func AskContradictions(ctx context.Context) (*Contradictions, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"of", "sorts", "fields"} {
		if err := notEmpty(name, q[name]); err != nil {
			return nil, err
		}
	}
	whole, err := request(ctx).whole(ctx)
	if err != nil {
		return nil, err
	}
	got, err := ask.Contradictions(ctx, request(ctx).Reader, whole, ask.ContradictionsOptions{
		Assumptions: a, Of: q.ids("of"), Fields: texts[string](q["fields"]),
		Sorts: mapped(lower(q["sorts"]), func(s string) issues.Sort { return issues.Sort(s) }),
	})
	if err != nil {
		return nil, err
	}
	return &Contradictions{answered(ctx, got.Common), got}, nil
}

// ContradictionConnection is the GraphQL type ContradictionConnection.
type ContradictionConnection struct {
	page
	edges []ContradictionEdge
}

// List is the field list.
func (c *Contradictions) List(ctx context.Context) (*ContradictionConnection, error) {
	key := func(c issues.Contradiction) store.Key {
		first := c.Sides[0] // of one field there may be several
		return store.Key{Value: fmt.Sprintf("%s %s %s %s %s", c.Sort, c.Field, first.Qualifier, first.Value, first.Date), ID: c.Record}
	}
	p, items, err := listOf(ctx, "Contradictions.list", c.a.List, key)
	if err != nil {
		return nil, err
	}
	var b basket
	for _, item := range items {
		b.ids = append(b.ids, item.Record)
		for _, s := range item.Sides {
			b.ids = append(b.ids, s.Edges...)
		}
	}
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	conn := &ContradictionConnection{page: p}
	for i, item := range items {
		conn.edges = append(conn.edges, ContradictionEdge{p.cursor(i), Contradiction{item, in}})
	}
	return conn, nil
}

// Edges is the field edges.
func (c *ContradictionConnection) Edges() []ContradictionEdge { return c.edges }

// ContradictionEdge is the GraphQL type ContradictionEdge.
type ContradictionEdge struct {
	Cursor string
	Node   Contradiction
}

// Contradiction is the GraphQL type Contradiction.
type Contradiction struct {
	c  issues.Contradiction
	in contents
}

// Sort is the field sort.
func (c Contradiction) Sort() string { return string(c.c.Sort) }

// Certainty is the field certainty.
func (c Contradiction) Certainty() string { return string(c.c.Certainty) }

// Field is the field field.
func (c Contradiction) Field() string { return c.c.Field }

// Carried is the field carried.
func (c Contradiction) Carried() *string {
	if c.c.Carried == "" {
		return nil
	}
	return &c.c.Carried
}

// OneDocument is the field oneDocument.
func (c Contradiction) OneDocument() bool { return c.c.OneDocument() }

// Node is the field node.
func (c Contradiction) Node() Node {
	if c.c.Edge != nil {
		return nil
	}
	return c.in.node(c.c.Record)
}

// Edge is the field edge.
func (c Contradiction) Edge() *Edge { return c.in.edge(c.c.Record) }

// Sides is the field sides.
func (c Contradiction) Sides() []ContradictionSide {
	return mapped(c.c.Sides, func(s issues.Side) ContradictionSide { return ContradictionSide{s, c.in} })
}

// ContradictionSide is the GraphQL type ContradictionSide.
type ContradictionSide struct {
	s  issues.Side
	in contents
}

// Value is the field value.
func (s ContradictionSide) Value() string { return s.s.Value }

// Qualifier is the field qualifier; "" is null.
func (s ContradictionSide) Qualifier() string { return s.s.Qualifier }

// Date is the field date.
func (s ContradictionSide) Date() *kg.Date { return known(s.s.Date) }

// Roster is the field roster.
func (s ContradictionSide) Roster() bool { return s.s.Roster }

// Basis is the field basis.
func (s ContradictionSide) Basis() string { return string(s.s.Basis()) }

// Sources is the field sources.
func (s ContradictionSide) Sources() []Citation { return citations(s.s.Sources, s.in.found.Level) }

// Recorded is the field recorded.
func (s ContradictionSide) Recorded() Evidence {
	return s.in.evidence(ask.Some{Total: s.s.Count, Edges: s.s.Edges})
}
