package memstore

import (
	"cmp"
	"slices"
	"sort"
	"sync"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// half is an edge as seen from one of its ends.
type half struct {
	edge, other int32
	code        int16 // of its group
}

// A node's halves stand in groups, one for each edge kind and way of reading.
// Edges of symmetric kinds are all read from their `from`; a self-loop has one
// half, in a group of its own, so that it is read once.
const (
	asFrom = iota
	asTo
	asLoop
	ways
)

// adjacency holds the halves of all nodes, each group by edge id.
type adjacency struct {
	halves []half
	groups []group
	first  []int32  // the groups of node n are groups[first[n]:first[n+1]]
	sorted sync.Map // groupOrder → []half, for groups of sortOnce halves and more
}

type group struct {
	code       int16
	start, end int32
}

type groupOrder struct {
	group int32
	order store.Order
}

// sortOnce is the size from which a group's other orders are kept once made;
// sorting fewer takes about as long as finding them.
const sortOnce = 64

func newAdjacency(nodes int, edges []edge) *adjacency {
	a := &adjacency{first: make([]int32, nodes+1)}
	start := make([]int32, nodes+1) // where the halves of each node begin
	for i := range edges {
		eachHalf(edges, int32(i), func(node int32, _ half) { start[node+1]++ })
	}
	for n := range nodes {
		start[n+1] += start[n]
	}
	a.halves = make([]half, start[nodes])
	next := slices.Clone(start)
	for i := range edges {
		eachHalf(edges, int32(i), func(node int32, h half) {
			a.halves[next[node]] = h
			next[node]++
		})
	}
	for n := range nodes {
		a.group(start[n], start[n+1])
		a.first[n+1] = int32(len(a.groups))
	}
	return a
}

func eachHalf(edges []edge, number int32, yield func(node int32, h half)) {
	e := &edges[number]
	code := edgeCodes[e.Kind] * ways
	spec, _ := e.Kind.Spec()
	switch {
	case e.from == e.to:
		yield(e.from, half{number, e.to, code + asLoop})
	case spec.Symmetric:
		yield(e.from, half{number, e.to, code + asFrom})
		yield(e.to, half{number, e.from, code + asFrom})
	default:
		yield(e.from, half{number, e.to, code + asFrom})
		yield(e.to, half{number, e.from, code + asTo})
	}
}

// group sorts the halves of one node into groups.
func (a *adjacency) group(start, end int32) {
	slices.SortStableFunc(a.halves[start:end], func(x, y half) int { return cmp.Compare(x.code, y.code) })
	for i := start; i < end; i++ {
		if i == start || a.halves[i].code != a.halves[i-1].code {
			a.groups = append(a.groups, group{a.halves[i].code, i, i})
		}
		a.groups[len(a.groups)-1].end = i + 1
	}
}

// wayset tells for each group code whether it is read.
type wayset []bool

func newWayset(kinds []kg.EdgeKind, d store.Direction) wayset {
	set := make(wayset, len(kg.EdgeKinds)*ways)
	for i, spec := range kg.EdgeKinds {
		if len(kinds) > 0 && !slices.Contains(kinds, spec.Kind) {
			continue
		}
		set[i*ways+asFrom] = d != store.In || spec.Symmetric
		set[i*ways+asTo] = d != store.Out
		set[i*ways+asLoop] = true
	}
	return set
}

// groupsOf returns the numbers of the node's groups, from and to.
func (a *adjacency) groupsOf(node int32) (from, to int32) { return a.first[node], a.first[node+1] }

func (a *adjacency) halvesOf(group int32) []half {
	g := a.groups[group]
	return a.halves[g.start:g.end]
}

// run returns the halves of a group in an order.
func (g *generation) run(group int32, o store.Order) []half {
	a := g.adjacency
	halves := a.halvesOf(group)
	if o.By == store.ByID && !o.Desc || len(halves) == 1 {
		return halves
	}
	if len(halves) < sortOnce {
		return g.sortHalves(halves, o)
	}
	key := groupOrder{group, o}
	if kept, ok := a.sorted.Load(key); ok {
		return kept.([]half)
	}
	kept, _ := a.sorted.LoadOrStore(key, g.sortHalves(halves, o))
	return kept.([]half)
}

func (g *generation) sortHalves(halves []half, o store.Order) []half {
	halves = slices.Clone(halves)
	slices.SortFunc(halves, func(x, y half) int { return cmp.Compare(g.halfPlace(o, x), g.halfPlace(o, y)) })
	return halves
}

// halfPlace returns what a half sorts by.
func (g *generation) halfPlace(o store.Order, h half) uint64 {
	var place uint32
	switch {
	case o.By == store.ByID && o.Desc:
		return packed(0, ^h.edge)
	case o.By == store.ByID:
		return packed(0, h.edge)
	case o.By == store.ByDate:
		place = g.began()[h.edge]
	default:
		place = g.lists.places[o.By]()[h.other]
	}
	if o.Desc {
		place = turned(place)
	}
	return packed(place, h.edge)
}

// halfKey returns the key of a half in an order.
func (g *generation) halfKey(o store.Order, h half) store.Key {
	return o.EdgeKey(g.edges[h.edge].Edge, g.nodes[h.other])
}

// behind returns what of a run comes after the key; the zero key is before all.
func (g *generation) behind(run []half, o store.Order, after store.Key) []half {
	if after == (store.Key{}) {
		return run
	}
	return run[sort.Search(len(run), func(i int) bool { return o.Compare(g.halfKey(o, run[i]), after) > 0 }):]
}
