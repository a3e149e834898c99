package analysis

import (
	"context"

	"citygraph/internal/projection"
)

// Closeness returns for each vertex the sum of its distances, in hops, to the
// vertices that it reaches, and its closeness with two-mode normalisation:
//
//	c(v) = (r_other + 2 (r_own − 1)) / Σ_u d(v,u) · (r − 1) / (n − 1)
//
// r_own and r_other are the vertices of v's mode and of the other that v reaches,
// itself included, r their sum, n all vertices. The first factor, between 0 and
// 1, is 1 for a vertex next to everybody of the other mode in its part of the
// graph; the second, 1 in a connected graph, keeps a vertex of a small part from
// passing for a central one. A vertex that reaches nobody has closeness 0.
//
// S. P. Borgatti, M. G. Everett: Network analysis of 2-mode data. Social
// Networks 19 (1997) 243–269; the second factor: S. Wasserman, K. Faust: Social
// Network Analysis (1994), p. 201. networkx puts the sizes of the whole modes in
// the first factor, so that in a graph of several parts two vertices with nobody
// but each other can come out above 1 and above all others; here they do not.
// Time O(vertices · edges).
func Closeness(ctx context.Context, g *projection.TwoMode) (distances, closeness []float64, err error) {
	n := g.Vertices()
	distances, closeness = make([]float64, n), make([]float64, n)
	sizes, _ := parts(g)
	err = inBlocks(ctx, n, func(_, from, to int) {
		w := newWalk(n)
		for v := from; v < to && ctx.Err() == nil; v++ {
			reached := int(sizes[v])
			if reached == 1 {
				continue
			}
			sum, others := w.distances(g, v, reached)
			distances[v] = float64(sum)
			closeness[v] = float64(others+2*(reached-others-1)) / float64(sum) * float64(reached-1) / float64(n-1)
		}
	})
	return distances, closeness, err
}

// walk is the memory of a breadth-first search, used over and over.
type walk struct {
	depth []int32 // −1: not reached
	order []int32 // vertices as they were reached
}

func newWalk(n int) *walk {
	w := &walk{depth: make([]int32, n), order: make([]int32, 0, n)}
	for v := range w.depth {
		w.depth[v] = -1
	}
	return w
}

// begin forgets the last search and starts one at s.
func (w *walk) begin(s int) {
	for _, v := range w.order {
		w.depth[v] = -1
	}
	w.order = append(w.order[:0], int32(s))
	w.depth[s] = 0
}

// distances searches from s, who reaches so many vertices; it returns the sum of
// all depths, and how many of the vertices are of the other mode, which is to say
// at an odd depth.
func (w *walk) distances(g *projection.TwoMode, s, reached int) (sum int64, others int) {
	w.begin(s)
	for at := 0; len(w.order) < reached; at++ {
		v := w.order[at]
		below := w.depth[v] + 1
		for _, u := range g.Neighbours(int(v)) {
			if w.depth[u] < 0 {
				w.depth[u] = below
				w.order = append(w.order, u)
				sum += int64(below)
				others += int(below % 2)
			}
		}
	}
	return sum, others
}
