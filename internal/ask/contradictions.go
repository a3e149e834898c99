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
	list := w.contradictions
	if q.common.Assumptions.Stated {
		list = w.stated
	}
	kept := map[disputed]bool{}
	for _, c := range list {
		if o.asksFor(c, of) && (c.Edge == nil || !q.leavesOut(*c.Edge)) {
			a.List = append(a.List, c)
		}
		kept[disputed{c.Record, c.Sort, c.Field}] = true
	}
	for _, c := range w.contradictions {
		if !kept[disputed{c.Record, c.Sort, c.Field}] && o.asksFor(c, of) && (c.Edge == nil || !q.leavesOut(*c.Edge)) {
			q.common.Excluded.Implied++
		}
	}
	a.Common = q.common
	return a, nil
}

// disputed is what contradictions are about.
type disputed struct {
	record kg.ID
	sort   issues.Sort
	field  string
}

// asksFor reports whether the arguments name a contradiction; of are the nodes.
func (o ContradictionsOptions) asksFor(c issues.Contradiction, of map[kg.ID]bool) bool {
	return (len(of) == 0 || of[c.Record] || c.Edge != nil && (of[c.Edge.From] || of[c.Edge.To])) &&
		(len(o.Sorts) == 0 || slices.Contains(o.Sorts, c.Sort)) && (len(o.Fields) == 0 || slices.Contains(o.Fields, c.Field))
}

// leavesOut says whether an edge that sources disagree on is not of the day or the
// kind that is asked for, and counts it. Whether it is stated is not asked, since its
// values are, nor in which role it is.
func (q *asking) leavesOut(e kg.Edge) bool {
	a := q.common.Assumptions
	if a.RosterKind != "" && e.Kind != a.RosterKind {
		return true
	}
	a.Stated, a.Roles = false, []string{e.Attrs["role"]}
	_, reason := a.weigh(&e, &q.common.Excluded)
	if reason != nil {
		*reason++
	}
	return reason != nil
}
