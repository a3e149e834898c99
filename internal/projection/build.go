package projection

import (
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Builder makes a Projection of records as Scan yields them, for a caller who
// makes other things in the same pass.
type Builder struct {
	p       *Projection
	numbers map[kg.ID]int32
	windows map[kg.Window]int32
	edges   map[kg.EdgeKind]uint8
	nodes   map[kg.NodeKind]uint8
}

// NewBuilder returns a Builder for a revision of this size.
func NewBuilder(info store.Info) *Builder {
	nodes, edges := 0, 0
	for _, n := range info.Nodes {
		nodes += n
	}
	for _, n := range info.Edges {
		edges += n
	}
	b := &Builder{
		p: &Projection{
			ids:    make([]kg.ID, 0, nodes),
			kinds:  make([]uint8, 0, nodes),
			places: make([]int32, 0, nodes),
			edges:  make([]edge, 0, edges),
			odd:    map[int32]kg.ID{},
		},
		numbers: make(map[kg.ID]int32, nodes),
		windows: map[kg.Window]int32{},
		edges:   map[kg.EdgeKind]uint8{},
		nodes:   map[kg.NodeKind]uint8{},
	}
	for i, s := range kg.EdgeKinds {
		b.edges[s.Kind] = uint8(i)
	}
	for i, s := range kg.NodeKinds {
		b.nodes[s.Kind] = uint8(i)
	}
	return b
}

// Add takes a record in. Nodes come before edges, both by id, as Scan yields
// them; other records are no part of the graph.
func (b *Builder) Add(record kg.Record) {
	switch r := record.(type) {
	case kg.Node:
		b.node(r)
	case kg.Edge:
		b.edge(r)
	}
}

func (b *Builder) node(n kg.Node) {
	b.numbers[n.ID] = int32(len(b.p.ids))
	b.p.ids = append(b.p.ids, n.ID)
	b.p.kinds = append(b.p.kinds, b.nodes[n.Kind])
	place := slices.Index(b.p.placeTypes, n.Attrs["placeType"])
	if place < 0 {
		place = len(b.p.placeTypes)
		b.p.placeTypes = append(b.p.placeTypes, n.Attrs["placeType"])
	}
	b.p.places = append(b.p.places, int32(place))
}

func (b *Builder) edge(e kg.Edge) {
	role := slices.Index(kg.Roles, e.Attrs["role"])
	if role < 0 {
		role = len(kg.Roles)
	}
	window := e.Window()
	at, ok := b.windows[window]
	if !ok {
		at = int32(len(b.p.windows))
		b.windows[window] = at
		b.p.windows = append(b.p.windows, window)
	}
	if e.ID != kg.EdgeID(e.Kind, e.From, e.To, e.Stint) {
		b.p.odd[int32(len(b.p.edges))] = e.ID
	}
	b.p.edges = append(b.p.edges, edge{
		from: b.numbers[e.From], to: b.numbers[e.To], window: at, stint: int32(e.Stint),
		kind: b.edges[e.Kind], role: uint8(role), facts: factsOf(e),
	})
}

func factsOf(e kg.Edge) (f facts) {
	if e.Basis == kg.Implied {
		f |= implied
	}
	if !e.Since.Known() {
		f |= noBeginning
	}
	if !e.Since.Known() && !e.Until.Known() && len(e.Seen) == 0 {
		f |= noDate
	}
	if len(e.Sources) > 0 && !slices.ContainsFunc(e.Sources, func(c kg.Citation) bool { return c.Source != e.Sources[0].Source }) {
		f |= oneSource
	}
	return f
}

// Projection returns what was added. The Builder is of no use afterwards.
func (b *Builder) Projection() *Projection {
	p := b.p
	b.numbers, b.windows = nil, nil
	p.out = adjacent(len(p.ids), p.edges, func(e edge) int32 { return e.from })
	p.in = adjacent(len(p.ids), p.edges, func(e edge) int32 { return e.to })
	p.changes = changes(p.windows)
	return p
}

// adjacent sorts the edges by one of their ends, by counting.
func adjacent(nodes int, edges []edge, end func(edge) int32) adjacency {
	a := adjacency{start: make([]int32, nodes+1), items: make([]int32, len(edges))}
	for _, e := range edges {
		a.start[end(e)+1]++
	}
	for n := range nodes {
		a.start[n+1] += a.start[n]
	}
	next := slices.Clone(a.start)
	for i, e := range edges {
		at := &next[end(e)]
		a.items[*at] = int32(i)
		*at++
	}
	return a
}

// changes lists the days on which some window's answer differs from the day
// before.
func changes(windows []kg.Window) []kg.Day {
	var days []kg.Day
	for _, w := range windows {
		days = append(days, w.NotBefore, w.CertainFrom)
		for _, last := range []kg.Day{w.CertainTo, w.NotAfter} {
			if last != kg.End {
				days = append(days, last+1)
			}
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
