package dataset_test

import (
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"citygraph/internal/kg"
)

// Answers that a reader worked out by hand from the research tables and the
// pages behind them. Nothing here comes from the program.

const (
	alliance = "network:stadte-sicherer-hafen"
	anvita   = "network:association-nationale-des-villes-et-territoires-accueillants" //nolint:misspell // French
	icorn    = "network:international-cities-of-refuge-network"
	rainbow  = "network:rainbow-cities-network"
	harbours = "initiative:declarations-of-safe-harbours"
)

// actors returns the sources of the edges of a kind into a node, sorted.
func (s seedData) actors(kind kg.EdgeKind, to kg.ID, keep func(kg.Edge) bool) []string {
	var ids []string
	for _, e := range s.into[to] {
		if e.Kind == kind && (keep == nil || keep(e)) {
			ids = append(ids, strings.TrimPrefix(string(e.From), "city:"))
		}
	}
	slices.Sort(ids)
	return ids
}

func on(day string, h kg.Holding) func(kg.Edge) bool {
	return func(e kg.Edge) bool { return e.HoldsOn(kg.MustDate(day).Latest()) == h }
}

func sameNames(t *testing.T, what string, got []string, want string) {
	t.Helper()
	if diff := gocmp.Diff(slices.Sorted(strings.FieldsSeq(want)), got); diff != "" {
		t.Errorf("%s (-by hand +dataset):\n%s", what, diff)
	}
}

// The 24 German members of the International Alliance, ticked off against the
// 33 rows of Städte Sicherer Häfen. Trier's row there is a motion, and left out.
func TestMembersOfBothAlliances(t *testing.T) {
	s := readSeed(t)
	here := s.actors(kg.MemberOf, alliance, nil)
	both := slices.DeleteFunc(s.actors(kg.MemberOf, iash, nil), func(c string) bool { return !slices.Contains(here, c) })
	sameNames(t, "in both", both, `berlin braunschweig dinslaken flensburg gottingen greifswald heidelberg kiel leipzig
		mannheim marburg munich munster potsdam rottenburg`)
	for _, c := range both {
		if e := s.edges[kg.ID("member-of:"+c+"--stadte-sicherer-hafen")]; e.Basis != kg.Stated {
			t.Errorf("%s is only implied", e.ID)
		}
	}
}

func TestFoundersOfANVITA(t *testing.T) {
	s := readSeed(t)
	nine := `briancon grande-synthe grenoble ivry-sur-seine lyon-1st-arrondissement montreuil nantes saint-denis strasbourg`
	sameNames(t, "founders", s.actors(kg.Founded, anvita, nil), nine)
	sameNames(t, "members on the day", s.actors(kg.MemberOf, anvita, on("2018-09-26", kg.Certain)), nine)
}

// Norsk PEN's list of September 2025, sentence by sentence.
func TestNorwegianCitiesOfRefuge(t *testing.T) {
	s := readSeed(t)
	norwegian := func(e kg.Edge) bool { return s.nodes[e.From].Attrs["country"] == "NO" }
	sameNames(t, "September 2025", s.actors(kg.MemberOf, icorn, func(e kg.Edge) bool { return norwegian(e) && on("2025-09", kg.Certain)(e) }),
		`alta asker bergen bodo faerder fredrikstad frogn harstad haugesund horten kristiansand larvik levanger lillehammer
		midt-telemark nesodden oslo porsgrunn sandefjord sarpsborg skien stavanger tokke tromso trondheim tonsberg`)
	molde := s.edges["member-of:molde--international-cities-of-refuge-network"]
	for day, want := range map[string]kg.Holding{"2015-12-31": kg.Certain, "2020-06-30": kg.Certain, "2022-01-01": kg.Possible, "2025-10-01": kg.No} {
		if got := molde.HoldsOn(kg.MustDate(day).Latest()); got != want {
			t.Errorf("Molde on %s: %s, want %s", day, got, want)
		}
	}
}

