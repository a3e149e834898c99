package ask

import (
	"slices"

	"citygraph/internal/kg"
)

// evidence is, for each group and each of its members, the sources of the edges
// that count, as numbers in order.
type evidence [][][]int32

// sourcesOf finds the sources of all members of the groups.
func sourcesOf(list []*Group, by Assumptions) evidence {
	number, all := map[kg.ID]int32{}, make(evidence, len(list))
	for i, g := range list {
		all[i] = make([][]int32, len(g.members))
		for j, m := range g.members {
			var sources []int32
			for _, at := range g.order[m.from:m.to] {
				e := &g.edges[at]
				if !by.keeps(by.standing(e)) {
					continue
				}
				for _, c := range e.Sources {
					n, ok := number[c.Source]
					if !ok {
						n = int32(len(number))
						number[c.Source] = n
					}
					sources = append(sources, n)
				}
			}
			slices.Sort(sources)
			all[i][j] = slices.Compact(sources)
		}
	}
	return all
}

// SameSources counts the shared actors whose place in one of the groups rests on no
// source on which their place in the other does not rest too: one telling of one
// occasion may be all that there is of both.
func (a *OverlapAnswer) SameSources(p Pair) (n int) {
	by, known := a.Assumptions, a.sources()
	x, y := a.Groups[p.A].members, a.Groups[p.B].members
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].actor < y[j].actor:
			i++
		case x[i].actor > y[j].actor:
			j++
		default:
			if by.keeps(x[i].standing) && by.keeps(y[j].standing) && !a.leftOut(p, x[i].actor) &&
				(within(known[p.A][i], known[p.B][j]) || within(known[p.B][j], known[p.A][i])) {
				n++
			}
			i, j = i+1, j+1
		}
	}
	return n
}

// within reports whether all of the numbers, in order, are among others, in order.
func within(some, others []int32) bool {
	j := 0
	for _, n := range some {
		for j < len(others) && others[j] < n {
			j++
		}
		if j == len(others) || others[j] != n {
			return false
		}
	}
	return true
}
