package analysis

import "math"

// fit is the fit of the bipartite configuration model to a block of a table.
type fit struct {
	rows, columns []margin
	theta, phi    []float64
	gapR, gapC    []float64 // sums not yet met, times how many rows or columns have them
	stepR, stepC  []float64 // where Newton's method goes
}

func newFit(rows, columns []margin) *fit {
	f := &fit{rows: rows, columns: columns}
	for _, s := range []*[]float64{&f.theta, &f.gapR, &f.stepR} {
		*s = make([]float64, len(rows))
	}
	for _, s := range []*[]float64{&f.phi, &f.gapC, &f.stepC} {
		*s = make([]float64, len(columns))
	}
	height, width := size(rows), size(columns)
	for i, r := range rows {
		f.theta[i] = logit(float64(r.rest) / width)
	}
	for j, c := range columns {
		f.phi[j] = logit(float64(c.rest) / height)
	}
	return f
}

func size(ms []margin) float64 {
	n := 0
	for _, m := range ms {
		n += m.Count
	}
	return float64(n)
}

func logit(p float64) float64 { return math.Log(p) - math.Log1p(-p) }

func (f *fit) p(i, j int) float64 { return 1 / (1 + math.Exp(-f.theta[i]-f.phi[j])) }

// likelihood is Σ r_i θ_i + Σ c_j φ_j − Σ_ij ln(1 + exp(θ_i + φ_j)).
func (f *fit) likelihood() float64 {
	sum := 0.0
	for i, r := range f.rows {
		sum += float64(r.Count*r.rest) * f.theta[i]
	}
	for j, c := range f.columns {
		sum += float64(c.Count*c.rest) * f.phi[j]
		for i, r := range f.rows {
			x := f.theta[i] + f.phi[j]
			sum -= float64(r.Count*c.Count) * (max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))))
		}
	}
	return sum
}

// gradient finds the gaps and returns the greatest, as a share of the width or
// height of the table.
func (f *fit) gradient() float64 {
	height, width := size(f.rows), size(f.columns)
	for j, c := range f.columns {
		f.gapC[j] = float64(c.rest)
	}
	worst := 0.0
	for i, r := range f.rows {
		gap := float64(r.rest)
		for j, c := range f.columns {
			p := f.p(i, j)
			gap -= float64(c.Count) * p
			f.gapC[j] -= float64(r.Count) * p
		}
		worst = max(worst, math.Abs(gap)/width)
		f.gapR[i] = gap * float64(r.Count)
	}
	for j, c := range f.columns {
		worst = max(worst, math.Abs(f.gapC[j])/height)
		f.gapC[j] *= float64(c.Count)
	}
	return worst
}

// direction solves for Newton's step. The matrix of second derivatives is
//
//	[ D  B ]
//	[ Bᵀ E ]   with D and E diagonal,
//
// so the rows are eliminated first, and E − BᵀD⁻¹B is solved for the columns but
// the last. It reports whether that could be done.
func (f *fit) direction() bool {
	n, last := len(f.columns), len(f.columns)-1
	b := make([][]float64, len(f.rows))
	d := make([]float64, len(f.rows))
	s := make([][]float64, n)
	for j := range s {
		s[j] = make([]float64, n)
	}
	for i, r := range f.rows {
		b[i] = make([]float64, n)
		for j, c := range f.columns {
			p := f.p(i, j)
			b[i][j] = float64(r.Count) * float64(c.Count) * p * (1 - p)
			d[i] += b[i][j]
			s[j][j] += b[i][j]
		}
	}
	right := append([]float64(nil), f.gapC...)
	for i := range f.rows {
		for j := range n {
			w := b[i][j] / d[i]
			right[j] -= w * f.gapR[i]
			for k := range n {
				s[j][k] -= w * b[i][k]
			}
		}
	}
	if !solve(s, right, last) {
		return false
	}
	copy(f.stepC, right[:last])
	f.stepC[last] = 0
	for i := range f.rows {
		rest := f.gapR[i]
		for j := range last {
			rest -= b[i][j] * f.stepC[j]
		}
		f.stepR[i] = rest / d[i]
	}
	return true
}

func (f *fit) move(step float64) {
	for i := range f.theta {
		f.theta[i] += step * f.stepR[i]
	}
	for j := range f.phi {
		f.phi[j] += step * f.stepC[j]
	}
}

// solve solves the symmetric positive definite system of the first n rows and
// columns of a for x, in place, by Cholesky's decomposition.
func solve(a [][]float64, x []float64, n int) bool {
	for j := range n {
		for i := j; i < n; i++ {
			sum := a[i][j]
			for k := range j {
				sum -= a[i][k] * a[j][k]
			}
			if i == j {
				if sum <= 0 {
					return false
				}
				a[j][j] = math.Sqrt(sum)
				continue
			}
			a[i][j] = sum / a[j][j]
		}
	}
	for i := range n {
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return true
}
