package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// BenchmarkPaths measures the three shortest chains between two cities among 5,000
// cities and 400 networks, in the process, beside networkx on the same pairs. The
// target is below 20 ms.
func BenchmarkPaths(b *testing.B) {
	batch := crowd(cities, networks, memberships)
	r := stored(b, batch)
	near, far := pairsOf(batch, 20)
	for _, c := range []struct {
		name  string
		pairs [][2]kg.ID
	}{
		{"in one network", near}, {"in none together", far},
	} {
		b.Run(c.name, func(b *testing.B) { askPaths(b, r, c.pairs, ask.PathsOptions{K: 3, MaxLength: 6}) })
	}
	pairs := slices.Concat(near, far)
	start := worked()
	for _, p := range pairs {
		if _, err := ask.Paths(b.Context(), r, ask.PathsOptions{From: p[0], To: p[1], K: 3, MaxLength: 6}); err != nil {
			b.Fatal(err)
		}
	}
	ours := (worked() - start) / time.Duration(len(pairs))
	if theirs, ok := networkxPaths(b, batch, pairs); ok {
		fmt.Fprintf(os.Stderr, "%d memberships, processor time for three chains: %s with order and evidence, read through the store; networkx %s without, on a graph in memory: %.1f times as long\n",
			len(batch.Edges), ours.Round(time.Microsecond), theirs.Round(time.Microsecond), float64(theirs)/float64(ours))
	}
}

// BenchmarkChainsOfMany measures questions about chains among 100,000 cities and 1.5
// million memberships, where the largest networks have tens of thousands of members.
func BenchmarkChainsOfMany(b *testing.B) {
	batch := crowd(100_000, networks, 1_500_000)
	r := stored(b, batch)
	near, far := pairsOf(batch, 20)
	b.Run("paths in one network", func(b *testing.B) { askPaths(b, r, near, ask.PathsOptions{K: 3, MaxLength: 6}) })
	b.Run("paths in none together", func(b *testing.B) { askPaths(b, r, far, ask.PathsOptions{K: 3, MaxLength: 6}) })
	most := 5000
	b.Run("paths without hubs", func(b *testing.B) { askPaths(b, r, far, ask.PathsOptions{K: 3, MaxLength: 6, MaxDegree: &most}) })
	for depth := 1; depth <= 3; depth++ {
		b.Run(fmt.Sprintf("subgraph of depth %d", depth), func(b *testing.B) {
			for b.Loop() {
				a, err := ask.Subgraph(b.Context(), r, ask.SubgraphOptions{Around: []kg.ID{near[0][0]}, Depth: depth, Limit: 200, PerNode: 100})
				if err != nil || len(a.Nodes) < 2 {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("timeline of a hub", func(b *testing.B) {
		for b.Loop() {
			a, err := ask.Timeline(b.Context(), r, ask.TimelineOptions{Of: []kg.ID{networkID(0)}})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := a.Groups[0].Years(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// askPaths asks for chains between one pair after the other, and reports how many
// edges one takes, and how many searches gave up.
func askPaths(b *testing.B, r store.Reader, pairs [][2]kg.ID, o ask.PathsOptions) {
	visited, truncated, n, start := 0, 0, 0, worked()
	for b.Loop() {
		o.From, o.To = pairs[n%len(pairs)][0], pairs[n%len(pairs)][1]
		a, err := ask.Paths(b.Context(), r, o)
		if err != nil {
			b.Fatal(err)
		}
		n++
		visited += a.Visited
		if a.Truncated {
			truncated++
		}
	}
	b.ReportMetric(float64((worked()-start).Microseconds())/1000/float64(n), "cpu-ms/op")
	b.ReportMetric(float64(visited)/float64(n), "edges/op")
	b.ReportMetric(float64(truncated)/float64(n), "gave-up/op")
}

// worked is the processor time of this process so far, its garbage collection
// included: other than the time of day, it does not depend on who else is at work.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// pairsOf draws so many pairs of cities that are in a network together, and so many
// that are not.
func pairsOf(batch store.Batch, n int) (near, far [][2]kg.ID) {
	in := map[kg.ID]map[kg.ID]bool{}
	var list []kg.ID
	for _, e := range batch.Edges {
		if in[e.From] == nil {
			in[e.From] = map[kg.ID]bool{}
			list = append(list, e.From)
		}
		in[e.From][e.To] = true
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for len(near) < n || len(far) < n {
		a, b := list[rng.IntN(len(list))], list[rng.IntN(len(list))]
		shared := 0
		for id := range in[a] {
			if in[b][id] {
				shared++
			}
		}
		switch {
		case a == b:
		case shared > 0 && len(near) < n:
			near = append(near, [2]kg.ID{a, b})
		case shared == 0 && len(far) < n:
			far = append(far, [2]kg.ID{a, b})
		}
	}
	return near, far
}

// networkxPaths has networkx find the same chains, and returns the mean time of one
// pair; ok is false where this machine does not have it.
func networkxPaths(b *testing.B, batch store.Batch, pairs [][2]kg.ID) (took time.Duration, ok bool) {
	b.Helper()
	links := make([][2]kg.ID, len(batch.Edges))
	for i, e := range batch.Edges {
		links[i] = [2]kg.ID{e.From, e.To}
	}
	question, err := json.Marshal(map[string]any{"links": links, "pairs": pairs})
	if err != nil {
		b.Fatal(err)
	}
	python, err := filepath.Abs("../scripts/python")
	if err != nil {
		b.Fatal(err)
	}
	script, err := filepath.Abs("chains.py")
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(python, "python", script)
	cmd.Stdin = bytes.NewReader(question)
	out, err := cmd.CombinedOutput()
	text := strings.TrimSpace(string(out))
	if cmd.ProcessState.ExitCode() == 3 {
		fmt.Fprintln(os.Stderr, "networkx was not asked:", text)
		return 0, false
	}
	if err != nil {
		b.Fatalf("%v\n%s", err, text)
	}
	if took, err = time.ParseDuration(text[strings.LastIndex(text, "\n")+1:]); err != nil {
		b.Fatal(err)
	}
	return took, true
}
