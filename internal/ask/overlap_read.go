package ask

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"citygraph/internal/kg"
)

// PairOrder is what pairs are ordered by.
type PairOrder string

// The orders of pairs. What is undefined comes last, what is equal in the order of
// the question.
const (
	ByGroups      PairOrder = "groups"              // as the question names the groups
	ByP           PairOrder = "p_value"             // least first
	ByShared      PairOrder = "shared"              // most first
	ByJaccard     PairOrder = "jaccard"             // greatest first
	ByCoefficient PairOrder = "overlap_coefficient" // greatest first
	ByLift        PairOrder = "lift"                // greatest first
)

// Listed returns the places of the pairs that share at least so many, in an order.
func (a *OverlapAnswer) Listed(by PairOrder, minShared int) []int {
	type listed struct {
		key  float64
		pair int
	}
	var order []listed
	for i, p := range a.Pairs {
		if p.Of.Shared >= minShared {
			order = append(order, listed{a.key(p, by), i})
		}
	}
	if by != ByGroups {
		slices.SortFunc(order, func(x, y listed) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.pair, y.pair)) })
	}
	list := make([]int, len(order))
	for i, x := range order {
		list[i] = x.pair
	}
	return list
}

// key is what a pair sorts by, the first in the order least.
func (a *OverlapAnswer) key(p Pair, by PairOrder) float64 {
	v, ok := 0.0, true
	switch by {
	case ByP:
		return p.Log10P
	case ByShared:
		v = float64(p.Of.Shared)
	case ByJaccard:
		v, ok = p.Of.Jaccard()
	case ByCoefficient:
		v, ok = p.Of.Coefficient()
	case ByLift:
		v, ok = p.Of.Lift(a.Size)
	}
	if !ok {
		return math.Inf(1)
	}
	return -v
}

// SharedActor is an actor that both groups of a pair have, with the edges that
// say so.
type SharedActor struct {
	Actor kg.Node
	A, B  []kg.Edge // by id
}

// Actors returns whom a pair shares, by id; those that are left out as circular
// are not among them.
func (a *OverlapAnswer) Actors(p Pair) []SharedActor {
	by := a.Assumptions
	var all []SharedActor
	for _, m := range a.Groups[p.A].members {
		other, ok := a.Groups[p.B].find(m.actor)
		if !ok || !by.keeps(m.standing) || !by.keeps(other.standing) {
			continue
		}
		if slices.Contains(a.bonds[[2]int{p.A, p.B}], m.actor) {
			if fromA, fromB := a.inferred(&p, m.actor, by, by.keeps); fromA || fromB {
				continue
			}
		}
		all = append(all, SharedActor{a.groups.actors[m.actor], a.edgesOf(p.A, m.actor, by, by.keeps), a.edgesOf(p.B, m.actor, by, by.keeps)})
	}
	return all
}

// AmongRecorded reports whether the numbers of a pair are only among recorded
// members: no complete list of the day backs one of the groups.
func (a *OverlapAnswer) AmongRecorded(p Pair) bool {
	return !a.Groups[p.A].complete || !a.Groups[p.B].complete
}

// Undefined says which measures of a pair are 0/0, and why.
func (a *OverlapAnswer) Undefined(p Pair) []string {
	var why []string
	if _, ok := p.Of.Jaccard(); !ok {
		why = append(why, "jaccard: both groups are empty")
	}
	if _, ok := p.Of.Coefficient(); !ok {
		why = append(why, "overlapCoefficient: a group is empty")
	}
	if p.Of.A == 0 {
		why = append(why, "containmentAInB: group a is empty")
	}
	if p.Of.B == 0 {
		why = append(why, "containmentBInA: group b is empty")
	}
	if _, ok := p.Of.Expected(a.Size); !ok {
		why = append(why, "expected: the universe is empty")
	}
	if _, ok := p.Of.Lift(a.Size); !ok {
		why = append(why, "lift: nothing is expected to be shared")
	}
	if a.sdsm && p.SDSM == nil {
		why = append(why, "sdsmPValue: members of one group were inferred from the other, and the model is of one table")
	}
	return why
}

// Sentence says in words what a pair shares. It says "more than chance" only
// where complete lists of the day back both groups.
func (a *OverlapAnswer) Sentence(p Pair) string {
	x, y := a.Groups[p.A].Node.Name, a.Groups[p.B].Node.Name
	text := fmt.Sprintf("%s (%d) and %s (%d) share %d", x, p.Of.A, y, p.Of.B, p.Of.Shared)
	if expected, ok := p.Of.Expected(a.Size); ok {
		text += fmt.Sprintf("; two such groups drawn at random from %d share %s on average", a.Size, strconv.FormatFloat(expected, 'g', 3, 64))
	}
	switch {
	case a.AmongRecorded(p):
		return "Among recorded members, " + text + "."
	case p.Adjusted <= significance:
		return text + fmt.Sprintf(". That is more than chance (adjusted p %s).", strconv.FormatFloat(p.Adjusted, 'g', 2, 64))
	}
	return text + fmt.Sprintf(". Chance alone gives as much often enough (adjusted p %s).", strconv.FormatFloat(p.Adjusted, 'g', 2, 64))
}
