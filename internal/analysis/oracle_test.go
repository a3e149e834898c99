package analysis_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/internal/analysis"
	"citygraph/internal/projection"
)

// regenerate is how the expected values are made.
const regenerate = "scripts/python python scripts/oracle/measures.py --write"

// oracle is what networkx, numpy and scipy say about one graph; null where they
// say nothing.
type oracle struct {
	Name           string
	Actors, Groups int
	Pairs          [][2]int32

	Degree, Closeness, Betweenness, PageRank []float64
	BetweennessNormalised                    []float64
	Density, Clustering                      *float64
	Components                               int
	Cuts                                     map[int][][]int32
	Modularity                               map[string]struct {
		Division   [][]int32
		Modularity *float64
		Louvain    *float64
		Weights    [][3]float64
	}

	// of a view of the seed dataset
	IDs             []string
	AsOf            string
	Certain, Stated bool
}

func (o oracle) graph() *projection.TwoMode {
	pairs := make([]projection.Pair, len(o.Pairs))
	for i, p := range o.Pairs {
		pairs[i] = projection.Pair{Actor: p[0], Group: p[1]}
	}
	return projection.NewTwoMode(o.Actors, o.Groups, pairs)
}

// readOracle reads the expected values of at least so many graphs.
func readOracle(t *testing.T, file string, least int) (all []oracle) {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatalf("%v: make it with %s", err, regenerate)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var o oracle
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	if lines.Err() != nil || len(all) < least {
		t.Fatalf("%s: %d graphs, want %d or more, %v", file, len(all), least, lines.Err())
	}
	return all
}

func TestMeasuresOfNetworkx(t *testing.T) {
	for _, o := range readOracle(t, "measures.jsonl", 201) {
		t.Run(o.Name, func(t *testing.T) { compare(t, o, o.graph()) })
	}
}

// compare holds every measure to the oracle's values.
func compare(t *testing.T, o oracle, g *projection.TwoMode) {
	t.Helper()
	ctx := t.Context()
	_, degree := analysis.Degrees(g)
	near(t, "degree", degree, o.Degree)
	_, closeness, err := analysis.Closeness(ctx, g)
	fatal(t, err)
	near(t, "closeness", closeness, o.Closeness)
	raw, normalised, err := analysis.Betweenness(ctx, g)
	fatal(t, err)
	near(t, "betweenness", raw, o.Betweenness)
	if o.BetweennessNormalised != nil {
		near(t, "normalised betweenness", normalised, o.BetweennessNormalised)
	}
	near(t, "PageRank", analysis.PageRank(g), o.PageRank)
	value(t, "density", analysis.Density(g), o.Density)
	c, err := analysis.CountClustering(ctx, g)
	fatal(t, err)
	value(t, "clustering", c.Coefficient(), o.Clustering)
	if got := analysis.Parts(g); got != o.Components {
		t.Errorf("%d parts, want %d", got, o.Components)
	}
	compareCuts(t, o, g)
	for name, want := range o.Modularity {
		one := oneMode(name, g)
		for _, c := range want.Division {
			for i := range c {
				c[i] -= int32(one.From)
			}
		}
		value(t, "modularity of "+name, analysis.Modularity(one, want.Division), want.Modularity)
	}
}

func oneMode(name string, g *projection.TwoMode) *analysis.OneMode {
	switch name {
	case "actors":
		return analysis.OneActors(g)
	case "groups":
		return analysis.OneGroups(g)
	}
	return analysis.AsOneMode(g)
}

