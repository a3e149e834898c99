package analysis

import (
	"maps"
	"math"
	"slices"
)

// BiCM is the bipartite configuration model of a table of actors (rows) and groups
// (columns): of all distributions over such tables whose row and column sums hold
// on average, the one of greatest entropy. Cells are independent, and actor i is
// in group j with probability
//
//	p_ij = 1 / (1 + exp(−θ_i − φ_j)),  Σ_j p_ij = r_i,  Σ_i p_ij = c_j.
//
// Rows of equal sums have equal θ, columns of equal sums equal φ.
// F. Saracco et al., Scientific Reports 5 (2015) 10595, doi:10.1038/srep10595.
type BiCM struct {
	rows []Margin
	p    map[[2]int]float64 // by row sum and column sum
}

// Margin is a row or column sum and how many rows or columns have it.
type Margin struct{ Sum, Count int }

// Margins counts equal sums, largest first.
func Margins(sums []int) []Margin {
	count := map[int]int{}
	for _, s := range sums {
		count[s]++
	}
	all := make([]Margin, 0, len(count))
	for _, s := range slices.Sorted(maps.Keys(count)) {
		all = append(all, Margin{s, count[s]})
	}
	slices.Reverse(all)
	return all
}

// NewBiCM fits the model to the sums of a table that exists, each list as Margins
// gives it. Row sums are met to 1e-12 of the table's width, column sums to 1e-12
// of its height; ok is false where the sums are those of no table, or the fit
// fails, which is not known to happen.
func NewBiCM(rows, columns []Margin) (m *BiCM, ok bool) {
	m = &BiCM{rows, map[[2]int]float64{}}
	ok = m.split(shift(rows, 0), shift(columns, 0))
	return m, ok
}

// P is the probability that an actor of this row sum is in a group of this column
// sum.
func (m *BiCM) P(row, column int) float64 { return m.p[[2]int{row, column}] }

// margin is a Margin inside a block of the table: what of the sum falls into it.
type margin struct {
	Margin
	rest int
}

func shift(ms []Margin, by int) []margin {
	all := make([]margin, len(ms))
	for i, m := range ms {
		all[i] = margin{m, m.Sum - by}
	}
	return all
}

func less(ms []margin, by int) []margin {
	all := slices.Clone(ms)
	for i := range all {
		all[i].rest -= by
	}
	return all
}

// split takes the cells apart that the sums determine. Where the first k rows
// can only have their sums with all of the first l columns, and the other rows
// none of the other columns, that is where
//
//	Σ_{i≤k} r_i = k·l + Σ_{j>l} c_j   (equality in the theorem of Gale and Ryser),
//
// these cells are 1 and 0 in every table of these sums, and the two blocks that
// are left have nothing to do with each other. Full and empty rows and columns are
// such cases. In what cannot be split the fit has a finite solution.
func (m *BiCM) split(rows, columns []margin) bool {
	if len(rows) == 0 || len(columns) == 0 {
		return met(rows) && met(columns)
	}
	total := 0 // Σ_{j>l} c_j
	for _, c := range columns {
		total += c.rest * c.Count
	}
	height := 0
	for _, r := range rows {
		height += r.Count
	}
	width, right := 0, total
	for l := 0; ; l++ {
		above, sum := 0, 0
		for k := 0; ; k++ {
			corner := k == 0 && l == len(columns) || k == len(rows) && l == 0 // says nothing
			if gap := sum - above*width - right; gap > 0 {
				return false
			} else if gap == 0 && !corner {
				return m.parts(rows, columns, k, l, above, width)
			}
			if k == len(rows) {
				break
			}
			above, sum = above+rows[k].Count, sum+rows[k].Count*rows[k].rest
		}
		if l == len(columns) {
			return m.fit(rows, columns)
		}
		width, right = width+columns[l].Count, right-columns[l].Count*columns[l].rest
	}
}

// met reports whether nothing is left of the sums.
func met(ms []margin) bool {
	return !slices.ContainsFunc(ms, func(m margin) bool { return m.rest != 0 })
}

// parts fixes the cells of the first k and l margins at 1, those of the others at
// 0, and goes on with the blocks beside them.
func (m *BiCM) parts(rows, columns []margin, k, l, above, width int) bool {
	for _, r := range rows[:k] {
		for _, c := range columns[:l] {
			m.p[[2]int{r.Sum, c.Sum}] = 1
		}
	}
	return m.split(less(rows[:k], width), columns[l:]) && m.split(rows[k:], less(columns[:l], above))
}

// fit finds θ and φ of a block by Newton's method with step halving on the log
// likelihood, which is concave. φ of the last column is held, since a number added
// to all θ and taken from all φ changes nothing.
func (m *BiCM) fit(rows, columns []margin) bool {
	f := newFit(rows, columns)
	value := f.likelihood()
	for range 200 {
		if f.gradient() < 1e-12 {
			break
		}
		if !f.direction() {
			return false
		}
		step := 1.0
		for ; step > 1e-10; step /= 2 {
			f.move(step)
			if next := f.likelihood(); next >= value-1e-12*math.Abs(value) {
				value = next
				break
			}
			f.move(-step)
		}
	}
	for i, r := range rows {
		for j, c := range columns {
			m.p[[2]int{r.Sum, c.Sum}] = f.p(i, j)
		}
	}
	return f.gradient() < 1e-9
}

// Rows are the row sums of the table that the model was fitted to, largest first.
func (m *BiCM) Rows() []Margin { return m.rows }
