package analysis_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"citygraph/internal/analysis"
	"citygraph/internal/projection"
)

// random draws a two-mode graph of about so many edges, the same each time.
func random(t testing.TB, actors, groups, edges int) *projection.TwoMode {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	pairs := make([]projection.Pair, edges)
	for i := range pairs {
		pairs[i] = projection.Pair{Actor: rng.Int32N(int32(actors)), Group: rng.Int32N(int32(groups))}
	}
	return projection.NewTwoMode(actors, groups, pairs)
}

// Nothing at all, and one city in one network: every measure says something, or
// that it says nothing.
func TestSmallest(t *testing.T) {
	for _, tt := range []struct {
		g         *projection.TwoMode
		degree    []float64
		closeness []float64
		page      []float64
	}{
		{projection.NewTwoMode(0, 0, nil), nil, nil, nil},
		{projection.NewTwoMode(1, 0, nil), []float64{0}, []float64{0}, []float64{1}},
		{matrix("1"), []float64{1, 1}, []float64{1, 1}, []float64{0.5, 0.5}},
	} {
		_, degree := analysis.Degrees(tt.g)
		near(t, "degree", degree, tt.degree)
		_, closeness, err := analysis.Closeness(t.Context(), tt.g)
		fatal(t, err)
		near(t, "closeness", closeness, tt.closeness)
		near(t, "PageRank", analysis.PageRank(tt.g), tt.page)
		raw, normalised, err := analysis.Betweenness(t.Context(), tt.g)
		fatal(t, err)
		near(t, "betweenness", raw, make([]float64, tt.g.Vertices()))
		for _, b := range normalised {
			if !math.IsNaN(b) {
				t.Errorf("betweenness %v where nobody can lie between", b)
			}
		}
		if cuts := analysis.Cuts(tt.g); len(cuts) != 0 {
			t.Errorf("cuts %v", cuts)
		}
		if q := analysis.Modularity(analysis.OneActors(tt.g), nil); tt.g.Actors() == 0 && q != 0 {
			t.Errorf("modularity %v", q)
		}
		found, _, err := analysis.Louvain(t.Context(), analysis.AsOneMode(tt.g), 1, 10)
		fatal(t, err)
		divides(t, analysis.AsOneMode(tt.g), found)
	}
}

// Closeness does not praise the members of a small part, and parts have nothing
// between them.
func TestDisconnected(t *testing.T) {
	g := matrix("1100", "1100", "0011", "0011")
	_, closeness, err := analysis.Closeness(t.Context(), g)
	fatal(t, err)
	want := 1 * 3.0 / 7 // next to everybody in its part, which has 3 of the 7 others
	for v, c := range closeness {
		if !alike(c, want) {
			t.Errorf("closeness of %d is %v, want %v", v, c, want)
		}
	}
}

// A hub with 50,000 members: linear measures take it, and the shares are those
// that can be written down.
func TestHub(t *testing.T) {
	const members = 50_000
	pairs := make([]projection.Pair, 0, members+1)
	for a := range int32(members) {
		pairs = append(pairs, projection.Pair{Actor: a, Group: 0})
	}
	g := projection.NewTwoMode(members, 2, append(pairs, projection.Pair{Actor: 7, Group: 1}))
	c, err := analysis.CountClustering(t.Context(), g)
	fatal(t, err)
	if c != (analysis.Clustering{ThreePaths: members - 1}) {
		t.Errorf("%+v", c)
	}
	if ties := analysis.Ties(g, true); ties != members*(members-1)/2 {
		t.Errorf("%d ties", ties)
	}
	cuts := analysis.Cuts(g)
	if len(cuts) != 2 || cuts[0].Vertex != members || len(cuts[0].Pieces) != members || cuts[1].Vertex != 7 {
		t.Errorf("%d cuts", len(cuts))
	}
	if got := cuts[0].Pieces[0].Vertices(); !slices.Equal(got, []int32{7, members + 1}) {
		t.Errorf("the largest piece is %v", got)
	}
	classes := analysis.Equivalent(g)
	if len(classes) != 1 || len(classes[0]) != members-1 {
		t.Errorf("%d classes", len(classes))
	}
	page := analysis.PageRank(g)
	sum := 0.0
	for _, p := range page {
		sum += p
	}
	if !alike(sum, 1) || page[0] != page[1] || page[members] < 0.4 {
		t.Errorf("PageRank sums to %v, the hub has %v", sum, page[members])
	}
}

// A chain of so many diamonds that the shortest paths cannot be counted is an
// error, not a number.
func TestTooManyPaths(t *testing.T) {
	const diamonds = 1100
	var pairs []projection.Pair
	actor, group := int32(0), int32(0)
	for range diamonds / 2 {
		// one actor, two groups, one actor, two groups …
		pairs = append(pairs, projection.Pair{Actor: actor, Group: group}, projection.Pair{Actor: actor, Group: group + 1},
			projection.Pair{Actor: actor + 1, Group: group}, projection.Pair{Actor: actor + 1, Group: group + 1})
		actor, group = actor+1, group+2
	}
	g := projection.NewTwoMode(int(actor)+1, int(group), pairs)
	if _, _, err := analysis.Betweenness(t.Context(), g); err != nil {
		t.Errorf("2^550 paths: %v", err)
	}
	for range diamonds / 2 {
		pairs = append(pairs, projection.Pair{Actor: actor, Group: group}, projection.Pair{Actor: actor, Group: group + 1},
			projection.Pair{Actor: actor + 1, Group: group}, projection.Pair{Actor: actor + 1, Group: group + 1})
		actor, group = actor+1, group+2
	}
	g = projection.NewTwoMode(int(actor)+1, int(group), pairs)
	if _, _, err := analysis.Betweenness(t.Context(), g); !errors.Is(err, analysis.ErrPaths) {
		t.Errorf("2^1100 paths: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	g := random(t, 50, 10, 100)
	if _, _, err := analysis.Betweenness(ctx, g); !errors.Is(err, context.Canceled) {
		t.Errorf("betweenness: %v", err)
	}
	if _, _, err := analysis.Closeness(ctx, g); !errors.Is(err, context.Canceled) {
		t.Errorf("closeness: %v", err)
	}
	if _, _, err := analysis.Louvain(ctx, analysis.AsOneMode(g), 1, 10); !errors.Is(err, context.Canceled) {
		t.Errorf("Louvain: %v", err)
	}
}
