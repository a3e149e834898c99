package analysis_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/analysis"
)

const farTail = -1365.3709047713652536

func within(a, b, relative float64) bool { return math.Abs(a-b) <= relative*math.Abs(b) }

// R. A. Fisher, The Design of Experiments (1935), chapter II: of eight cups, four
// with the milk first, a taster names all four rightly by chance once in 70 times,
// and three or more 17 times.
func TestTailOfFishersTea(t *testing.T) {
	logs := analysis.NewLogFactorials(8)
	for k, want := range map[int]float64{0: 1, 3: 17.0 / 70, 4: 1.0 / 70} {
		if p, log10p := logs.Tail(8, 4, 4, k); !within(p, want, 1e-14) || math.Abs(log10p-math.Log10(want)) > 1e-14 {
			t.Errorf("%d cups: p %v, log10 %v, instead of %v", k, p, log10p, want)
		}
	}
}

// Where p is below the smallest float, its logarithm is still exact: two sets of
// 500 of 100,000 that are the same have p = 1/C(100000, 500). By mpmath with 50
// digits, log10 of it is farTail.
func TestTailBelowTheSmallestFloat(t *testing.T) {
	p, log10p := analysis.NewLogFactorials(100_000).Tail(100_000, 500, 500, 500)
	if p != 0 || !within(log10p, farTail, 1e-12) {
		t.Errorf("p %v, log10 %.17g instead of %.17g", p, log10p, farTail)
	}
}

func TestTailAtTheEdges(t *testing.T) {
	logs := analysis.NewLogFactorials(10)
	for _, c := range []struct {
		n, a, b, k int
		want       float64
	}{
		{0, 0, 0, 0, 1}, {10, 0, 5, 0, 1}, {10, 0, 0, 0, 1}, {10, 10, 10, 10, 1}, {10, 10, 3, 3, 1}, {10, 8, 7, 5, 1}, // 5 at least
		{10, 1, 1, 1, 0.1}, {1, 1, 1, 1, 1}, {10, 3, 3, 4, 0},
	} {
		p, log10p := logs.Tail(c.n, c.a, c.b, c.k)
		if !within(p, c.want, 1e-14) || math.Abs(math.Pow(10, log10p)-c.want) > 1e-14 {
			t.Errorf("%+v: p %v, log10 %v", c, p, log10p)
		}
		if math.Signbit(p) || p == 1 && math.Signbit(log10p) && log10p == 0 {
			t.Errorf("%+v: minus nothing", c)
		}
	}
}

// TestTailProperties: symmetric in both sets, falling in k, a probability, and the
// same as going through all terms.
func TestTailProperties(t *testing.T) {
	logs := analysis.NewLogFactorials(60)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "n")
		a, b := rapid.IntRange(0, n).Draw(t, "a"), rapid.IntRange(0, n).Draw(t, "b")
		k := rapid.IntRange(0, min(a, b)).Draw(t, "k")
		p, log10p := logs.Tail(n, a, b, k)
		q, _ := logs.Tail(n, b, a, k)
		more, _ := logs.Tail(n, a, b, k+1)
		if !within(p, q, 1e-13) || more > p*(1+1e-13) || p <= 0 || p > 1 || math.Abs(math.Log10(p)-log10p) > 1e-12 {
			t.Fatalf("p %v, the other way round %v, one more %v, log10 %v", p, q, more, log10p)
		}
		sum := 0.0
		for i := k; i <= min(a, b); i++ {
			sum += choose(a, i) * choose(n-a, b-i) / choose(n, b)
		}
		if !within(p, sum, 1e-12) {
			t.Fatalf("%v instead of %v", p, sum)
		}
	})
}

func choose(n, k int) float64 {
	if k < 0 || k > n {
		return 0
	}
	c := 1.0
	for i := 1; i <= k; i++ {
		c = c * float64(n-k+i) / float64(i)
	}
	return c
}

// The fifteen p values of Benjamini and Hochberg (1995), section 4; the adjusted
// ones are those of scipy's documentation of false_discovery_control.
func TestBenjaminiHochbergAsPublished(t *testing.T) {
	p := []float64{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1}
	want := []float64{1.5e-3, 3e-3, 9.5e-3, 3.5625e-2, 6.03e-2, 6.38571429e-2, 6.38571429e-2, 6.45e-2, 7.65e-2, 4.86e-1, 5.81181818e-1, 7.14875e-1, 7.53230769e-1, 8.13214286e-1, 1}
	for i, q := range analysis.BenjaminiHochberg(p) {
		if !within(q, want[i], 1e-8) {
			t.Errorf("%v became %v instead of %v", p[i], q, want[i])
		}
	}
	if len(analysis.BenjaminiHochberg(nil)) != 0 {
		t.Error("of no tests there are results")
	}
}

// TestBenjaminiHochbergProperties: never below p or above 1, in the order of p,
// the same whatever the order of the tests.
func TestBenjaminiHochbergProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.SampledFrom([]float64{0, 1e-9, 0.01, 0.01, 0.04, 0.2, 0.5, 1}), 1, 20).Draw(t, "p")
		q := analysis.BenjaminiHochberg(p)
		order := rapid.Permutation(indexes(len(p))).Draw(t, "order")
		mixed := make([]float64, len(p))
		for i, o := range order {
			mixed[i] = p[o]
		}
		again := analysis.BenjaminiHochberg(mixed)
		for i := range p {
			if q[i] < p[i] || q[i] > 1 {
				t.Fatalf("%v became %v", p[i], q[i])
			}
			if again[i] != q[order[i]] {
				t.Fatalf("in another order %v became %v and %v", mixed[i], again[i], q[order[i]])
			}
			for j := range p {
				if p[i] <= p[j] && q[i] > q[j] {
					t.Fatalf("%v ≤ %v but %v > %v", p[i], p[j], q[i], q[j])
				}
			}
		}
	})
}

func indexes(n int) (all []int) {
	for i := range n {
		all = append(all, i)
	}
	return all
}