// Berlin's list of September 2023 has 34 names: the 36 without Bonn and Utrecht.
func TestInternationalAllianceInThreeYears(t *testing.T) {
	s := readSeed(t)
	names := func(day string) []string { return s.actors(kg.MemberOf, iash, on(day, kg.Certain)) }
	sameNames(t, "25 June 2021, without Bonn", names("2021-06-25"), `amsterdam athens barcelona bergamo braunschweig darmstadt
		dormagen dortmund flensburg gottingen greifswald gutersloh heidelberg julich kiel lampedusa leipzig mannheim marburg
		marseille munich munster northeim palermo potsdam pozzallo reggio-calabria rottenburg tirana trier villeurbanne wurzburg`)
	sameNames(t, "September 2023", names("2023-09-30"), `amsterdam athens barcelona bergamo berlin braunschweig darmstadt
		dinslaken dormagen dortmund flensburg gottingen greifswald gutersloh heidelberg julich kiel lampedusa leipzig mannheim
		marburg marseille munich munster northeim palermo potsdam pozzallo reggio-calabria rottenburg tirana trier villeurbanne wurzburg`)
	if n := len(names("2024-08-31")); n != 36 {
		t.Errorf("%d on 31 August 2024", n)
	}
}

// Lower Saxony's list of June 2020 has 30 names; that of March 2022 has 29 of
// them, without the county of Hildesheim, and 25 more.
func TestSafeHarboursOfLowerSaxony(t *testing.T) {
	s := readSeed(t)
	list := func(date string) []string {
		return s.actors(kg.TookPartIn, harbours, func(e kg.Edge) bool {
			return s.partOf(e.From, "city:lower-saxony") && slices.ContainsFunc(e.Seen, func(d kg.Date) bool { return d.String() == date })
		})
	}
	before, after := list("2020-06-15"), list("2022-03")
	gone := slices.DeleteFunc(slices.Clone(before), func(c string) bool { return slices.Contains(after, c) })
	sameNames(t, "gone", gone, `landkreis-hildesheim`)
	sameNames(t, "new", slices.DeleteFunc(after, func(c string) bool { return slices.Contains(before, c) }), `bad-bentheim
		bergen-lower-saxony buchholz-in-der-nordheide burgdorf emden ganderkesee georgsmarienhutte goslar
		landkreis-hameln-pyrmont landkreis-helmstedt landkreis-luneburg langenhagen leer northeim osterode-am-harz rhauderfehn
		samtgemeinde-bruchhausen-vilsen samtgemeinde-isenbuttel samtgemeinde-neuenkirchen schoningen schwanewede
		wennigsen westoverledingen wittingen wolfsburg`)
}

// Who declared, sponsors, was awarded or assessed is nowhere a member by that.
func TestParticipationsAreNoMemberships(t *testing.T) {
	s := readSeed(t)
	for _, x := range []struct {
		in   kg.ID
		role string
		n    int
	}{
		{harbours, "declared", 110}, // 109 rows, and Trier from its own page
		{"initiative:intercultural-cities-index", "assessed", 46},
		{"initiative:intercultural-cities-pilot-phase", "participant", 13},
		{"initiative:council-of-sanctuary-awards", "awarded", 7},
		{"initiative:city-of-sanctuary-motions", "motion_of_support", 7},
		{"initiative:sea-eye-municipal-sponsorships", "sponsor", 8}, // 14 rows: five name no organization, Bern's page names none either
		{"initiative:cities-grow", "partner", 16},
	} {
		if got := s.actors(kg.TookPartIn, x.in, func(e kg.Edge) bool { return e.Attrs["role"] == x.role }); len(got) != x.n {
			t.Errorf("%s, %s: %d, want %d", x.in, x.role, len(got), x.n)
		}
		if got := s.actors(kg.MemberOf, x.in, nil); len(got) > 0 {
			t.Errorf("%s has members", x.in)
		}
	}
}
