package ask_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/analysis"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// smallSets: g1 {c1, c2, c3, c4}, g2 {c3, c4, c5}, g3 {} and three cities more that
// are in g4 alone; a district, a town abroad, a network and an alliance around.
func smallSets() *sets {
	w := newSets()
	for i := 1; i <= 4; i++ {
		w.tie(kg.MemberOf, city(i), group(1))
	}
	for i := 3; i <= 5; i++ {
		w.tie(kg.MemberOf, city(i), group(2))
	}
	w.add(group(3))
	for i := 6; i <= 8; i++ {
		w.tie(kg.MemberOf, city(i), group(4))
	}
	w.add("city:district", "placeType", "district")
	w.tie(kg.MemberOf, "city:district", group(1))
	w.add("city:abroad", "country", "IT")
	w.tie(kg.MemberOf, "city:abroad", group(2))
	w.tie(kg.MemberOf, group(4), group(1))
	w.tie(kg.MemberOf, "city:c9", group(1)).Basis = kg.Implied
	w.add("city:idle") // in no group: not recorded as an actor
	return w
}

func TestOverlapByHand(t *testing.T) {
	r := smallSets().open(t)
	a := overlap(t, r, ask.OverlapOptions{Groups: []kg.ID{group(1), group(2), group(3)}, Universe: ask.Universe{Country: "DE"}, Assumptions: ask.Assumptions{Stated: true}})
	if a.Size != 8 || a.Excluded != (ask.Excluded{Implied: 1, OtherKinds: 1, OtherPlaceTypes: 1, OutsideUniverse: 1}) {
		t.Errorf("universe of %d, excluded %+v", a.Size, a.Excluded)
	}
	for i, want := range [][2]int{{4, 2}, {3, 1}, {0, 0}} {
		if g := a.Groups[i]; g.Size != want[0] || g.FellOut != want[1] {
			t.Errorf("group %d: size %d, %d fell out, instead of %v", i, g.Size, g.FellOut, want)
		}
	}
	p := a.Pairs[0]
	if p.Of != (analysis.Overlap{A: 4, B: 3, Shared: 2}) || p.AtLeast != 2 || p.AtMost != 2 {
		t.Errorf("%+v", p)
	}
	// P(X ≥ 2) of 8, 4, 3: (C(4,2)C(4,1) + C(4,3)) / C(8,3) = 28/56.
	if math.Abs(p.P-0.5) > 1e-12 || math.Abs(p.Adjusted-1) > 1e-12 {
		t.Errorf("p %v, adjusted %v", p.P, p.Adjusted)
	}
	var names []kg.ID
	for _, s := range a.Actors(p) {
		names = append(names, s.Actor.ID)
		if len(s.A) != 1 || s.A[0].To != group(1) || len(s.B) != 1 || s.B[0].To != group(2) || len(s.A[0].Sources) == 0 {
			t.Errorf("evidence %v and %v", s.A, s.B)
		}
	}
	if !slices.Equal(names, []kg.ID{city(3), city(4)}) {
		t.Errorf("shared %v", names)
	}
	empty := a.Pairs[1] // with the empty group
	if empty.P != 1 || empty.Of.Shared != 0 {
		t.Errorf("%+v", empty)
	}
	why := strings.Join(a.Undefined(empty), "; ")
	for _, measure := range []string{"overlapCoefficient", "containmentBInA", "lift"} {
		if !strings.Contains(why, measure) {
			t.Errorf("%s is 0/0, and nobody says why: %s", measure, why)
		}
	}
	if len(a.Undefined(p)) > 0 {
		t.Errorf("%v", a.Undefined(p))
	}
}

