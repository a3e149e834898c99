package ask_test

import (
	"strings"
	"testing"

	"citygraph/internal/analysis"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
)

// alike is a world of two groups of the same five cities, each with a complete list
// of five of the day.
func alikeSets() *sets {
	w := newSets()
	for g := range 2 {
		for i := range 5 {
			e := w.tie(kg.MemberOf, city(i), group(g+1), "", "", "2024-08-31")
			if g == 1 {
				e.Sources = minuted
			}
		}
		w.roster(group(g+1), "2024-08-31", "complete").Count = 5
	}
	return w
}

// Whatever certainty is asked for, a group is complete only where a stated list of
// its own kind names as many as are recorded for sure, and nobody else may belong;
// a warning says why it is not.
func TestCompleteness(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*sets, *ask.OverlapOptions)
		why    string // "" where it is complete
	}{
		{"as it is", func(*sets, *ask.OverlapOptions) {}, ""},
		{"the group's own kind by name", func(_ *sets, o *ask.OverlapOptions) { o.RosterKind = kg.MemberOf }, ""},
		{"two stints of which one is open", func(w *sets, _ *ask.OverlapOptions) { w.tie(kg.MemberOf, city(0), group(1), "2025") }, ""},
		{"one may belong", func(w *sets, _ *ask.OverlapOptions) { w.tie(kg.MemberOf, city(9), group(1), "[2024..2025]") }, "1 membership is only possible on that day"},
		{"an organization may belong", func(w *sets, _ *ask.OverlapOptions) {
			w.tie(kg.MemberOf, "organization:o", group(1), "[2024..2025]")
			w.tie(kg.MemberOf, city(9), group(1), "[2024..2025]")
		}, "2 memberships are only possible on that day"},
		{"a list that is only implied", func(w *sets, _ *ask.OverlapOptions) { w.Nodes[len(w.Nodes)-1].Rosters[0].Basis = kg.Implied }, "the complete list of that day is only implied"},
		{"a member who is only implied", func(w *sets, _ *ask.OverlapOptions) {
			w.tie(kg.MemberOf, city(9), group(1), "2020").Basis = kg.Implied
		}, "1 membership is only implied"},
		{"more names than are recorded", func(w *sets, _ *ask.OverlapOptions) { w.Nodes[len(w.Nodes)-1].Rosters[0].Count = 6 }, "the list of that day has 6 names, and 5 are recorded"},
		{"an organization is on it", func(w *sets, _ *ask.OverlapOptions) {
			w.tie(kg.MemberOf, "organization:o", group(2), "2020", "", "2024-08-31")
			for i := range w.Nodes {
				if w.Nodes[i].ID == group(2) {
					w.Nodes[i].Rosters[0].Count = 6
				}
			}
		}, ""},
		{"a partial list", func(w *sets, _ *ask.OverlapOptions) { w.Nodes[len(w.Nodes)-1].Rosters[0].Status = "partial" }, "no list of that day is complete"},
		{"another kind", func(_ *sets, o *ask.OverlapOptions) { o.RosterKind = kg.Founded }, "no list is of FOUNDED relationships"},
		{"ever", func(_ *sets, o *ask.OverlapOptions) { o.AsOf, o.Certainty = nil, "" }, "no list covers all times"},
	} {
		for _, certainty := range []kg.Holding{kg.Certain, kg.Possible} {
			w := alikeSets()
			o := ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 100},
				Assumptions: ask.Assumptions{AsOf: day(t, "2024-08-31"), Certainty: certainty, Stated: true}}
			c.change(w, &o)
			a := overlap(t, w.open(t), o)
			warned := strings.Join(a.Warnings, "; ")
			complete := a.Groups[0].Complete() && a.Groups[1].Complete()
			if complete != (c.why == "") || a.AmongRecorded(a.Pairs[0]) == complete || !strings.Contains(warned, c.why) || complete && strings.Contains(warned, "recorded members") {
				t.Errorf("%s, %s: complete %t %t, %s", c.name, certainty, a.Groups[0].Complete(), a.Groups[1].Complete(), warned)
			}
			if said := strings.Contains(a.Sentence(a.Pairs[0]), "more than chance"); said != complete {
				t.Errorf("%s, %s: %s", c.name, certainty, a.Sentence(a.Pairs[0]))
			}
		}
	}
}

