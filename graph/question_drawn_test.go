package graph_test

import (
	"fmt"
	"math/rand/v2"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// drawnCases are asked on a drawn world (drawnBatch), on both backends.
var drawnCases []questionCase

// drawnBatch draws a world, always the same: 40 cities city:c0 …, six networks
// network:n0 …, two declarations declaration:d0 …, two initiatives initiative:i0 …,
// three organizations organization:o0 … and two funders funder:f0 …, with edges of
// all certainties, stints, implied edges and roles.
func drawnBatch() store.Batch {
	d := drawn{rng: rand.New(rand.NewPCG(7, 11)), known: map[kg.ID]bool{}}
	d.Nodes = []kg.Node{{ID: "source:s0", Kind: kg.Source, Name: "First"}, {ID: "source:s1", Kind: kg.Source, Name: "Second"}}
	for _, k := range []struct {
		kind  kg.NodeKind
		count int
	}{{kg.City, 40}, {kg.Network, 6}, {kg.Declaration, 2}, {kg.Initiative, 2}, {kg.Organization, 3}, {kg.Funder, 2}} {
		for i := range k.count {
			d.node(k.kind, i)
		}
	}
	for i := range 40 {
		for range 4 + d.rng.IntN(4) {
			d.edge(kg.MemberOf, "city:c%d", i, "network:n%d", 6)
		}
		if i%3 == 0 {
			d.edge(kg.MemberOf, "city:c%d", i, "organization:o%d", 3)
		}
		if i%2 == 0 {
			d.edge(kg.Signed, "city:c%d", i, "declaration:d%d", 2)
		}
		d.edge(kg.TookPartIn, "city:c%d", i, "initiative:i%d", 2)
	}
	for i := range 6 {
		d.edge(kg.MemberOf, "network:n%d", i, "organization:o%d", 3)
	}
	for i := range 8 {
		d.edge(kg.Funds, "funder:f%d", i%2, "network:n%d", 6)
		d.edge(kg.Funds, "network:n%d", i%6, "initiative:i%d", 2)
		d.edge(kg.Supports, "organization:o%d", i%3, "city:c%d", 40)
	}
	d.Retired = []kg.Retired{{ID: "network:old", Date: kg.MustDate("2026-01-01"), Reason: "renamed", ReplacedBy: "network:n0"}}
	return d.Batch
}

type drawn struct {
	store.Batch
	rng   *rand.Rand
	known map[kg.ID]bool
}

func (d *drawn) pick(from ...string) string { return from[d.rng.IntN(len(from))] }

func (d *drawn) said() (kg.Basis, []kg.Citation) {
	basis := kg.Basis(d.pick("stated", "stated", "stated", "implied"))
	return basis, []kg.Citation{{Source: kg.ID(d.pick("source:s0", "source:s1")), Locator: "L" + d.pick("1", "2", "3"), Basis: basis}}
}

func (d *drawn) node(kind kg.NodeKind, i int) {
	n := kg.Node{ID: kg.ID(fmt.Sprintf("%s:%c%d", kind.Prefix(), kind.Prefix()[0], i)), Kind: kind, Attrs: kg.Attrs{}}
	n.Name = fmt.Sprintf("%s %c%d", kind.Prefix(), 'z'-i%26, i)
	n.Basis, n.Sources = d.said()
	if kind == kg.City {
		n.Attrs["placeType"], n.Attrs["country"] = d.pick("municipality", "municipality", "municipality", "district", "county"), d.pick("DE", "IT", "FR")
	}
	if spec, _ := kind.Spec(); spec.Roster != "" {
		n.Rosters = []kg.Roster{{Date: kg.MustDate(d.pick("2021-06-30", "2021-06", "")), Scope: kg.ScopeAll, Status: d.pick("complete", "partial"), Count: -1, Basis: kg.Stated, Sources: n.Sources}}
	}
	d.Nodes = append(d.Nodes, n)
}

// edge draws an edge between a node and some node; one that is there already gets a
// further stint where its kind has such.
func (d *drawn) edge(kind kg.EdgeKind, from string, i int, to string, among int) {
	e := kg.Edge{Kind: kind, From: kg.ID(fmt.Sprintf(from, i)), To: kg.ID(fmt.Sprintf(to, d.rng.IntN(among))), Stint: 1, Attrs: kg.Attrs{}}
	spec, _ := kind.Spec()
	for e.ID = kg.EdgeID(kind, e.From, e.To, e.Stint); d.known[e.ID]; e.ID = kg.EdgeID(kind, e.From, e.To, e.Stint) {
		if e.Stint++; !spec.Stints {
			return
		}
	}
	d.known[e.ID] = true
	e.Basis, e.Sources = d.said()
	e.Since = kg.MustDate(d.pick("", "2018", "2019-05", "2020-02-29", "[2017..2020]", "[..2021]", "2021~"))
	if spec.Form == kg.State {
		e.Until = kg.MustDate(d.pick("", "", "2021", "2022-03", "[2021..2023]"))
		if d.rng.IntN(2) == 0 {
			e.Seen = []kg.Date{kg.MustDate(d.pick("2021-06-30", "2021-01", "2021"))}
		}
	}
	if kind == kg.TookPartIn {
		if role := d.pick("participant", "partner", "sponsor", ""); role != "" {
			e.Attrs["role"] = role
		}
	}
	if kind == kg.Funds && d.rng.IntN(2) == 0 {
		e.Attrs = kg.Attrs{"amount": d.pick("1000", "2500.5"), "currency": d.pick("EUR", "USD"), "amountPer": d.pick("total", "year"), "amountQualifier": d.pick("exact", "about")}
	}
	if e.Basis == kg.Implied && len(d.Edges) > 0 {
		e.ImpliedBy = []kg.ID{d.Edges[d.rng.IntN(len(d.Edges))].ID}
		for _, o := range d.Edges { // rather from an edge of the same actor, so that it can be circular
			if o.From == e.From {
				e.ImpliedBy = []kg.ID{o.ID}
			}
		}
	}
	d.Edges = append(d.Edges, e)
}

func init() {
	networks := `["network:n0", "network:n1", "network:n2", "network:n3", "network:n4", "network:n5"]`
	for _, about := range []string{``, `, "basis": "ANY"`, `, "asOf": "2021-06-30"`, `, "asOf": "2021-06-30", "certainty": "POSSIBLE", "basis": "ANY"`} {
		for _, universe := range []string{`{"recorded": true}`, `{"union": true}`, `{"country": "DE"}`, `{"size": 70}`} {
			drawnCases = append(drawnCases, questionCase{question: "overlap", variables: `{"groups": ` + networks + `, "sdsm": true, "universe": ` + universe + about + `}`})
		}
		drawnCases = append(drawnCases,
			questionCase{question: "overlap", variables: `{"groups": ["network:old", "declaration:d0", "initiative:i0", "organization:o1"], "universe": {"recorded": true}, "placeTypes": ["DISTRICT", "MUNICIPALITY"]` + about + `}`},
			questionCase{question: "intersections", variables: `{"groups": ` + networks + `, "first": 7` + about + `}`},
			questionCase{question: "sharedNetworks", variables: `{"cities": ["city:c1", "city:c2", "city:c3", "city:c4"], "atLeast": 2` + about + `}`},
			questionCase{question: "coMembership", variables: `{"a": "city:c1", "b": "city:c2", "until": "2026-11-22"` + about + `}`},
			questionCase{question: "coMembership", variables: `{"a": "network:n1", "b": "network:n2", "side": "GROUPS"` + about + `}`},
			questionCase{question: "similarCities", variables: `{"city": "city:c5"` + about + `}`},
			questionCase{question: "similarCities", variables: `{"city": "city:c5", "measure": "NEWMAN", "minShared": 2` + about + `}`},
		)
	}
	for _, measure := range []string{"DEGREE", "BETWEENNESS", "CLOSENESS", "PAGE_RANK"} {
		drawnCases = append(drawnCases, questionCase{question: "centrality", variables: `{"measure": "` + measure + `", "asOf": "2021-06-30", "certainty": "POSSIBLE"}`})
	}
	for _, q := range []string{"communities", "structure", "contradictions", "coverage"} {
		drawnCases = append(drawnCases, questionCase{question: q, variables: `{}`}, questionCase{question: q, variables: `{"asOf": "2021-06-30", "basis": "ANY"}`})
	}
}
