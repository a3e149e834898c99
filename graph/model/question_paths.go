package model

import (
	"cmp"
	"context"
	"math"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/store"
)

// Paths is the GraphQL type Paths.
type Paths struct {
	answer
	Depth, Visited int
	Truncated      bool
	a              *ask.PathsAnswer
	level          *loader.Level
}

// AskPaths answers the question paths.
func AskPaths(ctx context.Context) (*Paths, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	o := ask.PathsOptions{Assumptions: a, From: q.id("from"), To: q.id("to"), Avoid: q.ids("avoid")}
	k, err1 := q.whole("k", 1, ask.MaxPaths)
	length, err2 := q.whole("maxLength", 1, ask.MaxLength)
	err3 := q.kinds(&o.Kinds, &o.NodeKinds)
	most, err4 := q.optional("maxDegree", math.MaxInt32)
	if err := cmp.Or(err, err1, err2, err3, err4); err != nil {
		return nil, err
	}
	o.K, o.MaxLength, o.MaxDegree = k, length, most
	got, err := ask.Paths(ctx, request(ctx).Reader, o)
	if err != nil {
		return nil, err
	}
	level := pathLevel(ctx, got.Paths, got.From, got.To)
	return &Paths{answered(ctx, got.Common), got.Depth, got.Visited, got.Truncated, got, level}, nil
}

// kinds reads the arguments kinds and nodeKinds, of which neither may be empty.
func (q questionArgs) kinds(edges *[]kg.EdgeKind, nodes *[]kg.NodeKind) error {
	*edges, *nodes = texts[kg.EdgeKind](q["kinds"]), texts[kg.NodeKind](q["nodeKinds"])
	return cmp.Or(notEmpty("kinds", q["kinds"]), notEmpty("nodeKinds", q["nodeKinds"]))
}

// optional reads a whole number of 0 or more; nil where it is left out.
func (q questionArgs) optional(name string, most int) (*int, error) {
	if q[name] == nil {
		return nil, nil
	}
	n, err := q.whole(name, 0, most)
	return &n, err
}

// pathLevel makes one level of all that is on paths.
func pathLevel(ctx context.Context, paths []ask.Path, also ...kg.Node) *loader.Level {
	var edges []kg.Edge
	for _, p := range paths {
		for _, h := range p.Hops {
			also, edges = append(also, h.From, h.To), append(edges, h.Edges...)
		}
	}
	return levelOf(ctx, also, edges)
}

// From is the field from.
func (p *Paths) From() Node { return wrap(node{&p.a.From, p.level}) }

// To is the field to.
func (p *Paths) To() Node { return wrap(node{&p.a.To, p.level}) }

// Paths is the field paths.
func (p *Paths) Paths() []Path { return pathsOn(p.level, p.a.Paths) }

func pathsOn(level *loader.Level, paths []ask.Path) []Path {
	return mapped(paths, func(p ask.Path) Path { return Path{p, level} })
}

// Path is the GraphQL type Path.
type Path struct {
	p     ask.Path
	level *loader.Level
}

// Length is the field length.
func (p Path) Length() int { return len(p.p.Hops) }

// Sentence is the field sentence.
func (p Path) Sentence() string { return p.p.Sentence() }

// HeldTogether is the field heldTogether; "" is null.
func (p Path) HeldTogether() string {
	if p.p.Together == ask.Out {
		return ""
	}
	return string(p.p.Together.Holding())
}

// Certain is the field certain.
func (p Path) Certain() []Days { return daysOf(p.p.Certain) }

// Possible is the field possible.
func (p Path) Possible() []Days { return daysOf(p.p.Possible) }

// Hops is the field hops.
func (p Path) Hops() []Hop {
	return mapped(p.p.Hops, func(h ask.Hop) Hop { return Hop{h, p.level} })
}

// Hop is the GraphQL type Hop.
type Hop struct {
	h     ask.Hop
	level *loader.Level
}

// From is the field from.
func (h Hop) From() Node { return wrap(node{&h.h.From, h.level}) }

// To is the field to.
func (h Hop) To() Node { return wrap(node{&h.h.To, h.level}) }

// Kind is the field kind.
func (h Hop) Kind() kg.EdgeKind { return h.h.Edges[0].Kind }

// Direction is the field direction.
func (h Hop) Direction() string {
	spec, _ := h.Kind().Spec()
	switch {
	case spec.Symmetric:
		return string(store.Both)
	case h.h.Forward():
		return string(store.Out)
	}
	return string(store.In)
}

// Says is the field says.
func (h Hop) Says() string { return h.h.Says() }

// Sentence is the field sentence.
func (h Hop) Sentence() string { return h.h.Sentence() }

// Edge is the field edge.
func (h Hop) Edge() Edge { return Edge{edge{&h.h.Edges[0], h.level}} }

// Beside is the field beside.
func (h Hop) Beside() []Edge { return edgesOn(h.level, h.h.Edges[1:]) }
