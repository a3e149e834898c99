package analysis

import "citygraph/internal/projection"

// Degrees returns for each vertex the number of its neighbours, and the same
// normalised by the size of the other mode:
//
//	d*(v) = d(v) / n_other
//
// between 0 and 1, the largest that a vertex of its mode can have being 1.
// S. P. Borgatti, M. G. Everett: Network analysis of 2-mode data. Social
// Networks 19 (1997) 243–269.
func Degrees(g *projection.TwoMode) (raw, normalised []float64) {
	raw, normalised = make([]float64, g.Vertices()), make([]float64, g.Vertices())
	for v := range raw {
		other := g.Groups()
		if !g.IsActor(v) {
			other = g.Actors()
		}
		raw[v] = float64(g.Degree(v))
		if other > 0 {
			normalised[v] = raw[v] / float64(other)
		}
	}
	return raw, normalised
}
