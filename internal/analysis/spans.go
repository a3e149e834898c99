package analysis

import (
	"cmp"
	"math"
	"slices"
)

// Span is a run of days, both ends included, counted as the caller counts them.
// Dawn and Dusk stand for no bound.
type Span struct{ From, To int32 }

// The days before and after every day.
const (
	Dawn int32 = math.MinInt32
	Dusk int32 = math.MaxInt32
)

// Spans is a set of days as runs that neither touch nor overlap, in order.
type Spans []Span

// NewSpans returns the days that are in at least one run; runs that end before
// they begin hold none.
func NewSpans(runs ...Span) Spans {
	runs = slices.DeleteFunc(slices.Clone(runs), func(s Span) bool { return s.From > s.To })
	slices.SortFunc(runs, func(a, b Span) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var all Spans
	for _, s := range runs {
		if last := len(all) - 1; last >= 0 && (all[last].To == Dusk || s.From <= all[last].To+1) {
			all[last].To = max(all[last].To, s.To)
			continue
		}
		all = append(all, s)
	}
	return all
}

// And returns the days that are in both sets.
func (s Spans) And(o Spans) Spans {
	var both []Span
	for _, a := range s {
		for _, b := range o {
			both = append(both, Span{max(a.From, b.From), min(a.To, b.To)})
		}
	}
	return NewSpans(both...)
}

// Days counts the days; ok is false where a run has no bound.
func (s Spans) Days() (n int, ok bool) {
	for _, r := range s {
		if r.From == Dawn || r.To == Dusk {
			return 0, false
		}
		n += int(r.To) - int(r.From) + 1
	}
	return n, true
}
