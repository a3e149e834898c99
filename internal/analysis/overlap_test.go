package analysis_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"citygraph/internal/analysis"
)

// table is one graph of testdata/overlap.jsonl: what networkx, scipy and exact
// fractions say of it. scripts/oracle/overlap.py --write makes the file.
type table struct {
	Name    string
	Actors  int       // nameless ones too
	Groups  [][]int32 // members, ascending
	Columns []string
	Pairs   [][]*float64
	Newman  [][3]float64
}

// at returns one measure of one pair; nil where the oracle gives none.
func (x table) at(pair int, column string) *float64 {
	return x.Pairs[pair][slices.Index(x.Columns, column)]
}

func readTables(t testing.TB) (all []table) {
	t.Helper()
	f, err := os.Open("testdata/overlap.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var x table
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		all = append(all, x)
	}
	if len(all) < 202 {
		t.Fatalf("%d graphs in testdata/overlap.jsonl", len(all))
	}
	return all
}

// agrees compares to 1e-9 relative. Where the oracle's p is below 1e-12, log10P
// is to be compared too.
func agrees(t *testing.T, place string, want *float64, got float64, ok bool) {
	t.Helper()
	if (want != nil) != ok || ok && math.Abs(got-*want) > 1e-9*math.Abs(*want) {
		w := math.NaN()
		if want != nil {
			w = *want
		}
		t.Errorf("%s: %.15g (%t) instead of %.15g", place, got, ok, w)
	}
}

func TestOverlapAgreesWithTheOracle(t *testing.T) {
	far, sdsm := 0, 0
	for _, x := range readTables(t) {
		n, logs := x.Actors, analysis.NewLogFactorials(x.Actors)
		model, fitted := analysis.NewSDSM(logs, analysis.Margins(x.rowSums()), analysis.Margins(x.sizes()))
		if !fitted {
			t.Errorf("%s: no fit", x.Name)
		}
		sets := x.bitsets()
		var ps []float64
		i := -1
		for a := range sets {
			for b := a + 1; b < len(sets); b++ {
				i++
				place := x.Name + " " + string(rune('a'+a)) + string(rune('a'+b)) + " "
				o := analysis.Overlap{A: len(x.Groups[a]), B: len(x.Groups[b]), Shared: sets[a].Shared(sets[b])}
				agrees(t, place+"shared", x.at(i, "shared"), float64(o.Shared), true)
				v, ok := o.Jaccard()
				agrees(t, place+"jaccard", x.at(i, "jaccard"), v, ok)
				v, ok = o.Coefficient()
				agrees(t, place+"overlap", x.at(i, "overlap"), v, ok)
				v, ok = o.Expected(n)
				agrees(t, place+"expected", x.at(i, "expected"), v, ok)
				v, ok = o.Lift(n)
				agrees(t, place+"lift", x.at(i, "lift"), v, ok)
				p, log10p := logs.Tail(n, o.A, o.B, o.Shared)
				agrees(t, place+"p", x.at(i, "p"), p, true)
				if p < 1e-12 {
					far++
					agrees(t, place+"log10p", x.at(i, "log10p"), log10p, true)
				}
				ps = append(ps, p)
				if want := x.at(i, "sdsm"); want != nil && fitted {
					sdsm++
					agrees(t, place+"sdsm", want, model.Tail(o.A, o.B, o.Shared), true)
				}
			}
		}
		for i, p := range analysis.BenjaminiHochberg(ps) {
			agrees(t, x.Name+" adjusted", x.at(i, "adjusted"), p, true)
		}
	}
	if far < 20 || sdsm < 500 {
		t.Errorf("only %d far tails and %d SDSM values were compared", far, sdsm)
	}
}

func TestCollaborationAgreesWithTheOracle(t *testing.T) {
	compared := 0
	for _, x := range readTables(t) {
		for _, tie := range x.Newman {
			var sizes []int
			for _, g := range x.Groups {
				if slices.Contains(g, int32(tie[0])) && slices.Contains(g, int32(tie[1])) {
					sizes = append(sizes, len(g))
				}
			}
			compared++
			agrees(t, x.Name, &tie[2], analysis.Collaboration(sizes), true)
		}
	}
	if compared < 1000 {
		t.Errorf("%d ties compared", compared)
	}
}

func (x table) sizes() (all []int) {
	for _, g := range x.Groups {
		all = append(all, len(g))
	}
	return all
}

func (x table) rowSums() []int {
	sums := make([]int, x.Actors)
	for _, g := range x.Groups {
		for _, a := range g {
			sums[a]++
		}
	}
	return sums
}

func (x table) bitsets() (all []analysis.Bitset) {
	for _, g := range x.Groups {
		all = append(all, analysis.NewBitset(x.Actors, g))
	}
	return all
}
