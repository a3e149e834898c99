package analysis

import (
	"encoding/binary"
	"slices"
)

// Part is one exclusive intersection of sets.
type Part struct {
	Groups  []int32 // the sets, ascending
	Members []int32 // those who are in all of these sets and in no other, ascending
}

// Intersections divides the union of sets by the exact combination of sets that
// each member is in: the exclusive intersections of an UpSet plot.
//
// members(G) = { x : x ∈ g for all g ∈ G, x ∉ h for all other h }. Every member
// is in exactly one part; empty parts are left out. The sets hold numbers from 0
// to n−1, each once. Parts are ordered by their sets.
// A. Lex et al., UpSet (2014),
// doi:10.1109/TVCG.2014.2346248.
func Intersections(sets [][]int32, n int) []Part {
	in := make([][]int32, n) // the sets of each member, ascending
	for g, set := range sets {
		for _, x := range set {
			in[x] = append(in[x], int32(g))
		}
	}
	var parts []Part
	at := map[string]int{}
	var key []byte
	for x, groups := range in {
		if len(groups) == 0 {
			continue
		}
		key = key[:0]
		for _, g := range groups {
			key = binary.BigEndian.AppendUint32(key, uint32(g))
		}
		i, ok := at[string(key)]
		if !ok {
			i = len(parts)
			at[string(key)] = i
			parts = append(parts, Part{Groups: groups})
		}
		parts[i].Members = append(parts[i].Members, int32(x))
	}
	slices.SortFunc(parts, func(a, b Part) int { return slices.Compare(a.Groups, b.Groups) })
	return parts
}
