package analysis_test

import (
	"math"
	"math/bits"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/analysis"
)

func margins(sums ...int) []analysis.Margin { return analysis.Margins(sums) }

// The table and its probabilities, to three digits, are a test of the R package
// backbone (Z. P. Neal, backbone: An R package to extract network backbones, PLoS
// ONE 17 (2022), doi:10.1371/journal.pone.0269137; tests/testthat of version 2.1).
func TestBiCMAsPublished(t *testing.T) {
	m, ok := analysis.NewBiCM(margins(1, 1, 2), margins(1, 1, 2))
	if !ok {
		t.Fatal("no fit")
	}
	for cell, want := range map[[2]int]float64{{1, 1}: .216, {1, 2}: .568, {2, 1}: .568, {2, 2}: .863} {
		if got := m.P(cell[0], cell[1]); math.Abs(got-want) > 5e-4 {
			t.Errorf("%v: %v instead of %v", cell, got, want)
		}
	}
}

// Three groups {1, 3, 4}, {2}, {1, 4} of four actors: the upper p values, to three
// digits, are a test of the same package, which takes them from the refined normal
// approximation. From our probabilities it gives the same; ours is the exact sum.
func TestSDSMAsPublished(t *testing.T) {
	rows, columns := margins(2, 1, 1, 2), margins(3, 1, 2)
	m, ok := analysis.NewBiCM(rows, columns)
	s, _ := analysis.NewSDSM(analysis.NewLogFactorials(4), rows, columns)
	if !ok {
		t.Fatal("no fit")
	}
	for _, c := range []struct {
		a, b, shared int
		want         float64
	}{{3, 1, 0, .977}, {3, 2, 2, .549}, {1, 2, 0, .972}, {3, 3, 3, .432}, {1, 1, 1, .304}, {2, 2, 2, .329}} {
		var q []float64
		for _, r := range []int{2, 1, 1, 2} {
			q = append(q, m.P(r, c.a)*m.P(r, c.b))
		}
		if got := refinedNormal(q, c.shared); math.Abs(got-c.want) > 5e-4 {
			t.Errorf("%+v: approximated %v", c, got)
		}
		if exact := outcomes(q)[c.shared]; !within(s.Tail(c.a, c.b, c.shared), exact, 1e-9) {
			t.Errorf("%+v: %v instead of %v", c, s.Tail(c.a, c.b, c.shared), exact)
		}
	}
}

// refinedNormal is 1 − G((k − 1/2 − μ)/σ), G(x) = Φ(x) + γ(1 − x²)φ(x)/6: Hong
// (2013), equation 10.
func refinedNormal(q []float64, k int) float64 {
	var mean, variance, third float64
	for _, p := range q {
		mean += p
		variance += p * (1 - p)
		third += p * (1 - p) * (1 - 2*p)
	}
	x := (float64(k) - 0.5 - mean) / math.Sqrt(variance)
	phi := math.Exp(-x*x/2) / math.Sqrt(2*math.Pi)
	return 1 - (math.Erfc(-x/math.Sqrt2)/2 + third/math.Pow(variance, 1.5)*(1-x*x)*phi/6)
}

// outcomes is P(S ≥ k) for each k, by every outcome of single trials.
func outcomes(single []float64) []float64 {
	upper := make([]float64, len(single)+2)
	for outcome := range uint(1) << len(single) {
		p := 1.0
		for i, q := range single {
			if outcome>>i&1 == 1 {
				p *= q
			} else {
				p *= 1 - q
			}
		}
		for k := 0; k <= bits.OnesCount(outcome); k++ {
			upper[k] += p
		}
	}
	return upper
}

// TestBiCMMeetsTheSums of drawn tables, those that leave no or little choice among them.
func TestBiCMMeetsTheSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := drawTable(t)
		m, ok := analysis.NewBiCM(analysis.Margins(rows), analysis.Margins(columns))
		if !ok {
			t.Fatalf("no fit for %v and %v", rows, columns)
		}
		for _, r := range rows {
			sum := 0.0
			for _, c := range columns {
				p := m.P(r, c)
				if p < 0 || p > 1 {
					t.Fatalf("a probability of %v", p)
				}
				sum += p
			}
			if math.Abs(sum-float64(r)) > 1e-9 {
				t.Fatalf("a row of %d has %v", r, sum)
			}
		}
		for _, c := range columns {
			sum := 0.0
			for _, r := range rows {
				sum += m.P(r, c)
			}
			if math.Abs(sum-float64(c)) > 1e-9 {
				t.Fatalf("a column of %d has %v", c, sum)
			}
		}
	})
}

