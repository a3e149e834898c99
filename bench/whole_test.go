package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"citygraph/internal/analysis"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
)

// BenchmarkWholeGraph measures questions about the whole graph of 5,000 cities and
// 400 networks: once, when nothing is kept yet, and again. The target for
// betweenness is below 15 s once.
func BenchmarkWholeGraph(b *testing.B) {
	r := stored(b, crowd(cities, networks, memberships))
	for _, m := range []ask.Measure{ask.Betweenness, ask.Closeness, ask.PageRank, ask.Degree} {
		b.Run(string(m), func(b *testing.B) {
			for b.Loop() {
				w := loaded(b, r)
				first := timed(func() { centrality(b, r, w, m) })
				again := timed(func() { centrality(b, r, w, m) })
				b.ReportMetric(first.Seconds(), "s/once")
				b.ReportMetric(float64(again.Microseconds()), "µs/again")
			}
		})
	}
	b.Run("structure", func(b *testing.B) {
		for b.Loop() {
			w := loaded(b, r)
			b.ReportMetric(timed(func() { structure(b, r, w) }).Seconds(), "s/once")
		}
	})
	b.Run("communities", func(b *testing.B) {
		for b.Loop() {
			w := loaded(b, r)
			b.ReportMetric(timed(func() {
				if _, err := ask.Communities(b.Context(), r, w, ask.CommunitiesOptions{Among: ask.AmongBoth, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}).Seconds(), "s/once")
		}
	})
}

func loaded(b *testing.B, r store.Reader) *ask.Whole {
	b.Helper()
	w, err := ask.LoadWhole(b.Context(), r)
	if err != nil {
		b.Fatal(err)
	}
	return w
}

func centrality(b *testing.B, r store.Reader, w *ask.Whole, m ask.Measure) {
	b.Helper()
	if _, err := ask.Centrality(b.Context(), r, w, ask.CentralityOptions{Measure: m}); err != nil {
		b.Fatal(err)
	}
}

func structure(b *testing.B, r store.Reader, w *ask.Whole) {
	b.Helper()
	if _, err := ask.Structure(b.Context(), r, w, ask.StructureOptions{}); err != nil {
		b.Fatal(err)
	}
}

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

// BenchmarkMeasuresBesidePeers measures one graph, small enough for all, by ours,
// by networkx and by gonum, in one run.
func BenchmarkMeasuresBesidePeers(b *testing.B) {
	pairs := drawPairs(1000, 100, 8000)
	g := projection.NewTwoMode(1000, 100, pairs)
	ours := map[string]time.Duration{
		"betweenness": timed(func() { must(b)(analysis.Betweenness(b.Context(), g)) }),
		"closeness":   timed(func() { must(b)(analysis.Closeness(b.Context(), g)) }),
		"pageRank":    timed(func() { analysis.PageRank(g) }),
		"clustering": timed(func() {
			if _, err := analysis.CountClustering(b.Context(), g); err != nil {
				b.Fatal(err)
			}
		}),
	}
	theirs := gonumBetweenness(pairs)
	fmt.Fprintf(os.Stderr, "%d cities, %d networks, %d memberships: betweenness in %s; gonum %s, that is %.0f times as long\n",
		g.Actors(), g.Groups(), g.Edges(), ours["betweenness"].Round(time.Microsecond), theirs.Round(time.Millisecond), float64(theirs)/float64(ours["betweenness"]))
	peers := networkxMeasures(b, pairs)
	for _, name := range slices.Sorted(maps.Keys(peers)) {
		took := peers[name]
		fmt.Fprintf(os.Stderr, "%s in %s; networkx %s, that is %.0f times as long\n",
			name, ours[name].Round(time.Microsecond), took.Round(time.Millisecond), float64(took)/float64(ours[name]))
	}
	for b.Loop() {
		must(b)(analysis.Betweenness(b.Context(), g))
	}
}

func must(b *testing.B) func(raw, normalised []float64, err error) {
	return func(_, _ []float64, err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
}

// drawPairs draws a two-mode graph of about so many edges, the same each time.
func drawPairs(actors, groups, edges int) []projection.Pair {
	rng := rand.New(rand.NewPCG(1, 2))
	pairs := make([]projection.Pair, edges)
	for i := range pairs {
		pairs[i] = projection.Pair{Actor: rng.Int32N(int32(actors)), Group: rng.Int32N(int32(groups))}
	}
	return pairs
}

func gonumBetweenness(pairs []projection.Pair) time.Duration {
	g := simple.NewUndirectedGraph()
	for _, p := range pairs {
		g.SetEdge(simple.Edge{F: simple.Node(p.Actor), T: simple.Node(1_000_000 + int64(p.Group))})
	}
	return timed(func() { network.Betweenness(g) })
}

// networkxMeasures has the same graph measured by networkx; none where this
// machine does not have it.
func networkxMeasures(b *testing.B, pairs []projection.Pair) map[string]time.Duration {
	b.Helper()
	list := make([][2]int32, len(pairs))
	for i, p := range pairs {
		list[i] = [2]int32{p.Actor, p.Group}
	}
	in, err := json.Marshal(list)
	if err != nil {
		b.Fatal(err)
	}
	python, err := filepath.Abs("../scripts/python")
	if err != nil {
		b.Fatal(err)
	}
	script, err := filepath.Abs("whole.py")
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(python, "python", script)
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() == 3 {
		fmt.Fprintln(os.Stderr, "networkx was not asked:", strings.TrimSpace(string(out)))
		return nil
	}
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	times := map[string]time.Duration{}
	for line := range strings.Lines(string(out)) {
		if name, text, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			if took, err := time.ParseDuration(text); err == nil {
				times[name] = took
			}
		}
	}
	return times
}

// BenchmarkProjection builds the projection of 100,000 cities and 1.5 million
// memberships, and says how much memory it keeps and what the linear measures
// take.
func BenchmarkProjection(b *testing.B) {
	const manyCities, manyNetworks, manyMemberships = 100_000, 2000, 1_500_000
	for b.Loop() {
		before := heap()
		start := time.Now()
		builder := projection.NewBuilder(store.Info{
			Nodes: map[kg.NodeKind]int{kg.City: manyCities, kg.Network: manyNetworks},
			Edges: map[kg.EdgeKind]int{kg.MemberOf: manyMemberships},
		})
		for r := range streamed(manyCities, manyNetworks, manyMemberships) {
			builder.Add(r)
		}
		p := builder.Projection()
		took := time.Since(start)
		kept := heap() - before
		b.ReportMetric(took.Seconds(), "s/build")
		b.ReportMetric(float64(kept)/(1<<20), "MiB")
		b.ReportMetric(float64(kept)/float64(p.Edges()), "B/edge")
		var v *projection.View
		b.ReportMetric(timed(func() { v = p.View(projection.Filter{}) }).Seconds(), "s/view")
		b.ReportMetric(timed(func() { analysis.PageRank(v.TwoMode) }).Seconds(), "s/pageRank")
		b.ReportMetric(timed(func() {
			if _, err := analysis.CountClustering(context.Background(), v.TwoMode); err != nil {
				b.Fatal(err)
			}
		}).Seconds(), "s/clustering")
		b.ReportMetric(timed(func() { analysis.Nestedness(v.TwoMode) }).Seconds(), "s/nestedness")
		b.ReportMetric(timed(func() { analysis.Cuts(v.TwoMode); analysis.Equivalent(v.TwoMode) }).Seconds(), "s/cuts+classes")
		runtime.KeepAlive(p)
	}
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// streamed yields nodes and edges as Scan would, without keeping them.
func streamed(cities, networks, memberships int) func(yield func(kg.Record) bool) {
	return func(yield func(kg.Record) bool) {
		said := []kg.Citation{{Source: "source:lists", Locator: "L1", Basis: kg.Stated}}
		place := kg.Attrs{"placeType": "municipality"}
		for i := range cities {
			if !yield(kg.Node{ID: kg.ID(fmt.Sprintf("city:city-%06d", i)), Kind: kg.City, Attrs: place}) {
				return
			}
		}
		for j := range networks {
			if !yield(kg.Node{ID: kg.ID(fmt.Sprintf("network:network-%04d", j)), Kind: kg.Network}) {
				return
			}
		}
		rng := rand.New(rand.NewPCG(1, 2))
		each := memberships / cities
		for i := range cities {
			from := kg.ID(fmt.Sprintf("city:city-%06d", i))
			for k := range each {
				j := (int(rng.ExpFloat64()*float64(networks)/8) + k*networks/each) % networks // a few networks are large
				to := kg.ID(fmt.Sprintf("network:network-%04d", j))
				since := kg.MustDate(fmt.Sprint(1990 + rng.IntN(30)))
				if !yield(kg.Edge{ID: kg.EdgeID(kg.MemberOf, from, to, 1), Kind: kg.MemberOf, From: from, To: to, Stint: 1, Since: since, Basis: kg.Stated, Sources: said}) {
					return
				}
			}
		}
	}
}
