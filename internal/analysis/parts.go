package analysis

import "citygraph/internal/projection"

// Parts returns the number of connected parts of the graph: nothing leads from
// one to another. Time O(vertices + edges).
func Parts(g *projection.TwoMode) int {
	_, n := parts(g)
	return n
}

// parts returns for each vertex the number of vertices in its part of the graph,
// and the number of parts.
func parts(g *projection.TwoMode) (sizes []int32, n int) {
	sizes = make([]int32, g.Vertices())
	w := newWalk(g.Vertices())
	for v := range sizes {
		if sizes[v] > 0 {
			continue
		}
		n++
		w.begin(v)
		for at := 0; at < len(w.order); at++ {
			for _, u := range g.Neighbours(int(w.order[at])) {
				if w.depth[u] < 0 {
					w.depth[u] = 0
					w.order = append(w.order, u)
				}
			}
		}
		for _, u := range w.order {
			sizes[u] = int32(len(w.order))
		}
	}
	return sizes, n
}
