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
	AtLeast int     // how many of them must be in a network; 0: all
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
	if o.AtLeast == 0 {
		o.AtLeast = len(o.Cities)
	}
	if len(o.Cities) == 0 || o.AtLeast < 1 || o.AtLeast > len(o.Cities) {
		return nil, kg.Errorf(kg.CodeInvalid, "atLeast is %d of %d cities", o.AtLeast, len(o.Cities)).
			WithMend("name at least one city, and ask for 1 up to all of them")
	}
	cities, err := q.bodies(ctx, slices.Repeat([]string{"cities"}, len(o.Cities)), o.Cities)
	if err != nil {
		return nil, err
	}
	f := store.EdgeFilter{Kinds: q.common.Assumptions.memberships(), Direction: store.Out}
	if o.RosterKind == "" {
		f.OtherKinds = []kg.NodeKind{kg.Network}
	}
	ties, err := q.ties(ctx, idsOf(cities), f)
	if err != nil {
		return nil, err
	}
	members := map[kg.ID][]NetworkMember{}
	for _, c := range cities {
		for _, t := range ties[c.ID] {
			members[t.other] = append(members[t.other], NetworkMember{c, t.edges})
		}
	}
	maps.DeleteFunc(members, func(_ kg.ID, m []NetworkMember) bool { return len(m) < o.AtLeast })
	a := &SharedNetworksAnswer{AtLeast: o.AtLeast}
	nodes, err := q.nodes(ctx, slices.Sorted(maps.Keys(members)))
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(members)) {
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
