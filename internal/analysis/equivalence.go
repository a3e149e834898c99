package analysis

import (
	"cmp"
	"slices"

	"citygraph/internal/projection"
)

// Equivalent returns the classes of two vertices or more that have the same
// neighbours, and at least one: structural equivalence, in a graph where nobody
// is next to a vertex of the own mode. The largest class comes first, ties by
// the first vertex; vertices ascend.
//
// F. Lorrain, H. C. White: Structural equivalence of individuals in social
// networks. Journal of Mathematical Sociology 1 (1971) 49–80. By partition
// refinement, time O(edges).
func Equivalent(g *projection.TwoMode) [][]int32 {
	class := make([]int32, g.Vertices())
	for v := range class {
		if !g.IsActor(v) {
			class[v] = 1
		}
	}
	type split struct{ by, into int32 }
	splits := []split{{by: -1}, {by: -1}} // of each class: the last one, by k
	for k := range g.Vertices() {
		for _, v := range g.Neighbours(k) { // part the neighbours of k from the others of their class
			c := class[v]
			if splits[c].by != int32(k) {
				splits[c] = split{int32(k), int32(len(splits))}
				splits = append(splits, split{by: -1})
			}
			class[v] = splits[c].into
		}
	}
	return classes(g, class)
}

// classes lists the members of the classes of two or more.
func classes(g *projection.TwoMode, class []int32) [][]int32 {
	members := map[int32][]int32{}
	for v, c := range class {
		if g.Degree(v) > 0 {
			members[c] = append(members[c], int32(v))
		}
	}
	var all [][]int32
	for _, list := range members {
		if len(list) > 1 {
			all = append(all, list)
		}
	}
	slices.SortFunc(all, largestFirst)
	return all
}

// largestFirst orders sets of vertices by size, ties by the first vertex.
func largestFirst(a, b []int32) int {
	return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0]))
}
