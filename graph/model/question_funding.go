package model

import (
	"cmp"
	"context"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/store"
)

// FundingAnswer is the GraphQL type FundingAnswer.
type FundingAnswer struct {
	answer
	Reached   int
	Truncated bool
	a         *ask.FundingAnswer
	level     *loader.Level
}

// AskFunding answers the question funding.
func AskFunding(ctx context.Context) (*FundingAnswer, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	k, err1 := q.whole("k", 1, ask.MaxPaths)
	length, err2 := q.whole("maxLength", 1, ask.MaxLength)
	if err := cmp.Or(err, err1, err2); err != nil {
		return nil, err
	}
	got, err := ask.FundingOf(ctx, request(ctx).Reader, ask.FundingOptions{
		Assumptions: a, From: q.id("from"), To: q.id("to"), K: k, MaxLength: length,
	})
	if err != nil {
		return nil, err
	}
	var nodes []kg.Node
	for _, end := range []*kg.Node{got.From, got.To} {
		if end != nil {
			nodes = append(nodes, *end)
		}
	}
	for _, u := range got.Unfunded {
		nodes = append(nodes, u.Node)
	}
	return &FundingAnswer{answered(ctx, got.Common), got.Reached, got.Truncated, got, pathLevel(ctx, got.Chains, nodes...)}, nil
}

// From is the field from.
func (f *FundingAnswer) From() Node { return f.end(f.a.From) }

// To is the field to.
func (f *FundingAnswer) To() Node { return f.end(f.a.To) }

func (f *FundingAnswer) end(n *kg.Node) Node {
	if n == nil {
		return nil
	}
	return wrap(node{n, f.level})
}

// Chains is the field chains.
func (f *FundingAnswer) Chains() []Path { return pathsOn(f.level, f.a.Chains) }

// Given is the field given.
func (f *FundingAnswer) Given() *FundingSum { return fundingSum(f.a.Given) }

// Received is the field received.
func (f *FundingAnswer) Received() *FundingSum { return fundingSum(f.a.Received) }

// Unfunded is the field unfunded.
func (f *FundingAnswer) Unfunded(ctx context.Context) ([]Unfunded, error) {
	all := make([]Unfunded, len(f.a.Unfunded))
	for i, u := range f.a.Unfunded {
		found, err := f.level.Sources(ctx)
		if err != nil {
			return nil, err
		}
		var sources []kg.Node
		for _, c := range u.Claim.Sources {
			n, _ := found.Node(c.Source)
			sources = append(sources, n)
		}
		all[i] = Unfunded{u.Sentence(sources), u.Paid, u, f.level}
	}
	return all, nil
}

// Unfunded is the GraphQL type Unfunded.
type Unfunded struct {
	Sentence     string
	Contradicted bool
	u            ask.Unfunded
	level        *loader.Level
}

// Node is the field node.
func (u Unfunded) Node() Node { return wrap(node{&u.u.Node, u.level}) }

// Claim is the field claim.
func (u Unfunded) Claim() Claim { return Claim{u.u.Claim, u.level} }

// FundingSum is the GraphQL type FundingSum.
type FundingSum struct {
	Totals                       []CurrencyTotal
	Summed, NotSummable, Unknown int
}

// CurrencyTotal is the GraphQL type CurrencyTotal.
type CurrencyTotal struct {
	Currency      string
	Amount        float64
	Exact         string
	Relationships int
}

func fundingSum(s *ask.Sum) *FundingSum {
	if s == nil {
		return nil
	}
	totals := mapped(s.Totals, func(t ask.Total) CurrencyTotal {
		amount, _ := t.Value.Float64() // the nearest; Exact has every digit
		return CurrencyTotal{t.Currency, amount, t.Exact(), t.Edges}
	})
	return &FundingSum{totals, s.Summed, s.NotSummable, s.Unknown}
}

// FundingConnection is the GraphQL type FundingConnection.
type FundingConnection struct {
	page
	edges []FundingEdge
}

// Edges is the field edges.
func (c *FundingConnection) Edges() []FundingEdge { return c.edges }

// Fundings is the field fundings.
func (f *FundingAnswer) Fundings(ctx context.Context) (*FundingConnection, error) {
	p, fundings, err := listOf(ctx, "FundingAnswer.fundings", f.a.Fundings, func(f ask.Funding) store.Key { return store.Key{ID: f.Edge.ID} })
	if err != nil {
		return nil, err
	}
	var nodes []kg.Node
	var edges []kg.Edge
	for _, f := range fundings {
		nodes, edges = append(nodes, f.Payer, f.Payee), append(edges, f.Edge)
	}
	level := levelOf(ctx, nodes, edges)
	c := &FundingConnection{page: p}
	for i := range fundings {
		c.edges = append(c.edges, FundingEdge{p.cursor(i), &fundings[i], level})
	}
	return c, nil
}

// FundingEdge is the GraphQL type FundingEdge.
type FundingEdge struct {
	Cursor string
	f      *ask.Funding
	level  *loader.Level
}

// Edge is the field edge.
func (f FundingEdge) Edge() Edge { return Edge{edge{&f.f.Edge, f.level}} }

// Payer is the field payer.
func (f FundingEdge) Payer() Node { return wrap(node{&f.f.Payer, f.level}) }

// Payee is the field payee.
func (f FundingEdge) Payee() Node { return wrap(node{&f.f.Payee, f.level}) }

// Distance is the field distance.
func (f FundingEdge) Distance() int { return f.f.Distance }

// Amount is the field amount.
func (f FundingEdge) Amount() *float64 { return number(f.f.Edge.Attrs, "amount") }

// Currency is the field currency.
func (f FundingEdge) Currency() *string { return text(f.f.Edge.Attrs, "currency") }

// AmountQualifier is the field amountQualifier; "" is null.
func (f FundingEdge) AmountQualifier() string { return enum(f.f.Edge.Attrs, "amountQualifier") }

// AmountPer is the field amountPer; "" is null.
func (f FundingEdge) AmountPer() string { return enum(f.f.Edge.Attrs, "amountPer") }

// Counts is the field counts.
func (f FundingEdge) Counts() *string {
	if f.f.Amount.Value == nil {
		return nil
	}
	exact := ask.Total{Value: f.f.Amount.Value}.Exact()
	return &exact
}

// Years is the field years.
func (f FundingEdge) Years() []int { return f.f.Amount.Years }

// Why is the field why.
func (f FundingEdge) Why() *string {
	if f.f.Amount.Why == "" {
		return nil
	}
	return &f.f.Amount.Why
}
