package analysis_test

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/analysis"
	"citygraph/internal/projection"
)

// matrix makes the graph of a table of zeros and ones: a row an actor, a column a
// group.
func matrix(rows ...string) *projection.TwoMode {
	var pairs []projection.Pair
	for a, row := range rows {
		for k, cell := range row {
			if cell == '1' {
				pairs = append(pairs, projection.Pair{Actor: int32(a), Group: int32(k)})
			}
		}
	}
	columns := 0
	if len(rows) > 0 {
		columns = len(rows[0])
	}
	return projection.NewTwoMode(len(rows), columns, pairs)
}

// The worked example of M. Almeida-Neto et al., Oikos 117 (2008) 1227–1239, fig.
// 1: rows 53, columns 63, together 58, in percent, as the figure rounds them.
func TestNestednessOfThePaper(t *testing.T) {
	n := analysis.Nestedness(matrix("10111", "11100", "01110", "11000", "11000"))
	for _, tt := range []struct {
		what      string
		got, want float64
	}{
		{"rows", n.Actors, 160.0 / 3}, {"columns", n.Groups, 190.0 / 3}, {"all", n.All, 175.0 / 3},
	} {
		if !alike(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.what, tt.got, tt.want)
		}
	}
}

// A triangular table is the perfectly nested one: N. F. Britton, M. Almeida Neto,
// G. Corso: Which matrices show perfect nestedness or the absence of nestedness?
// BIOMATH 4 (2015) 1512171. A checkerboard has none.
func TestNestednessAtItsEnds(t *testing.T) {
	if n := analysis.Nestedness(matrix("1111", "1110", "1100", "1000")); n.All != 100 || n.Actors != 100 || n.Groups != 100 {
		t.Errorf("triangle: %+v", n)
	}
	if n := analysis.Nestedness(matrix("1010", "0101", "1010", "0101")); n.All != 0 {
		t.Errorf("checkerboard: %+v", n)
	}
	if n := analysis.Nestedness(matrix("1")); !math.IsNaN(n.All) {
		t.Errorf("one by one: %+v", n)
	}
}

// Four cycles and three-paths of Davis Southern Women: networkx's documentation
// gives 0.468 for their ratio.
func TestClusteringOfDavis(t *testing.T) {
	g := readOracle(t, "measures.jsonl", 1)[0].graph()
	c, err := analysis.CountClustering(t.Context(), g)
	fatal(t, err)
	if got := math.Round(c.Coefficient()*1000) / 1000; got != 0.468 {
		t.Errorf("clustering %v of %+v", got, c)
	}
}

// drawGraph draws a small two-mode graph, empty ones and single vertices among
// them.
func drawGraph(t *rapid.T) (actors, groups int, pairs []projection.Pair) {
	actors, groups = rapid.IntRange(0, 9).Draw(t, "actors"), rapid.IntRange(0, 7).Draw(t, "groups")
	if actors == 0 || groups == 0 {
		return actors, groups, nil
	}
	return actors, groups, rapid.SliceOfN(rapid.Custom(func(t *rapid.T) projection.Pair {
		return projection.Pair{Actor: rapid.Int32Range(0, int32(actors-1)).Draw(t, "actor"), Group: rapid.Int32Range(0, int32(groups-1)).Draw(t, "group")}
	}), 0, 40).Draw(t, "pairs")
}

// Brute force follows the definitions, pair by pair, with nothing of the fast
// ways.
func TestAgainstDefinitions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := projection.NewTwoMode(drawGraph(t))
		want := bruteNestedness(g)
		got := analysis.Nestedness(g)
		same(t, "NODF", got.All, want.All)
		same(t, "NODF of actors", got.Actors, want.Actors)
		same(t, "NODF of groups", got.Groups, want.Groups)
		c, err := analysis.CountClustering(t.Context(), g)
		if err != nil || c != bruteClustering(g) {
			t.Fatalf("clustering %+v, want %+v, %v", c, bruteClustering(g), err)
		}
		if got, want := analysis.Equivalent(g), bruteEquivalent(g); !slices.EqualFunc(got, want, slices.Equal[[]int32]) {
			t.Fatalf("equivalent %v, want %v", got, want)
		}
	})
}

func adjacent(g *projection.TwoMode, v, u int) bool {
	return slices.Contains(g.Neighbours(v), int32(u))
}

func bruteNestedness(g *projection.TwoMode) analysis.NODF {
	mode := func(from, to int) (sum, pairs float64) {
		for i := from; i < to; i++ {
			for j := from; j < to; j++ {
				if i < j {
					pairs++
				}
				if g.Degree(i) <= g.Degree(j) || g.Degree(j) == 0 {
					continue
				}
				shared := 0
				for _, k := range g.Neighbours(j) {
					if adjacent(g, i, int(k)) {
						shared++
					}
				}
				sum += 100 * float64(shared) / float64(g.Degree(j))
			}
		}
		return sum, pairs
	}
	a, n := mode(0, g.Actors())
	b, m := mode(g.Actors(), g.Vertices())
	return analysis.NODF{All: (a + b) / (n + m), Actors: a / n, Groups: b / m}
}

