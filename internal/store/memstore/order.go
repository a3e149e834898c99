package memstore

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Sorting goes by numbers, never by comparing texts twice: each distinct value
// has a place, and a record is sorted by the place of its value, then by its
// own number, which is the order of ids. The places of one order are made once
// in a generation.

// unknownPlace is the place of unknown dates: last, also descending.
const unknownPlace = math.MaxUint32

// packed is a place with a record's number behind it: it sorts as the order does.
func packed(place uint32, number int32) uint64 { return uint64(place)<<32 | uint64(number) }

// turned is the place in the descending order.
func turned(place uint32) uint32 {
	if place == unknownPlace {
		return place
	}
	return unknownPlace - 1 - place
}

// lists holds the nodes in every order, all of them and by kind.
type lists struct {
	places map[store.By]func() []uint32
	sorted map[store.Order]func() sortedNodes
}

// sortedNodes holds the numbers of nodes in one order.
type sortedNodes struct {
	all    []int32
	byKind [][]int32
}

func (l *lists) prepare(g *generation) {
	l.places = map[store.By]func() []uint32{
		store.ByName:   sync.OnceValue(g.namePlaces),
		store.ByDate:   sync.OnceValue(func() []uint32 { return datePlaces(g.dates()) }),
		store.ByDegree: sync.OnceValue(g.degreePlaces),
	}
	l.sorted = map[store.Order]func() sortedNodes{}
	for _, by := range []store.By{store.ByID, store.ByName, store.ByDate, store.ByDegree} {
		for _, desc := range []bool{false, true} {
			o := store.Order{By: by, Desc: desc}
			l.sorted[o] = sync.OnceValue(func() sortedNodes { return g.sortNodes(o) })
		}
	}
}

// candidates returns the nodes of these kinds in this order. With one kind or
// none it is an index; with several the caller sorts out the others.
func (g *generation) candidates(kinds []kg.NodeKind, o store.Order) []int32 {
	s := g.lists.sorted[o]()
	if len(kinds) == 1 {
		return s.byKind[nodeCodes[kinds[0]]]
	}
	return s.all
}

func (g *generation) sortNodes(o store.Order) sortedNodes {
	keys := make([]uint64, len(g.nodes))
	for i := range keys {
		keys[i] = g.nodePlace(o, int32(i))
	}
	slices.Sort(keys)
	s := sortedNodes{all: make([]int32, len(keys)), byKind: make([][]int32, len(kg.NodeKinds))}
	for i, k := range keys {
		number := int32(uint32(k))
		if o.By == store.ByID && o.Desc {
			number = int32(len(keys) - 1 - i)
		}
		s.all[i] = number
		code := g.nodeKind[number]
		s.byKind[code] = append(s.byKind[code], number)
	}
	return s
}

// nodePlace returns what a node sorts by; descending by id is left to the
// caller, since there the number turns too.
func (g *generation) nodePlace(o store.Order, node int32) uint64 {
	if o.By == store.ByID {
		return packed(0, node)
	}
	place := g.lists.places[o.By]()[node]
	if o.Desc {
		place = turned(place)
	}
	return packed(place, node)
}

func (g *generation) namePlaces() []uint32 {
	return places(len(g.nodes), func(a, b int32) int { return strings.Compare(g.nodes[a].SortKey, g.nodes[b].SortKey) })
}

func (g *generation) degreePlaces() []uint32 {
	return places(len(g.nodes), func(a, b int32) int { return cmp.Compare(g.nodes[a].Degree, g.nodes[b].Degree) })
}

func datePlaces(dates []kg.Date) []uint32 {
	out := places(len(dates), func(a, b int32) int { return dates[a].Compare(dates[b]) })
	for i, d := range dates {
		if !d.Known() {
			out[i] = unknownPlace
		}
	}
	return out
}

// places returns for each number below n the place of its value among the
// distinct values.
func places(n int, compare func(a, b int32) int) []uint32 {
	numbers := make([]int32, n)
	for i := range numbers {
		numbers[i] = int32(i)
	}
	slices.SortFunc(numbers, compare)
	out := make([]uint32, n)
	place := uint32(0)
	for i, number := range numbers {
		if i > 0 && compare(numbers[i-1], number) != 0 {
			place++
		}
		out[number] = place
	}
	return out
}
