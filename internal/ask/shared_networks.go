package ask

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// SharedNetworksOptions are the arguments of SharedNetworks.
type SharedNetworksOptions struct {
	Assumptions
	Cities  []kg.ID // or other bodies
	AtLeast *int    // how many of them must be in a network; nil: all
}

// SharedNetworksAnswer is the answer.
type SharedNetworksAnswer struct {
	Common
	AtLeast  int
	Networks []SharedNetwork // of most cities first, then by id
}

// SharedNetwork is a network that several of the cities are in.
type SharedNetwork struct {
	Network  kg.Node
	Members  []NetworkMember // in the order of the question
	SameTime Standing        // how surely there was a day on which all of them were in it
}

// NetworkMember is one of the cities, with the edges that say that it is a member.
type NetworkMember struct {
	City  kg.Node
	Edges []kg.Edge
}

// SharedNetworks finds the networks that all, or at least so many, of the cities
// are in. With a rosterKind it finds what such edges lead to instead.
func SharedNetworks(ctx context.Context, r store.Reader, o SharedNetworksOptions) (*SharedNetworksAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	a := &SharedNetworksAnswer{AtLeast: len(o.Cities)}
	if o.AtLeast != nil {
		a.AtLeast = *o.AtLeast
	}
	switch {
	case len(o.Cities) == 0:
		return nil, kg.Errorf(kg.CodeInvalid, "cities is an empty list").WithMend("name at least one city")
	case a.AtLeast < 1 || a.AtLeast > len(o.Cities):
		return nil, kg.Errorf(kg.CodeInvalid, "atLeast is %d of %d cities", a.AtLeast, len(o.Cities)).WithMend("ask for 1 up to all of them")
	}
	members, err := q.membersOf(ctx, o)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(members, func(_ kg.ID, m []NetworkMember) bool { return len(m) < a.AtLeast })
	ids := slices.Sorted(maps.Keys(members))
	nodes, err := q.nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		n := SharedNetwork{Network: nodes[id], Members: members[id]}
		var lists [][]kg.Edge
		for _, m := range n.Members {
			lists = append(lists, m.Edges)
		}
		n.SameTime = together(lists...)
		a.Networks = append(a.Networks, n)
	}
	slices.SortStableFunc(a.Networks, func(x, y SharedNetwork) int { return cmp.Compare(len(y.Members), len(x.Members)) })
	if o.AsOf == nil {
		q.warn("without asOf everybody counts who was ever recorded: sameTime says how sure it is that all were in the network on some one day")
	}
	a.Common = q.common
	return a, nil
}

// membersOf reads which of the cities are in what.
func (q *asking) membersOf(ctx context.Context, o SharedNetworksOptions) (map[kg.ID][]NetworkMember, error) {
	cities, err := q.bodies(ctx, slices.Repeat([]string{"cities"}, len(o.Cities)), o.Cities)
	if err != nil {
		return nil, err
	}
	f := store.EdgeFilter{Kinds: q.common.Assumptions.joining(), Direction: store.Out}
	if o.RosterKind == "" {
		f.OtherKinds = []kg.NodeKind{kg.Network}
	}
	ties, err := q.ties(ctx, idsOf(cities), f, "name fewer cities")
	if err != nil {
		return nil, err
	}
	members := map[kg.ID][]NetworkMember{}
	for _, c := range cities {
		for _, t := range ties[c.ID] {
			members[t.other] = append(members[t.other], NetworkMember{c, t.edges})
		}
	}
	return members, nil
}
