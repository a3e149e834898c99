package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"citygraph/internal/analysis"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// What the overlap of networks is measured on.
const (
	cities      = 5000
	networks    = 400
	memberships = 75_000
)

// pairsQuery asks for the first of all 79,800 pairs with all their measures.
func pairsQuery(ids []kg.ID, first int, more string) string {
	list, _ := json.Marshal(ids)
	return fmt.Sprintf(`{ overlap(groups: %s, universe: {recorded: true}) { universe { size } pairs(first: %d) { totalCount edges { node {
		a { id name } b { id name } sizeA sizeB shared sharedAtLeast sharedAtMost jaccard overlapCoefficient expected lift pValue log10P pAdjusted sentence %s } } } } }`, list, first, more)
}

// BenchmarkOverlapPairs measures the mathematics of all pairs: from lists of
// members to shared numbers, ratios, exact p values and their adjustment. The
// target is below 100 ms.
func BenchmarkOverlapPairs(b *testing.B) {
	sets := members(crowd(cities, networks, memberships))
	b.ResetTimer()
	for b.Loop() {
		reckonAll(sets)
	}
}

func reckonAll(sets [][]int32) (tails []float64) {
	logs := analysis.NewLogFactorials(cities)
	bits := make([]analysis.Bitset, len(sets))
	for i, s := range sets {
		bits[i] = analysis.NewBitset(cities, s)
	}
	tails = make([]float64, 0, len(sets)*(len(sets)-1)/2)
	ratios := 0.0
	for i := range sets {
		for j := i + 1; j < len(sets); j++ {
			o := analysis.Overlap{A: len(sets[i]), B: len(sets[j]), Shared: bits[i].Shared(bits[j])}
			jaccard, _ := o.Jaccard()
			coefficient, _ := o.Coefficient()
			lift, _ := o.Lift(cities)
			ratios += jaccard + coefficient + lift
			p, _ := logs.Tail(cities, o.A, o.B, o.Shared)
			tails = append(tails, p)
		}
	}
	if ratios < 0 {
		panic("ratios are not negative")
	}
	return analysis.BenjaminiHochberg(tails)
}

// BenchmarkOverlapOfMany measures 20 groups among 100,000 cities and 1.5 million
// memberships.
func BenchmarkOverlapOfMany(b *testing.B) {
	r := stored(b, crowd(100_000, 400, 1_500_000))
	ids := networkIDs(220)[200:]
	for _, sdsm := range []bool{false, true} {
		o := ask.OverlapOptions{Groups: ids, Universe: ask.Universe{Recorded: true}, SDSM: sdsm, Assumptions: ask.Assumptions{Stated: true}}
		b.Run(fmt.Sprintf("sdsm %t", sdsm), func(b *testing.B) {
			for b.Loop() {
				if _, err := ask.Overlap(b.Context(), r, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// members lists the members of each network of a crowd.
func members(batch store.Batch) [][]int32 {
	sets := make([][]int32, networks)
	for _, e := range batch.Edges {
		var city int32
		var network int
		_, _ = fmt.Sscanf(string(e.From), "city:city-%d", &city)
		_, _ = fmt.Sscanf(string(e.To), "network:network-%d", &network)
		sets[network] = append(sets[network], city)
	}
	return sets
}

// BenchmarkOverlapQuestion measures the whole question in the process: reading
// through the embedded store, then the mathematics.
func BenchmarkOverlapQuestion(b *testing.B) {
	r := stored(b, crowd(cities, networks, memberships))
	day := kg.DayOf(2020, 1, 1)
	for _, c := range []struct {
		name string
		o    ask.OverlapOptions
	}{
		{"ever", ask.OverlapOptions{}},
		{"on a day", ask.OverlapOptions{Assumptions: ask.Assumptions{AsOf: &day}}},
	} {
		c.o.Groups, c.o.Universe, c.o.Stated = networkIDs(networks), ask.Universe{Recorded: true}, true
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ask.Overlap(b.Context(), r, c.o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	sdsm := ask.OverlapOptions{Groups: networkIDs(100), Universe: ask.Universe{Recorded: true}, SDSM: true}
	b.Run("sdsm of 4950 pairs", func(b *testing.B) {
		for b.Loop() {
			if _, err := ask.Overlap(b.Context(), r, sdsm); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkOverlapHTTP measures the answer of the first 100 pairs over HTTP, beside
// networkx and scipy on the same memberships. The targets are below 300 ms, and a
// hundredth of networkx's time.
func BenchmarkOverlapHTTP(b *testing.B) {
	batch := crowd(cities, networks, memberships)
	s := serve(b, "--data", written(b, stored(b, batch)))
	defer s.stop(b)
	client := &http.Client{}
	defer client.CloseIdleConnections()
	for _, c := range []struct {
		name  string
		first int
		more  string
	}{
		{"100 pairs", 100, ""},
		{"10 pairs with actors", 10, "actors { node { id name } edgesA { id since sources { locator } } edgesB { id since sources { locator } } }"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				s.ask(b, client, pairsQuery(networkIDs(networks), c.first, c.more))
			}
		})
	}
	start := time.Now()
	sets := members(batch)
	reading := time.Since(start)
	start = time.Now()
	reckonAll(sets)
	ours := time.Since(start)
	theirs, ok := networkx(b, sets)
	if !ok {
		return
	}
	fmt.Fprintf(os.Stderr, "%d networks of %d cities, %d memberships (lists made in %s): all pairs in %s; networkx with scipy %s, that is %.0f times as long\n",
		networks, cities, len(batch.Edges), reading.Round(time.Millisecond), ours.Round(time.Millisecond), theirs.Round(time.Millisecond), float64(theirs)/float64(ours))
}

// networkx has the same pairs reckoned by networkx and scipy, and returns the time
// that they took; ok is false where this machine does not have them.
func networkx(b *testing.B, sets [][]int32) (took time.Duration, ok bool) {
	b.Helper()
	lists, err := json.Marshal(sets)
	if err != nil {
		b.Fatal(err)
	}
	python, err := filepath.Abs("../scripts/python")
	if err != nil {
		b.Fatal(err)
	}
	script, err := filepath.Abs("overlap.py")
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(python, "python", script)
	cmd.Stdin = bytes.NewReader(lists)
	out, err := cmd.CombinedOutput()
	text := strings.TrimSpace(string(out))
	if cmd.ProcessState.ExitCode() == 3 {
		fmt.Fprintln(os.Stderr, "networkx was not asked:", text)
		return 0, false
	}
	if err != nil {
		b.Fatalf("%v\n%s", err, text)
	}
	took, err = time.ParseDuration(text[strings.LastIndex(text, "\n")+1:])
	if err != nil {
		b.Fatal(err)
	}
	return took, true
}
