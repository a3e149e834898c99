package projection

import (
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Filter says which edges a View is made of. The zero Filter takes every roster
// edge that was ever recorded between a municipality and a group.
type Filter struct {
	When       store.When    // as for edges read from a store
	RosterKind kg.EdgeKind   // the edges that make a roster; "": those of each group's own kind
	Roles      []string      // of TOOK_PART_IN, "" is an unknown role; nil: kg.RosterRoles and unknown ones
	ActorKinds []kg.NodeKind // nil: cities
	PlaceTypes []string      // of cities; nil: municipalities
}

// Left counts the edges that a Filter left out of a View, each under the first
// of these reasons that applies, in this order.
type Left struct {
	NotOnDate       int // did not hold on the day
	Implied         int // only implied by their sources
	OtherRoles      int
	Possible        int // may have held on the day, which is not certain
	OtherKinds      int // the actor is of another kind
	OtherPlaceTypes int // the actor is a city of another place type, or of an unknown one
}

// sieve is a Filter made ready for one projection: every question about an edge
// is one look into a table.
type sieve struct {
	p      *Projection
	roster []uint8      // by node: the edge kind that makes its roster, or none
	actor  []bool       // by place in kg.NodeKinds
	places []bool       // by place in Projection.placeTypes
	roles  []bool       // by place in kg.Roles, the unknown role behind them
	holds  []kg.Holding // by window
	when   store.When
}

// none stands for no edge kind.
const none = uint8(255)

func (p *Projection) sieve(f Filter) *sieve {
	s := &sieve{p: p, when: f.When}
	for _, spec := range kg.NodeKinds {
		kind := spec.Roster
		if f.RosterKind != "" {
			kind = f.RosterKind
		}
		s.roster = append(s.roster, edgeKind(kind))
		s.actor = append(s.actor, spec.Kind == kg.City && f.ActorKinds == nil || slices.Contains(f.ActorKinds, spec.Kind))
	}
	for _, t := range p.placeTypes {
		s.places = append(s.places, t == municipality && f.PlaceTypes == nil || slices.Contains(f.PlaceTypes, t))
	}
	for _, r := range append(slices.Clip(kg.Roles), "") {
		counts := r == "" || slices.Contains(kg.RosterRoles, r)
		if f.Roles != nil {
			counts = slices.Contains(f.Roles, r)
		}
		s.roles = append(s.roles, counts)
	}
	for _, w := range p.windows {
		holding := kg.Certain // ever
		if f.When.AsOf != nil {
			holding = w.HoldsOn(*f.When.AsOf)
		}
		s.holds = append(s.holds, holding)
	}
	return s
}

const municipality = "municipality"

// edgeKind returns the place of a kind in the vocabulary's table.
func edgeKind(k kg.EdgeKind) uint8 {
	i := slices.IndexFunc(kg.EdgeKinds, func(s kg.EdgeSpec) bool { return s.Kind == k })
	if i < 0 {
		return none
	}
	return uint8(i)
}

// isRoster reports whether the edge is of the kind that makes somebody a member
// of its target.
func (s *sieve) isRoster(e edge) bool { return s.roster[s.p.kinds[e.to]] == e.kind }

// leaves returns the count of the reason for which a roster edge is left out; nil
// where it is kept.
func (s *sieve) leaves(e edge, l *Left) *int {
	holding := s.holds[e.window]
	switch {
	case holding == kg.No:
		return &l.NotOnDate
	case s.when.Stated && e.facts&implied != 0:
		return &l.Implied
	case kg.EdgeKinds[e.kind].Kind == kg.TookPartIn && !s.roles[e.role]:
		return &l.OtherRoles
	case !s.when.Keeps(store.TruthOf(holding)):
		return &l.Possible
	case !s.actor[s.p.kinds[e.from]]:
		return &l.OtherKinds
	case kg.NodeKinds[s.p.kinds[e.from]].Kind == kg.City && !s.places[s.p.places[e.from]]:
		return &l.OtherPlaceTypes
	}
	return nil
}

// keeps reports whether the edge is in the view.
func (s *sieve) keeps(e edge) bool { return s.isRoster(e) && s.leaves(e, &Left{}) == nil }
