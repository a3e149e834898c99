package ask

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// FundingOptions are the arguments of Funding; one of From and To at least.
type FundingOptions struct {
	Assumptions
	From      kg.ID // whose money is followed to where it goes
	To        kg.ID // whose money is followed to where it comes from
	K         int   // so many chains, 1 to MaxPaths
	MaxLength int   // of so many hops at most, 1 to MaxLength
}

// FundingAnswer is the answer.
type FundingAnswer struct {
	Common
	From, To  *kg.Node  // nil where not given
	Fundings  []Funding // every FUNDS edge on a way, once, by distance and id
	Given     *Sum      // what From gives at first hand; nil without From
	Received  *Sum      // what To receives at first hand; nil without To
	Chains    []Path    // the first K between both; with one end, the first to each of the first K nodes
	Reached   int       // nodes on all ways, the ends included
	Unfunded  []Unfunded
	Truncated bool // money goes on beyond MaxLength hops
}

// Funding is one FUNDS edge on a way of money.
type Funding struct {
	Edge     kg.Edge
	Payer    kg.Node
	Payee    kg.Node
	Distance int // hops from From to its payee, or without From from its payer to To
	Amount   Amount
}

// Unfunded is a claim that a node has no funder.
type Unfunded struct {
	Node  kg.Node
	Claim kg.Claim
	Paid  bool // edges of the answer say that somebody pays it all the same
}

// FundingOf follows money along FUNDS edges, from payer to payee. With both ends it
// keeps the edges that lie on a way between them; edges that lead back into From or
// on from To lie on none. With one end, a chain is given for each node reached: its
// shortest, of several the first by edge ids.
func FundingOf(ctx context.Context, r store.Reader, o FundingOptions) (*FundingAnswer, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	q, err := newAsking(r, o.about("FUNDS relationships"))
	if err != nil {
		return nil, err
	}
	a := &FundingAnswer{}
	m := &money{asking: q, o: o, paid: tied{}, dist: map[kg.ID]int{}, forth: o.To == ""}
	if err := m.ends(ctx, a); err != nil {
		return nil, err
	}
	if err := m.follow(ctx, a); err != nil {
		return nil, err
	}
	if err := m.answer(ctx, a); err != nil {
		return nil, err
	}
	q.warnMoney(a)
	a.Common = q.common
	return a, nil
}

func (o FundingOptions) check() error {
	switch {
	case o.From == "" && o.To == "":
		return kg.Errorf(kg.CodeInvalid, "neither from nor to is given").WithMend("name whose money is followed, or to whom")
	case o.K < 1 || o.K > MaxPaths:
		return kg.Errorf(kg.CodeInvalid, "k is %d", o.K).WithMend("ask for 1 to %d chains", MaxPaths)
	case o.MaxLength < 1 || o.MaxLength > MaxLength:
		return kg.Errorf(kg.CodeInvalid, "maxLength is %d", o.MaxLength).WithMend("write a number of hops from 1 to %d", MaxLength)
	}
	return nil
}

// warnMoney says what the sums leave out and what silence means.
func (q *asking) warnMoney(a *FundingAnswer) {
	if a.Truncated {
		q.warn("money may go on beyond the hops that were followed: ask with a greater maxLength")
	}
	for _, s := range []*Sum{a.Given, a.Received} {
		if s != nil && s.NotSummable+s.Unknown > 0 {
			q.warn(fmt.Sprintf("sums are incomplete: of %d relationships %d have an amount that cannot be summed and %d an unknown one",
				s.Summed+s.NotSummable+s.Unknown, s.NotSummable, s.Unknown))
			break
		}
	}
	for _, u := range a.Unfunded {
		if u.Paid {
			q.warn(fmt.Sprintf("sources disagree: %s is said to have no funder, and relationships say who pays it", u.Node.ID))
		}
	}
	if len(a.Fundings) > 0 || a.To == nil {
		return
	}
	if !slices.ContainsFunc(a.Unfunded, func(u Unfunded) bool { return u.Node.ID == a.To.ID }) {
		q.warn(fmt.Sprintf("no payer of %s is recorded: that does not say that there is none", a.To.ID))
	}
}

// Sentence says who says that a node has no funder, each once: the publishers of
// the sources, or their names where a publisher is unknown.
func (u Unfunded) Sentence(sources []kg.Node) string {
	var who []string
	for _, s := range sources {
		if by := cmp.Or(s.Attrs["publisher"], s.Name); !slices.Contains(who, by) {
			who = append(who, by)
		}
	}
	return fmt.Sprintf("%s is expressly unfunded, says %s.", u.Node.Name, strings.Join(who, ", "))
}
