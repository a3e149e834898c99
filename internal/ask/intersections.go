package ask

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// IntersectionsOptions are the arguments of Intersections.
type IntersectionsOptions struct {
	Assumptions
	Groups   []kg.ID
	MinSize  int  // leave out combinations of fewer actors; they are still counted
	First    int  // return so many combinations at most
	ByDegree bool // order by the number of groups first, not by size
}

// IntersectionsAnswer is the answer: every actor of the groups belongs to exactly one
// combination of them.
type IntersectionsAnswer struct {
	Common
	Groups []*Group
	Sets   []Intersection // largest first, or of most groups first
	Total  int            // combinations that have actors, also those not returned
	Actors int            // actors in all combinations together
}

// Intersection is one combination: who is in all of these groups and in no other
// of the question.
type Intersection struct {
	Groups []kg.Node // in the order of the question
	Actors []kg.Node // by id
}

// Intersections divides the members of the groups by the exact combination of
// groups that they belong to, as an UpSet plot shows it.
func Intersections(ctx context.Context, r store.Reader, o IntersectionsOptions) (*IntersectionsAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	if len(o.Groups) == 0 {
		return nil, kg.Errorf(kg.CodeInvalid, "groups is an empty list").WithMend("name at least one group")
	}
	g, err := q.rosters(ctx, "groups", o.Groups, nil)
	if err != nil {
		return nil, err
	}
	sets := make([][]int32, len(g.list))
	for i, group := range g.list {
		sets[i] = group.numbers(q.common.Assumptions.keeps)
	}
	parts := analysis.Intersections(sets, len(g.actors))
	a := &IntersectionsAnswer{Groups: g.list, Total: len(parts)}
	slices.SortStableFunc(parts, func(x, y analysis.Part) int {
		size, degree := cmp.Compare(len(y.Members), len(x.Members)), cmp.Compare(len(y.Groups), len(x.Groups))
		if o.ByDegree {
			size, degree = degree, size
		}
		return cmp.Or(size, degree, slices.Compare(x.Groups, y.Groups))
	})
	for _, p := range parts {
		a.Actors += len(p.Members)
		if len(p.Members) < o.MinSize || len(a.Sets) == o.First {
			continue
		}
		set := Intersection{Actors: g.nodesOf(p.Members)}
		for _, i := range p.Groups {
			set.Groups = append(set.Groups, g.list[i].Node)
		}
		a.Sets = append(a.Sets, set)
	}
	if err := q.warnInferred(ctx, g); err != nil {
		return nil, err
	}
	q.warnEver()
	q.warnPartial(g.list)
	a.Common = q.common
	return a, nil
}
