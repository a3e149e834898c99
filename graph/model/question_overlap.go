package model

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/store"
)

// Overlap is the GraphQL type Overlap.
type Overlap struct {
	answer
	a      *ask.OverlapAnswer
	groups []Group // one level
}

// AskOverlap answers the question overlap.
func AskOverlap(ctx context.Context) (*Overlap, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	if err != nil {
		return nil, err
	}
	o := ask.OverlapOptions{Assumptions: a, Groups: q.ids("groups")}
	o.SDSM, _ = q["sdsm"].(bool)
	if o.Universe, err = q.universe(); err != nil {
		return nil, err
	}
	got, err := ask.Overlap(ctx, request(ctx).Reader, o)
	if err != nil {
		return nil, err
	}
	return &Overlap{answered(ctx, got.Common), got, groupsOf(ctx, got.Groups)}, nil
}

// universe reads the argument of this name. It has one field exactly, as @oneOf
// says, which is not enforced on variables.
func (q questionArgs) universe() (u ask.Universe, err error) {
	raw, _ := q["universe"].(map[string]any)
	if len(raw) != 1 {
		return u, kg.Errorf(kg.CodeInvalid, "universe names %d sets of actors", len(raw)).
			WithMend("name one: recorded, country, union or size; the result depends on it, so there is no default")
	}
	for name, value := range raw {
		switch name {
		case "recorded", "union":
			if value != true {
				return u, kg.Errorf(kg.CodeInvalid, "universe.%s is %s", name, shown(value)).WithMend("write true, or name another universe")
			}
			if name == "recorded" {
				u.Recorded = true
			} else {
				u.Union = true
			}
		case "country":
			u.Country, _ = value.(string)
			if !countryForm.MatchString(u.Country) {
				err = kg.Errorf(kg.CodeInvalid, "universe.country: %s is not a country code", shown(value)).WithMend("write two capitals (ISO 3166-1 alpha-2), such as DE")
			}
		case "size":
			if u.Size, err = integer(value); err != nil || u.Size < 1 {
				err = kg.Errorf(kg.CodeInvalid, "universe.size is %s", shown(value)).WithMend("write how many actors there are, as a whole number")
			}
		}
	}
	return u, err
}

// Universe is the field universe.
func (o *Overlap) Universe() Universe { return Universe{o.a.Size, o.a.Description} }

// Universe is the GraphQL type Universe.
type Universe struct {
	Size        int
	Description string
}

// Groups is the field groups.
func (o *Overlap) Groups() []Group { return o.groups }

// OverlapPairConnection is the GraphQL type OverlapPairConnection.
type OverlapPairConnection struct {
	page
	pairs []OverlapPair
}

// Pairs is the field pairs.
func (o *Overlap) Pairs(ctx context.Context) (*OverlapPairConnection, error) {
	q := readQuestion(ctx)
	minShared, err := q.whole("minShared", 0, ask.MaxUniverse)
	if err != nil {
		return nil, err
	}
	order, _ := q["orderBy"].(string)
	order = strings.ToLower(order)
	a := &args{listing: listingName("Overlap.pairs#"+questionMark(ctx), store.Order{By: store.By(order)})}
	if a.first, err = readFirst(q["first"]); err != nil {
		return nil, err
	}
	if after, ok := q["after"].(string); ok {
		if a.after, err = decodeCursor(a.listing, after); err != nil {
			return nil, err
		}
	}
	list := o.a.Listed(ask.PairOrder(order), minShared)
	c := &OverlapPairConnection{page: page{args: a, all: len(list)}}
	list, err = o.behind(list, a.after)
	if err != nil {
		return nil, err
	}
	c.more = len(list) > a.first
	for _, i := range list[:min(a.first, len(list))] {
		p := o.a.Pairs[i]
		c.keys = append(c.keys, o.key(p))
		c.pairs = append(c.pairs, OverlapPair{o: o, p: p})
	}
	return c, c.find(ctx, o.a)
}

// key is what a pair's cursor is made of: the ids of its groups.
func (o *Overlap) key(p ask.Pair) store.Key {
	return store.Key{Value: string(o.a.Groups[p.A].Node.ID), ID: o.a.Groups[p.B].Node.ID}
}

// behind cuts a list of pairs after the one that a cursor names.
func (o *Overlap) behind(list []int, after store.Key) ([]int, error) {
	if after == (store.Key{}) {
		return list, nil
	}
	i := slices.IndexFunc(list, func(i int) bool { return o.key(o.a.Pairs[i]) == after })
	if i < 0 {
		return nil, kg.Errorf(kg.CodeInvalid, "the cursor in after belongs to a pair that is not listed").
			WithMend("begin without one")
	}
	return list[i+1:], nil
}

// find finds the shared actors of all pairs of the page, where they are asked for.
func (c *OverlapPairConnection) find(ctx context.Context, o *ask.OverlapAnswer) error {
	if !asked(ctx, "edges", "node", "actors") {
		return nil
	}
	shared := 0
	for _, p := range c.pairs {
		shared += p.p.Of.Shared
	}
	if shared > ask.MaxEvidence {
		return kg.Errorf(kg.CodeTooCostly, "the pairs of this page share %d actors", shared).
			WithMend("ask for a page on which they share %d at most, or without actors", ask.MaxEvidence)
	}
	var nodes []kg.Node
	var edges []kg.Edge
	for i := range c.pairs {
		c.pairs[i].shared = o.Actors(c.pairs[i].p)
		for _, s := range c.pairs[i].shared {
			nodes = append(nodes, s.Actor)
			edges = append(append(edges, s.A...), s.B...)
		}
	}
	level := levelOf(ctx, nodes, edges)
	for i := range c.pairs {
		c.pairs[i].level = level
	}
	return nil
}

