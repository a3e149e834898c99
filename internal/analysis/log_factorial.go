package analysis

import "math"

// LogFactorials is a table of ln n! for n up to a size. Each entry is a sum of two
// numbers, high and low, so that differences of entries keep their digits: ln n!
// of 10⁶ is 1.3·10⁷, and a probability's relative error is the absolute error of
// its logarithm.
type LogFactorials struct{ high, low []float64 }

// NewLogFactorials makes the table for 0! to n!; 16 bytes an entry.
func NewLogFactorials(n int) *LogFactorials {
	t := &LogFactorials{make([]float64, n+1), make([]float64, n+1)}
	for i := 2; i <= n; i++ {
		t.high[i], t.low[i] = add(t.high[i-1], t.low[i-1], math.Log(float64(i)))
	}
	return t
}

// add returns high+low+x as two numbers: Knuth's two-sum, then renormalised.
func add(high, low, x float64) (float64, float64) {
	sum := high + x
	b := sum - high
	low += (high - (sum - b)) + (x - b)
	h := sum + low
	return h, low - (h - sum)
}

// sum returns Σ ln p! − Σ ln m! over the numbers plus and minus.
func (t *LogFactorials) sum(plus, minus []int) float64 {
	var high, low float64
	for _, p := range plus {
		high, low = add(high, low, t.high[p])
		low += t.low[p]
	}
	for _, m := range minus {
		high, low = add(high, low, -t.high[m])
		low -= t.low[m]
	}
	return high + low
}
