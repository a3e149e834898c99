package ask_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/ask"
	"citygraph/internal/issues"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

var (
	whole1 = []kg.Citation{{Source: "source:a", Locator: "L1", Basis: kg.Stated}}
	whole2 = []kg.Citation{{Source: "source:a", Locator: "L1", Basis: kg.Stated}, {Source: "source:b", Locator: "L2", Basis: kg.Stated}}
	hinted = []kg.Citation{{Source: "source:b", Locator: "L3", Basis: kg.Implied}}
)

// wholeWorld: cities a to d in network n; d and e in network m; organization o in
// both; a district x in n.
func wholeWorld() store.Batch {
	var b store.Batch
	add := func(id kg.ID, attrs kg.Attrs) *kg.Node {
		kind, _ := kg.NodeKindOf(id)
		b.Nodes = append(b.Nodes, kg.Node{ID: id, Kind: kind, Name: id.Slug(), Attrs: attrs, Basis: kg.Stated, Sources: whole1})
		return &b.Nodes[len(b.Nodes)-1]
	}
	for _, id := range []kg.ID{"city:a", "city:b", "city:c", "city:d", "city:e"} {
		add(id, kg.Attrs{"placeType": "municipality"})
	}
	add("city:x", kg.Attrs{"placeType": "district"})
	add("organization:o", nil)
	n := add("network:n", kg.Attrs{"foundingDate": "2016"})
	n.Figures = []kg.Figure{
		{Measure: "members", Qualifier: "exact", Value: "9", Date: kg.MustDate("2021"), Basis: kg.Stated, Sources: whole1},
		{Measure: "cities", Qualifier: "over", Value: "5", Basis: kg.Stated, Sources: whole1},
		{Measure: "members", Qualifier: "about", Value: "4", Basis: kg.Implied, Sources: hinted},
		{Measure: "people", Qualifier: "exact", Value: "4", Basis: kg.Stated, Sources: whole1},
	}
	n.Claims = []kg.Claim{{Field: "foundingDate", Value: "2015", Basis: kg.Implied, Sources: hinted}, {Field: "foundingDate", Value: "2016", Basis: kg.Stated, Sources: whole1}}
	add("network:m", nil)
	add("funder:f", nil)
	edge := func(from, to kg.ID, since string, sources []kg.Citation) *kg.Edge {
		e := kg.Edge{ID: kg.EdgeID(kg.MemberOf, from, to, 1), Kind: kg.MemberOf, From: from, To: to, Stint: 1,
			Since: kg.MustDate(since), Basis: kg.BasisOf(sources), Sources: sources}
		b.Edges = append(b.Edges, e)
		return &b.Edges[len(b.Edges)-1]
	}
	edge("city:a", "network:n", "2020-01-01", whole1).Until = kg.MustDate("2022-01-01")
	edge("city:b", "network:n", "2021-06", whole2)
	edge("city:c", "network:n", "", hinted)
	edge("city:d", "network:n", "", whole2)
	edge("city:x", "network:n", "2022", whole2)
	edge("city:d", "network:m", "2020-01-01", whole2).Claims = []kg.Claim{
		{Field: "since", Value: "2019", Basis: kg.Stated, Sources: whole1}, {Field: "since", Value: "2020-01-01", Basis: kg.Stated, Sources: whole1}}
	edge("city:e", "network:m", "2020-01-01", whole2)
	edge("organization:o", "network:n", "2020-01-01", whole2)
	edge("organization:o", "network:m", "2020-01-01", whole2)
	return b
}

