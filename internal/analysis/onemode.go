package analysis

import (
	"slices"

	"citygraph/internal/projection"
)

// OneMode is an undirected graph with weights whose vertices are 0 … n-1,
// without self-loops. It stands for the vertices From … From+n-1 of the two-mode
// graph that it was made of.
type OneMode struct {
	From   int
	start  []int32 // neighbours of v: next[start[v]:start[v+1]], ascending
	next   []int32
	weight []float64 // beside next
}

// Vertices returns the number of vertices.
func (g *OneMode) Vertices() int { return len(g.start) - 1 }

// Edges returns the number of edges.
func (g *OneMode) Edges() int { return len(g.next) / 2 }

// AsOneMode returns the two-mode graph itself as a graph in which mode does not
// matter: every edge has the weight 1.
func AsOneMode(g *projection.TwoMode) *OneMode {
	o := &OneMode{start: make([]int32, g.Vertices()+1)}
	for v := range g.Vertices() {
		o.next = append(o.next, g.Neighbours(v)...)
		o.start[v+1] = int32(len(o.next))
	}
	o.weight = make([]float64, len(o.next))
	for i := range o.weight {
		o.weight[i] = 1
	}
	return o
}

// Ties returns how many steps OneActors (actors true) or OneGroups takes, a bound
// on the number of edges of what it returns: the pairs of vertices with a shared
// neighbour, counted once for each that they share.
func Ties(g *projection.TwoMode, actors bool) int {
	n := 0
	for k := range g.Vertices() {
		if g.IsActor(k) != actors {
			n += g.Degree(k) * (g.Degree(k) - 1) / 2
		}
	}
	return n
}

// OneActors returns the graph of the actors, two of whom are next to each other
// where they share a group, by Newman's weight of collaboration:
//
//	w(i,j) = Σ over shared groups k of 1 / (n(k) − 1)
//
// with n(k) the members of k, so that a large group ties each pair of its members
// less than a small one, and the weights at an actor sum to the number of its
// groups that have other members.
//
// M. E. J. Newman: Scientific collaboration networks. II. Physical Review E 64
// (2001) 016132.
func OneActors(g *projection.TwoMode) *OneMode { return project(g, 0, g.Actors()) }

// OneGroups returns the graph of the groups by the same weight, with n(k) the
// groups of the shared actor k.
func OneGroups(g *projection.TwoMode) *OneMode { return project(g, g.Actors(), g.Vertices()) }

// project ties the vertices from … to-1, which are one mode.
func project(g *projection.TwoMode, from, to int) *OneMode {
	o := &OneMode{From: from, start: make([]int32, to-from+1)}
	tie := make([]float64, to-from)
	var tied []int32
	for v := from; v < to; v++ {
		tied = tied[:0]
		for _, k := range g.Neighbours(v) {
			for _, u := range g.Neighbours(int(k)) {
				if int(u) == v {
					continue
				}
				if tie[int(u)-from] == 0 {
					tied = append(tied, u-int32(from))
				}
				tie[int(u)-from] += 1 / float64(g.Degree(int(k))-1)
			}
		}
		slices.Sort(tied)
		for _, u := range tied {
			o.next, o.weight = append(o.next, u), append(o.weight, tie[u])
			tie[u] = 0
		}
		o.start[v-from+1] = int32(len(o.next))
	}
	return o
}
