package ask

import (
	"cmp"
	"slices"

	"citygraph/internal/kg"
)

// years are all years from one to another; none where they cross.
type years struct{ from, to int }

// yearsCertain are those on some day of which a state certainly held, or a deed was
// done, that can hold in this window. It began by the day b = min(s1, f, u1) at the
// latest, and held on the day e = max(s0, l, u0) or later (see kg.Edge.Window): so it
// held on some day of every year from that of b until that of e, also where it is not
// known to have held on any one day.
func yearsCertain(w kg.Window) years {
	may := yearsPossible(w)
	return years{max(yearOf(min(w.CertainFrom, w.NotAfter)), may.from), min(yearOf(max(w.CertainTo, w.NotBefore)), may.to)}
}

// yearsPossible are those on some day of which it can have held.
func yearsPossible(w kg.Window) years { return years{yearOf(w.NotBefore), yearOf(w.NotAfter)} }

// tally counts members by year: by how much each year has more than the one before.
type tally struct {
	first, now, sum int
	steps           []int
	buffer          []years
}

func newTally(first, last int) *tally {
	return &tally{first: first, steps: make([]int, last-first+2)}
}

// add counts one member once in each year of some of the times.
func (t *tally) add(times []kg.Window, of func(kg.Window) years) {
	last := t.first + len(t.steps) - 2
	t.buffer = t.buffer[:0]
	for _, w := range times {
		if y := of(w); max(y.from, t.first) <= min(y.to, last) {
			t.buffer = append(t.buffer, years{max(y.from, t.first), min(y.to, last)})
		}
	}
	slices.SortFunc(t.buffer, func(a, b years) int { return cmp.Compare(a.from, b.from) })
	end := t.first - 1 // the last year that is counted
	for _, y := range t.buffer {
		if from := max(y.from, end+1); from <= y.to {
			t.steps[from-t.first]++
			t.steps[y.to+1-t.first]--
			end = y.to
		}
	}
}

// next returns the number of the first year, then that of the next.
func (t *tally) next() int {
	t.sum += t.steps[t.now]
	t.now++
	return t.sum
}