func TestUniverses(t *testing.T) {
	r := smallSets().open(t)
	groups := []kg.ID{group(1), group(2), group(3)}
	for _, c := range []struct {
		u      ask.Universe
		groups []kg.ID
		size   int
	}{
		{ask.Universe{Recorded: true}, groups, 9},
		{ask.Universe{Country: "IT"}, groups, 1},
		{ask.Universe{Union: true}, groups, 6},
		{ask.Universe{Size: 6}, groups, 6},
		{ask.Universe{Size: 1000}, groups[:2], 1000},
		{ask.Universe{Size: 4}, []kg.ID{group(1), group(3)}, 4}, // a group that is the universe
	} {
		a := overlap(t, r, ask.OverlapOptions{Groups: c.groups, Universe: c.u, Assumptions: ask.Assumptions{Stated: true}})
		if a.Size != c.size {
			t.Errorf("%+v: %d actors instead of %d (%s)", c.u, a.Size, c.size, a.Description)
		}
		for _, p := range a.Pairs {
			if p.Of.A > a.Size || p.Of.B > a.Size || !(p.P >= 0 && p.P <= 1) {
				t.Errorf("%+v: %+v", c.u, p)
			}
		}
	}
	for _, c := range []struct {
		o    ask.OverlapOptions
		code kg.Code
		text string
	}{
		{ask.OverlapOptions{Groups: groups}, kg.CodeInvalid, "universe names 0 sets"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Country: "UK"}}, kg.CodeInvalid, "of municipalities in UK none is recorded"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Union: true, Size: 7}}, kg.CodeInvalid, "universe names 2 sets"},
		{ask.OverlapOptions{Groups: groups[:2], Universe: ask.Universe{Union: true}}, kg.CodeInvalid, "three groups"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Size: 5}}, kg.CodeInvalid, "name a size of 7 at least"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Size: -1}}, kg.CodeInvalid, "the size is -1"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Size: ask.MaxUniverse + 1}}, kg.CodeTooCostly, "name 1000000 actors at most"},
		{ask.OverlapOptions{Groups: groups[:1], Universe: ask.Universe{Recorded: true}}, kg.CodeInvalid, "groups: of 1 no pair"},
		{ask.OverlapOptions{Groups: []kg.ID{group(1), group(1)}, Universe: ask.Universe{Recorded: true}}, kg.CodeInvalid, `groups names "network:g1" twice`},
		{ask.OverlapOptions{Groups: []kg.ID{group(1), "network:nowhere"}, Universe: ask.Universe{Recorded: true}}, kg.CodeNotFound, `groups: there is no "network:nowhere"`},
		{ask.OverlapOptions{Groups: []kg.ID{group(1), "member-of:c1--g1"}, Universe: ask.Universe{Recorded: true}}, kg.CodeInvalid, "is not the id of a node"},
		{ask.OverlapOptions{Groups: []kg.ID{group(1), city(1)}, Universe: ask.Universe{Recorded: true}}, kg.CodeInvalid, "which has no roster"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Recorded: true}, Assumptions: ask.Assumptions{RosterKind: kg.Signed}}, kg.CodeInvalid, "no SIGNED edge leads to"},
		{ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Recorded: true}, Assumptions: ask.Assumptions{Certainty: kg.Certain}}, kg.CodeInvalid, "certainty is given without asOf"},
		{ask.OverlapOptions{Groups: make([]kg.ID, 501), Universe: ask.Universe{Recorded: true}}, kg.CodeTooCostly, "name 500 at most"},
		{ask.OverlapOptions{Groups: make([]kg.ID, 102), Universe: ask.Universe{Recorded: true}, SDSM: true}, kg.CodeTooCostly, "5151 pairs"},
	} {
		_, err := ask.Overlap(t.Context(), r, c.o)
		fails(t, err, c.code, c.text)
	}
}

// Unknown dates everywhere: nothing is certain, and the bounds say so.
func TestOverlapOfUnknownDates(t *testing.T) {
	w := newSets()
	for i := range 4 {
		w.tie(kg.MemberOf, city(i), group(1))
		w.tie(kg.MemberOf, city(i), group(2))
	}
	r := w.open(t)
	o := ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 10}, Assumptions: ask.Assumptions{AsOf: day(t, "2020-01-01")}}
	a := overlap(t, r, o)
	if p := a.Pairs[0]; p.Of != (analysis.Overlap{}) || p.AtLeast != 0 || p.AtMost != 4 || a.Excluded.Possible != 8 || a.Assumptions.Certainty != kg.Certain {
		t.Errorf("%+v, excluded %+v", p, a.Excluded)
	}
	o.Certainty = kg.Possible
	a = overlap(t, r, o)
	if p := a.Pairs[0]; p.Of.Shared != 4 || p.AtLeast != 0 || p.AtMost != 4 || a.Excluded.Possible != 0 {
		t.Errorf("%+v, excluded %+v", p, a.Excluded)
	}
}

