package ask

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
)

// It began between 2018-06 and 2019-06 and ended between 2019-03 and 2020-03: on some
// day of 2019 it held, though on no day that can be named.
func TestMembersOfCrossingSpans(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:n", "[2018-06..2019-06]", "[2019-03..2020-03]")
	want := []YearCount{{2018, 0, 1}, {2019, 1, 1}, {2020, 0, 1}}
	if got := yearsOf(t, askTimeline(t, w, "", "", "network:n").Groups[0]); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// TestYearsAreTight: a year is certain where a state held on some day of it whenever
// it began and ended, and possible where it did for some beginning and end, by trying
// every pair of months that agrees with what is recorded. Beginnings may lie behind
// ends, and behind sightings.
func TestYearsAreTight(t *testing.T) {
	const first, last = 2016, 2021
	month := func(i int) kg.Date { return kg.MustDate(fmt.Sprintf("%d-%02d", first+i/12, 1+i%12)) }
	months := 12 * (last - first + 1)
	crossing := 0
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(label string) (lo, hi int) {
			lo = rapid.IntRange(0, months-1).Draw(rt, label)
			return lo, rapid.IntRange(lo, min(months-1, lo+24)).Draw(rt, label+" to")
		}
		s0, s1 := draw("since")
		u0, u1 := draw("until")
		if u1 < s0 {
			s0, s1, u0, u1 = u0, u1, s0, s1
		}
		span := func(lo, hi int) kg.Date {
			return kg.MustDate(fmt.Sprintf("[%s..%s]", month(lo), month(hi)))
		}
		e := kg.Edge{Kind: kg.MemberOf, Since: span(s0, s1), Until: span(u0, u1)}
		lo, hi := -1, -1
		if rapid.Bool().Draw(rt, "seen") && s0 < u1 { // some time between both, or on either
			lo = rapid.IntRange(s0, u1).Draw(rt, "seen from")
			hi = rapid.IntRange(lo, u1).Draw(rt, "seen to")
			e.Seen = []kg.Date{span(lo, hi)}
		}
		if s1 > u0 {
			crossing++
		}
		always, ever := map[int]bool{}, map[int]bool{}
		for y := first; y <= last; y++ {
			always[y] = true
		}
		for b := s0; b <= s1; b++ {
			for d := max(u0, b); d <= u1; d++ {
				if lo >= 0 && (b > hi || d < lo) {
					continue // it was not seen
				}
				for y := first; y <= last; y++ {
					held := b < 12*(y-first+1) && d >= 12*(y-first)
					always[y], ever[y] = always[y] && held, ever[y] || held
				}
			}
		}
		certain, possible := newTally(first, last), newTally(first, last)
		certain.add([]kg.Window{e.Window()}, yearsCertain)
		possible.add([]kg.Window{e.Window()}, yearsPossible)
		for y := first; y <= last; y++ {
			if c, p := certain.next() == 1, possible.next() == 1; c != always[y] || p != ever[y] {
				rt.Fatalf("since %s, until %s, seen %v: in %d certain %v, possible %v instead of %v, %v", e.Since, e.Until, e.Seen, y, c, p, always[y], ever[y])
			}
		}
	})
	if crossing == 0 {
		t.Error("no spans crossed")
	}
}

// A member is counted once a year, however many stints touch it.
func TestTallyCountsMembersOnce(t *testing.T) {
	of := func(w kg.Window) years { return years{int(w.NotBefore), int(w.NotAfter)} }
	tally := newTally(10, 15)
	tally.add([]kg.Window{{NotBefore: 12, NotAfter: 13}, {NotBefore: 5, NotAfter: 12}, {NotBefore: 13, NotAfter: 13}, {NotBefore: 15, NotAfter: 14}}, of)
	tally.add([]kg.Window{{NotBefore: 15, NotAfter: 99}, {NotBefore: 1, NotAfter: 9}}, of)
	var got []int
	for range 6 {
		got = append(got, tally.next())
	}
	if want := []int{1, 1, 1, 1, 0, 1}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// A thousand years of a large network take little more than ten, and are not counted
// on for somebody who is gone.
func TestYearsOfManyMembers(t *testing.T) {
	w := &small{}
	w.hub("network:hub", 20_000)
	for i := range w.Edges {
		w.Edges[i].Since = kg.MustDate("[1500..2400]")
	}
	count := func(from, until string) time.Duration {
		b := askTimeline(t, w, from, until, "network:hub").Groups[0]
		best := time.Hour
		for range 5 {
			start := time.Now()
			yearsOf(t, b)
			best = min(best, time.Since(start))
		}
		return best
	}
	few, many := count("2000-01-01", "2009-12-31"), count("1500-01-01", "2499-12-31")
	if many > 10*few {
		t.Errorf("ten years took %s, a thousand %s", few, many)
	}
	b := askTimeline(t, w, "1500-01-01", "2499-12-31", "network:hub").Groups[0]
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Years(ctx); kg.CodeOf(err) != kg.CodeUnavailable || !errors.Is(err, context.Canceled) {
		t.Errorf("years: %v", err)
	}
	if _, err := b.Changes(ctx); kg.CodeOf(err) != kg.CodeUnavailable {
		t.Errorf("changes: %v", err)
	}
}

// Members of whom nobody knows when they joined are possible before the group was
// there: the answer says so, where it counts such years.
func TestTimelineBeforeTheFounding(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:n", "", "").Seen = []kg.Date{kg.MustDate("2020")}
	w.edge(kg.MemberOf, "city:b", "network:n", "2018", "2019")
	w.edge(kg.MemberOf, "city:c", "network:m", "2019-06-14", "")
	for i := range w.Nodes {
		if w.Nodes[i].Kind == kg.Network {
			w.Nodes[i].Attrs["foundingDate"] = "2019-06-14"
		}
	}
	const early = "years before 2019, when network:n was founded (2019-06-14), count members too: of these no source says when they joined, or one names an earlier day"
	for from, warned := range map[string]bool{"2018-01-01": true, "": true, "2019-01-01": false} {
		a := askTimeline(t, w, from, "2020-12-31", "network:n", "network:m")
		if slices.Contains(a.Warnings, early) != warned || len(a.Warnings) > 2 {
			t.Errorf("from %q: %q", from, a.Warnings)
		}
	}
}
