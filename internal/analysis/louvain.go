package analysis

import (
	"context"
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
func Louvain(ctx context.Context, g *OneMode, seed uint64, runs int) (best [][]int32, modularity float64, err error) {
	divisions := make([][][]int32, runs)
	err = inBlocks(ctx, runs, func(_, from, to int) {
		for i := from; i < to && ctx.Err() == nil; i++ {
			divisions[i] = louvain(g, seed+uint64(i))
		}
	})
	if err != nil {
		return nil, 0, err
	}
	for i, found := range divisions { // in the order of the seeds, whoever was first
		if q := Modularity(g, found); i == 0 || q > modularity {
			best, modularity = found, q
		}
	}
	return best, modularity, nil
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