func openWhole(t testing.TB, b store.Batch) (store.Reader, *ask.Whole) {
	t.Helper()
	s := memstore.New()
	storetest.Import(t, s, storetest.NewWorld(b))
	r := storetest.Open(t, s)
	w, err := ask.LoadWhole(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return r, w
}

func day(t testing.TB, s string) *kg.Day {
	t.Helper()
	d, err := kg.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

func ranks(all []ask.Ranked) string {
	var out []string
	for _, r := range all {
		v := "-"
		if r.Value != nil {
			v = fmt.Sprintf("%.4g", *r.Value)
		}
		out = append(out, fmt.Sprintf("%d %s %s", r.Rank, r.ID.Slug(), v))
	}
	return strings.Join(out, ", ")
}

// A node that is an actor and a group has two ranks, and is found once: whoever has
// none is told of.
func TestCentralityOfWhoHasNoRank(t *testing.T) {
	b := wholeWorld()
	b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, "network:n", "network:m", 1), Kind: kg.MemberOf, From: "network:n", To: "network:m", Stint: 1, Basis: kg.Stated, Sources: whole1})
	r, w := openWhole(t, b)
	kinds := ask.Assumptions{ActorKinds: []kg.NodeKind{kg.City, kg.Network}}
	for other, warned := range map[kg.ID]bool{"city:x": true, "city:a": false} {
		a, err := ask.Centrality(t.Context(), r, w, ask.CentralityOptions{Assumptions: kinds, Measure: ask.Degree, Of: []kg.ID{"network:n", other}})
		if err != nil {
			t.Fatal(err)
		}
		told := slices.ContainsFunc(a.Warnings, func(s string) bool { return strings.HasPrefix(s, "some of the nodes that are asked for have no") })
		if told != warned || len(a.Groups) != 1 || !slices.ContainsFunc(a.Actors, func(r ask.Ranked) bool { return r.ID == "network:n" }) {
			t.Errorf("with %s: %s; %s; %q", other, ranks(a.Actors), ranks(a.Groups), a.Warnings)
		}
	}
}

// Worked by hand: a, b, c and d in n, d and e in m. Ties share a rank.
func TestCentrality(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	for _, tt := range []struct {
		o              ask.CentralityOptions
		actors, groups string
		excluded       ask.Excluded
	}{
		{ask.CentralityOptions{Measure: ask.Degree}, "1 d 1, 2 a 0.5, 2 b 0.5, 2 c 0.5, 2 e 0.5", "1 n 0.8, 2 m 0.4", ask.Excluded{OtherKinds: 2, OtherPlaceTypes: 1}},
		{ask.CentralityOptions{Measure: ask.Degree, Of: []kg.ID{"city:e", "network:m"}}, "2 e 0.5", "2 m 0.4", ask.Excluded{OtherKinds: 2, OtherPlaceTypes: 1}},
		// d lies between {a, b, c, n} and {e, m}: 8 pairs, of 9 at most for one of five beside two groups; n between
		// a, b and c and between them and {d, e, m}: 12, of 14 at most for one of two beside five
		{ask.CentralityOptions{Measure: ask.Betweenness}, "1 d 0.8889, 2 a 0, 2 b 0, 2 c 0, 2 e 0", "1 n 0.8571, 2 m 0.3571", ask.Excluded{OtherKinds: 2, OtherPlaceTypes: 1}},
		{ask.CentralityOptions{Measure: ask.Degree, Assumptions: ask.Assumptions{Stated: true, PlaceTypes: []string{"municipality", "district"}}},
			"1 d 1, 2 a 0.5, 2 b 0.5, 2 e 0.5, 2 x 0.5", "1 n 0.8, 2 m 0.4", ask.Excluded{OtherKinds: 2, Implied: 1}},
		{ask.CentralityOptions{Measure: ask.Degree, Assumptions: ask.Assumptions{ActorKinds: []kg.NodeKind{kg.Organization}}},
			"1 o 1", "1 m 1, 1 n 1", ask.Excluded{OtherKinds: 7}},
		{ask.CentralityOptions{Measure: ask.PageRank, Assumptions: ask.Assumptions{RosterKind: kg.Founded}}, "", "", ask.Excluded{}},
	} {
		a, err := ask.Centrality(t.Context(), r, w, tt.o)
		if err != nil {
			t.Fatal(err)
		}
		if got := ranks(a.Actors); got != tt.actors {
			t.Errorf("%+v: actors %s, want %s", tt.o, got, tt.actors)
		}
		if got := ranks(a.Groups); got != tt.groups {
			t.Errorf("%+v: groups %s, want %s", tt.o, got, tt.groups)
		}
		if a.Excluded != tt.excluded {
			t.Errorf("%+v: excluded %+v, want %+v", tt.o, a.Excluded, tt.excluded)
		}
	}
}

