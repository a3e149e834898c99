package analysis_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/analysis"
)

// TestSpansByDay compares with going through the days one by one.
func TestSpansByDay(t *testing.T) {
	const days = 20
	runs := func(t *rapid.T, label string) []analysis.Span {
		return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) analysis.Span {
			return analysis.Span{From: rapid.Int32Range(0, days).Draw(t, "from"), To: rapid.Int32Range(0, days).Draw(t, "to")}
		}), 0, 4).Draw(t, label)
	}
	in := func(runs []analysis.Span, day int32) bool {
		return slices.ContainsFunc(runs, func(s analysis.Span) bool { return s.From <= day && day <= s.To })
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := runs(t, "a"), runs(t, "b")
		x := analysis.NewSpans(a...)
		both := x.And(analysis.NewSpans(b...))
		count := 0
		for day := int32(0); day <= days; day++ {
			if in(x, day) != in(a, day) || in(both, day) != (in(a, day) && in(b, day)) {
				t.Fatalf("day %d of %v and %v: %v, both %v", day, a, b, x, both)
			}
			if in(both, day) {
				count++
			}
		}
		if n, ok := both.Days(); n != count || !ok {
			t.Fatalf("%v are %d days, %t", both, n, ok)
		}
		for i := 1; i < len(x); i++ {
			if x[i].From <= x[i-1].To+1 {
				t.Fatalf("runs touch: %v", x)
			}
		}
	})
}

func TestSpansWithoutBounds(t *testing.T) {
	all := analysis.NewSpans(analysis.Span{From: 5, To: analysis.Dusk}, analysis.Span{From: analysis.Dawn, To: 3}, analysis.Span{From: 9, To: 10})
	if want := (analysis.Spans{{From: analysis.Dawn, To: 3}, {From: 5, To: analysis.Dusk}}); !slices.Equal(all, want) {
		t.Errorf("%v", all)
	}
	if _, ok := all.Days(); ok {
		t.Error("endless spans have a number of days")
	}
	if n, ok := all.And(analysis.NewSpans(analysis.Span{From: 1, To: 7})).Days(); n != 6 || !ok {
		t.Errorf("%d days", n)
	}
	if n, ok := analysis.NewSpans().Days(); n != 0 || !ok {
		t.Error("no span has days")
	}
}
