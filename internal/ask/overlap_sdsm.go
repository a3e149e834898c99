package ask

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Limits of the test with both margins held.
const (
	MaxSDSM    = 5000          // pairs: 100 groups
	sdsmSteps  = 3_000_000_000 // multiplications: some seconds of one processor
	fewGroups  = 10            // up to which a warning says that the test can hardly find anything
	sdsmGroups = 3             // with fewer the test says nothing
)

// testMargins tests the pairs with both margins held. A pair from which somebody
// was left out is not tested, since the model is of one table; nor is one of two
// groups alone, since all that they share is then what the margins tell: who is in
// two of two groups is in both.
func (a *OverlapAnswer) testMargins(ctx context.Context, q *asking, logs *analysis.LogFactorials) error {
	if len(a.Groups) < sdsmGroups {
		q.warn("sdsm: of two groups the margins alone tell what they share; name three groups or more, better many")
		return nil
	}
	if len(a.Groups) < fewGroups {
		q.warn(fmt.Sprintf("sdsm: with only %d groups the test has little power, since what they share is a good part of the margins that it holds", len(a.Groups)))
	}
	rows, columns := a.margins(q.common.Assumptions)
	tested := a.tested()
	model, ok := analysis.NewSDSM(logs, rows, columns)
	if !ok {
		q.warn("sdsm: the model could not be fitted to these margins")
		return nil
	}
	if stepsOf(model, tested) > sdsmSteps {
		return kg.Errorf(kg.CodeTooCostly, "sdsm: %d pairs of groups share too many actors", len(tested)).
			WithMend("ask about fewer or smaller groups, or without sdsm")
	}
	for _, p := range tested {
		if err := store.Alive(ctx); err != nil {
			return err
		}
		v := model.Tail(p.Of.A, p.Of.B, p.Of.Shared)
		p.SDSM = &v
	}
	ps := make([]float64, len(tested))
	for i, p := range tested {
		ps[i] = *p.SDSM
	}
	for i, adjusted := range analysis.BenjaminiHochberg(ps) {
		tested[i].SDSMAdjusted = &adjusted
	}
	return nil
}

// margins counts in how many groups each actor of the universe is (the nameless in
// none), and how many each group has.
func (a *OverlapAnswer) margins(by Assumptions) (rows, columns []analysis.Margin) {
	in, sizes, sums := make([]int, a.Size), make([]int, len(a.Groups)), make([]int, len(a.groups.actors))
	for j, g := range a.Groups {
		sizes[j] = g.Size
		for _, x := range g.numbers(by.keeps) {
			sums[x]++
		}
	}
	next := 0
	for _, sum := range sums {
		if sum > 0 {
			in[next] = sum
			next++
		}
	}
	return analysis.Margins(in), analysis.Margins(sizes)
}

// tested are the pairs that the model is of, those that share most first, so that
// pairs of the same sizes cost nothing more.
func (a *OverlapAnswer) tested() []*Pair {
	var all []*Pair
	for i := range a.Pairs {
		if a.Pairs[i].Circular == 0 {
			all = append(all, &a.Pairs[i])
		}
	}
	slices.SortStableFunc(all, func(x, y *Pair) int { return -cmp.Compare(x.Of.Shared, y.Of.Shared) })
	return all
}

// stepsOf reckons what the tails of pairs cost together; pairs of the same sizes
// share them.
func stepsOf(model *analysis.SDSM, pairs []*Pair) (steps int) {
	known := map[[2]int]bool{}
	for _, p := range pairs {
		key := [2]int{min(p.Of.A, p.Of.B), max(p.Of.A, p.Of.B)}
		if !known[key] {
			known[key] = true
			steps += model.Steps(p.Of.A, p.Of.B, p.Of.Shared)
		}
	}
	return steps
}