// Of two groups the margins alone tell what they share: there is no p, and nothing
// is more than chance. Of three there is one, and how many are in no group makes no
// difference to it.
func TestSDSMOfFewGroups(t *testing.T) {
	w := alikeSets()
	for i := range 3 {
		w.tie(kg.MemberOf, city(10+i), group(3), "", "", "2024-08-31")
	}
	w.roster(group(3), "2024-08-31", "complete")
	r := w.open(t)
	ask3 := func(size int, groups ...kg.ID) *ask.OverlapAnswer {
		return overlap(t, r, ask.OverlapOptions{Groups: groups, SDSM: true, Universe: ask.Universe{Size: size}, Assumptions: ask.Assumptions{AsOf: day(t, "2024-08-31")}})
	}
	a := ask3(100, group(1), group(2))
	p := a.Pairs[0]
	if p.SDSM != nil || p.SDSMAdjusted != nil || !strings.Contains(strings.Join(a.Undefined(p), ""), "sdsmPValue: of two groups") || !strings.Contains(strings.Join(a.Warnings, ""), "of two groups") {
		t.Errorf("%+v %v %v", p, a.Undefined(p), a.Warnings)
	}
	if s := a.Sentence(p); strings.Contains(s, "more than chance") || !strings.Contains(s, "was not tested") {
		t.Error(s)
	}
	small, large := ask3(20, group(1), group(2), group(3)), ask3(100_000, group(1), group(2), group(3))
	for i := range small.Pairs {
		if *small.Pairs[i].SDSM != *large.Pairs[i].SDSM {
			t.Errorf("%g of 20, %g of 100000", *small.Pairs[i].SDSM, *large.Pairs[i].SDSM)
		}
	}
	if !strings.Contains(strings.Join(small.Warnings, ""), "little power") {
		t.Error(small.Warnings)
	}
	// The first test alone would say so; both do not.
	p = large.Pairs[0]
	if s := large.Sentence(p); p.Adjusted > 0.05 || *p.SDSMAdjusted <= 0.05 || strings.Contains(s, "more than chance") || !strings.Contains(s, "some join much explains it") {
		t.Errorf("%+v: %s", p, s)
	}
}

// Both tests find more than chance: eleven groups of three, of which two are alike.
func TestSentenceOfBothTests(t *testing.T) {
	w := newSets()
	var groups []kg.ID
	for g := range 22 {
		groups = append(groups, group(g))
		for i := range 6 {
			from := i
			if g > 1 {
				from = (g*7 + i*i*3 + i) % 60
			}
			w.tie(kg.MemberOf, city(from), group(g), "2020-01-01", "", "2024-08-31").Sources = [][]kg.Citation{listed, minuted}[g%2]
		}
		w.roster(group(g), "2024-08-31", "complete")
	}
	a := overlap(t, w.open(t), ask.OverlapOptions{Groups: groups, SDSM: true, Universe: ask.Universe{Recorded: true}, Assumptions: ask.Assumptions{AsOf: day(t, "2024-08-31")}})
	p := a.Pairs[0]
	if s := a.Sentence(p); p.Of.Shared != 6 || *p.SDSMAdjusted > 0.05 || !strings.Contains(s, "more than chance") || !strings.Contains(s, "with both margins held") {
		t.Errorf("%+v %g: %s", p, *p.SDSMAdjusted, s)
	}
}

// Where one place rests on no source of its own, the answer counts it, and says so
// where it is most of what is shared.
func TestSameSources(t *testing.T) {
	for _, c := range []struct {
		alike, said int // so many on one list; the sentence speaks of so many
		more        bool
	}{{0, 0, true}, {2, 0, true}, {3, 3, true}, {5, 5, false}} {
		w := newSets()
		for i := range 5 {
			w.tie(kg.MemberOf, city(i), group(1), "", "", "2024-08-31").Sources = append(minuted[:1:1], listed...)
			e := w.tie(kg.MemberOf, city(i), group(2), "", "", "2024-08-31")
			if i >= c.alike {
				e.Sources = []kg.Citation{{Source: "source:own", Locator: "L1", Basis: kg.Stated}, listed[0]}
			}
		}
		w.Nodes = append(w.Nodes, kg.Node{ID: "source:own", Kind: kg.Source, Name: "Own"})
		w.roster(group(1), "2024-08-31", "complete")
		w.roster(group(2), "2024-08-31", "complete")
		a := overlap(t, w.open(t), ask.OverlapOptions{Groups: []kg.ID{group(1), group(2)}, Universe: ask.Universe{Size: 100}, Assumptions: ask.Assumptions{AsOf: day(t, "2024-08-31")}})
		s := a.Sentence(a.Pairs[0])
		if got := a.SameSources(a.Pairs[0]); got != c.alike || strings.Contains(s, "every source") != (c.said > 0) || strings.Contains(s, "more than chance") != c.more {
			t.Errorf("%d instead of %d: %s", got, c.alike, s)
		}
	}
}

