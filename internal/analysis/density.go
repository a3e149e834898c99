package analysis

import "citygraph/internal/projection"

// Density returns the share of all possible edges between actors and groups that
// are there, between 0 and 1; NaN where a mode is empty.
//
//	ρ = e / (n_actors · n_groups)
//
// S. P. Borgatti, M. G. Everett: Network analysis of 2-mode data. Social
// Networks 19 (1997) 243–269.
func Density(g *projection.TwoMode) float64 {
	return float64(g.Edges()) / (float64(g.Actors()) * float64(g.Groups()))
}
