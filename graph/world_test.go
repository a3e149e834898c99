package graph_test

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

// world is a small drawn world. Cities Aby (DE), Bie (DE), Cux (IT), Doe (a
// district of Cux), Eem (GR); networks Alpha and Beta; everything else once.
func world() store.Batch {
	said := []kg.Citation{{Source: "source:paper", Locator: "L1", Basis: kg.Stated}}
	hinted := []kg.Citation{{Source: "source:blog", Locator: "L2", Basis: kg.Implied}}
	node := func(id kg.ID, name string, attrs kg.Attrs) kg.Node {
		kind, _ := kg.NodeKindOf(id)
		n := kg.Node{ID: id, Kind: kind, Name: name, Attrs: attrs}
		if kind != kg.Source {
			n.Basis, n.Sources = kg.Stated, said
		}
		return n
	}
	place := func(id kg.ID, name, country, placeType string) kg.Node {
		return node(id, name, kg.Attrs{"country": country, "placeType": placeType})
	}
	alpha := node("network:alpha", "Alpha", kg.Attrs{"foundingDate": "2016", "homepage": "https://alpha.example"})
	alpha.Names = []kg.Name{{Text: "Älfa-Bund", Lang: "de", Kind: "alias", Basis: kg.Stated, Sources: said}}
	alpha.Figures = []kg.Figure{{Measure: "members", Qualifier: "over", Value: "560", Date: kg.MustDate("2024-08"), Basis: kg.Stated, Sources: said}}
	alpha.Rosters = []kg.Roster{{Date: kg.MustDate("2024-08-31"), Scope: "all", Status: "complete", Count: 2, Basis: kg.Stated, Sources: said}}
	alpha.Claims = []kg.Claim{
		{Field: "foundingDate", Value: "2015", Basis: kg.Stated, Sources: hinted},
		{Field: "targetGroups", Value: "children", Basis: kg.Stated, Sources: said},
	}
	beta := node("network:beta", "Beta", nil) // its one complete list covers Italy alone
	beta.Rosters = []kg.Roster{{Date: kg.MustDate("2024-08-31"), Scope: "IT", Status: "complete", Count: 1, Basis: kg.Stated, Sources: said}}
	party := node("event:party", "Party", kg.Attrs{"date": "2021-06-25/2021-06-26"})
	party.Rosters = []kg.Roster{{Date: kg.MustDate("2021-06-25"), Scope: "all", Status: "complete", Count: 1, Basis: kg.Stated, Sources: said}}
	gamma := node("organization:gamma", "Gamma", kg.Attrs{"form": "alliance"}) // its complete list is of some day of a month
	gamma.Rosters = []kg.Roster{{Date: kg.MustDate("2024-08"), Scope: "all", Status: "complete", Count: 2, Basis: kg.Stated, Sources: said}}
	aby := place("city:aby", "Aby", "DE", "municipality")
	aby.Attrs["latitude"], aby.Attrs["population"] = "52.5243712345678", "3426354"

	b := store.Batch{Nodes: []kg.Node{
		aby, place("city:bie", "Bié", "DE", "municipality"), place("city:cux", "Cux", "IT", "municipality"),
		place("city:doe", "Doe", "IT", "district"), place("city:eem", "Eem", "GR", "municipality"),
		alpha, beta,
		gamma,
		node("organization:ngo", "Helpers", kg.Attrs{"form": "civil_society"}),
		node("declaration:delta", "Delta Declaration", kg.Attrs{"form": "charter", "adopted": "2021-06-25"}),
		party,
		node("initiative:map", "Map", kg.Attrs{"form": "platform", "status": "running"}),
		node("funder:fund", "Fund", nil), node("demand:want", "Want", nil),
		node("source:paper", "Paper", kg.Attrs{"language": "en"}), node("source:blog", "Blog", nil),
	}}
	edge := func(k kg.EdgeKind, from, to kg.ID, since string, seen ...string) *kg.Edge {
		e := kg.Edge{ID: kg.EdgeID(k, from, to, 1), Kind: k, From: from, To: to, Stint: 1,
			Since: kg.MustDate(since), Attrs: kg.Attrs{}, Basis: kg.Stated, Sources: said}
		for _, s := range seen {
			e.Seen = append(e.Seen, kg.MustDate(s))
		}
		b.Edges = append(b.Edges, e)
		return &b.Edges[len(b.Edges)-1]
	}
	e := edge(kg.MemberOf, "city:aby", "network:alpha", "2016", "2024-08-31")
	e.Attrs["through"] = "declaration:delta"
	e.Claims = []kg.Claim{{Field: "since", Value: "2016", Basis: kg.Stated, Sources: hinted}}
	edge(kg.MemberOf, "city:bie", "network:alpha", "[2021..2023-09]", "2024-08-31")
	e = edge(kg.MemberOf, "city:aby", "network:beta", "2020-01-01")
	e.Until = kg.MustDate("2022")
	edge(kg.MemberOf, "city:cux", "network:beta", "", "2021")
	part := edge(kg.PartOf, "city:doe", "city:cux", "").ID
	e = edge(kg.MemberOf, "city:doe", "network:beta", "2019")
	e.Basis, e.Sources, e.ImpliedBy = kg.Implied, hinted, []kg.ID{part}
	edge(kg.MemberOf, "network:beta", "organization:gamma", "2019")
	edge(kg.MemberOf, "organization:ngo", "organization:gamma", "")
	e = edge(kg.Signed, "city:aby", "declaration:delta", "2021-06-25")
	e.Attrs["office"], e.Attrs["person"] = "mayor", "A. Byer"
	edge(kg.Signed, "city:bie", "declaration:delta", "2021-06").Attrs["onBehalfOf"] = "network:alpha"
	edge(kg.Founded, "city:aby", "network:alpha", "2016")
	e = edge(kg.Funds, "funder:fund", "network:alpha", "2020")
	e.Attrs = kg.Attrs{"amount": "50000", "currency": "EUR", "amountQualifier": "up_to", "amountPer": "year", "wording": "supported by"}
	e = edge(kg.Funds, "funder:fund", "network:alpha", "2022")
	e.ID, e.Stint, e.Attrs = kg.EdgeID(kg.Funds, "funder:fund", "network:alpha", 2), 2, kg.Attrs{"amount": "0.1234567890123456"}
	edge(kg.CooperatesWith, "network:alpha", "organization:gamma", "")
	edge(kg.TookPartIn, "city:eem", "event:party", "2021-06-25").Attrs["role"] = "participant"
	edge(kg.TookPartIn, "city:aby", "initiative:map", "2022").Attrs["role"] = "associate"
	edge(kg.TookPartIn, "city:bie", "initiative:map", "2022").Attrs["role"] = "partner"
	edge(kg.CallsFor, "network:alpha", "demand:want", "").Attrs["stance"] = "demand"

	b.Corrections = []kg.Correction{
		{Record: "city:aby", Date: kg.MustDate("2026-02-03"), Was: "country AT", Is: "country DE", Why: "Misread."},
		{Record: "member-of:aby--alpha", Date: kg.MustDate("2026-01"), Was: "since 2014", Is: "since 2015", Why: "A slip."},
		{Record: "member-of:aby--alpha", Date: kg.MustDate("2026-02-03"), Was: "since 2015", Is: "since 2016", Why: "The line above."},
	}
	b.Retired = []kg.Retired{
		{ID: "city:aaby", Date: kg.MustDate("2026-01-02"), Reason: "misspelt", ReplacedBy: "city:aby"},
		{ID: "city:aaaby", Date: kg.MustDate("2026-01-01"), Reason: "misspelt twice", ReplacedBy: "city:aaby"},
		{ID: "city:gone", Date: kg.MustDate("2026-01-03"), Reason: "never was one"},
	}
	return b
}

