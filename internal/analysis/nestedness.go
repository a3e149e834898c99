package analysis

import (
	"maps"
	"slices"

	"citygraph/internal/projection"
)

// NODF is nestedness by overlap and decreasing fill, in percent: 100 where those
// with fewer edges are always next to a part of what those with more are next
// to, 0 where never. NaN where there is no pair to look at.
type NODF struct {
	All    float64 // over the pairs of actors and the pairs of groups
	Actors float64 // over the pairs of actors
	Groups float64 // over the pairs of groups
}

// Nestedness returns NODF. For two vertices i and j of one mode with degrees
// d(i) > d(j) > 0
//
//	N(i,j) = 100 · |N(i) ∩ N(j)| / d(j)
//
// and N(i,j) = 0 where the degrees are equal; NODF is the mean over all pairs of
// actors and all pairs of groups. It does not depend on the order of rows and
// columns, since each pair is ordered by degree.
//
// M. Almeida-Neto, P. Guimarães, P. R. Guimarães Jr, R. D. Loyola, W. Ulrich: A
// consistent metric for nestedness analysis in ecological systems: reconciling
// concept and measurement. Oikos 117 (2008) 1227–1239.
//
// The sum over pairs is taken as a sum over edges: an edge between j and k adds
// as many shared neighbours as k has neighbours of a greater degree than j. Time
// O(edges · log edges).
func Nestedness(g *projection.TwoMode) NODF {
	actors, groups := paired(g, 0, g.Actors()), paired(g, g.Actors(), g.Vertices())
	n, m := pairs(g.Actors()), pairs(g.Groups())
	return NODF{All: (actors + groups) / (n + m), Actors: actors / n, Groups: groups / m}
}

// pairs is the number of pairs of n things.
func pairs(n int) float64 { return float64(n) * float64(n-1) / 2 }

// paired sums N(i,j) over the pairs of the vertices from … to-1, which are one
// mode.
func paired(g *projection.TwoMode, from, to int) float64 {
	shared := map[int]int64{} // with vertices of a greater degree, by the lesser degree
	var degrees []int
	for k := range g.Vertices() {
		if from <= k && k < to {
			continue // of this mode itself
		}
		degrees = degrees[:0]
		for _, v := range g.Neighbours(k) {
			degrees = append(degrees, g.Degree(int(v)))
		}
		slices.Sort(degrees)
		greater := len(degrees) // where those of a greater degree begin
		for i := len(degrees) - 1; i >= 0; i-- {
			if i+1 < len(degrees) && degrees[i] < degrees[i+1] {
				greater = i + 1
			}
			shared[degrees[i]] += int64(len(degrees) - greater)
		}
	}
	sum := 0.0
	for _, d := range slices.Sorted(maps.Keys(shared)) {
		sum += 100 * float64(shared[d]) / float64(d)
	}
	return sum
}
