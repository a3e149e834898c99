package analysis

import (
	"context"
	"errors"
	"math"
	"sync/atomic"

	"citygraph/internal/projection"
)

// ErrPaths is returned where shortest paths are too many to be counted in a
// float64, more than 1.8e308 between two vertices.
var ErrPaths = errors.New("more shortest paths between two vertices than a number can hold")

// Betweenness returns for each vertex on how many shortest paths between two
// others it lies, each pair of others counting once however many shortest paths
// it has:
//
//	b(v) = Σ_{s<t, s≠v≠t} σ(s,t|v) / σ(s,t)
//
// over pairs of vertices of both modes, and the same divided by the largest
// value that a vertex of its mode can have (BetweennessMost): between 0 and 1,
// NaN where no vertex of its mode can lie between two others.
//
// U. Brandes: A faster algorithm for betweenness centrality. Journal of
// Mathematical Sociology 25 (2001) 163–177; S. P. Borgatti, M. G. Everett:
// Network analysis of 2-mode data. Social Networks 19 (1997) 243–269. Time
// O(vertices · edges).
func Betweenness(ctx context.Context, g *projection.TwoMode) (raw, normalised []float64, err error) {
	n := g.Vertices()
	sizes, _ := parts(g)
	sums := make([][]float64, partition)
	var overflow atomic.Bool
	err = inBlocks(ctx, n, func(block, from, to int) {
		b := newBrandes(g)
		for s := from; s < to && ctx.Err() == nil; s++ {
			if !b.from(s, int(sizes[s])) {
				overflow.Store(true)
			}
		}
		sums[block] = b.sum
	})
	if err != nil {
		return nil, nil, err
	}
	if overflow.Load() {
		return nil, nil, ErrPaths
	}
	raw, normalised = make([]float64, n), make([]float64, n)
	for _, sum := range sums {
		for v := range raw {
			raw[v] += sum[v]
		}
	}
	for v := range raw {
		raw[v] /= 2 // each pair was met from both of its ends
		own, other := g.Actors(), g.Groups()
		if !g.IsActor(v) {
			own, other = other, own
		}
		normalised[v] = raw[v] / BetweennessMost(own, other)
	}
	return raw, normalised, nil
}

// BetweennessMost returns the largest betweenness that a vertex can have in any
// two-mode graph with own vertices in its mode and other in the other one:
//
//	½ (m² (s+1)² + m (s+1)(2t − s − 1) − t (2s − t + 3))
//
// with m = other, s = (own − 1) div m, t = (own − 1) mod m. NaN where it is 0 or
// there is no other mode: nothing can be divided by it.
//
// S. P. Borgatti, M. G. Everett (1997), as for Betweenness.
func BetweennessMost(own, other int) float64 {
	if other == 0 {
		return math.NaN()
	}
	m, s, t := float64(other), float64((own-1)/other), float64((own-1)%other)
	most := (m*m*(s+1)*(s+1) + m*(s+1)*(2*t-s-1) - t*(2*s-t+3)) / 2
	if most == 0 {
		return math.NaN()
	}
	return most
}

// brandes is the memory of one block of sources.
type brandes struct {
	*walk
	g      *projection.TwoMode
	paths  []float64 // σ: shortest paths from the source; 0 where not yet counted
	share  []float64 // δ: dependency of the source on the vertex
	part   []float64 // (1+δ)/σ at the depth that is being read, elsewhere 0
	sum    []float64 // of the shares, over the sources so far
	levels []int     // where in order each depth begins, and the end
}

func newBrandes(g *projection.TwoMode) *brandes {
	n := g.Vertices()
	return &brandes{
		walk: newWalk(n), g: g,
		paths: make([]float64, n), share: make([]float64, n), part: make([]float64, n), sum: make([]float64, n),
	}
}

// from adds what the shortest paths from s, who reaches so many vertices, pass
// through; false where they are too many.
func (b *brandes) from(s, reached int) bool {
	for _, v := range b.order {
		b.paths[v], b.share[v] = 0, 0
	}
	b.begin(s)
	b.paths[s] = 1
	b.levels = append(b.levels[:0], 0, 1)
	for len(b.order) < reached {
		b.discover(reached)
		b.count(len(b.levels) - 2)
	}
	for d := len(b.levels) - 2; d > 0; d-- {
		if !b.lean(d) {
			return false
		}
	}
	return true
}

// discover finds the next depth, and stops looking once all is found.
func (b *brandes) discover(reached int) {
	below := int32(len(b.levels) - 1)
	for _, v := range b.level(len(b.levels) - 2) {
		if len(b.order) == reached {
			break
		}
		for _, u := range b.g.Neighbours(int(v)) {
			if b.depth[u] < 0 {
				b.depth[u] = below
				b.order = append(b.order, u)
			}
		}
	}
	b.levels = append(b.levels, len(b.order))
}

// count counts the shortest paths to depth d from those to d-1, from whichever
// side has fewer edges. In a two-mode graph all neighbours of a vertex at depth d
// are at d-1 or at d+1, where nothing is counted yet.
func (b *brandes) count(d int) {
	if b.degrees(d) <= b.degrees(d-1) {
		for _, u := range b.level(d) {
			b.paths[u] = sumAt(b.paths, b.g.Neighbours(int(u)))
		}
		return
	}
	for _, v := range b.level(d - 1) {
		for _, u := range b.g.Neighbours(int(v)) {
			if b.depth[u] == int32(d) {
				b.paths[u] += b.paths[v]
			}
		}
	}
}

// lean gives every vertex at depth d-1 its share of what leads on to depth d;
// false where the paths to depth d are too many.
func (b *brandes) lean(d int) bool {
	for _, v := range b.level(d) {
		if math.IsInf(b.paths[v], 1) {
			return false
		}
		b.sum[v] += b.share[v]
		b.part[v] = (1 + b.share[v]) / b.paths[v]
	}
	if b.degrees(d-1) <= 2*b.degrees(d) { // reading is quicker than writing
		for _, v := range b.level(d - 1) {
			b.share[v] = b.paths[v] * sumAt(b.part, b.g.Neighbours(int(v)))
		}
	} else {
		for _, v := range b.level(d) {
			for _, u := range b.g.Neighbours(int(v)) {
				if b.depth[u] == int32(d-1) {
					b.share[u] += b.paths[u] * b.part[v]
				}
			}
		}
	}
	for _, v := range b.level(d) {
		b.part[v] = 0
	}
	return true
}

// level lists the vertices at depth d.
func (b *brandes) level(d int) []int32 { return b.order[b.levels[d]:b.levels[d+1]] }

// degrees sums the degrees at depth d.
func (b *brandes) degrees(d int) (sum int) {
	for _, v := range b.level(d) {
		sum += b.g.Degree(int(v))
	}
	return sum
}

// sumAt sums the values at some places, always in the same order: four sums side
// by side, since one would wait for itself.
func sumAt(values []float64, at []int32) float64 {
	var a, b, c, d float64
	for ; len(at) >= 4; at = at[4:] {
		a += values[at[0]]
		b += values[at[1]]
		c += values[at[2]]
		d += values[at[3]]
	}
	for _, i := range at {
		a += values[i]
	}
	return (a + b) + (c + d)
}
