package analysis

import "math"

// SDSM tests how many members two groups share when both margins of the table of
// actors and groups are held on average: how many groups an actor is in, and how
// many members a group has. The null model is the bipartite configuration model,
// under which both groups hold an actor of row sum r with probability
// p(r,a)·p(r,b), for each actor independently; the shared number is therefore
// Poisson-binomial, with as many kinds of trials as there are different row sums.
//
// Z. P. Neal, The backbone of bipartite projections (stochastic degree sequence
// model), Social Networks 39 (2014), doi:10.1016/j.socnet.2014.06.001; with this
// model's probabilities: Z. P. Neal, R. Domagalski, B. Sagan, Comparing alternatives
// to the fixed degree sequence model, Scientific Reports 11 (2021) 23929,
// doi:10.1038/s41598-021-03238-3.
type SDSM struct {
	model *BiCM
	table *LogFactorials
	upper map[[2]int][]float64
}

// NewSDSM fits the model; rows are the actors' sums, columns the groups' sizes.
// The table reaches the number of actors. ok is as NewBiCM gives it.
func NewSDSM(t *LogFactorials, rows, columns []Margin) (s *SDSM, ok bool) {
	m, ok := NewBiCM(rows, columns)
	return &SDSM{m, t, map[[2]int][]float64{}}, ok
}

// Tail is P(S ≥ shared) for two groups of a and b members. Groups of the same sizes
// share the work; the groups that share most are best asked for first.
func (s *SDSM) Tail(a, b, shared int) float64 {
	key := [2]int{min(a, b), max(a, b)}
	upper := s.upper[key]
	if len(upper) <= shared {
		upper = PoissonBinomial(s.table, s.trials(key[0], key[1]), shared)
		s.upper[key] = upper
	}
	return upper[shared]
}

// Steps estimates what Tail costs, in multiplications: for each kind of trials, the
// values that are reached so far, up to shared, times those of its binomial that are
// numbers, which lie within 40 standard deviations around its mean.
func (s *SDSM) Steps(a, b, shared int) (steps int) {
	reached := 0
	for _, x := range s.trials(min(a, b), max(a, b)) {
		width := int(80*math.Sqrt(float64(x.Count)*x.P*(1-x.P))) + 1
		steps += (1 + min(reached, shared)) * min(width, x.Count, shared+1)
		reached += x.Count
	}
	return steps
}

func (s *SDSM) trials(a, b int) []Trials {
	var all []Trials
	for _, r := range s.model.Rows() {
		all = append(all, Trials{r.Count, s.model.P(r.Sum, a) * s.model.P(r.Sum, b)})
	}
	return all
}
