package issues_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/internal/issues"
	"citygraph/internal/kg"
)

var (
	stated  = []kg.Citation{{Source: "source:a", Locator: "L1", Basis: kg.Stated}}
	implied = []kg.Citation{{Source: "source:b", Locator: "L2", Basis: kg.Implied}}
)

// claims makes claims of "field=value"; one with "~" in front is implied.
func claims(texts ...string) (all []kg.Claim) {
	for _, t := range texts {
		by := stated
		if rest, ok := strings.CutPrefix(t, "~"); ok {
			t, by = rest, implied
		}
		field, value, _ := strings.Cut(t, "=")
		all = append(all, kg.Claim{Field: field, Value: value, Basis: kg.BasisOf(by), Sources: by})
	}
	return all
}

// figures makes members of "qualifier value date", each of a document of its own.
func figures(texts ...string) (all []kg.Figure) {
	for i, t := range texts {
		f := append(strings.Fields(t), "")
		by := []kg.Citation{{Source: kg.ID(fmt.Sprintf("source:f%d", i)), Locator: "L1", Basis: kg.Stated}}
		all = append(all, kg.Figure{Measure: "members", Qualifier: f[0], Value: f[1], Date: kg.MustDate(f[2]), Basis: kg.Stated, Sources: by})
	}
	return all
}

func find(records ...kg.Record) []string {
	b := issues.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	all, _ := b.Contradictions()
	return texts(all)
}

