package ask

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// TimelineOptions are the arguments of Timeline.
type TimelineOptions struct {
	Assumptions
	Of          []kg.ID
	From, Until *kg.Day // nil: open
}

// TimelineAnswer is the answer.
type TimelineAnswer struct {
	Common
	Of      []kg.Node
	Entries []Entry // by date, then by what, then by id
	Undated int     // relationships that would be entries if their date were known
	Groups  []Band  // those of the nodes that have a roster

	asking *asking
}

// Timeline tells what is recorded to have happened to nodes, and how many members
// the groups among them had. What has a date is an entry where the date lies, or
// may lie, from From until Until.
func Timeline(ctx context.Context, r store.Reader, o TimelineOptions) (*TimelineAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	switch {
	case len(o.Of) == 0:
		return nil, kg.Errorf(kg.CodeInvalid, "of is an empty list").WithMend("name at least one node")
	case o.From != nil && o.Until != nil && *o.From > *o.Until:
		return nil, kg.Errorf(kg.CodeInvalid, "from is %s and until %s", o.From, o.Until).WithMend("put the earlier day first")
	}
	a := &TimelineAnswer{asking: q}
	if a.Of, err = q.lookUp(ctx, "of", o.Of); err != nil {
		return nil, err
	}
	happened, err := q.happenings(ctx, a.Of)
	if err != nil {
		return nil, err
	}
	if err := a.enter(ctx, happened, store.DateRange{From: o.From, To: o.Until}); err != nil {
		return nil, err
	}
	if err := a.enroll(ctx, happened, o); err != nil {
		return nil, err
	}
	a.Common = q.common
	return a, nil
}

// happening is an edge that tells of the nodes, and whether it counts.
type happening struct {
	kg.Edge
	counts bool
}

// happenings reads what tells of the nodes, by id.
func (q *asking) happenings(ctx context.Context, of []kg.Node) ([]happening, error) {
	f := store.EdgeFilter{Direction: store.Both}
	for kind := range told {
		f.Kinds = append(f.Kinds, kind)
	}
	if kind := q.common.Assumptions.RosterKind; kind != "" && !slices.Contains(f.Kinds, kind) {
		f.Kinds = append(f.Kinds, kind)
	}
	slices.Sort(f.Kinds)
	counts, err := q.count(ctx, idsOf(of), f)
	if err != nil {
		return nil, err
	}
	if total(counts) > MaxEdges {
		return nil, tooManyEdges()
	}
	edges, err := q.edges(ctx, idsOf(of), f)
	if err != nil {
		return nil, err
	}
	var all []happening
	met := map[kg.ID]bool{}
	for _, n := range of {
		if err := store.Alive(ctx); err != nil {
			return nil, err
		}
		for i := range edges[n.ID] {
			if e := &edges[n.ID][i]; !met[e.ID] {
				met[e.ID] = true
				all = append(all, happening{*e, !q.excludes(e)})
			}
		}
	}
	slices.SortFunc(all, func(x, y happening) int { return cmp.Compare(x.ID, y.ID) })
	return all, nil
}
