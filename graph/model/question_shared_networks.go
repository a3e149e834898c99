package model

import (
	"context"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// SharedNetworks is the GraphQL type SharedNetworks.
type SharedNetworks struct {
	answer
	a     *ask.SharedNetworksAnswer
	level *loader.Level
}

// AskSharedNetworks answers the question sharedNetworks.
func AskSharedNetworks(ctx context.Context) (*SharedNetworks, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	if err != nil {
		return nil, err
	}
	if len(q.ids("cities")) == 0 {
		return nil, kg.Errorf(kg.CodeInvalid, "cities is an empty list").WithMend("name one at least")
	}
	o := ask.SharedNetworksOptions{Assumptions: a, Cities: q.ids("cities")}
	if q["atLeast"] != nil {
		least, err := q.whole("atLeast", 1, max(1, len(o.Cities)))
		if err != nil {
			return nil, err
		}
		o.AtLeast = &least
	}
	got, err := ask.SharedNetworks(ctx, request(ctx).Reader, o)
	if err != nil {
		return nil, err
	}
	var nodes []kg.Node
	var edges []kg.Edge
	for _, n := range got.Networks {
		nodes = append(nodes, n.Network)
		for _, m := range n.Members {
			nodes, edges = append(nodes, m.City), append(edges, m.Edges...)
		}
	}
	if asked(ctx, "networks", "members") {
		if err := bounded(len(nodes)+len(edges), "ask for more cities in each (atLeast), or for fewer cities"); err != nil {
			return nil, err
		}
	}
	return &SharedNetworks{answered(ctx, got.Common), got, levelOf(ctx, nodes, edges)}, nil
}

// AtLeast is the field atLeast.
func (s *SharedNetworks) AtLeast() int { return s.a.AtLeast }

// Networks is the field networks.
func (s *SharedNetworks) Networks() []SharedNetwork {
	return mapped(s.a.Networks, func(n ask.SharedNetwork) SharedNetwork { return SharedNetwork{n, s.level} })
}

// SharedNetwork is the GraphQL type SharedNetwork.
type SharedNetwork struct {
	n     ask.SharedNetwork
	level *loader.Level
}

// Network is the field network.
func (s SharedNetwork) Network() Node { return wrap(node{&s.n.Network, s.level}) }

// SameTime is the field sameTime; "" is null.
func (s SharedNetwork) SameTime() string {
	if s.n.SameTime == ask.Out {
		return ""
	}
	return string(s.n.SameTime.Holding())
}

// Members is the field members.
func (s SharedNetwork) Members() []NetworkMember {
	return mapped(s.n.Members, func(m ask.NetworkMember) NetworkMember { return NetworkMember{m, s.level} })
}

// NetworkMember is the GraphQL type NetworkMember.
type NetworkMember struct {
	m     ask.NetworkMember
	level *loader.Level
}

// Node is the field node.
func (m NetworkMember) Node() Node { return wrap(node{&m.m.City, m.level}) }

// Edges is the field edges.
func (m NetworkMember) Edges() []Edge { return edgesOn(m.level, m.m.Edges) }
