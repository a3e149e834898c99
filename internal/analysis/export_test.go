package analysis

// Ties of a graph, for the tests: each edge once, with its weight.
func (g *OneMode) Ties() (all [][3]float64) {
	for v := range g.Vertices() {
		for i := g.start[v]; i < g.start[v+1]; i++ {
			if u := int(g.next[i]); v < u {
				all = append(all, [3]float64{float64(g.From + v), float64(g.From + u), g.weight[i]})
			}
		}
	}
	return all
}
