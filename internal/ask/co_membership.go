package ask

import (
	"context"
	"maps"
	"slices"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// CoMembershipOptions are the arguments of CoMembership.
type CoMembershipOptions struct {
	Assumptions
	A, B        kg.ID
	Groups      bool // A and B are groups, and the rows their common members; else members, and the rows their common groups
	From, Until *kg.Day
}

// CoMembershipAnswer is the answer.
type CoMembershipAnswer struct {
	Common
	A, B              kg.Node
	Rows              []CoMembershipRow // by id
	Certain, Possible analysis.Spans    // days in at least one of the rows
}

// CoMembershipRow is one group that both are in, or one member that both have.
type CoMembershipRow struct {
	Node              kg.Node
	A, B              []kg.Edge
	Certain, Possible analysis.Spans // days on which both held; possible includes certain
	Circular          bool           // the edges of one were inferred from those of the other
}

// CoMembership finds where two bodies were members at the same time, or whom two
// groups had at the same time, and on which days. The days of an answer lie from
// From until Until, which are open where nil; AsOf keeps rows in which both count
// on that day, and leaves their days as they are.
//
// Both held certainly on the days on which some edge of A and some edge of B
// certainly did, and possibly on those on which some of each possibly did; the
// truth lies between.
func CoMembership(ctx context.Context, r store.Reader, o CoMembershipOptions) (*CoMembershipAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	if o.From != nil && o.Until != nil && *o.From > *o.Until {
		return nil, kg.Errorf(kg.CodeInvalid, "from is %s and until %s", o.From, o.Until).WithMend("put the earlier day first")
	}
	ends, f, err := q.coMembers(ctx, o)
	if err != nil {
		return nil, err
	}
	ties, err := q.ties(ctx, idsOf(ends), f, "ask about smaller ones, or for one rosterKind")
	if err != nil {
		return nil, err
	}
	a := &CoMembershipAnswer{A: ends[0], B: ends[1]}
	if err := a.rows(ctx, q, ties); err != nil {
		return nil, err
	}
	a.cut(o)
	q.warn("rows and days are of recorded memberships: no list is complete over time, so a row or day that is missing is not known to be none")
	a.Common = q.common
	return a, nil
}

// coMembers reads both ends and says which of their edges are asked for.
func (q *asking) coMembers(ctx context.Context, o CoMembershipOptions) ([]kg.Node, store.EdgeFilter, error) {
	f := store.EdgeFilter{Direction: store.Out, Kinds: q.common.Assumptions.joining()}
	if !o.Groups {
		ends, err := q.bodies(ctx, []string{"a", "b"}, []kg.ID{o.A, o.B})
		return ends, f, err
	}
	ends, err := q.lookUpEach(ctx, []string{"a", "b"}, []kg.ID{o.A, o.B})
	if err != nil {
		return nil, f, err
	}
	f = store.EdgeFilter{Direction: store.In}
	for i, n := range ends {
		kind, err := q.rosterKind([]string{"a", "b"}[i], n)
		if err != nil {
			return nil, f, err
		}
		if !slices.Contains(f.Kinds, kind) {
			f.Kinds = append(f.Kinds, kind)
		}
	}
	slices.Sort(f.Kinds)
	return ends, f, nil
}

// rows pairs what both lead to.
func (a *CoMembershipAnswer) rows(ctx context.Context, q *asking, ties map[kg.ID][]tie) error {
	of := map[kg.ID][]kg.Edge{}
	for _, t := range ties[a.A.ID] {
		of[t.other] = t.edges
	}
	both := map[kg.ID]CoMembershipRow{}
	known := map[kg.ID]kg.Edge{}
	var all []kg.Edge
	for _, t := range ties[a.B.ID] {
		if edges, ok := of[t.other]; ok {
			both[t.other] = CoMembershipRow{A: edges, B: t.edges}
			all = append(append(all, edges...), t.edges...)
		}
	}
	for _, e := range all {
		known[e.ID] = e
	}
	if err := q.premises(ctx, all, known); err != nil {
		return err
	}
	ids := slices.Sorted(maps.Keys(both))
	nodes, err := q.nodes(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		row, o := both[id], origins{known}
		row.Node, row.Circular = nodes[id], o.all(both[id].A, both[id].B, false) || o.all(both[id].B, both[id].A, false)
		a.Rows = append(a.Rows, row)
	}
	return nil
}

// cut finds the days, within those that are asked for.
func (a *CoMembershipAnswer) cut(o CoMembershipOptions) {
	window := analysis.Span{From: analysis.Dawn, To: analysis.Dusk}
	if o.From != nil {
		window.From = int32(*o.From)
	}
	if o.Until != nil {
		window.To = int32(*o.Until)
	}
	var certain, possible []analysis.Span
	for i := range a.Rows {
		r := &a.Rows[i]
		c1, p1 := times(r.A)
		c2, p2 := times(r.B)
		r.Certain, r.Possible = c1.And(c2).And(analysis.NewSpans(window)), p1.And(p2).And(analysis.NewSpans(window))
		certain, possible = append(certain, r.Certain...), append(possible, r.Possible...)
	}
	a.Certain, a.Possible = analysis.NewSpans(certain...), analysis.NewSpans(possible...)
}
