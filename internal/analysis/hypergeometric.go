package analysis

import "math"

// Tail is the upper tail of the hypergeometric distribution,
//
//	P(X ≥ k) = Σ_{i ≥ k} C(a,i) C(n−a, b−i) / C(n,b),
//
// the probability that two sets of a and b members share k or more, if one of them
// is drawn at random from n actors: the one-sided p value of Fisher's exact test.
// It returns p and log₁₀ p, each to 1e-9 or better, also where p itself is 0
// because it is smaller than a float can be. 0 ≤ a, b ≤ n ≤ the table's size.
//
// Terms are summed from k on outwards, where they fall, as multiples of the first,
// which is taken from the table; below the mode 1 is the sum less the terms under
// k. R. A. Fisher, The Design of Experiments (1935); for sets of actors: M.
// Tumminello et al., Statistically validated networks in bipartite complex
// systems, PLoS ONE 6 (2011), doi:10.1371/journal.pone.0017994.
func (t *LogFactorials) Tail(n, a, b, k int) (p, log10p float64) {
	least, most := max(0, a+b-n), min(a, b)
	switch {
	case k <= least:
		return 1, 0
	case k > most:
		return 0, math.Inf(-1)
	}
	h := hypergeometric{t, n, a, b}
	if mode := int((float64(a) + 1) * (float64(b) + 1) / (float64(n) + 2)); k <= mode {
		below := math.Exp(h.log(k-1)) * h.down(k-1, least)
		return 1 - below, math.Log1p(-below) / math.Ln10
	}
	ln := h.log(k) + math.Log(h.up(k, most))
	return math.Exp(ln), ln / math.Ln10
}

// hypergeometric is the distribution of the number that sets of a and b members
// of n actors share.
type hypergeometric struct {
	table   *LogFactorials
	n, a, b int
}

// log returns ln P(X = i).
func (h hypergeometric) log(i int) float64 {
	return h.table.sum(
		[]int{h.a, h.n - h.a, h.b, h.n - h.b},
		[]int{i, h.a - i, h.b - i, h.n - h.a - h.b + i, h.n})
}

// negligible is the share of a sum below which a falling term, and all that follow
// it, no longer matter.
const negligible = 1e-17

// up returns Σ_{i=k}^{most} P(X=i) / P(X=k); k lies above the mode.
func (h hypergeometric) up(k, most int) float64 {
	sum, term := 1.0, 1.0
	for i := k; i < most && term > negligible*sum; i++ {
		term *= float64(h.a-i) * float64(h.b-i) / (float64(i+1) * float64(h.n-h.a-h.b+i+1))
		sum += term
	}
	return sum
}

// down returns Σ_{i=least}^{k} P(X=i) / P(X=k); k lies at or below the mode.
func (h hypergeometric) down(k, least int) float64 {
	sum, term := 1.0, 1.0
	for i := k; i > least && term > negligible*sum; i-- {
		term *= float64(i) * float64(h.n-h.a-h.b+i) / (float64(h.a-i+1) * float64(h.b-i+1))
		sum += term
	}
	return sum
}