// On a day, and with what is only possible on it.
func TestCentralityOnADay(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	on := func(certainty kg.Holding) *ask.CentralityAnswer {
		a, err := ask.Centrality(t.Context(), r, w, ask.CentralityOptions{Measure: ask.Degree,
			Assumptions: ask.Assumptions{AsOf: day(t, "2020-01-01"), Certainty: certainty}})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	// since 2020-01-01 is a sighting of that day; b came in 2021, x in 2022; c and d are undated
	if got := ranks(on("").Actors); got != "1 a 0.5, 1 d 0.5, 1 e 0.5" {
		t.Errorf("certain: %s", got)
	}
	if got := on("").Excluded; got != (ask.Excluded{NotOnDate: 2, Possible: 2, OtherKinds: 2}) {
		t.Errorf("certain leaves out %+v", got)
	}
	if got := ranks(on(kg.Possible).Actors); got != "1 d 1, 2 a 0.5, 2 c 0.5, 2 e 0.5" {
		t.Errorf("possible: %s", got)
	}
}

func TestWholeRefuses(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	code := func(want kg.Code, says string, err error) {
		t.Helper()
		if kg.CodeOf(err) != want || !strings.Contains(fmt.Sprint(err), says) {
			t.Errorf("%v, want %s … %s", err, want, says)
		}
	}
	centrality := func(o ask.CentralityOptions) error { _, err := ask.Centrality(t.Context(), r, w, o); return err }
	code(kg.CodeInvalid, "measure", centrality(ask.CentralityOptions{Measure: "charm"}))
	code(kg.CodeInvalid, "rosterKind", centrality(ask.CentralityOptions{Measure: ask.Degree, Assumptions: ask.Assumptions{RosterKind: kg.CooperatesWith}}))
	code(kg.CodeInvalid, "certainty", centrality(ask.CentralityOptions{Measure: ask.Degree, Assumptions: ask.Assumptions{Certainty: kg.Certain}}))
	code(kg.CodeNotFound, "of", centrality(ask.CentralityOptions{Measure: ask.Degree, Of: []kg.ID{"city:nowhere"}}))
	communities := func(o ask.CommunitiesOptions) error { _, err := ask.Communities(t.Context(), r, w, o); return err }
	code(kg.CodeInvalid, "runs", communities(ask.CommunitiesOptions{Among: ask.AmongActors, Runs: ask.MaxRuns + 1}))
	code(kg.CodeInvalid, "among", communities(ask.CommunitiesOptions{Among: "friends", Runs: 1}))
	_, err := ask.Contradictions(t.Context(), r, w, ask.ContradictionsOptions{Of: []kg.ID{"city:nowhere"}})
	code(kg.CodeNotFound, "of", err)
	_, err = ask.Coverage(t.Context(), r, w, ask.CoverageOptions{Groups: []kg.ID{"city:a"}})
	code(kg.CodeInvalid, "groups", err)
	_, err = ask.Coverage(t.Context(), r, w, ask.CoverageOptions{Kinds: []kg.NodeKind{kg.Funder}})
	code(kg.CodeInvalid, "kinds", err)
}

// What would take too long is refused before it is begun.
func TestTooCostly(t *testing.T) {
	var b store.Batch
	b.Nodes = append(b.Nodes, kg.Node{ID: "network:hub", Kind: kg.Network, Name: "hub"})
	for i := range 50_000 {
		id := kg.ID(fmt.Sprintf("city:c%05d", i))
		b.Nodes = append(b.Nodes, kg.Node{ID: id, Kind: kg.City, Name: string(id), Attrs: kg.Attrs{"placeType": "municipality"}})
		b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, id, "network:hub", 1), Kind: kg.MemberOf, From: id, To: "network:hub", Stint: 1, Basis: kg.Stated})
	}
	r, w := openWhole(t, b)
	for _, m := range []ask.Measure{ask.Betweenness, ask.Closeness} {
		if _, err := ask.Centrality(t.Context(), r, w, ask.CentralityOptions{Measure: m}); kg.CodeOf(err) != kg.CodeTooCostly {
			t.Errorf("%s: %v", m, err)
		}
	}
	for _, among := range []ask.Among{ask.AmongActors, ask.AmongBoth} {
		if _, err := ask.Communities(t.Context(), r, w, ask.CommunitiesOptions{Among: among, Runs: 1}); kg.CodeOf(err) != kg.CodeTooCostly {
			t.Errorf("%s: %v", among, err)
		}
	}
	a, err := ask.Structure(t.Context(), r, w, ask.StructureOptions{})
	if err != nil || len(a.Cuts) != 1 || a.Cuts[0].Separated() != 49_999 || len(a.Classes) != 1 || len(a.Classes[0].IDs) != 50_000 {
		t.Errorf("structure: %v %d cuts", err, len(a.Cuts))
	}
	if a, err := ask.Centrality(t.Context(), r, w, ask.CentralityOptions{Measure: ask.PageRank}); err != nil || a.Groups[0].Rank != 1 {
		t.Errorf("PageRank: %v", err)
	}
}

