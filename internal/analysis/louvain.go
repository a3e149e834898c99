package analysis

import (
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph/community"
)

// Louvain divides a graph into communities by moving vertices, then whole
// communities, as long as Modularity grows (resolution 1). It does so once with
// each of the seeds seed … seed+runs-1 and returns the best of these divisions,
// the first one of equals, with its modularity. It is a good division, not surely
// the best: other seeds may find others, the same seeds find the same again. A
// vertex without edges is a community of its own. The largest community comes
// first, ties by the first vertex; vertices ascend.
//
// V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre: Fast unfolding of
// communities in large networks. Journal of Statistical Mechanics (2008) P10008,
// as in gonum.org/v1/gonum/graph/community.
func Louvain(g *OneMode, seed uint64, runs int) (best [][]int32, modularity float64) {
	for i := range uint64(runs) {
		found := louvain(g, seed+i)
		q := Modularity(g, found)
		if i == 0 || q > modularity {
			best, modularity = found, q
		}
	}
	return best, modularity
}

// louvain is one run.
func louvain(g *OneMode, seed uint64) [][]int32 {
	if g.Vertices() == 0 {
		return nil
	}
	var all [][]int32
	for _, nodes := range community.Modularize(louvainGraph{g}, 1, rand.NewPCG(seed, seed)).Communities() {
		members := make([]int32, len(nodes))
		for i, n := range nodes {
			members[i] = int32(n.ID())
		}
		if slices.Sort(members); len(members) > 0 {
			all = append(all, members)
		}
	}
	slices.SortFunc(all, largestFirst)
	return all
}
