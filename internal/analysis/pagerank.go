package analysis

import (
	"math"

	"citygraph/internal/projection"
)

// Damping is the probability with which PageRank's walker goes on along an edge.
const Damping = 0.85

// PageRank returns for each vertex the share of time that a walker spends at it
// who goes on along a random edge with probability Damping, and otherwise, or
// where there is no edge, to a random vertex of either mode:
//
//	p(v) = (1 − α)/n + α (Σ_{u~v} p(u)/d(u) + Σ_{d(u)=0} p(u)/n)
//
// The shares sum to 1. Groups get more of it than actors where they are fewer:
// ranks are for comparing vertices of one mode.
//
// S. Brin, L. Page: The anatomy of a large-scale hypertextual Web search engine.
// Computer Networks 30 (1998) 107–117. Power iteration until the shares change
// by less than 1e-15 in sum, or stop changing less.
func PageRank(g *projection.TwoMode) []float64 {
	n := g.Vertices()
	now, next, given := make([]float64, n), make([]float64, n), make([]float64, n)
	for v := range now {
		now[v] = 1 / float64(n)
	}
	for range pageRankRounds {
		if pageRankRound(g, now, next, given) < pageRankTolerance {
			return next
		}
		now, next = next, now
	}
	return now
}

// The change shrinks by Damping each round at least, so 1e-15 is reached within
// 220 rounds but for rounding.
const (
	pageRankRounds    = 300
	pageRankTolerance = 1e-15
)

// pageRankRound lets the walker take one step and returns the sum of changes.
// given is memory for what each vertex gives to each of its neighbours.
func pageRankRound(g *projection.TwoMode, now, next, given []float64) (change float64) {
	n, stuck := float64(len(now)), 0.0
	for v, p := range now {
		if d := g.Degree(v); d > 0 {
			given[v] = p / float64(d)
		} else {
			stuck += p
		}
	}
	for v := range next {
		sum := 0.0
		for _, u := range g.Neighbours(v) {
			sum += given[u]
		}
		next[v] = (1-Damping)/n + Damping*(sum+stuck/n)
		change += math.Abs(next[v] - now[v])
	}
	return change
}
