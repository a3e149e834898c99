package ask

import (
	"context"
	"fmt"

	"citygraph/internal/issues"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
)

// Whole is what questions about the whole graph are answered from: the projection
// of one revision, what its sources disagree on, and what has been reckoned from
// them. It is built when the revision is loaded, and safe for concurrent use.
type Whole struct {
	projection     *projection.Projection
	contradictions []issues.Contradiction
	stated         []issues.Contradiction // what is left of them where stated values alone count
	cache          *cache
}

// LoadWhole reads a whole revision, once. Errors are those of the Reader.
func LoadWhole(ctx context.Context, r store.Reader) (*Whole, error) {
	info, err := r.Info(ctx)
	if err != nil {
		return nil, err
	}
	graph, disagreements := projection.NewBuilder(info), issues.NewBuilder()
	for record, err := range r.Scan(ctx, store.Scope{}) {
		if err != nil {
			return nil, err
		}
		graph.Add(record)
		disagreements.Add(record)
	}
	all, stated := disagreements.Contradictions()
	return &Whole{graph.Projection(), all, stated, newCache()}, nil
}

// filter says which edges of the projection the assumptions keep.
func (a Assumptions) filter() projection.Filter {
	return projection.Filter{
		When:       store.When{AsOf: a.AsOf, Certainty: a.Certainty, Stated: a.Stated},
		RosterKind: a.RosterKind, Roles: a.Roles, ActorKinds: a.ActorKinds, PlaceTypes: a.PlaceTypes,
	}
}

// view cuts the two-mode graph of a question out of the whole and notes what that
// left out. The name is one for all questions that have the same graph.
func (q *asking) view(ctx context.Context, w *Whole) (v *projection.View, name string, err error) {
	a := q.common.Assumptions
	if err := a.twoMode(); err != nil {
		return nil, "", err
	}
	f, epoch := a.filter(), -1
	if a.AsOf != nil {
		epoch = w.projection.Epoch(*a.AsOf) // days on which the same holds have one graph
	}
	name = fmt.Sprintf("%d %s %t %s %q %q %q", epoch, a.Certainty, a.Stated, a.RosterKind, a.Roles, a.ActorKinds, a.PlaceTypes)
	v, err = cached(ctx, w.cache, views, "view "+name, func(v *projection.View) int { return 2*v.Edges() + 2*v.Vertices() },
		func(context.Context) (*projection.View, error) { return w.projection.View(f), nil })
	if err != nil {
		return nil, "", err
	}
	q.common.Excluded = excludedBy(v.Left)
	if v.Implied > 0 {
		q.warn(fmt.Sprintf("%d of the relationships that count are only implied; one that was inferred from another counts beside it", v.Implied))
	}
	return v, name, nil
}

func excludedBy(l projection.Left) Excluded {
	return Excluded{
		NotOnDate: l.NotOnDate, Implied: l.Implied, OtherRoles: l.OtherRoles,
		Possible: l.Possible, OtherKinds: l.OtherKinds, OtherPlaceTypes: l.OtherPlaceTypes,
	}
}

// twoMode refuses assumptions under which there is no graph of actors and groups.
func (a Assumptions) twoMode() error {
	spec, ok := a.RosterKind.Spec()
	if ok && spec.Symmetric {
		return kg.Errorf(kg.CodeInvalid, "rosterKind: %s has no direction, so it divides nobody into actors and groups", a.RosterKind).
			WithMend("use a kind that leads from a member to a group, such as MEMBER_OF")
	}
	return nil
}

// warnRecorded says what no number about the whole graph can do without.
func (q *asking) warnRecorded() {
	q.warn("numbers are of recorded relationships: where a list is partial, a missing one is not a fact; coverage says how complete each group is")
}
