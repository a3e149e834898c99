package ask_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
)

func TestIntersectionsByHand(t *testing.T) {
	r := smallSets().open(t)
	o := ask.IntersectionsOptions{Groups: []kg.ID{group(2), group(1), group(4)}, First: 10, MinSize: 1, Assumptions: ask.Assumptions{Stated: true}}
	tell := func(a *ask.IntersectionsAnswer) string {
		var all []string
		for _, s := range a.Sets {
			var names []string
			for _, g := range s.Groups {
				names = append(names, g.Name)
			}
			all = append(all, fmt.Sprintf("%s: %d", strings.Join(names, "+"), len(s.Actors)))
		}
		return strings.Join(all, ", ")
	}
	for _, c := range []struct {
		change func(*ask.IntersectionsOptions)
		want   string
		total  int
	}{
		{func(*ask.IntersectionsOptions) {}, "g4: 3, g2+g1: 2, g2: 2, g1: 2", 4},
		{func(o *ask.IntersectionsOptions) { o.ByDegree = true }, "g2+g1: 2, g4: 3, g2: 2, g1: 2", 4},
		{func(o *ask.IntersectionsOptions) { o.First = 2 }, "g4: 3, g2+g1: 2", 4},
		{func(o *ask.IntersectionsOptions) { o.MinSize = 3 }, "g4: 3", 4},
		{func(o *ask.IntersectionsOptions) { o.PlaceTypes = []string{"district"} }, "g1: 1", 1},
		{func(o *ask.IntersectionsOptions) { o.Groups = []kg.ID{group(3)} }, "", 0},
	} {
		asked := o
		c.change(&asked)
		a, err := ask.Intersections(t.Context(), r, asked)
		if err != nil {
			t.Fatal(err)
		}
		if tell(a) != c.want || a.Total != c.total {
			t.Errorf("%q, %d in all, instead of %q, %d", tell(a), a.Total, c.want, c.total)
		}
	}
	_, err := ask.Intersections(t.Context(), r, ask.IntersectionsOptions{})
	fails(t, err, kg.CodeInvalid, "groups is an empty list")
}

// timed: Berlin and Bonn are in One at the same time for three days at least, in
// Two certainly never; Cork was in One before both.
func timed() *sets {
	w := newSets()
	w.tie(kg.MemberOf, "city:berlin", "network:one", "2020-01-01", "2020-01-10")
	w.tie(kg.MemberOf, "city:bonn", "network:one", "2020-01-08", "2020-02")
	w.tie(kg.MemberOf, "city:cork", "network:one", "2018", "2019-01-01")
	w.tie(kg.MemberOf, "city:berlin", "network:two", "2010-01-01", "2010-12-31")
	w.tie(kg.MemberOf, "city:bonn", "network:two", "2011-01-01")
	w.tie(kg.MemberOf, "city:berlin", "organization:alliance", "")
	w.tie(kg.MemberOf, "city:bonn", "organization:alliance", "", "", "2021-05-05")
	w.tie(kg.Signed, "city:berlin", "declaration:text", "2021-06-25")
	w.tie(kg.Signed, "city:bonn", "declaration:text", "2021-06")
	w.tie(kg.MemberOf, "city:bonn", "network:three").Basis = kg.Implied
	w.tie(kg.MemberOf, "city:berlin", "network:three")
	return w
}