// crowd adds n cities, all members of the network Crowd, which has no roster.
func crowd(b store.Batch, n int) store.Batch {
	said := []kg.Citation{{Source: "source:paper", Locator: "L9", Basis: kg.Stated}}
	b.Nodes = append(b.Nodes, kg.Node{ID: "network:crowd", Kind: kg.Network, Name: "Crowd", Basis: kg.Stated, Sources: said})
	for i := range n {
		name := fmt.Sprintf("%c-town %d", 'z'-i%3, i)
		id := kg.NodeID(kg.City, name)
		b.Nodes = append(b.Nodes, kg.Node{ID: id, Kind: kg.City, Name: name, Attrs: kg.Attrs{"country": "FR"}, Basis: kg.Stated, Sources: said})
		b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, id, "network:crowd", 1), Kind: kg.MemberOf, From: id, To: "network:crowd",
			Stint: 1, Since: kg.MustDate(fmt.Sprint(2000 + i%4)), Basis: kg.Stated, Sources: said})
	}
	return b
}

// asker returns an Asker for a store that holds the batch.
func asker(t testing.TB, b store.Batch) (*graphtest.Asker, *strings.Builder) {
	t.Helper()
	s := memstore.New()
	fill(t, s, b)
	log := &strings.Builder{}
	return graphtest.Open(t, s, graph.Options{Log: logger(log)}), log
}

func fill(t testing.TB, s store.Store, b store.Batch) {
	t.Helper()
	imp, err := s.Begin(t.Context(), kg.Dataset{Name: "world", Title: "A small world", Version: "1.0.0", License: "CC-BY-4.0", Citation: "nobody", Hash: "abc"})
	if err != nil {
		t.Fatal(err)
	}
	if err := imp.Put(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func logger(to io.Writer) *slog.Logger { return slog.New(slog.NewTextHandler(to, nil)) }