// texts writes each contradiction in one line.
func texts(all []issues.Contradiction) []string {
	lines := []string{}
	for _, c := range all {
		line := fmt.Sprintf("%s %s %s %s (%s):", c.Sort, c.Certainty, c.Record, c.Field, c.Carried)
		for _, s := range c.Sides {
			line += " " + s.Value
			if s.Roster {
				line += "*"
			}
			if s.Count > 0 {
				line += fmt.Sprint(s.Edges)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func TestContradictions(t *testing.T) {
	network := func(claims []kg.Claim, figures []kg.Figure) kg.Node {
		return kg.Node{ID: "network:n", Kind: kg.Network, Name: "N", Attrs: kg.Attrs{"foundingDate": "2016"}, Claims: claims, Figures: figures}
	}
	funding := kg.Edge{ID: "funds:f--n", Kind: kg.Funds, From: "funder:f", To: "network:n", Sources: stated}
	member := func(seen string, claims []kg.Claim) kg.Edge {
		return kg.Edge{ID: "member-of:a--n", Kind: kg.MemberOf, From: "city:a", To: "network:n", Since: kg.MustDate("[2021..2024]"),
			Seen: []kg.Date{kg.MustDate(seen)}, Claims: claims, Sources: stated}
	}
	listed := network(nil, figures("exact 39 2024-08-31", "exact 36 2024-08-31"))
	listed.Rosters = []kg.Roster{
		{Date: kg.MustDate("2024-08-31"), Scope: kg.ScopeAll, Status: "partial", Count: 38, Sources: stated},
		{Date: kg.MustDate("2024-08-31"), Scope: "DE", Status: "complete", Count: 5, Sources: stated},
		{Date: kg.MustDate("2024-08-31"), Scope: kg.ScopeAll, Status: "unknown", Count: 2, Sources: stated},
	}
	figure := func(measure, value string, sources ...kg.ID) kg.Figure {
		f := kg.Figure{Measure: measure, Qualifier: "exact", Value: value, Date: kg.MustDate("2024-08-31"), Basis: kg.Stated}
		for _, s := range sources {
			f.Sources = append(f.Sources, kg.Citation{Source: s, Locator: "L1", Basis: kg.Stated})
		}
		return f
	}
	miscounted := network(nil, []kg.Figure{figure("members", "39", "source:a")})
	miscounted.Rosters = []kg.Roster{{Date: kg.MustDate("2024-08-31"), Scope: kg.ScopeAll, Status: "complete", Count: 36, Sources: stated}}
	listedToo := network(nil, []kg.Figure{figure("members", "12", "source:b"), figure("members", "36", "source:b")})
	listedToo.Rosters = miscounted.Rosters
	for _, tt := range []struct {
		name string
		want string
		in   []kg.Record
	}{
		{"agreement", "", []kg.Record{network(claims("foundingDate=2016", "foundingDate=2016"), figures("exact 36 2024", "exact 36 2024"))}},
		{"a narrower date refines", "", []kg.Record{network(claims("foundingDate=2016", "foundingDate=2016-10"), nil)}},
		{"dates apart", "field CERTAIN network:n foundingDate (2016): 2015 2016",
			[]kg.Record{network(claims("foundingDate=2015", "foundingDate=2016"), nil)}},
		{"a third date that fits both", "field CERTAIN network:n foundingDate (2016): 2015 2016",
			[]kg.Record{network(claims("foundingDate=[2010..2020]", "foundingDate=2015", "foundingDate=2016"), nil)}},
		{"texts", "field CERTAIN network:n homepage (): https://a.org https://b.org",
			[]kg.Record{network(claims("homepage=https://a.org", "homepage=https://b.org"), nil)}},
		{"words of each source", "", []kg.Record{network(claims("note=a", "note=b", "derivation=a", "derivation=b", "unnamedParties=a", "unnamedParties=b",
			"description=a", "description=b", "targetGroups=a", "targetGroups=b"), nil), member("2024", claims("note=a", "note=b", "derivation=a", "derivation=b", "unnamedParties=a", "unnamedParties=b"))}},
		{"who belongs to it", "",
			[]kg.Record{network(claims("members=A, B", "members=A, C", "operators=A", "operators=B", "note=A", "note=B"), nil)}},
		{"one number twice", "", []kg.Record{kg.Node{ID: "city:a", Kind: kg.City, Claims: claims("population=36", "population=36.0")}}},
		{"two numbers", "field CERTAIN city:a population (): 36 37",
			[]kg.Record{kg.Node{ID: "city:a", Kind: kg.City, Claims: claims("population=36", "population=37")}}},
		{"figures of one day", "figure CERTAIN network:n members (): 36 39", []kg.Record{network(nil, figures("exact 36 2024-08-31", "exact 39 2024-08-31"))}},
		{"each as sure as it is", "figure CERTAIN network:n members (): 12 13\nfigure POSSIBLE network:n members (): 200 100",
			[]kg.Record{network(nil, figures("exact 12 2019-06-14", "over 200 2021", "exact 13 2019-06-14", "exact 100 2021-06-14"))}},
		{"parts that a third ties together", "figure CERTAIN network:n members (): 12 13 14",
			[]kg.Record{network(nil, figures("exact 12 2019-06-14", "exact 13 2019-06-14", "exact 14 2019-06"))}},
		{"two beginnings and two ends of texts", "field CERTAIN network:n foundingDate (2016): 2015 [2016..2017] 2018",
			[]kg.Record{network(claims("foundingDate=2015", "foundingDate=[2016..2017]", "foundingDate=2018"), nil)}},
		{"figures of one month", "figure POSSIBLE network:n members (): 36 39", []kg.Record{network(nil, figures("exact 36 2024-08", "exact 39 2024-08-31"))}},
		{"figures of two years", "", []kg.Record{network(nil, figures("exact 36 2023", "exact 39 2024"))}},
		{"undated and dated", "", []kg.Record{network(nil, figures("exact 36", "exact 39 2024"))}},
		{"both undated", "figure POSSIBLE network:n members (): 36 39", []kg.Record{network(nil, figures("exact 36", "exact 39"))}},
		{"more than fits at least", "", []kg.Record{network(nil, figures("at_least 36 2024-08-31", "over 38 2024-08-31", "exact 39 2024-08-31"))}},
		{"over is more", "figure CERTAIN network:n members (): 39 39", []kg.Record{network(nil, figures("over 39 2024-08-31", "exact 39 2024-08-31"))}},
		{"up to", "figure CERTAIN network:n members (): 36 39", []kg.Record{network(nil, figures("up_to 36 2024-08-31", "exact 39 2024-08-31"))}},
		{"about", "", []kg.Record{network(nil, figures("about 36 2024-08-31", "exact 39 2024-08-31"))}},
		{"about, and far from it", "figure POSSIBLE network:n members (): 36 60", []kg.Record{network(nil, figures("about 36 2024-08-31", "exact 60 2024-08-31"))}},
		{"two measures", "", []kg.Record{network(nil, []kg.Figure{figure("members", "36", "source:a"), figure("cities", "39", "source:b")})}},
		{"two groups", "", []kg.Record{network(nil, figures("exact 36 2024-08-31")), kg.Node{ID: "network:m", Kind: kg.Network, Figures: figures("exact 39 2024-08-31")}}},
		{"one document gives both", "", []kg.Record{network(nil, []kg.Figure{figure("members", "12", "source:a", "source:b"), figure("members", "13", "source:b", "source:c")})}},
		{"one document gives both, another a third", "figure CERTAIN network:n members (): 12 13 14",
			[]kg.Record{network(nil, []kg.Figure{figure("members", "12", "source:a"), figure("members", "13", "source:a"), figure("members", "14", "source:b")})}},
		{"one document counts otherwise than it lists", "figure CERTAIN network:n members (): 39 36*", []kg.Record{miscounted}},
		{"one document counts the list and something else", "", []kg.Record{listedToo}},
		{"a list and figures", "figure CERTAIN network:n members (): 39 36 38*", []kg.Record{listed}},
		{"none, and none recorded", "", []kg.Record{network(claims("funders=none"), nil)}},
		{"none, and some recorded", "absence CERTAIN network:n funders (): none 1[funds:f--n]", []kg.Record{network(claims("funders=none"), nil), funding}},
		{"none and some claimed", "field CERTAIN network:n funders (): none the city", []kg.Record{network(claims("funders=none", "funders=the city"), nil)}},
		{"a sighting that is carried", "", []kg.Record{member("2024-08", claims("seen=2024-08"))}},
		{"a sighting that nothing excludes", "", []kg.Record{member("2024-08", claims("seen=2021", "since=2021"))}},
		{"a sighting before it began", "field CERTAIN member-of:a--n seen (2024-08): 2021 since [2023..2024]",
			[]kg.Record{member("2024-08", claims("seen=2024-08", "seen=2021", "since=[2023..2024]"))}},
		{"a sighting that tells no more than two beginnings do", "field CERTAIN member-of:a--n since ([2021..2024]): 2021 [2023..2024]",
			[]kg.Record{member("2024-08", claims("seen=2024-08", "seen=2021", "since=2021", "since=[2023..2024]"))}},
		{"a sighting before two beginnings", "field CERTAIN member-of:a--n seen (2024-08): 2019 since 2021 since [2023..2024]\nfield CERTAIN member-of:a--n since ([2021..2024]): 2021 [2023..2024]",
			[]kg.Record{member("2024-08", claims("seen=2019", "since=2021", "since=[2023..2024]"))}},
		{"a sighting after it ended", "field CERTAIN member-of:a--n seen (2024-08): 2024-08 until 2023",
			[]kg.Record{member("2024-08", claims("seen=2024-08", "until=2023"))}},
		{"when it began", "field CERTAIN member-of:a--n since ([2021..2024]): 2021 [2023..2024]",
			[]kg.Record{member("2024-08", claims("since=2021", "since=[2023..2024]"))}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(find(tt.in...), "\n"); got != tt.want {
				t.Errorf("found\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// What is only implied does not contradict where stated values alone count.
func TestStated(t *testing.T) {
	b := issues.NewBuilder()
	b.Add(kg.Node{ID: "network:n", Kind: kg.Network, Claims: claims("foundingDate=2015", "~foundingDate=2016", "homepage=https://a.org", "homepage=https://b.org", "~homepage=https://c.org")})
	_, left := b.Contradictions()
	if diff := cmp.Diff([]string{"field CERTAIN network:n homepage (): https://a.org https://b.org"}, texts(left)); diff != "" {
		t.Error(diff)
	}
}

// drawRecords draws a node and an edge with claims and figures of few values, so
// that they meet.
func drawRecords(t *rapid.T) []kg.Record {
	cited := func() []kg.Citation { return rapid.SampledFrom([][]kg.Citation{stated, implied}).Draw(t, "sources") }
	dates := []string{"2015", "2016", "2016-10", "[2014..2016]", "2016-10-17"}
	claimed := func(fields ...string) (all []kg.Claim) {
		for range rapid.IntRange(1, 5).Draw(t, "claims") {
			by := cited()
			all = append(all, kg.Claim{Field: rapid.SampledFrom(fields).Draw(t, "field"), Value: rapid.SampledFrom(append(dates, "none")).Draw(t, "value"), Basis: kg.BasisOf(by), Sources: by})
		}
		return all
	}
	n := kg.Node{ID: "network:n", Kind: kg.Network, Name: "N", Claims: claimed("foundingDate", "homepage", "funders", "note")}
	for range rapid.IntRange(0, 4).Draw(t, "figures") {
		by := cited()
		n.Figures = append(n.Figures, kg.Figure{
			Measure: rapid.SampledFrom([]string{"members", "cities"}).Draw(t, "measure"), Qualifier: rapid.SampledFrom(kg.Qualifiers).Draw(t, "qualifier"),
			Value: rapid.SampledFrom([]string{"9", "10", "20"}).Draw(t, "number"), Date: kg.MustDate(rapid.SampledFrom(append(dates, "")).Draw(t, "date")),
			Basis: kg.BasisOf(by), Sources: by,
		})
	}
	e := kg.Edge{ID: "funds:f--n", Kind: kg.Funds, From: "funder:f", To: "network:n", Sources: cited(), Claims: claimed("since", "until", "seen", "amount")}
	return []kg.Record{n, e}
}

// The list follows from the records: the same each time, every side excluded by
// another, every side with a source, and no side more once stated ones alone
// count.
func TestAnyRecords(t *testing.T) {
	found := map[issues.Sort]int{}
	rapid.Check(t, func(t *rapid.T) {
		records := drawRecords(t)
		list := func() (all, stated []issues.Contradiction) {
			b := issues.NewBuilder()
			for _, r := range records {
				b.Add(r)
			}
			return b.Contradictions()
		}
		first, left := list()
		again, _ := list()
		if diff := cmp.Diff(texts(first), texts(again)); diff != "" {
			t.Fatalf("two lists of the same records:\n%s", diff)
		}
		sides := func(all []issues.Contradiction) (n int) {
			for _, c := range all {
				n += len(c.Sides)
			}
			return n
		}
		if sides(left) > sides(first) {
			t.Fatalf("more sides once only stated ones count: %v, %v", texts(first), texts(left))
		}
		for _, c := range first {
			found[c.Sort]++
			if len(c.Sides) < 2 || c.Certainty == kg.No {
				t.Fatalf("%v", texts([]issues.Contradiction{c}))
			}
			for _, s := range c.Sides {
				if len(s.Sources) == 0 {
					t.Fatalf("%v has a side without a source", texts([]issues.Contradiction{c}))
				}
			}
		}
	})
	if found[issues.OfField] == 0 || found[issues.OfFigure] == 0 || found[issues.OfAbsence] == 0 {
		t.Errorf("nothing of some sort was found: %v", found)
	}
}

// Where every side cites the same documents, no source disagrees with another.
func TestOneDocument(t *testing.T) {
	b := issues.NewBuilder()
	n := kg.Node{ID: "network:n", Kind: kg.Network, Claims: claims("foundingDate=2015", "foundingDate=2016", "homepage=https://a.org", "~homepage=https://b.org")}
	b.Add(n)
	all, _ := b.Contradictions()
	if len(all) != 2 || !all[0].OneDocument() || all[1].OneDocument() {
		t.Errorf("%v", texts(all))
	}
}
