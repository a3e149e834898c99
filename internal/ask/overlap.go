package ask

import (
	"context"
	"sync"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Limits of Overlap.
const (
	MaxGroups    = 500    // 124,750 pairs
	MaxEvidence  = 20_000 // shared actors shown with their edges in one page of pairs
	significance = 0.05   // adjusted p up to which a sentence says "more than chance"
)

// OverlapOptions are the arguments of Overlap.
type OverlapOptions struct {
	Assumptions
	Groups   []kg.ID
	Universe Universe
	SDSM     bool // test the pairs with both margins held too
}

// OverlapAnswer is the answer: every pair of the groups, tested against the
// universe.
type OverlapAnswer struct {
	Common
	Size        int    // of the universe
	Description string // of the universe, in words
	Groups      []*Group
	Pairs       []Pair // in the order of the question; BH's family is all of them

	groups  *groups
	bonds   bonds
	sdsm    bool
	sources func() evidence
}

// Pair is how two groups overlap.
type Pair struct {
	A, B int              // places in OverlapAnswer.Groups, A < B
	Of   analysis.Overlap // sizes and shared number for this pair, without Circular
	// AtLeast and AtMost bound the shared number over the dates that are not
	// known; names that are missing from partial lists are not in the bounds.
	AtLeast, AtMost int
	Circular        int // actors left out of one group because their place in it was inferred from the other

	P, Log10P, Adjusted float64  // hypergeometric
	SDSM, SDSMAdjusted  *float64 // nil where not asked for, or not to be had
}

// Overlap compares every pair of groups: what they share, and how surprising that
// is if members were drawn from the universe.
func Overlap(ctx context.Context, r store.Reader, o OverlapOptions) (*OverlapAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	g, err := q.rosters(ctx, "groups", o.Groups, o.Universe.holds)
	if err != nil {
		return nil, err
	}
	a := &OverlapAnswer{Groups: g.list, groups: g, sdsm: o.SDSM}
	a.sources = sync.OnceValue(func() evidence { return sourcesOf(g.list, q.common.Assumptions) })
	union := q.union(g)
	if a.Size, a.Description, err = q.size(ctx, o.Universe, union); err != nil {
		return nil, err
	}
	if a.bonds, err = q.bonds(ctx, g); err != nil {
		return nil, err
	}
	a.compare(q.common.Assumptions)
	if err := a.test(ctx, q); err != nil {
		return nil, err
	}
	q.warnEver()
	if len(g.list) == 2 && a.Size == union {
		q.warn("the universe holds nobody outside the two groups, so that lift cannot exceed 1: name a larger universe")
	}
	q.warnPartial(g.list)
	a.Common = q.common
	return a, nil
}

func (o OverlapOptions) check() error {
	pairs := len(o.Groups) * (len(o.Groups) - 1) / 2
	switch {
	case len(o.Groups) < 2:
		return kg.Errorf(kg.CodeInvalid, "groups: of %d no pair can be made", len(o.Groups)).WithMend("name two groups at least")
	case len(o.Groups) > MaxGroups:
		return kg.Errorf(kg.CodeTooCostly, "groups has %d ids", len(o.Groups)).WithMend("name %d at most", MaxGroups)
	case o.SDSM && pairs > MaxSDSM:
		return kg.Errorf(kg.CodeTooCostly, "sdsm: %d groups make %d pairs", len(o.Groups), pairs).WithMend("ask for %d pairs at most, or without sdsm", MaxSDSM)
	}
	return o.Universe.check(len(o.Groups))
}

// union counts the actors that the groups have together.
func (q *asking) union(g *groups) int {
	in, n := make([]bool, len(g.actors)), 0
	for _, group := range g.list {
		for _, m := range group.members {
			if !in[m.actor] && q.common.Assumptions.keeps(m.standing) {
				in[m.actor] = true
				n++
			}
		}
	}
	return n
}

// level says which standings count: those that are asked for, the sure ones, or
// all that are possible.
type level func(Standing) bool

func sure(s Standing) bool     { return s == In }
func possible(s Standing) bool { return s != Out }

// compare counts what each pair shares, at three levels.
func (a *OverlapAnswer) compare(by Assumptions) {
	levels := []level{by.keeps, sure, possible}
	sets := make([][]analysis.Bitset, len(levels))
	for l, passes := range levels {
		for _, g := range a.Groups {
			sets[l] = append(sets[l], analysis.NewBitset(len(a.groups.actors), g.numbers(passes)))
		}
	}
	a.Pairs = make([]Pair, 0, len(a.Groups)*(len(a.Groups)-1)/2)
	for i, x := range a.Groups {
		for j := i + 1; j < len(a.Groups); j++ {
			p := Pair{A: i, B: j}
			p.Of = analysis.Overlap{A: x.Size, B: a.Groups[j].Size, Shared: sets[0][i].Shared(sets[0][j])}
			if by.AsOf == nil {
				p.AtLeast, p.AtMost = p.Of.Shared, p.Of.Shared
			} else {
				p.AtLeast, p.AtMost = sets[1][i].Shared(sets[1][j]), sets[2][i].Shared(sets[2][j])
			}
			a.leaveOut(&p, by, levels)
			a.Pairs = append(a.Pairs, p)
		}
	}
}

// leaveOut takes from one group of a pair the actors whose place in it was
// inferred from their place in the other: the same fact is no evidence for itself.
func (a *OverlapAnswer) leaveOut(p *Pair, by Assumptions, levels []level) {
	for _, actor := range a.bonds[[2]int{p.A, p.B}] {
		for l, counted := range []*int{&p.Of.Shared, &p.AtLeast, &p.AtMost} {
			fromA, fromB := a.inferred(p, actor, by, levels[l])
			if !fromA && !fromB {
				continue
			}
			*counted--
			if l > 0 {
				continue
			}
			p.Circular++
			if fromA {
				p.Of.B--
			} else {
				p.Of.A--
			}
		}
	}
}

// test finds the p values of all pairs and adjusts them.
func (a *OverlapAnswer) test(ctx context.Context, q *asking) error {
	logs := analysis.NewLogFactorials(a.Size)
	ps := make([]float64, len(a.Pairs))
	for i := range a.Pairs {
		p := &a.Pairs[i]
		p.P, p.Log10P = logs.Tail(a.Size, p.Of.A, p.Of.B, p.Of.Shared)
		ps[i] = p.P
	}
	for i, adjusted := range analysis.BenjaminiHochberg(ps) {
		a.Pairs[i].Adjusted = adjusted
	}
	if a.sdsm {
		return a.testMargins(ctx, q, logs)
	}
	return nil
}
