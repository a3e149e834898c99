package analysis

import (
	"cmp"
	"slices"
)

// BenjaminiHochberg adjusts the p values of a family of m tests so that taking
// those up to q for more than chance is wrong in a share q of them on average:
//
//	adjusted(i) = min over all j with p_j ≥ p_i of p_j · m / rank(j), at most 1,
//
// where rank counts from the smallest. It holds for tests that are independent or
// positively dependent. The values are from 0 to 1; equal ones stay equal.
// Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, Journal of the
// Royal Statistical Society B 57 (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
func BenjaminiHochberg(p []float64) []float64 {
	type test struct {
		p     float64
		place int
	}
	m := len(p)
	order := make([]test, m)
	for i := range order {
		order[i] = test{p[i], i}
	}
	slices.SortFunc(order, func(a, b test) int { return cmp.Compare(a.p, b.p) })
	adjusted, least := make([]float64, m), 1.0
	for r := m - 1; r >= 0; r-- {
		least = min(least, order[r].p*(float64(m)/float64(r+1)))
		adjusted[order[r].place] = least
	}
	return adjusted
}