func TestSharedNetworksByHand(t *testing.T) {
	r := timed().open(t)
	for _, c := range []struct {
		o    ask.SharedNetworksOptions
		want string
	}{
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin", "city:bonn"}}, "one 2 CERTAIN, three 2 POSSIBLE, two 2 NO"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin", "city:bonn"}, Assumptions: ask.Assumptions{Stated: true}}, "one 2 CERTAIN, two 2 NO"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:cork", "city:bonn", "city:berlin"}}, "one 3 NO"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:cork", "city:bonn", "city:berlin"}, AtLeast: new(2)}, "one 3 NO, three 2 POSSIBLE, two 2 NO"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:cork"}}, "one 1 CERTAIN"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin", "city:bonn"}, Assumptions: ask.Assumptions{AsOf: day(t, "2020-01-09")}}, "one 2 CERTAIN"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin", "city:bonn"}, Assumptions: ask.Assumptions{RosterKind: kg.Signed}}, "text 2 CERTAIN"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"network:one"}}, ""},
	} {
		a, err := ask.SharedNetworks(t.Context(), r, c.o)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range a.Networks {
			got = append(got, fmt.Sprint(n.Network.Name, " ", len(n.Members), " ", n.SameTime.Holding()))
			for _, m := range n.Members {
				if len(m.Edges) == 0 || m.Edges[0].From != m.City.ID || m.Edges[0].To != n.Network.ID {
					t.Errorf("evidence of %s: %v", m.City.ID, m.Edges)
				}
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%+v: %q instead of %q", c.o, strings.Join(got, ", "), c.want)
		}
	}
	for _, c := range []struct {
		o    ask.SharedNetworksOptions
		code kg.Code
		text string
	}{
		{ask.SharedNetworksOptions{}, kg.CodeInvalid, "cities is an empty list"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin"}, AtLeast: new(2)}, kg.CodeInvalid, "atLeast is 2 of 1 cities"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin"}, AtLeast: new(-1)}, kg.CodeInvalid, "atLeast is -1"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"declaration:text"}}, kg.CodeInvalid, "which joins nothing"},
		{ask.SharedNetworksOptions{Cities: []kg.ID{"city:nowhere"}}, kg.CodeNotFound, `cities: there is no "city:nowhere"`},
	} {
		_, err := ask.SharedNetworks(t.Context(), r, c.o)
		fails(t, err, c.code, c.text)
	}
}

func TestCoMembershipByHand(t *testing.T) {
	r := timed().open(t)
	until := day(t, "2022-12-31")
	a, err := ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "city:berlin", B: "city:bonn", Until: until})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range a.Rows {
		certain, _ := row.Certain.Days()
		possible, ok := row.Possible.Days()
		got = append(got, fmt.Sprint(row.Node.Name, " ", certain, " ", possible, " ", ok))
	}
	// Of the alliance nothing bounds the beginning, so that the possible days have no number.
	if want := "one 3 3 true, three 0 0 false, two 0 0 true, alliance 0 0 false"; strings.Join(got, ", ") != want {
		t.Errorf("%q instead of %q", strings.Join(got, ", "), want)
	}
	if n, _ := a.Certain.Days(); n != 3 {
		t.Errorf("%d certain days in all", n)
	}
	a, err = ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "city:berlin", B: "city:bonn", From: day(t, "2020-01-09"), Until: until})
	if err != nil {
		t.Fatal(err)
	}
	n, _ := a.Rows[0].Certain.Days()
	if m, ok := a.Possible.Days(); n != 2 || m != 1088 || !ok { // 2020-01-09 to 2022-12-31
		t.Errorf("cut to %d certain and %d possible days", n, m)
	}
	// The other way round: whom both had. Both signed in June 2021: since then, deeds as they are.
	a, err = ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "network:one", B: "declaration:text", Groups: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Rows) != 2 || a.Rows[0].Node.ID != "city:berlin" || len(a.Rows[0].Certain) != 0 {
		t.Errorf("%+v", a.Rows)
	}
	// On a day only what counts then.
	a, err = ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "city:berlin", B: "city:bonn", Assumptions: ask.Assumptions{AsOf: day(t, "2020-01-09")}})
	if err != nil || len(a.Rows) != 1 || a.Rows[0].Node.Name != "one" {
		t.Errorf("%v %+v", err, a)
	}
	for _, c := range []struct {
		o    ask.CoMembershipOptions
		code kg.Code
		text string
	}{
		{ask.CoMembershipOptions{A: "city:berlin", B: "city:berlin"}, kg.CodeInvalid, `both name "city:berlin"`},
		{ask.CoMembershipOptions{A: "city:berlin", B: "city:nowhere"}, kg.CodeNotFound, `b: there is no "city:nowhere"`},
		{ask.CoMembershipOptions{A: "city:berlin", B: "declaration:text"}, kg.CodeInvalid, "b: "},
		{ask.CoMembershipOptions{A: "city:berlin", B: "network:one", Groups: true}, kg.CodeInvalid, "a: "},
		{ask.CoMembershipOptions{A: "city:berlin", B: "city:bonn", From: until, Until: day(t, "2020-01-01")}, kg.CodeInvalid, "put the earlier day first"},
	} {
		_, err := ask.CoMembership(t.Context(), r, c.o)
		fails(t, err, c.code, c.text)
	}
}