// Two stints are one member, on either of them, and none in between.
func TestOverlapOfStints(t *testing.T) {
	w := newSets()
	w.tie(kg.MemberOf, city(1), group(1), "2001-01-01", "2003-12-31")
	w.tie(kg.MemberOf, city(1), group(1), "2006-01-01", "2008-12-31")
	w.tie(kg.MemberOf, city(1), group(2), "2002-01-01", "2009-12-31")
	r := w.open(t)
	for date, want := range map[string]int{"2002-06-01": 1, "2005-01-01": 0, "2007-01-01": 1, "2009-06-01": 0} {
		a := overlap(t, r, ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 5}, Assumptions: ask.Assumptions{AsOf: day(t, date)}})
		if got := a.Pairs[0].Of.Shared; got != want {
			t.Errorf("%s: %d shared instead of %d", date, got, want)
		}
	}
	a := overlap(t, r, ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 5}})
	if p := a.Pairs[0]; p.Of != (analysis.Overlap{A: 1, B: 1, Shared: 1}) || len(a.Actors(p)[0].A) != 2 {
		t.Errorf("ever: %+v", p)
	}
	if !strings.Contains(strings.Join(a.Warnings, "; "), "at the same time") {
		t.Errorf("ever is told without a warning: %v", a.Warnings)
	}
}

// A declaration whose signatures are implied by the membership that it is compared
// with shares nothing that could be evidence; a signature of its own counts.
func TestOverlapIsNoEvidenceForItself(t *testing.T) {
	w := newSets()
	const text = "declaration:d"
	for i := range 4 {
		m := w.tie(kg.MemberOf, city(i), group(1)).ID
		s := w.tie(kg.Signed, city(i), text)
		if i < 3 {
			s.Basis, s.ImpliedBy = kg.Implied, []kg.ID{m}
		}
	}
	// city 2 joined a second group because it signed, which follows from the first.
	j := w.tie(kg.MemberOf, city(2), group(2))
	j.Basis, j.ImpliedBy = kg.Implied, []kg.ID{kg.EdgeID(kg.Signed, city(2), text, 1)}
	r := w.open(t)
	o := ask.OverlapOptions{Groups: []kg.ID{group(1), text, group(2)}, Universe: ask.Universe{Size: 20}, SDSM: true}
	a := overlap(t, r, o)
	if p := a.Pairs[0]; p.Of != (analysis.Overlap{A: 4, B: 1, Shared: 1}) || p.Circular != 3 || p.AtMost != 1 || p.SDSM != nil {
		t.Errorf("membership and signature: %+v", p)
	}
	if got := a.Actors(a.Pairs[0]); len(got) != 1 || got[0].Actor.ID != city(3) {
		t.Errorf("evidence %v", got)
	}
	if p := a.Pairs[1]; p.Of.Shared != 0 || p.Circular != 1 { // two steps apart
		t.Errorf("first and second group: %+v", p)
	}
	if !strings.Contains(strings.Join(a.Undefined(a.Pairs[0]), ""), "sdsmPValue") {
		t.Error("nobody says why there is no SDSM")
	}
	o.Stated = true
	a = overlap(t, r, o)
	if p := a.Pairs[0]; p.Of != (analysis.Overlap{A: 4, B: 1, Shared: 1}) || p.Circular != 0 || p.SDSM == nil || a.Excluded.Implied != 4 {
		t.Errorf("stated alone: %+v, excluded %+v", p, a.Excluded)
	}
}

