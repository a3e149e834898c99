package analysis

// Modularity returns how much more of the edges' weight lies inside communities
// than would by chance, every vertex keeping its weighted degree: below 1, 0 for
// one community of all, NaN where there is no edge.
//
//	Q = Σ_c ( L(c)/m − (K(c)/2m)² )
//
// with m the weight of all edges, L(c) of those inside c, K(c) the sum of the
// weighted degrees in c. communities holds every vertex once.
//
// M. E. J. Newman: Analysis of weighted networks. Physical Review E 70 (2004)
// 056131.
func Modularity(g *OneMode, communities [][]int32) float64 {
	of := make([]int, g.Vertices())
	for c, members := range communities {
		for _, v := range members {
			of[v] = c
		}
	}
	twice := 0.0 // 2m
	inside, degrees := make([]float64, len(communities)), make([]float64, len(communities))
	for v := range g.Vertices() {
		for i := g.start[v]; i < g.start[v+1]; i++ {
			twice += g.weight[i]
			degrees[of[v]] += g.weight[i]
			if of[g.next[i]] == of[v] {
				inside[of[v]] += g.weight[i]
			}
		}
	}
	q := 0.0
	for c := range communities {
		q += inside[c]/twice - degrees[c]/twice*(degrees[c]/twice)
	}
	return q
}
