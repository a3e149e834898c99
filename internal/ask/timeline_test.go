package ask

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
)

func askTimeline(t *testing.T, w *small, from, until string, of ...kg.ID) *TimelineAnswer {
	t.Helper()
	o := TimelineOptions{Of: of}
	for day, text := range map[**kg.Day]string{&o.From: from, &o.Until: until} {
		if d, err := kg.ParseDay(text); err == nil {
			*day = &d
		}
	}
	a, err := Timeline(t.Context(), open(t, w.Batch), o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func yearsOf(t *testing.T, b Band) []YearCount {
	t.Helper()
	years, err := b.Years(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return years
}

func changesOf(t *testing.T, b Band) *Changes {
	t.Helper()
	c, err := b.Changes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func tellings(t *testing.T, a *TimelineAnswer) []string {
	t.Helper()
	nodes, err := a.Nodes(t.Context(), a.Entries)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range a.Entries {
		all = append(all, fmt.Sprintf("%s %s %s: %s", e.Date, e.What, e.Within, e.Sentence(nodes)))
	}
	return all
}

func TestTimelineTells(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:n", "2016", "2019-06-30")
	w.edge(kg.MemberOf, "city:b", "network:n", "", "")
	w.edge(kg.Signed, "city:a", "declaration:d", "2018-05", "")
	w.edge(kg.Issued, "network:n", "declaration:d", "[2017..2019]", "")
	w.edge(kg.Founded, "city:a", "network:n", "2015", "")
	w.edge(kg.TookPartIn, "city:a", "event:e", "", "")
	w.edge(kg.TookPartIn, "city:a", "initiative:i", "2020", "2021")
	w.edge(kg.Funds, "funder:f", "network:n", "2018", "2020")
	w.edge(kg.Supports, "city:b", "network:n", "2018", "") // tells nothing
	for i := range w.Nodes {
		switch w.Nodes[i].ID {
		case "network:n":
			w.Nodes[i].Attrs["foundingDate"] = "2015-09"
		case "event:e":
			w.Nodes[i].Attrs["date"] = "2018-05-30/2018-06-02"
		}
	}
	a := askTimeline(t, w, "", "", "city:a", "network:n")
	want := []string{
		"2015 founded CERTAIN: a was a founder of n.",
		"2015-09 founded CERTAIN: n was founded.",
		"2016 joined CERTAIN: a joined n.",
		"[2017..2019] issued CERTAIN: n issued d.",
		"2018 funded CERTAIN: f began to fund n.",
		"2018-05 signed CERTAIN: a signed d.",
		"2018-05-30/2018-06-02 held CERTAIN: a took part in e.",
		"2019-06-30 left CERTAIN: a left n.",
		"2020 joined CERTAIN: a began to take part in i.",
		"2020 ended CERTAIN: f ceased to fund n.",
		"2021 left CERTAIN: a ceased to take part in i.",
	}
	if got := tellings(t, a); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if a.Undated != 1 { // when b joined
		t.Errorf("%d undated", a.Undated)
	}
	a = askTimeline(t, w, "2018-05-31", "2018-12-31", "city:a", "network:n")
	want = []string{
		"[2017..2019] issued POSSIBLE: n issued d.",
		"2018 funded POSSIBLE: f began to fund n.",
		"2018-05 signed POSSIBLE: a signed d.",
		"2018-05-30/2018-06-02 held POSSIBLE: a took part in e.",
	}
	if got := tellings(t, a); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Members by year, and who came and went between two days: two stints, unknown
// dates, a silent end.
func TestTimelineCounts(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:early", "network:n", "2016", "2017-06-30")
	w.edge(kg.MemberOf, "city:seen", "network:n", "2016-03-01", "").Seen = []kg.Date{kg.MustDate("2018")}
	w.edge(kg.MemberOf, "city:unknown", "network:n", "", "")
	w.edge(kg.MemberOf, "city:twice", "network:n", "2016-01-01", "2016-12-31")
	w.edge(kg.MemberOf, "city:twice", "network:n", "2018-02-01", "2019-12-31")
	second := &w.Edges[len(w.Edges)-1]
	second.Stint, second.ID = 2, kg.EdgeID(kg.MemberOf, second.From, second.To, 2)
	w.edge(kg.MemberOf, "organization:o", "network:n", "2016", "") // no city
	a := askTimeline(t, w, "2016-06-01", "2018-06-01", "network:n")
	want := []YearCount{{2016, 3, 4}, {2017, 2, 3}, {2018, 2, 3}}
	if got := yearsOf(t, a.Groups[0]); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	names := func(movers []Mover) (all []string) {
		for _, m := range movers {
			all = append(all, m.Actor.Name)
		}
		return all
	}
	c := changesOf(t, a.Groups[0])
	if j, m, l, k := names(c.Joined), names(c.MayHaveJoined), names(c.Left), names(c.MayHaveLeft); j != nil || l != nil ||
		!slices.Equal(m, []string{"unknown"}) || !slices.Equal(k, []string{"early", "seen", "unknown"}) {
		t.Errorf("joined %q, maybe %q; left %q, maybe %q", j, m, l, k)
	}
	if a.Excluded != (Excluded{OtherKinds: 1}) {
		t.Errorf("%+v", a.Excluded)
	}
	c = changesOf(t, askTimeline(t, w, "2015-01-01", "2018-06-01", "network:n").Groups[0])
	if got := names(c.Joined); !slices.Equal(got, []string{"twice"}) {
		t.Errorf("joined %q", got)
	}
	c = changesOf(t, askTimeline(t, w, "2016-12-31", "2020-01-01", "network:n").Groups[0])
	if got := names(c.Left); !slices.Equal(got, []string{"early", "twice"}) {
		t.Errorf("left %q", got)
	}
}

// In which years somebody was a member, and whether it is sure that they joined or
// left between the middle of June and the middle of December 2016.
func TestMembersInTheYear(t *testing.T) {
	from, until := kg.DayOf(2016, 6, 15), kg.DayOf(2016, 12, 15)
	for _, c := range []struct {
		since, until, seen   string
		in2015, in2016, in17 Standing
		joined, left         Standing
	}{
		{"", "", "", Maybe, Maybe, Maybe, Maybe, Maybe},
		{"2016", "", "", Out, In, Maybe, Maybe, Maybe}, // on some day of 2016, whichever
		{"2016-06", "", "", Out, In, Maybe, Maybe, Maybe},
		{"2016-12-31", "2016-12-31", "", Out, In, Out, Out, Out},
		{"2015-12-31", "2017-01-01", "", In, In, In, Out, Out},
		{"[2015..2017]", "", "2019-01-01", Maybe, Maybe, In, Maybe, Out}, // once in, it was in until 2019
		{"2014", "", "2016", In, In, Maybe, Out, Maybe},
		{"2014", "[2015..2016-09]", "", In, Maybe, Out, Out, Maybe},
		{"2014", "2016-07", "", In, In, Out, Out, In},
		{"2016-09", "", "2016-12-31", Out, In, Maybe, In, Out},
		{"2018", "", "", Out, Out, Out, Out, Out},
	} {
		e := kg.Edge{Kind: kg.MemberOf, Since: kg.MustDate(c.since), Until: kg.MustDate(c.until)}
		if c.seen != "" {
			e.Seen = []kg.Date{kg.MustDate(c.seen)}
		}
		times := []kg.Window{e.Window()}
		in := func(year int) Standing {
			certain, possible := newTally(year, year), newTally(year, year)
			certain.add(times, yearsCertain)
			possible.add(times, yearsPossible)
			return Standing(certain.next() + possible.next())
		}
		if a, b, d := in(2015), in(2016), in(2017); a != c.in2015 || b != c.in2016 || d != c.in17 {
			t.Errorf("%q to %q, seen %q: %v %v %v", c.since, c.until, c.seen, a, b, d)
		}
		if j, l := joined(times, from, until), left(times, from, until); j != c.joined || l != c.left {
			t.Errorf("%q to %q, seen %q: joined %v, left %v", c.since, c.until, c.seen, j, l)
		}
	}
}

func TestTimelineRefuses(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:n", "1000", "2020")
	r := open(t, w.Batch)
	early, late := kg.DayOf(2020, 1, 1), kg.DayOf(2021, 1, 1)
	_, err := Timeline(t.Context(), r, TimelineOptions{})
	refused(t, err, kg.CodeInvalid, "of is an empty list: name at least one node")
	_, err = Timeline(t.Context(), r, TimelineOptions{Of: []kg.ID{"city:a"}, From: &late, Until: &early})
	refused(t, err, kg.CodeInvalid, "from is 2021-01-01 and until 2020-01-01: put the earlier day first")
	_, err = Timeline(t.Context(), r, TimelineOptions{Of: []kg.ID{"city:z"}})
	refused(t, err, kg.CodeNotFound, `of: there is no "city:z": search(text: …) finds ids`)
	_, err = askTimeline(t, w, "", "", "network:n").Groups[0].Years(t.Context())
	refused(t, err, kg.CodeTooCostly, "the dates of network:n span the years from 1000 to 2020: name from and until, 1000 years apart at most")
}

// TestTimelineHoldsWhateverTheDates: whatever the true dates are behind the recorded
// ones, the numbers of a year lie between both bands, who certainly joined or left
// did, and who did is among those who certainly or possibly did.
func TestTimelineHoldsWhateverTheDates(t *testing.T) {
	sure, unsure := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		b := drawnWorld(rt, 25, kg.MemberOf, kg.TookPartIn, kg.Signed)
		var of []kg.ID
		for _, n := range b.Nodes {
			if spec, _ := n.Kind.Spec(); spec.Roster != "" {
				of = append(of, n.ID)
			}
		}
		day := func(label string) kg.Day {
			return kg.MustDate(rapid.SampledFrom([]string{"2019-06-01", "2020-06-01", "2020-12-31", "2021-06-10", "2021-06-25", "2021-12-31", "2022-01-01", "2022-12-31"}).Draw(rt, label)).Earliest()
		}
		from, until := day("from"), day("until")
		from, until = min(from, until), max(from, until)
		a, err := Timeline(t.Context(), open(t, b), TimelineOptions{Of: of, From: &from, Until: &until})
		if err != nil {
			rt.Fatal(err)
		}
		truth := map[kg.ID][2]kg.Day{}
		for _, e := range b.Edges {
			truth[e.ID] = drawTruth(rt, e)
		}
		for _, band := range a.Groups {
			group := band.Group.Node
			roster, _ := group.Kind.Spec()
			during := func(first, last kg.Day) map[kg.ID]bool { // actors on at least one of the days
				there := map[kg.ID]bool{}
				for _, e := range b.Edges {
					place := slices.IndexFunc(b.Nodes, func(n kg.Node) bool { return n.ID == e.From })
					is := truth[e.ID]
					if e.To == group.ID && e.Kind == roster.Roster && e.Attrs["role"] != "sponsor" && is[0] <= last && is[1] >= first &&
						b.Nodes[place].Kind == kg.City && b.Nodes[place].Attrs["placeType"] == "municipality" {
						there[e.From] = true
					}
				}
				return there
			}
			for _, y := range yearsOf(t, band) {
				n := len(during(kg.DayOf(y.Year, time.January, 1), kg.DayOf(y.Year, time.December, 31)))
				if n < y.Certain || n > y.Possible {
					rt.Fatalf("%s in %d: %d members, not %d to %d", group.ID, y.Year, n, y.Certain, y.Possible)
				}
			}
			before, after := during(from, from), during(until, until)
			check := func(what string, certain, possible []Mover, was, is map[kg.ID]bool) {
				for _, m := range certain {
					sure++
					if was[m.Actor.ID] || !is[m.Actor.ID] {
						rt.Fatalf("%s certainly %s %s", m.Actor.ID, what, group.ID)
					}
				}
				for id := range is {
					unsure++
					if !was[id] && !slices.ContainsFunc(slices.Concat(certain, possible), func(m Mover) bool { return m.Actor.ID == id }) {
						rt.Fatalf("%s %s %s", id, what, group.ID)
					}
				}
			}
			changes := changesOf(t, band)
			check("joined", changes.Joined, changes.MayHaveJoined, before, after)
			check("left", changes.Left, changes.MayHaveLeft, after, before)
		}
	})
	if sure == 0 || unsure == 0 {
		t.Errorf("%d sure, %d open: the worlds are too plain", sure, unsure)
	}
}

// drawTruth draws first and last day of an edge that agree with what is recorded.
func drawTruth(t *rapid.T, e kg.Edge) [2]kg.Day {
	w := e.Window()
	least, most := kg.DayOf(2017, 1, 1), kg.DayOf(2026, 1, 1)
	between := func(label string, lo, hi kg.Day) kg.Day {
		lo, hi = max(lo, least), min(hi, most)
		return lo + kg.Day(rapid.IntRange(0, max(0, int(hi-lo))).Draw(t, label))
	}
	if spec, _ := e.Kind.Spec(); spec.Form == kg.Deed {
		return [2]kg.Day{between("done", w.NotBefore, w.CertainFrom), kg.End}
	}
	// it began no later than it ended, so no later than it can have ended at all
	began := between("began", w.NotBefore, min(w.CertainFrom, w.NotAfter))
	return [2]kg.Day{began, between("ended", max(w.CertainTo, began), w.NotAfter)}
}