func TestCommunities(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	a, err := ask.Communities(t.Context(), r, w, ask.CommunitiesOptions{Among: ask.AmongBoth, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range a.List {
		got = append(got, fmt.Sprint(c.IDs, c.Actors))
	}
	// m = 6 ties: n with a, b, c and d, m with d and e; the best cut goes through d's tie to n or to m
	want := []string{"[city:a city:b city:c network:n] 3", "[city:d city:e network:m] 2"}
	if !slices.Equal(got, want) || a.Modularity == nil || a.Runs != 10 {
		t.Errorf("%v, want %v", got, want)
	}
	empty, err := ask.Communities(t.Context(), r, w, ask.CommunitiesOptions{Among: ask.AmongActors, Runs: 1, Assumptions: ask.Assumptions{RosterKind: kg.Founded}})
	if err != nil || len(empty.List) != 0 || empty.Modularity != nil {
		t.Errorf("of nobody: %v %+v", err, empty)
	}
}

func TestStructure(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	a, err := ask.Structure(t.Context(), r, w, ask.StructureOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var cuts []string
	for _, c := range a.Cuts {
		cuts = append(cuts, fmt.Sprint(c.ID, c.Separated(), len(c.Pieces), c.IDs(c.Pieces[0], 2)))
	}
	want := []string{"network:n3 4 [city:d city:e]", "city:d2 2 [city:a city:b]", "network:m1 2 [city:a city:b]"}
	if !slices.Equal(cuts, want) {
		t.Errorf("cuts %v, want %v", cuts, want)
	}
	if *a.Density != 0.6 || len(a.Classes) != 1 || !slices.Equal(a.Classes[0].IDs, []kg.ID{"city:a", "city:b", "city:c"}) || a.Parts != 1 {
		t.Errorf("%+v", a)
	}
}

func TestContradictionsAsked(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	list := func(o ask.ContradictionsOptions) string {
		t.Helper()
		a, err := ask.Contradictions(t.Context(), r, w, o)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range a.List {
			got = append(got, fmt.Sprint(c.Record, " ", c.Field, len(c.Sides)))
		}
		return fmt.Sprint(got, a.Excluded.Implied+a.Excluded.NotOnDate+a.Excluded.Possible)
	}
	for _, tt := range []struct {
		o    ask.ContradictionsOptions
		want string
	}{
		{ask.ContradictionsOptions{}, "[network:n foundingDate2 member-of:d--m since2] 0"},
		{ask.ContradictionsOptions{Assumptions: ask.Assumptions{Stated: true}}, "[member-of:d--m since2] 1"},
		{ask.ContradictionsOptions{Of: []kg.ID{"city:d"}}, "[member-of:d--m since2] 0"},
		{ask.ContradictionsOptions{Of: []kg.ID{"network:n"}}, "[network:n foundingDate2] 0"},
		{ask.ContradictionsOptions{Fields: []string{"since"}}, "[member-of:d--m since2] 0"},
		{ask.ContradictionsOptions{Sorts: []issues.Sort{issues.OfFigure}}, "[] 0"},
		{ask.ContradictionsOptions{Assumptions: ask.Assumptions{AsOf: day(t, "2019-01-01")}}, "[network:n foundingDate2] 1"},
		{ask.ContradictionsOptions{Assumptions: ask.Assumptions{RosterKind: kg.Signed}}, "[network:n foundingDate2] 0"},
	} {
		if got := list(tt.o); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.o, got, tt.want)
		}
	}
}

func TestCoverage(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	rows := func(o ask.CoverageOptions) (out []string) {
		t.Helper()
		a, err := ask.Coverage(t.Context(), r, w, o)
		if err != nil {
			t.Fatal(err)
		}
		page, err := a.Page(t.Context(), a.Groups)
		if err != nil {
			t.Fatal(err)
		}
		number := func(n *int) string {
			if n == nil {
				return "-"
			}
			return fmt.Sprint(*n)
		}
		for _, c := range page {
			line := fmt.Sprintf("%s %d..%d of %d: %d unbegun %d undated %d single %d implied;", c.Node.ID.Slug(), c.Members, c.AtMost,
				c.Relationships, c.NoBeginning, c.NoDate.Total, c.OneSource.Total, c.Implied)
			for _, f := range c.Reported {
				line += fmt.Sprintf(" %s %s %s %s", number(f.Members), number(f.AtMost), number(f.Others), number(f.Missing))
				if (f.Missing == nil) != (f.Why != "") {
					t.Errorf("%+v", f)
				}
			}
			out = append(out, line)
		}
		return out
	}
	for _, tt := range []struct {
		o    ask.CoverageOptions
		want []string
	}{
		// of n: a, b, c, d, x and o. 9 members in 2021: a and b and o can be, c and d too, x not before 2022:
		// 4 are missing. On the last day of 2021 a alone holds for sure: b and o are never seen again.
		// More than 5 cities, ever: a, b, c, d, x, so 1 is missing. Where stated evidence alone counts, c is tied to n
		// without being a member: of the members 4 are missing even if c is one, of cities nobody knows.
		{ask.CoverageOptions{}, []string{
			"m 3..3 of 3: 0 unbegun 0 undated 0 single 0 implied;",
			"n 6..6 of 6: 2 unbegun 2 undated 2 single 1 implied; 1 5 0 4 5 5 0 1 6 6 0 - - - - -"}},
		{ask.CoverageOptions{Groups: []kg.ID{"network:n"}, Assumptions: ask.Assumptions{AsOf: day(t, "2021-07-01")}},
			[]string{"n 1..5 of 1: 0 unbegun 0 undated 1 single 0 implied; 1 5 0 4 5 5 0 1 6 6 0 - - - - -"}},
		{ask.CoverageOptions{Groups: []kg.ID{"network:n"}, Assumptions: ask.Assumptions{Stated: true}},
			[]string{"n 5..5 of 5: 1 unbegun 1 undated 1 single 0 implied; 1 4 1 4 4 4 1 - - - - -"}},
		{ask.CoverageOptions{Kinds: []kg.NodeKind{kg.Organization}}, []string{"o 0..0 of 0: 0 unbegun 0 undated 0 single 0 implied;"}},
	} {
		if got := rows(tt.o); !slices.Equal(got, tt.want) {
			t.Errorf("%+v:\n%s\nwant\n%s", tt.o, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

// Two days of one epoch, and a second asker, do not reckon anew: the graph is the
// very same.
func TestViewsAreShared(t *testing.T) {
	r, w := openWhole(t, wholeWorld())
	on := func(d string) *ask.CentralityAnswer {
		a, err := ask.Centrality(t.Context(), r, w, ask.CentralityOptions{Measure: ask.Degree, Assumptions: ask.Assumptions{AsOf: day(t, d), Certainty: kg.Possible}})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	first := on("2020-03-01")
	if on("2020-03-01").View != first.View || on("2020-05-01").View != first.View {
		t.Error("the same graph was cut twice")
	}
	if on("2022-03-01").View == first.View {
		t.Error("days between which something changed have one graph")
	}
}

func TestLoadWholeFails(t *testing.T) {
	s := memstore.New()
	storetest.Import(t, s, storetest.NewWorld(wholeWorld()))
	r := storetest.Open(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ask.LoadWhole(ctx, r); kg.CodeOf(err) != kg.CodeUnavailable {
		t.Errorf("%v", err)
	}
}