func compareCuts(t *testing.T, o oracle, g *projection.TwoMode) {
	t.Helper()
	got := map[int][][]int32{}
	for _, c := range analysis.Cuts(g) {
		for i, p := range c.Pieces {
			members := p.Vertices()
			actors, _ := slices.BinarySearch(members, int32(g.Actors()))
			if p.Actors != actors || p.Size() != len(members) {
				t.Errorf("piece %v says that it has %d actors and %d groups", members, p.Actors, p.Groups)
			}
			if i > 0 && p.Size() > c.Pieces[i-1].Size() {
				t.Errorf("at %d a larger piece stands behind a smaller one", c.Vertex)
			}
			got[c.Vertex] = append(got[c.Vertex], members)
		}
		slices.SortFunc(got[c.Vertex], slices.Compare)
	}
	if len(got) == 0 && len(o.Cuts) == 0 {
		return
	}
	if diff := cmp.Diff(o.Cuts, got); diff != "" {
		t.Errorf("cuts (-networkx +ours):\n%s", diff)
	}
}

// Louvain is a heuristic: of a small graph it may miss a little of what networkx
// finds, over all of them hardly anything.
func TestLouvainBesideNetworkx(t *testing.T) {
	ours, theirs, graphs := 0.0, 0.0, 0.0
	for _, o := range readOracle(t, "measures.jsonl", 201) {
		for name, want := range o.Modularity {
			g := oneMode(name, o.graph())
			found, q, err := analysis.Louvain(t.Context(), g, 1, 10)
			fatal(t, err)
			divides(t, g, found)
			if want.Louvain == nil {
				continue
			}
			if !alike(q, analysis.Modularity(g, found)) {
				t.Errorf("%s, %s: says %v of a division whose modularity is %v", o.Name, name, q, analysis.Modularity(g, found))
			}
			if q < *want.Louvain-0.025 {
				t.Errorf("%s, %s: modularity %v, networkx finds %v", o.Name, name, q, *want.Louvain)
			}
			ours, theirs, graphs = ours+q, theirs+*want.Louvain, graphs+1
		}
	}
	if graphs < 300 || ours/graphs < theirs/graphs-0.0005 {
		t.Errorf("over %v graphs the mean modularity is %v, networkx has %v", graphs, ours/graphs, theirs/graphs)
	}
}

// divides wants every vertex in one community, the largest community first.
func divides(t *testing.T, g *analysis.OneMode, found [][]int32) {
	t.Helper()
	seen := map[int32]int{}
	for i, c := range found {
		for _, v := range c {
			seen[v]++
		}
		if i > 0 && len(c) > len(found[i-1]) {
			t.Errorf("a larger community stands behind a smaller one")
		}
	}
	for v := range g.Vertices() {
		if seen[int32(v)] != 1 {
			t.Errorf("vertex %d is in %d communities", v, seen[int32(v)])
		}
	}
}

func TestWeightsOfNetworkx(t *testing.T) {
	compared := 0
	for _, o := range readOracle(t, "measures.jsonl", 201) {
		for name, want := range o.Modularity {
			g := oneMode(name, o.graph())
			if len(want.Weights) == 0 {
				continue
			}
			got := g.Ties()
			if len(got) != len(want.Weights) {
				t.Fatalf("%s, %s: %d edges, want %d", o.Name, name, len(got), len(want.Weights))
			}
			for i, w := range want.Weights {
				if got[i][0] != w[0] || got[i][1] != w[1] || !alike(got[i][2], w[2]) {
					t.Errorf("%s, %s: edge %v, want %v", o.Name, name, got[i], w)
				}
				compared++
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d weights were compared", compared)
	}
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for v := range got {
		if !alike(got[v], want[v]) {
			t.Errorf("%s of %d: %v, want %v", what, v, got[v], want[v])
		}
	}
}

func value(t *testing.T, what string, got float64, want *float64) {
	t.Helper()
	if want == nil && !math.IsNaN(got) || want != nil && !alike(got, *want) {
		t.Errorf("%s: %v, want %s", what, got, text(want))
	}
}

func text(p *float64) string {
	if p == nil {
		return "none"
	}
	return fmt.Sprint(*p)
}

// alike allows 1e-9 of the value, and as much around 0, where differences of
// values near 1 are left.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b))+1e-15 }
