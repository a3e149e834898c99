package analysis_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/analysis"
)

// TestIntersectionsProperties: every member is in exactly the part of its sets,
// parts are in order and none is empty; nothing changes when members are renamed.
func TestIntersectionsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "n")
		var sets [][]int32
		for range rapid.IntRange(0, 5).Draw(t, "sets") {
			var set []int32
			for x := range n {
				if rapid.Bool().Draw(t, "in") {
					set = append(set, int32(x))
				}
			}
			sets = append(sets, set)
		}
		parts := analysis.Intersections(sets, n)
		seen := map[int32]bool{}
		for i, p := range parts {
			if len(p.Members) == 0 || !slices.IsSorted(p.Members) || i > 0 && slices.Compare(parts[i-1].Groups, p.Groups) >= 0 {
				t.Fatalf("%v", parts)
			}
			for _, x := range p.Members {
				if seen[x] {
					t.Fatalf("%d is in two parts", x)
				}
				seen[x] = true
				for g, set := range sets {
					if slices.Contains(set, x) != slices.Contains(p.Groups, int32(g)) {
						t.Fatalf("%d is in the part %v", x, p.Groups)
					}
				}
			}
		}
		for _, set := range sets {
			for _, x := range set {
				if !seen[x] {
					t.Fatalf("%d is in no part", x)
				}
			}
		}
		for _, set := range sets { // renamed: the last first
			for i := range set {
				set[i] = int32(n) - 1 - set[i]
			}
			slices.Sort(set)
		}
		again := analysis.Intersections(sets, n)
		for i := range parts {
			if len(again) != len(parts) || !slices.Equal(again[i].Groups, parts[i].Groups) || len(again[i].Members) != len(parts[i].Members) {
				t.Fatalf("renamed: %v became %v", parts, again)
			}
		}
	})
}

// Newman (2001), equation 3: the weights of an actor's ties sum to the number of
// groups in which it is not alone.
func TestCollaborationSumsToTheGroups(t *testing.T) {
	for _, x := range readTables(t)[:40] {
		strength, shared := make([]float64, x.Actors), make([]float64, x.Actors)
		for a := range int32(x.Actors) {
			for b := range int32(x.Actors) {
				var sizes []int
				for _, g := range x.Groups {
					if a != b && slices.Contains(g, a) && slices.Contains(g, b) {
						sizes = append(sizes, len(g))
					}
				}
				strength[a] += analysis.Collaboration(sizes)
			}
			for _, g := range x.Groups {
				if len(g) > 1 && slices.Contains(g, a) {
					shared[a]++
				}
			}
			if d := strength[a] - shared[a]; d > 1e-9 || d < -1e-9 {
				t.Errorf("%s %d: %v instead of %v", x.Name, a, strength[a], shared[a])
			}
		}
	}
}