// Where one membership was inferred from the other, the row says so.
func TestCoMembershipThatIsInferred(t *testing.T) {
	w := newSets()
	id := w.tie(kg.MemberOf, "city:county", "network:one").ID
	e := w.tie(kg.MemberOf, "city:town", "network:one")
	e.Basis, e.ImpliedBy = kg.Implied, []kg.ID{id}
	w.tie(kg.MemberOf, "city:town", "network:two")
	w.tie(kg.MemberOf, "city:county", "network:two")
	r := w.open(t)
	a, err := ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "city:town", B: "city:county"})
	if err != nil || !a.Rows[0].Circular || a.Rows[1].Circular {
		t.Errorf("%v %+v", err, a)
	}
	s, err := ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:county", Measure: ask.JaccardSimilarity, First: 5})
	if err != nil || len(s.Cities) != 1 || len(s.Cities[0].Shared) != 1 || s.Cities[0].Score != 0.5 {
		t.Errorf("%v %+v", err, s)
	}
}

func TestSimilarCitiesByHand(t *testing.T) {
	w := smallSets()
	w.tie(kg.MemberOf, city(5), group(4))
	r := w.open(t)
	o := ask.SimilarCitiesOptions{City: city(3), Measure: ask.JaccardSimilarity, First: 10, Assumptions: ask.Assumptions{Stated: true}}
	tell := func(a *ask.SimilarCitiesAnswer) (all []string) {
		for _, c := range a.Cities {
			all = append(all, fmt.Sprintf("%s %.4g %d of %d", c.City.Name, c.Score, len(c.Shared), c.Groups))
		}
		return all
	}
	a, err := ask.SimilarCities(t.Context(), r, o)
	if err != nil {
		t.Fatal(err)
	}
	// c3 is in g1 and g2, as c4; c1 and c2 are in g1 alone, abroad in g2 alone; c5 is in g2 and g4.
	if want := []string{"c4 1 2 of 2", "abroad 0.5 1 of 1", "c1 0.5 1 of 1", "c2 0.5 1 of 1", "c5 0.3333 1 of 2"}; !slices.Equal(tell(a), want) || a.Total != 5 || a.Groups != 2 {
		t.Errorf("%q of %d instead of %q", tell(a), a.Total, want)
	}
	o.Measure = ask.NewmanSimilarity
	if a, err = ask.SimilarCities(t.Context(), r, o); err != nil {
		t.Fatal(err)
	}
	// g1 has 4 municipalities, g2 has 4 (one abroad): 1/3 each.
	if want := []string{"c4 0.6667 2 of -1", "abroad 0.3333 1 of -1", "c1 0.3333 1 of -1", "c2 0.3333 1 of -1", "c5 0.3333 1 of -1"}; !slices.Equal(tell(a), want) {
		t.Errorf("%q instead of %q", tell(a), want)
	}
	sum := 0.0
	for _, c := range a.Cities {
		sum += c.Score
	}
	if math.Abs(sum-2) > 1e-12 { // Newman (2001), equation 3: the groups in which it is not alone
		t.Errorf("the weights sum to %v", sum)
	}
	o.MinShared, o.First = 2, 1
	if a, err = ask.SimilarCities(t.Context(), r, o); err != nil || a.Total != 1 || len(a.Cities) != 1 {
		t.Errorf("%v %+v", err, a)
	}
	if s := a.Cities[0].Shared[0]; s.Group.ID != group(1) || s.Size != 4 || s.A[0].From != city(3) || s.B[0].From != city(4) {
		t.Errorf("evidence %+v", s)
	}
	a, err = ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:idle", Measure: ask.JaccardSimilarity, First: 1})
	if err != nil || a.Total != 0 {
		t.Errorf("a city in no group: %v %+v", err, a)
	}
	_, err = ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: city(1), Measure: "cosine"})
	fails(t, err, kg.CodeInvalid, `"cosine" is none`)
	_, err = ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:nowhere", Measure: ask.NewmanSimilarity})
	fails(t, err, kg.CodeNotFound, `city: there is no "city:nowhere"`)
}