// A chain of inference through an edge that is in no group is found too.
func TestOverlapFollowsInferences(t *testing.T) {
	w := newSets()
	m := w.tie(kg.MemberOf, city(1), group(1)).ID
	between := w.tie(kg.RefersTo, city(1), "declaration:d")
	between.Basis, between.ImpliedBy = kg.Implied, []kg.ID{m}
	id := between.ID
	last := w.tie(kg.MemberOf, city(1), group(2))
	last.Basis, last.ImpliedBy = kg.Implied, []kg.ID{id}
	a := overlap(t, w.open(t), ask.OverlapOptions{Groups: []kg.ID{group(2), group(1)}, Universe: ask.Universe{Size: 20}})
	if p := a.Pairs[0]; p.Of != (analysis.Overlap{A: 0, B: 1}) || p.Circular != 1 {
		t.Errorf("%+v", p)
	}
}

// A place in a group that was inferred from a stint which is only possible is left
// out where certain stints are asked for too.
func TestOverlapFollowsInferencesFromWhatDoesNotCount(t *testing.T) {
	w := newSets()
	w.tie(kg.MemberOf, city(1), group(1), "2001-01-01", "2009-12-31")
	maybe := w.tie(kg.MemberOf, city(1), group(1), "[2000..2012]").ID
	e := w.tie(kg.MemberOf, city(1), group(2), "2001-01-01", "2009-12-31")
	e.Basis, e.ImpliedBy = kg.Implied, []kg.ID{maybe}
	r := w.open(t)
	for _, certainty := range []kg.Holding{kg.Certain, kg.Possible} {
		a := overlap(t, r, ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 5}, Assumptions: ask.Assumptions{AsOf: day(t, "2005-01-01"), Certainty: certainty}})
		if p := a.Pairs[0]; p.Of.Shared != 0 || p.Circular != 1 || p.AtLeast != 0 || p.AtMost != 0 {
			t.Errorf("%s: %+v", certainty, p)
		}
	}
}

// "More than chance" is said only where complete lists of the very day back both
// groups; otherwise the numbers are among recorded members.
func TestOverlapSentences(t *testing.T) {
	build := func(date, status string) *ask.OverlapAnswer {
		w := newSets()
		for i := range 5 {
			w.tie(kg.MemberOf, city(i), group(1), "", "", "2024-08-31")
			w.tie(kg.MemberOf, city(i), group(2), "", "", "2024-08-31").Sources = minuted
		}
		w.roster(group(1), "2024-08-31", "complete")
		w.roster(group(2), "2023", "complete")
		w.roster(group(2), date, status)
		return overlap(t, w.open(t), ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 100}, Assumptions: ask.Assumptions{AsOf: day(t, "2024-08-31")}})
	}
	a := build("2024-08-31", "complete")
	if a.AmongRecorded(a.Pairs[0]) || !strings.Contains(a.Sentence(a.Pairs[0]), "more than chance") || len(a.Warnings) > 0 {
		t.Errorf("complete: %s %v", a.Sentence(a.Pairs[0]), a.Warnings)
	}
	for _, c := range [][2]string{{"2024-08-31", "partial"}, {"2024-08", "complete"}, {"2024-08-30", "complete"}, {"", "complete"}} {
		a := build(c[0], c[1])
		s := a.Sentence(a.Pairs[0])
		if !a.AmongRecorded(a.Pairs[0]) || strings.Contains(s, "chance") || !strings.Contains(s, "Among recorded members") || len(a.Warnings) == 0 {
			t.Errorf("%v: %s %v", c, s, a.Warnings)
		}
	}
}

func TestOverlapFollowsRetiredIDs(t *testing.T) {
	w := smallSets()
	w.Retired = []kg.Retired{
		{ID: "network:old", Reason: "renamed", ReplacedBy: "network:older"}, {ID: "network:older", Reason: "again", ReplacedBy: group(1)},
		{ID: "network:gone", Reason: "never was"},
	}
	r := w.open(t)
	u := ask.Universe{Recorded: true}
	a := overlap(t, r, ask.OverlapOptions{Groups: []kg.ID{"network:old", group(2)}, Universe: u})
	if a.Groups[0].Node.ID != group(1) || len(a.Redirects) != 1 || a.Redirects[0].From != "network:old" || a.Redirects[0].By.ReplacedBy != group(1) || a.Redirects[0].By.Reason != "renamed" {
		t.Errorf("%v %+v", a.Groups[0].Node.ID, a.Redirects)
	}
	_, err := ask.Overlap(t.Context(), r, ask.OverlapOptions{Groups: []kg.ID{"network:gone", group(2)}, Universe: u})
	fails(t, err, kg.CodeNotFound, "network:gone")
	_, err = ask.Overlap(t.Context(), r, ask.OverlapOptions{Groups: []kg.ID{"network:old", group(1)}, Universe: u})
	fails(t, err, kg.CodeInvalid, "twice")
}

