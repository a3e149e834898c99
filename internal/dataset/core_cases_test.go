package dataset_test

import (
	"strings"
	"testing"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
)

// coreSample returns a dataset with one of everything that can vanish.
func coreSample() *dataset.Dataset {
	stated := func(locator string) []kg.Citation {
		return []kg.Citation{{Source: "source:page", Locator: locator, Basis: kg.Stated}}
	}
	implied := []kg.Citation{{Source: "source:page", Locator: "9", Basis: kg.Implied}}
	return &dataset.Dataset{
		Nodes: []kg.Node{
			{ID: "city:alba", Kind: kg.City, Name: "Alba", Attrs: kg.Attrs{"country": "IT", "description": "Old."}, Basis: kg.Stated, Sources: stated("1"),
				Names:   []kg.Name{{Text: "Albe", Lang: "und", Kind: "alias", Basis: kg.Stated, Sources: stated("2")}},
				Figures: []kg.Figure{{Measure: "people", Qualifier: "over", Value: "5", Date: kg.MustDate("2015"), Basis: kg.Stated, Sources: stated("3")}}},
			{ID: "network:ring", Kind: kg.Network, Name: "Ring", Attrs: kg.Attrs{"foundingDate": "2015"}, Basis: kg.Stated, Sources: stated("4"),
				Rosters: []kg.Roster{{Date: kg.MustDate("2016"), Scope: "all", Status: "partial", Count: -1, Basis: kg.Stated, Sources: stated("5")}},
				Claims:  []kg.Claim{{Field: "funders", Value: "none", Basis: kg.Stated, Sources: stated("6")}}},
		},
		Edges: []kg.Edge{
			{ID: "founded:alba--ring", Kind: kg.Founded, From: "city:alba", To: "network:ring", Stint: 1, Basis: kg.Stated, Sources: stated("7")},
			{ID: "member-of:alba--ring", Kind: kg.MemberOf, From: "city:alba", To: "network:ring", Stint: 1,
				Since: kg.MustDate("2015"), Until: kg.MustDate("2020"), Seen: []kg.Date{kg.MustDate("2016")},
				Attrs: kg.Attrs{"office": "mayor", "through": "city:alba"}, ImpliedBy: []kg.ID{"founded:alba--ring"},
				Basis: kg.Implied, Sources: implied, Claims: []kg.Claim{{Field: "note", Value: "Small", Basis: kg.Stated, Sources: stated("8")}}},
		},
		Retired:     []kg.Retired{{ID: "city:gone", Date: kg.MustDate("2027"), Reason: "Gone."}},
		Corrections: []kg.Correction{{Record: "city:alba", Date: kg.MustDate("2027"), Was: "A", Is: "B", Why: "C"}},
	}
}

// claim adds what some other source says of a field.
func claim(cs *[]kg.Claim, field, value string) {
	*cs = append(*cs, kg.Claim{Field: field, Value: value, Basis: kg.Stated, Sources: []kg.Citation{{Source: "source:list", Locator: "1", Basis: kg.Stated}}})
}

// Every value that vanishes is noticed.
func TestVanishedNotices(t *testing.T) {
	for want, spoil := range map[string]func(d *dataset.Dataset, alba, ring *kg.Node, member *kg.Edge){
		"city:alba: the node":                     func(d *dataset.Dataset, _, _ *kg.Node, _ *kg.Edge) { d.Nodes = d.Nodes[1:] },
		"member-of:alba--ring: the edge":          func(d *dataset.Dataset, _, _ *kg.Node, _ *kg.Edge) { d.Edges = d.Edges[:1] },
		"city:gone: it is not retired any more":   func(d *dataset.Dataset, _, _ *kg.Node, _ *kg.Edge) { d.Retired = nil },
		`city:alba: its correction "A" → "B"`:     func(d *dataset.Dataset, _, _ *kg.Node, _ *kg.Edge) { d.Corrections[0].Why = "D" },
		`city:alba: the name "Alba", now "Albo"`:  func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Name = "Albo" },
		`city:alba: country "IT", now "RS"`:       func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Attrs["country"] = "RS" },
		`city:alba: country "IT", now ""`:         func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { delete(n.Attrs, "country") },
		`city:alba: the name "Albe" (und, alias)`: func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Names[0].Kind = "former" },
		"city:alba: the figure people over 5 (2015)": func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) {
			n.Figures[0].Date = kg.MustDate("[2014..2015]")
		},
		"city:alba: the node was stated, now implied":         func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Basis = kg.Implied },
		"city:alba: the node: the citation source:page#1":     func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Sources[0].Locator = "11" },
		`the figure people over 5 (2015): the citation`:       func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Figures[0].Sources = nil },
		`network:ring: foundingDate "2015", now "2016"`:       func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) { n.Attrs["foundingDate"] = "2016" },
		`network:ring: foundingDate "2015", now "[2014..]"`:   func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) { n.Attrs["foundingDate"] = "[2014..]" },
		`network:ring: the roster of "2016", scope all`:       func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) { n.Rosters[0].Status = "unknown" },
		`network:ring: the claim funders "none"`:              func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) { n.Claims[0].Value = "some" },
		`member-of:alba--ring: since 2015, now "2014"`:        func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Since = kg.MustDate("2014") },
		`member-of:alba--ring: until 2020, now ""`:            func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Until = kg.Date{} },
		"member-of:alba--ring: seen 2016":                     func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Seen[0] = kg.MustDate("2017") },
		`member-of:alba--ring: office "mayor", now "council"`: func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Attrs["office"] = "council" },
		"member-of:alba--ring: implied by founded:alba--ring": func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.ImpliedBy = nil },
		`member-of:alba--ring: the claim note "Small"`:        func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Claims = nil },
	} {
		now := coreSample()
		spoil(now, &now.Nodes[0], &now.Nodes[1], &now.Edges[1])
		if losses := vanished(coreSample(), now); len(losses) != 1 || !strings.Contains(losses[0], want) {
			t.Errorf("losses %q, want %q", losses, want)
		}
	}
}

