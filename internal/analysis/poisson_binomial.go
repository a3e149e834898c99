package analysis

import "math"

// Trials are so many independent trials of one probability.
type Trials struct {
	Count int
	P     float64
}

// PoissonBinomial is the distribution of the number of successes of independent
// trials that need not be alike (Poisson's binomial distribution): upper[k] is
// P(S ≥ k) for k from 0 to most, to 1e-9 relative, as far as it is not below the
// smallest float. most is not larger than the number of trials, and that not
// larger than the table.
//
// Trials of one probability are one binomial distribution; the binomials are
// folded into one another one by one. What reaches most stays there, so that an
// upper tail is a sum of positive numbers, never 1 less a sum.
// Y. Hong, On computing the distribution function for the Poisson binomial
// distribution, Computational Statistics & Data Analysis 59 (2013),
// doi:10.1016/j.csda.2012.10.006.
func PoissonBinomial(t *LogFactorials, trials []Trials, most int) (upper []float64) {
	sure := 0
	var rest []Trials
	for _, x := range trials {
		switch {
		case x.Count == 0 || x.P <= 0:
		case x.P >= 1:
			sure += x.Count
		default:
			rest = append(rest, x)
		}
	}
	most = max(0, most)
	exact := make([]float64, most+1) // exact[s] = P(S = s) for s < most, exact[most] = P(S ≥ most)
	exact[min(sure, most)] = 1
	reached := min(sure, most)
	for _, x := range rest {
		exact = fold(exact, reached, t.binomial(x, most))
		reached = min(most, reached+x.Count)
	}
	upper = make([]float64, most+1)
	sum := 0.0
	for k := most; k >= 0; k-- {
		sum += exact[k]
		upper[k] = sum
	}
	upper[0] = 1
	return upper
}

// fold adds an independent number, whose binomial has P(= i) in b[i] and P(≥ most)
// in b[most].
func fold(exact []float64, reached int, b []float64) []float64 {
	most := len(exact) - 1
	first, last := 0, len(b)-1 // what is not 0
	for first < last && b[first] == 0 {
		first++
	}
	for last > first && b[last] == 0 {
		last--
	}
	beyond := make([]float64, most+2) // Σ_{i≥s} b[i]
	for i := most; i >= 0; i-- {
		beyond[i] = beyond[i+1]
		if i < len(b) {
			beyond[i] += b[i]
		}
	}
	next := make([]float64, most+1)
	for s, p := range exact[:reached+1] {
		if p == 0 {
			continue
		}
		if s == most {
			next[most] += p
			continue
		}
		for i := first; i <= last && s+i < most; i++ {
			next[s+i] += p * b[i]
		}
		next[most] += p * beyond[most-s]
	}
	return next
}

// binomial returns P(X = i) for i < most and, where there are so many trials,
// P(X ≥ most) as the last. The term at the mode comes from the table, the others
// from their neighbours, on both sides until they are no longer numbers.
func (t *LogFactorials) binomial(x Trials, most int) []float64 {
	n, odds := x.Count, x.P/(1-x.P)
	mode := min(n, int(float64(n+1)*x.P))
	b := make([]float64, min(n, most)+1)
	put := func(i int, p float64) { b[min(i, len(b)-1)] += p }
	top := math.Exp(t.sum([]int{n}, []int{mode, n - mode}) + float64(mode)*math.Log(x.P) + float64(n-mode)*math.Log1p(-x.P))
	term := top
	for i := mode; i >= 0 && term > 0; i-- {
		put(i, term)
		term *= float64(i) / (float64(n-i+1) * odds)
	}
	term = top
	for i := mode + 1; i <= n; i++ {
		term *= float64(n-i+1) / float64(i) * odds
		if term == 0 || i >= most && term < negligible*b[len(b)-1] {
			break
		}
		put(i, term)
	}
	return b
}