// A self-loop makes nobody a member who is a city.
func TestOverlapOfSelfLoops(t *testing.T) {
	w := newSets()
	w.tie(kg.MemberOf, group(1), group(1))
	w.tie(kg.MemberOf, city(1), group(1))
	w.tie(kg.MemberOf, city(1), group(2))
	a := overlap(t, w.open(t), ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 2}})
	if a.Pairs[0].Of != (analysis.Overlap{A: 1, B: 1, Shared: 1}) || a.Excluded.OtherKinds != 1 {
		t.Errorf("%+v %+v", a.Pairs[0], a.Excluded)
	}
}

// counting counts the calls of a Reader.
type counting struct {
	store.Reader
	edges int
}

func (c *counting) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	c.edges++
	return c.Reader.Edges(ctx, at, f, p)
}

// Hubs of 50,000 members are counted in one call and read in as many as the larger
// has pages; six of them are too many, which is known before the first is read.
func TestOverlapOfHubs(t *testing.T) {
	w := newSets()
	for i := range 50_000 {
		for g := range 6 {
			if (i+g)%5 > 0 || g < 2 {
				e := kg.Edge{ID: kg.EdgeID(kg.MemberOf, city(i), group(g), 1), Kind: kg.MemberOf, From: city(i), To: group(g), Stint: 1, Basis: kg.Stated, Sources: listed}
				w.Edges = append(w.Edges, e)
			}
		}
		w.add(city(i))
	}
	var ids []kg.ID
	for g := range 6 {
		w.add(group(g))
		ids = append(ids, group(g))
	}
	r := &counting{Reader: w.open(t)}
	a := overlap(t, r, ask.OverlapOptions{Groups: ids[:2], Universe: ask.Universe{Recorded: true}})
	if p := a.Pairs[0]; p.Of.Shared != 50_000 || a.Size != 50_000 || p.P != 1 || r.edges != 6 {
		t.Errorf("%+v of %d in %d calls", p, a.Size, r.edges)
	}
	r.edges = 0
	_, err := ask.Overlap(t.Context(), r, ask.OverlapOptions{Groups: ids, Universe: ask.Universe{Recorded: true}})
	fails(t, err, kg.CodeTooCostly, "more than 250000 edges")
	if r.edges != 1 {
		t.Errorf("%d calls before it was refused", r.edges)
	}
}

func TestOverlapOrders(t *testing.T) {
	r := smallSets().open(t)
	a := overlap(t, r, ask.OverlapOptions{Groups: []kg.ID{group(3), group(1), group(2), group(4)}, Universe: ask.Universe{Recorded: true}})
	for by, want := range map[ask.PairOrder][]int{
		ask.ByGroups: {0, 1, 2, 3, 4, 5},
		ask.ByShared: {3, 0, 1, 2, 4, 5},
		// with g3, which is empty, the coefficient and the lift are 0/0
		ask.ByCoefficient: {3, 4, 5, 0, 1, 2},
		ask.ByLift:        {3, 4, 5, 0, 1, 2},
		ask.ByJaccard:     {3, 0, 1, 2, 4, 5},
	} {
		if got := a.Listed(by, 0); !slices.Equal(got, want) {
			t.Errorf("by %s: %v instead of %v", by, got, want)
		}
	}
	if got := a.Listed(ask.ByP, 1); !slices.Equal(got, []int{3}) {
		t.Errorf("those that share: %v", got)
	}
}
