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
		if a.leftOut(p, m.actor) {
			continue
		}
		all = append(all, SharedActor{a.groups.actors[m.actor], a.edgesOf(p.A, m.actor, by, by.keeps), a.edgesOf(p.B, m.actor, by, by.keeps)})
	}
	return all
}

// leftOut reports whether an actor whom both groups have is left out as circular.
func (a *OverlapAnswer) leftOut(p Pair, actor int32) bool {
	if _, bound := slices.BinarySearch(a.bonds[[2]int{p.A, p.B}], actor); !bound {
		return false
	}
	fromA, fromB := a.inferred(&p, actor, a.Assumptions, a.Assumptions.keeps)
	return fromA || fromB
}

// AmongRecorded reports whether the numbers of a pair are only among recorded
// members: no complete list of the day backs one of the groups.
func (a *OverlapAnswer) AmongRecorded(p Pair) bool {
	return !a.Groups[p.A].Complete() || !a.Groups[p.B].Complete()
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
	switch {
	case !a.sdsm || p.SDSM != nil:
	case len(a.Groups) < sdsmGroups:
		why = append(why, "sdsmPValue: of two groups the margins alone tell what they share")
	case p.Circular > 0:
		why = append(why, "sdsmPValue: members of one group were inferred from the other, and the model is of one table")
	default:
		why = append(why, "sdsmPValue: the model could not be fitted")
	}
	return why
}

// Sentence says in words what a pair shares. It says "more than chance" only where
// complete lists of the day back both groups, each test that was asked for finds
// so, and the shared actors do not all rest on the same sources for both groups.
func (a *OverlapAnswer) Sentence(p Pair) string {
	x, y := a.Groups[p.A].Node.Name, a.Groups[p.B].Node.Name
	text := fmt.Sprintf("%s (%d) and %s (%d) share %d", x, p.Of.A, y, p.Of.B, p.Of.Shared)
	if expected, ok := p.Of.Expected(a.Size); ok {
		text += fmt.Sprintf("; two such groups drawn at random from %d share %s on average", a.Size, strconv.FormatFloat(expected, 'g', 3, 64))
	}
	if a.AmongRecorded(p) {
		text = "Among recorded members, " + text
	}
	text += "."
	same := a.SameSources(p)
	if 2*same > p.Of.Shared {
		text += fmt.Sprintf(" For %d of the %d, every source for one of the groups also tells of the other.", same, p.Of.Shared)
	}
	if a.AmongRecorded(p) || p.Of.Shared > 0 && same == p.Of.Shared {
		return text
	}
	return text + " " + a.verdict(p)
}

// verdict says what the tests of a pair find.
func (a *OverlapAnswer) verdict(p Pair) string {
	adjusted := "adjusted p " + probability(p.Adjusted)
	switch {
	case p.Adjusted > significance:
		return fmt.Sprintf("Chance alone gives as much often enough (%s).", adjusted)
	case !a.sdsm:
		return fmt.Sprintf("That is more than chance (%s).", adjusted)
	case p.SDSM == nil:
		return fmt.Sprintf("If all joined alike, chance would hardly give as much (%s); with both margins held it was not tested.", adjusted)
	}
	held := "with both margins held " + probability(*p.SDSMAdjusted)
	if *p.SDSMAdjusted > significance {
		return fmt.Sprintf("If all joined alike, chance would hardly give as much (%s); but that some join much explains it (%s).", adjusted, held)
	}
	return fmt.Sprintf("That is more than chance (%s, %s).", adjusted, held)
}