// Two memberships that were inferred from one relationship are one fact.
func TestOverlapOfCommonPremises(t *testing.T) {
	w := newSets()
	for i := range 4 {
		m := w.tie(kg.MemberOf, city(i), group(9)).ID
		for g := 1; g < 3; g++ {
			e := w.tie(kg.MemberOf, city(i), group(g))
			if i < 3 {
				e.Basis, e.ImpliedBy = kg.Implied, []kg.ID{m}
			}
		}
	}
	r := w.open(t)
	for _, groups := range [][]kg.ID{{group(1), group(2)}, {group(2), group(1)}} {
		a := overlap(t, r, ask.OverlapOptions{Groups: groups, Universe: ask.Universe{Size: 100}})
		if p := a.Pairs[0]; p.Of != (analysis.Overlap{A: 4, B: 1, Shared: 1}) || p.Circular != 3 || len(a.Actors(p)) != 1 {
			t.Errorf("%+v", p)
		}
	}
	i, err := ask.Intersections(t.Context(), r, ask.IntersectionsOptions{Groups: []kg.ID{group(1), group(2)}, First: 5})
	if err != nil || len(i.Sets) != 1 || !strings.Contains(strings.Join(i.Warnings, ""), "of 3 actors one membership was inferred") {
		t.Errorf("%v %+v", err, i)
	}
	i, err = ask.Intersections(t.Context(), r, ask.IntersectionsOptions{Groups: []kg.ID{group(1), group(2)}, First: 5, Assumptions: ask.Assumptions{Stated: true}})
	if err != nil || strings.Contains(strings.Join(i.Warnings, ""), "inferred") {
		t.Errorf("%v %+v", err, i)
	}
	whole, wh := openWhole(t, w.Batch)
	for stated, want := range map[bool]bool{false: true, true: false} {
		s, err := ask.Structure(t.Context(), whole, wh, ask.StructureOptions{Assumptions: ask.Assumptions{Stated: stated}})
		if err != nil || strings.Contains(strings.Join(s.Warnings, ""), "6 of the relationships that count are only implied") != want {
			t.Errorf("%v %v", err, s.Warnings)
		}
	}
}

// A relationship without a direction that leads from one group to another is left
// out once.
func TestExcludedOnce(t *testing.T) {
	w := newSets()
	w.tie(kg.CooperatesWith, "organization:a", "organization:b")
	a := overlap(t, w.open(t), ask.OverlapOptions{Groups: []kg.ID{"organization:a", "organization:b"}, Universe: ask.Universe{Size: 10}, Assumptions: ask.Assumptions{RosterKind: kg.CooperatesWith}})
	if a.Excluded != (ask.Excluded{OtherKinds: 1}) {
		t.Errorf("%+v", a.Excluded)
	}
}

// What an answer about no one day, or of groups without complete lists, warns of.
func TestMembersWarn(t *testing.T) {
	r := timed().open(t)
	s, err := ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:berlin", Measure: ask.JaccardSimilarity, First: 5})
	if err != nil || !strings.Contains(strings.Join(s.Warnings, ""), "among recorded members") || !strings.Contains(strings.Join(s.Warnings, ""), "without asOf") {
		t.Errorf("%v %v", err, s.Warnings)
	}
	i, err := ask.Intersections(t.Context(), r, ask.IntersectionsOptions{Groups: []kg.ID{"network:one"}})
	if err != nil || !strings.Contains(strings.Join(i.Warnings, ""), "without asOf") {
		t.Errorf("%v %v", err, i.Warnings)
	}
	c, err := ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "city:berlin", B: "city:bonn"})
	if err != nil || !strings.Contains(strings.Join(c.Warnings, ""), "not known to be none") {
		t.Errorf("%v %v", err, c.Warnings)
	}
	// Complete with the city itself, who is no companion of its own.
	w := alikeSets()
	s, err = ask.SimilarCities(t.Context(), w.open(t), ask.SimilarCitiesOptions{City: city(0), Measure: ask.NewmanSimilarity, First: 5, Assumptions: ask.Assumptions{AsOf: day(t, "2024-08-31")}})
	if err != nil || len(s.Warnings) > 0 || s.Total != 4 || s.Cities[0].Shared[0].Size != 5 || s.Excluded != (ask.Excluded{}) {
		t.Errorf("%v %+v", err, s)
	}
	_, err = ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:berlin", Measure: ask.JaccardSimilarity, Assumptions: ask.Assumptions{RosterKind: kg.AddressedTo}})
	fails(t, err, kg.CodeInvalid, `city: no ADDRESSED_TO edge leads from "city:berlin"`)
}