// bruteClustering counts two actors with two shared groups, and chains of four
// different vertices.
func bruteClustering(g *projection.TwoMode) (c analysis.Clustering) {
	for i := range g.Actors() {
		for j := range g.Actors() {
			for k := g.Actors(); k < g.Vertices(); k++ {
				for l := g.Actors(); l < g.Vertices(); l++ {
					if i == j || k == l || !adjacent(g, i, k) || !adjacent(g, j, k) || !adjacent(g, j, l) {
						continue
					}
					c.ThreePaths++ // i k j l, each chain from its one end that is an actor
					if i < j && k < l && adjacent(g, i, l) {
						c.FourCycles++
					}
				}
			}
		}
	}
	return c
}

func bruteEquivalent(g *projection.TwoMode) (all [][]int32) {
	done := map[int]bool{}
	for v := range g.Vertices() {
		class := []int32{int32(v)}
		for u := v + 1; u < g.Vertices(); u++ {
			if !done[v] && g.Degree(v) > 0 && slices.Equal(g.Neighbours(v), g.Neighbours(u)) {
				class, done[u] = append(class, int32(u)), true
			}
		}
		if len(class) > 1 {
			all = append(all, class)
		}
	}
	slices.SortStableFunc(all, func(a, b []int32) int { return len(b) - len(a) })
	return all
}

func same(t *rapid.T, what string, got, want float64) {
	if math.IsNaN(got) != math.IsNaN(want) || !math.IsNaN(got) && !alike(got, want) {
		t.Fatalf("%s: %v, want %v", what, got, want)
	}
}

// No measure depends on the numbers that vertices happen to have, and all keep
// their bounds.
func TestRenaming(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		actors, groups, pairs := drawGraph(t)
		g := projection.NewTwoMode(actors, groups, pairs)
		to := slices.Concat(rapid.Permutation(upTo(0, actors)).Draw(t, "actors to"), rapid.Permutation(upTo(actors, groups)).Draw(t, "groups to"))
		for i, p := range pairs {
			pairs[i] = projection.Pair{Actor: to[p.Actor], Group: to[actors+int(p.Group)] - int32(actors)}
		}
		h := projection.NewTwoMode(actors, groups, rapid.Permutation(pairs).Draw(t, "order"))
		for name, measure := range scores {
			a, b := measure(t, g), measure(t, h)
			for v := range a {
				same(t, name, b[to[v]], a[v])
				if a[v] < 0 || a[v] > 1+1e-12 {
					t.Fatalf("%s of %d is %v", name, v, a[v])
				}
			}
		}
		same(t, "density", analysis.Density(h), analysis.Density(g))
		same(t, "NODF", analysis.Nestedness(h).All, analysis.Nestedness(g).All)
		if a, b := analysis.Cuts(g), analysis.Cuts(h); len(a) != len(b) {
			t.Fatalf("%d cut vertices, %d once renamed", len(a), len(b))
		}
		if a, b := analysis.Equivalent(g), analysis.Equivalent(h); len(a) != len(b) {
			t.Fatalf("%d classes, %d once renamed", len(a), len(b))
		}
	})
}

func upTo(from, n int) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(from + i)
	}
	return all
}

// scores are the measures that give each vertex a value between 0 and 1.
var scores = map[string]func(*rapid.T, *projection.TwoMode) []float64{
	"degree": func(_ *rapid.T, g *projection.TwoMode) []float64 { _, d := analysis.Degrees(g); return d },
	"closeness": func(t *rapid.T, g *projection.TwoMode) []float64 {
		_, c, err := analysis.Closeness(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		return c
	},
	"betweenness": func(t *rapid.T, g *projection.TwoMode) []float64 {
		_, b, err := analysis.Betweenness(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		return b
	},
	"PageRank": func(_ *rapid.T, g *projection.TwoMode) []float64 { return analysis.PageRank(g) },
}

// The same bits by one goroutine and by eight.
func TestGoroutines(t *testing.T) {
	g := random(t, 300, 40, 2400)
	run := func(processors int) (bits []uint64) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		raw, normalised, err := analysis.Betweenness(t.Context(), g)
		fatal(t, err)
		_, closeness, err := analysis.Closeness(t.Context(), g)
		fatal(t, err)
		c, err := analysis.CountClustering(t.Context(), g)
		fatal(t, err)
		_, q, err := analysis.Louvain(t.Context(), analysis.AsOneMode(g), 1, 10)
		fatal(t, err)
		for _, x := range slices.Concat(raw, normalised, closeness, []float64{q}) {
			bits = append(bits, math.Float64bits(x))
		}
		return append(bits, uint64(c.FourCycles), uint64(c.ThreePaths))
	}
	if one, eight := run(1), run(8); !slices.Equal(one, eight) {
		t.Error("eight goroutines give other numbers than one")
	}
}
