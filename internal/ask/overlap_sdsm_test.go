package ask

import (
	"testing"

	"citygraph/internal/analysis"
)

// Twenty groups of 12,000 of 20,000 actors are more than a processor does in some
// seconds, a hundred groups of fifty are not.
func TestSDSMIsReckonedBefore(t *testing.T) {
	steps := func(rows, columns []analysis.Margin, shared int) int {
		actors := 0
		for _, r := range rows {
			actors += r.Count
		}
		model, ok := analysis.NewSDSM(analysis.NewLogFactorials(actors), rows, columns)
		if !ok {
			t.Fatal("no fit")
		}
		var pairs []*Pair
		for i := range columns {
			for j := range i {
				for range 3 { // of the same sizes: reckoned once
					pairs = append(pairs, &Pair{Of: analysis.Overlap{A: columns[i].Sum, B: columns[j].Sum, Shared: shared}})
				}
			}
		}
		return stepsOf(model, pairs)
	}
	var large, small, sums []analysis.Margin
	for i := range 10 {
		large = append(large, analysis.Margin{Sum: 12_100 - 10*i, Count: 1}, analysis.Margin{Sum: 11_900 - 10*i, Count: 1})
		small = append(small, analysis.Margin{Sum: 60 - i, Count: 10})
	}
	large = analysis.Margins(flat(large))
	for r, count := range map[int]int{16: 2000, 14: 4000, 12: 8000, 10: 4000, 8: 2000} {
		sums = append(sums, analysis.Margin{Sum: r, Count: count})
	}
	all := flat(sums)
	left := 0
	for _, c := range large {
		left += c.Sum * c.Count
	}
	for _, r := range all {
		left -= r
	}
	for i := 0; left != 0; i++ { // so that both margins have one sum
		step := 1
		if left < 0 {
			step = -1
		}
		all[i], left = all[i]+step, left-step
	}
	if n := steps(analysis.Margins(all), large, 7200); n <= sdsmSteps {
		t.Errorf("%d steps", n)
	}
	few := make([]int, 5000)
	for i, left := 0, 5550; left > 0; i, left = i+1, left-1 {
		few[i%2500]++
	}
	if n := steps(analysis.Margins(few), small, 10); n > sdsmSteps/1000 {
		t.Errorf("%d steps", n)
	}
}

func flat(all []analysis.Margin) (sums []int) {
	for _, m := range all {
		for range m.Count {
			sums = append(sums, m.Sum)
		}
	}
	return sums
}