// drawTable draws a table of actors and groups and returns its sums.
func drawTable(t *rapid.T) (rows, columns []int) {
	n, m := rapid.IntRange(1, 30).Draw(t, "actors"), rapid.IntRange(1, 8).Draw(t, "groups")
	kind := rapid.SampledFrom([]string{"mixed", "nested", "full", "empty", "sparse"}).Draw(t, "kind")
	rows, columns = make([]int, n), make([]int, m)
	for i := range n {
		for j := range m {
			in := false
			switch kind {
			case "mixed":
				in = rapid.Bool().Draw(t, "in")
			case "nested":
				in = i*m+j*n < n*m || i == j
			case "full":
				in = i != j
			case "sparse":
				in = rapid.IntRange(0, 9).Draw(t, "in") == 0
			}
			if in {
				rows[i]++
				columns[j]++
			}
		}
	}
	return rows, columns
}

// A table whose sums leave no choice but in two blocks: Gale and Ryser's theorem
// with equality inside. Rows 3 3 1 1, columns 3 3 1 1.
func TestBiCMSplitsWhatIsSettled(t *testing.T) {
	m, ok := analysis.NewBiCM(margins(3, 3, 1, 1), margins(3, 3, 1, 1))
	if !ok {
		t.Fatal("no fit")
	}
	for cell, want := range map[[2]int]float64{{3, 3}: 1, {1, 1}: 0, {3, 1}: .5, {1, 3}: .5} {
		if got := m.P(cell[0], cell[1]); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v: %v instead of %v", cell, got, want)
		}
	}
	if _, ok := analysis.NewBiCM(margins(3, 1), margins(1, 1, 1)); ok {
		t.Error("sums of no table are fitted")
	}
	if _, ok := analysis.NewBiCM(margins(2, 2, 0), margins(3, 1)); ok {
		t.Error("sums of no table are fitted")
	}
}

// TestPoissonBinomialByBruteForce goes through every outcome of up to 14 trials.
func TestPoissonBinomialByBruteForce(t *testing.T) {
	logs := analysis.NewLogFactorials(20)
	rapid.Check(t, func(t *rapid.T) {
		var trials []analysis.Trials
		var single []float64
		for range rapid.IntRange(0, 4).Draw(t, "kinds") {
			x := analysis.Trials{Count: rapid.IntRange(0, 3).Draw(t, "count"), P: rapid.SampledFrom([]float64{0, 1e-5, 0.1, 0.5, 0.999, 1}).Draw(t, "p")}
			trials = append(trials, x)
			for range x.Count {
				single = append(single, x.P)
			}
		}
		want := outcomes(single)
		most := rapid.IntRange(0, len(single)).Draw(t, "most")
		got := analysis.PoissonBinomial(logs, trials, most)
		for k := 0; k <= most; k++ {
			if math.Abs(got[k]-want[k]) > 1e-9*want[k] {
				t.Fatalf("P(S ≥ %d) of %v: %v instead of %v", k, trials, got[k], want[k])
			}
		}
	})
}

// Whichever pair is asked for first, the tails are the same.
func TestSDSMDoesNotDependOnTheOrder(t *testing.T) {
	rows, columns := margins(3, 2, 2, 1, 1, 1, 0), margins(4, 3, 3)
	logs := analysis.NewLogFactorials(7)
	up, _ := analysis.NewSDSM(logs, rows, columns)
	down, _ := analysis.NewSDSM(logs, rows, columns)
	var a, b [4]float64
	for k := range 4 {
		a[k] = up.Tail(3, 4, k)
		b[3-k] = down.Tail(4, 3, 3-k)
	}
	for k := range 4 {
		if !within(a[k], b[k], 1e-13) {
			t.Errorf("%d shared: %v and %v", k, a[k], b[k])
		}
	}
}

// Thousands of trials, far into the tail: values by mpmath with 60 digits.
func TestPoissonBinomialFarOut(t *testing.T) {
	trials := []analysis.Trials{{Count: 3000, P: 0.01}, {Count: 2000, P: 0.2}}
	upper := analysis.PoissonBinomial(analysis.NewLogFactorials(5000), trials, 900)
	for k, want := range map[int]float64{0: 1, 430: 0.5084182851796379815, 500: 0.00013140022168459108561, 700: 7.7283638055274908547e-42, 900: 1.9251756793936383566e-114} {
		if !within(upper[k], want, 1e-10) {
			t.Errorf("P(S ≥ %d): %v instead of %v", k, upper[k], want)
		}
	}
}
