package ask

import (
	"context"
	"slices"

	"citygraph/internal/issues"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// ContradictionsOptions are the arguments of Contradictions.
type ContradictionsOptions struct {
	Assumptions
	Of     []kg.ID       // of these nodes and of the edges at them; empty: of all
	Sorts  []issues.Sort // empty: of every sort
	Fields []string      // empty: on every field
}

// ContradictionsAnswer is the answer.
type ContradictionsAnswer struct {
	Common
	List []issues.Contradiction // about nodes by id, then about edges by id; of one record by field
}

// Contradictions lists the claims and figures that cannot all be right.
func Contradictions(ctx context.Context, r store.Reader, w *Whole, o ContradictionsOptions) (*ContradictionsAnswer, error) {
	q, err := newAsking(r, o.about("everything that is recorded"))
	if err != nil {
		return nil, err
	}
	nodes, err := q.lookUp(ctx, "of", o.Of)
	if err != nil {
		return nil, err
	}
	of := map[kg.ID]bool{}
	for _, n := range nodes {
		of[n.ID] = true
	}
	a := &ContradictionsAnswer{}
	for _, c := range w.contradictions {
		touches := len(of) == 0 || of[c.Record] || c.Edge != nil && (of[c.Edge.From] || of[c.Edge.To])
		if !touches || len(o.Sorts) > 0 && !slices.Contains(o.Sorts, c.Sort) || len(o.Fields) > 0 && !slices.Contains(o.Fields, c.Field) {
			continue
		}
		if c.Edge != nil && q.leavesOut(*c.Edge) {
			continue
		}
		if q.common.Assumptions.Stated {
			var ok bool
			if c, ok = c.Stated(); !ok {
				q.common.Excluded.Implied++
				continue
			}
		}
		a.List = append(a.List, c)
	}
	a.Common = q.common
	return a, nil
}

// leavesOut says whether an edge that sources disagree on is not of the day or the
// kind that is asked for, and counts it. Whether it is stated is not asked: its
// values are.
func (q *asking) leavesOut(e kg.Edge) bool {
	a := q.common.Assumptions
	if a.RosterKind != "" && e.Kind != a.RosterKind {
		return true
	}
	s := a.standing(&e)
	switch {
	case s == Out:
		q.common.Excluded.NotOnDate++
	case !a.keeps(s):
		q.common.Excluded.Possible++
	default:
		return false
	}
	return true
}