// asked reports whether the query asks for a field below the one that is being
// resolved.
func asked(ctx context.Context, path ...string) bool {
	oc, fc := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx)
	fields := []graphql.CollectedField{fc.Field}
	for _, name := range path {
		var below []graphql.CollectedField
		for _, f := range fields {
			for _, b := range graphql.CollectFields(oc, f.Selections, []string{f.Definition.Type.Name()}) {
				if b.Name == name {
					below = append(below, b)
				}
			}
		}
		fields = below
	}
	return len(fields) > 0
}

// Edges is the field edges.
func (c *OverlapPairConnection) Edges() []OverlapPairEdge {
	all := make([]OverlapPairEdge, len(c.pairs))
	for i, p := range c.pairs {
		all[i] = OverlapPairEdge{c.cursor(i), p}
	}
	return all
}

// OverlapPairEdge is the GraphQL type OverlapPairEdge.
type OverlapPairEdge struct {
	Cursor string
	Node   OverlapPair
}

// OverlapPair is the GraphQL type OverlapPair.
type OverlapPair struct {
	o      *Overlap
	p      ask.Pair
	shared []ask.SharedActor // where they are asked for
	level  *loader.Level
}

// A is the field a.
func (p OverlapPair) A() Node { return p.o.groups[p.p.A].Node() }

// B is the field b.
func (p OverlapPair) B() Node { return p.o.groups[p.p.B].Node() }

// SizeA is the field sizeA.
func (p OverlapPair) SizeA() int { return p.p.Of.A }

// SizeB is the field sizeB.
func (p OverlapPair) SizeB() int { return p.p.Of.B }

// Shared is the field shared.
func (p OverlapPair) Shared() int { return p.p.Of.Shared }

// SharedAtLeast is the field sharedAtLeast.
func (p OverlapPair) SharedAtLeast() int { return p.p.AtLeast }

// SharedAtMost is the field sharedAtMost.
func (p OverlapPair) SharedAtMost() int { return p.p.AtMost }

// Circular is the field circular.
func (p OverlapPair) Circular() int { return p.p.Circular }

// SameSources is the field sameSources.
func (p OverlapPair) SameSources() int { return p.o.a.SameSources(p.p) }

// Jaccard is the field jaccard.
func (p OverlapPair) Jaccard() *float64 { return defined(p.p.Of.Jaccard()) }

// OverlapCoefficient is the field overlapCoefficient.
func (p OverlapPair) OverlapCoefficient() *float64 { return defined(p.p.Of.Coefficient()) }

// ContainmentAInB is the field containmentAInB.
func (p OverlapPair) ContainmentAInB() *float64 { return defined(p.p.Of.InB()) }

// ContainmentBInA is the field containmentBInA.
func (p OverlapPair) ContainmentBInA() *float64 { return defined(p.p.Of.InA()) }

// Expected is the field expected.
func (p OverlapPair) Expected() *float64 { return defined(p.p.Of.Expected(p.o.a.Size)) }

// Lift is the field lift.
func (p OverlapPair) Lift() *float64 { return defined(p.p.Of.Lift(p.o.a.Size)) }

// PValue is the field pValue.
func (p OverlapPair) PValue() float64 { return p.p.P }

// Log10P is the field log10P.
func (p OverlapPair) Log10P() float64 { return p.p.Log10P }

// PAdjusted is the field pAdjusted.
func (p OverlapPair) PAdjusted() float64 { return p.p.Adjusted }

// SdsmPValue is the field sdsmPValue.
func (p OverlapPair) SdsmPValue() *float64 { return p.p.SDSM }

// SdsmPAdjusted is the field sdsmPAdjusted.
func (p OverlapPair) SdsmPAdjusted() *float64 { return p.p.SDSMAdjusted }

// AmongRecorded is the field amongRecorded.
func (p OverlapPair) AmongRecorded() bool { return p.o.a.AmongRecorded(p.p) }

// Undefined is the field undefined.
func (p OverlapPair) Undefined() []string { return p.o.a.Undefined(p.p) }

// Sentence is the field sentence.
func (p OverlapPair) Sentence() string { return p.o.a.Sentence(p.p) }

// Actors is the field actors.
func (p OverlapPair) Actors() []SharedActor {
	return mapped(p.shared, func(s ask.SharedActor) SharedActor { return SharedActor{s, p.level} })
}

// SharedActor is the GraphQL type SharedActor.
type SharedActor struct {
	s     ask.SharedActor
	level *loader.Level
}

// Node is the field node.
func (s SharedActor) Node() Node { return wrap(node{&s.s.Actor, s.level}) }

// EdgesA is the field edgesA.
func (s SharedActor) EdgesA() []Edge { return edgesOn(s.level, s.s.A) }

// EdgesB is the field edgesB.
func (s SharedActor) EdgesB() []Edge { return edgesOn(s.level, s.s.B) }

// edgesOn wraps edges of a level.
func edgesOn(level *loader.Level, edges []kg.Edge) []Edge {
	all := make([]Edge, len(edges))
	for i := range edges {
		all[i] = Edge{edge{&edges[i], level}}
	}
	return all
}

// defined returns nil, null, where a measure is undefined.
func defined(v float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	return &v
}
