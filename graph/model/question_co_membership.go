package model

import (
	"cmp"
	"context"

	"citygraph/internal/analysis"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// CoMembership is the GraphQL type CoMembership.
type CoMembership struct {
	answer
	together
	a     *ask.CoMembershipAnswer
	level *loader.Level
}

// AskCoMembership answers the question coMembership.
func AskCoMembership(ctx context.Context) (*CoMembership, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	from, err1 := q.day("from")
	until, err2 := q.day("until")
	if err := cmp.Or(err, err1, err2); err != nil {
		return nil, err
	}
	got, err := ask.CoMembership(ctx, request(ctx).Reader, ask.CoMembershipOptions{
		Assumptions: a, A: q.id("a"), B: q.id("b"), Groups: q.is("side", "GROUPS"), From: from, Until: until,
	})
	if err != nil {
		return nil, err
	}
	nodes := []kg.Node{got.A, got.B}
	var edges []kg.Edge
	for _, r := range got.Rows {
		nodes, edges = append(nodes, r.Node), append(append(edges, r.A...), r.B...)
	}
	if asked(ctx, "rows") {
		if err := bounded(len(nodes)+len(edges), "ask for one day (asOf), or leave out rows: certain and possible are the days of all of them"); err != nil {
			return nil, err
		}
	}
	return &CoMembership{answered(ctx, got.Common), together{got.Certain, got.Possible}, got, levelOf(ctx, nodes, edges)}, nil
}

// A is the field a.
func (c *CoMembership) A() Node { return wrap(node{&c.a.A, c.level}) }

// B is the field b.
func (c *CoMembership) B() Node { return wrap(node{&c.a.B, c.level}) }

// Rows is the field rows.
func (c *CoMembership) Rows() []CoMembershipRow {
	return mapped(c.a.Rows, func(r ask.CoMembershipRow) CoMembershipRow {
		return CoMembershipRow{together{r.Certain, r.Possible}, r, c.level}
	})
}

// CoMembershipRow is the GraphQL type CoMembershipRow.
type CoMembershipRow struct {
	together
	r     ask.CoMembershipRow
	level *loader.Level
}

// Node is the field node.
func (r CoMembershipRow) Node() Node { return wrap(node{&r.r.Node, r.level}) }

// EdgesA is the field edgesA.
func (r CoMembershipRow) EdgesA() []Edge { return edgesOn(r.level, r.r.A) }

// EdgesB is the field edgesB.
func (r CoMembershipRow) EdgesB() []Edge { return edgesOn(r.level, r.r.B) }

// Circular is the field circular.
func (r CoMembershipRow) Circular() bool { return r.r.Circular }

// together are the days on which two were together.
type together struct{ certain, possible analysis.Spans }

// Certain is the field certain.
func (t together) Certain() []Days { return daysOf(t.certain) }

// Possible is the field possible.
func (t together) Possible() []Days { return daysOf(t.possible) }

// CertainDays is the field certainDays.
func (t together) CertainDays() *int { return dayCount(t.certain) }

// PossibleDays is the field possibleDays.
func (t together) PossibleDays() *int { return dayCount(t.possible) }

// Days is the GraphQL type Days.
type Days struct {
	From, Until *kg.Day
	Days        *int
}

func daysOf(all analysis.Spans) []Days {
	return mapped(all, func(s analysis.Span) Days {
		return Days{bound(kg.Day(s.From)), bound(kg.Day(s.To)), dayCount(analysis.Spans{s})}
	})
}

// dayCount returns nil, null, for days without number.
func dayCount(s analysis.Spans) *int {
	n, ok := s.Days()
	if !ok {
		return nil
	}
	return &n
}
