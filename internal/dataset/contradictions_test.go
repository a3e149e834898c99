package dataset_test

import (
	"slices"
	"testing"

	"citygraph/internal/kg"
)

// The contradictions between pages that concern one membership: each value is
// kept with its page, and the record carries the span of them.
func TestContradictionsAreKept(t *testing.T) {
	s := readSeed(t)
	for id, want := range map[kg.ID]struct {
		since    string // what the row carries
		claims   []string
		sighting string // disputed: only a claim, not in the row
	}{
		"member-of:bonn--international-alliance-of-safe-harbours":      {"[2021-06-25..2024-08]", []string{"2021-06-25", "[2023-09..2024-08]"}, "2021-06-25"},
		"member-of:osnabruck--stadte-sicherer-hafen":                   {"[..2021-07-13]", []string{"2021-07-13", "[..2020-06-15]", "[..2020-08]"}, "2020-06-15"},
		"took-part-in:konstanz--declarations-of-safe-harbours":         {"[..2019-09-26]", []string{"2019-09-26", "[..2019-05]", "[..2019-07]"}, "2019-05"},
		"member-of:cologne--rainbow-cities-network":                    {"[..2015-05]", []string{"2015-05", "[..2013-05-24]"}, "2013-05-24"},
		"member-of:zurich--rainbow-cities-network":                     {"[..2015]", []string{"2015", "[..2013-05-24]"}, "2013-05-24"},
		"member-of:brussels--rainbow-cities-network":                   {"[..2016-10]", []string{"[..2013-05-24]", "[2015-10..2016-10]"}, "2013-05-24"},
		"member-of:hamburg--rainbow-cities-network":                    {"[..2016-07-28]", []string{"2016-07-28", "[..2013-05-24]", "[2015-10..2016-10]"}, "2015"},
		"member-of:ljubljana--rainbow-cities-network":                  {"[..2014]", []string{"2014", "[..2013-05-24]"}, "2013-05-24"},
		"member-of:bruges--rainbow-cities-network":                     {"[2014-09..2016-10]", []string{"2014-09", "[2015-10..2016-10]"}, ""},
		"member-of:leuven--rainbow-cities-network":                     {"[2014..2016-10]", []string{"2014", "[2015-10..2016-10]"}, ""},
		"member-of:bern--rainbow-cities-network":                       {"[..2019]", []string{"2019", "[..2016-11]"}, "2016-11"},
		"took-part-in:rostock--sea-eye-municipal-sponsorships":         {"[2020..2022]", []string{"2020", "2022"}, ""},
		"member-of:eskilstuna--international-cities-of-refuge-network": {"[2014..2015]", []string{"2014", "2015"}, ""},
	} {
		e, ok := s.edges[id]
		if !ok || e.Since.String() != want.since {
			t.Errorf("%s: since %q, want %q", id, e.Since, want.since)
		}
		if got := claimsOf(e, "since"); !slices.Equal(got, want.claims) {
			t.Errorf("%s: claims on since %q, want %q", id, got, want.claims)
		}
		if want.sighting == "" {
			continue
		}
		if inRow := slices.ContainsFunc(e.Seen, func(d kg.Date) bool { return d.String() == want.sighting }); inRow || !slices.Contains(claimsOf(e, "seen"), want.sighting) {
			t.Errorf("%s: the disputed sighting %s must be a claim and only that", id, want.sighting)
		}
	}
}

// What a page only remarks on a membership is a note on it.
func TestRemarksAreKept(t *testing.T) {
	s := readSeed(t)
	for id, page := range map[kg.ID]string{
		"took-part-in:nordhorn--declarations-of-safe-harbours":             "source:osnabruck-wird-mitglied-im-bundnis-stadte-sicherer-hafen",
		"took-part-in:meppen--declarations-of-safe-harbours":               "source:osnabruck-wird-mitglied-im-bundnis-stadte-sicherer-hafen",
		"took-part-in:lingen--declarations-of-safe-harbours":               "source:osnabruck-wird-mitglied-im-bundnis-stadte-sicherer-hafen",
		"took-part-in:hasbergen--declarations-of-safe-harbours":            "source:osnabruck-wird-mitglied-im-bundnis-stadte-sicherer-hafen",
		"took-part-in:bad-bentheim--declarations-of-safe-harbours":         "source:osnabruck-wird-mitglied-im-bundnis-stadte-sicherer-hafen",
		"took-part-in:landkreis-hildesheim--declarations-of-safe-harbours": "source:sichere-hafen-in-niedersachsen-marz-2022",
		"member-of:geneva--rainbow-cities-network":                         "source:citygraph-research-tables",
		"took-part-in:dresden--arrival-cities":                             "source:arrival-cities-tu-dresden",
	} {
		e := s.edges[id]
		if !slices.ContainsFunc(e.Claims, func(c kg.Claim) bool {
			return c.Field == "note" && slices.ContainsFunc(c.Sources, func(x kg.Citation) bool { return x.Source == kg.ID(page) })
		}) {
			t.Errorf("%s: no note of %s", id, page)
		}
	}
	for _, town := range []string{"nordhorn", "meppen", "lingen", "hasbergen", "bad-bentheim"} {
		if _, ok := s.edges[kg.ID("member-of:"+town+"--stadte-sicherer-hafen")]; ok {
			t.Errorf("%s is no member of Städte Sicherer Häfen", town)
		}
	}
}

func claimsOf(e kg.Edge, field string) []string {
	var values []string
	for _, c := range e.Claims {
		if c.Field == field {
			values = append(values, c.Value)
		}
	}
	slices.Sort(values)
	return values
}