// A refined value has not vanished.
func TestVanishedAllows(t *testing.T) {
	for name, refine := range map[string]func(d *dataset.Dataset, alba, ring *kg.Node, member *kg.Edge){
		"nothing changed":        func(*dataset.Dataset, *kg.Node, *kg.Node, *kg.Edge) {},
		"another description":    func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Attrs["description"] = "New." },
		"another canonical name": func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Name = "Albo"; claim(&n.Claims, "name", "Alba") },
		"canonical and other name": func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) {
			n.Name, n.Names = "Albo", append(n.Names, kg.Name{Text: "Alba"})
		},
		"language found out": func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Names[0].Lang = "de" },
		"a value became a claim": func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) {
			n.Attrs["country"] = "RS"
			claim(&n.Claims, "country", "IT")
		},
		"date narrowed": func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) { n.Attrs["foundingDate"] = "2015-06" },
		"date disputed": func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) {
			n.Attrs["foundingDate"] = "[2014..2015]"
			claim(&n.Claims, "foundingDate", "2014")
			claim(&n.Claims, "foundingDate", "2015")
		},
		"figure's date narrowed": func(_ *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) { n.Figures[0].Date = kg.MustDate("2015-02-03") },
		"roster counted":         func(_ *dataset.Dataset, _, n *kg.Node, _ *kg.Edge) { n.Rosters[0].Count = 4 },
		"since narrowed":         func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Since = kg.MustDate("2015-04-01") },
		"until disputed": func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) {
			e.Until = kg.Date{}
			claim(&e.Claims, "until", "2020")
		},
		"sighting narrowed": func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) {
			e.Seen = []kg.Date{kg.MustDate("2016-05"), kg.MustDate("2018")}
		},
		"sighting disputed": func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) { e.Seen = nil; claim(&e.Claims, "seen", "2016") },
		"implied became stated": func(_ *dataset.Dataset, _, _ *kg.Node, e *kg.Edge) {
			e.Basis, e.Sources[0].Basis, e.ImpliedBy = kg.Stated, kg.Stated, nil
		},
		"retired for another": func(d *dataset.Dataset, n, _ *kg.Node, e *kg.Edge) {
			n.ID, e.From, d.Edges[0].From, e.Attrs["through"] = "city:alba-longa", "city:alba-longa", "city:alba-longa", "city:alba-longa"
			e.ID = "member-of:alba-longa--ring"
			d.Retired = append(d.Retired, kg.Retired{ID: "city:alba", ReplacedBy: "city:alba-longa"}, kg.Retired{ID: "member-of:alba--ring", ReplacedBy: e.ID})
		},
		"more of everything": func(d *dataset.Dataset, n, _ *kg.Node, _ *kg.Edge) {
			d.Nodes = append(d.Nodes, kg.Node{ID: "city:bela", Kind: kg.City, Name: "Bela"})
			n.Attrs["population"] = "5"
			claim(&n.Claims, "note", "Old")
		},
	} {
		now := coreSample()
		refine(now, &now.Nodes[0], &now.Nodes[1], &now.Edges[1])
		if losses := vanished(coreSample(), now); len(losses) != 0 {
			t.Errorf("%s: losses %q", name, losses)
		}
	}
}
