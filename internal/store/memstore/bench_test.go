package memstore_test

import (
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// bigWorld has so many cities and a hundredth as many networks; each city
// belongs to five networks, and the first network is a hub of every tenth city.
func bigWorld(cities int) storetest.World {
	var b store.Batch
	add := func(kind kg.NodeKind, id, name string) kg.ID {
		n := kg.Node{ID: kg.ID(id), Kind: kind, Name: name, Basis: kg.Stated, Attrs: kg.Attrs{"country": "DE", "placeType": "municipality"},
			Sources: []kg.Citation{{Source: "source:s", Locator: "L1", Basis: kg.Stated}},
			Names:   []kg.Name{{Text: name + " an der Elbe", Lang: "de", Kind: "official", Basis: kg.Stated}}}
		b.Nodes = append(b.Nodes, n)
		return n.ID
	}
	join := func(from, to kg.ID, i int) {
		b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, from, to, 1), Kind: kg.MemberOf, From: from, To: to, Stint: 1,
			Since: kg.MustDate(fmt.Sprintf("20%02d-%02d", i%25, 1+i%12)), Basis: kg.Stated,
			Attrs: kg.Attrs{"office": "mayor"}, Sources: []kg.Citation{{Source: "source:s", Locator: "L2", Basis: kg.Stated}}})
	}
	var networks []kg.ID
	for i := range cities / 100 {
		networks = append(networks, add(kg.Network, fmt.Sprintf("network:n%05d", i), fmt.Sprintf("Bündnis %d", i*7919%cities)))
	}
	for i := range cities {
		city := add(kg.City, fmt.Sprintf("city:c%06d", i), fmt.Sprintf("%cöln %d", 'A'+i%26, i*7919%cities))
		if i%10 == 0 {
			join(city, networks[0], i)
		}
		for j := range 5 {
			join(city, networks[1+(i*(j+3)+j)%(len(networks)-1)], i+j)
		}
	}
	seen := map[kg.ID]bool{}
	unique := b.Edges[:0]
	for _, e := range b.Edges {
		if !seen[e.ID] {
			unique = append(unique, e)
		}
		seen[e.ID] = true
	}
	b.Edges = unique
	return storetest.NewWorld(b)
}

func BenchmarkReads(b *testing.B) {
	const cities = 100_000
	s := memstore.New()
	w := bigWorld(cities)
	storetest.Import(b, s, w)
	r := storetest.Open(b, s)
	ctx := b.Context()
	run := func(name string, call func() error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := call(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	list := func(f store.NodeFilter, p store.Page) func() error {
		return func() error {
			_, err := r.List(ctx, f, p)
			return err
		}
	}
	edges := func(at []store.Anchor, f store.EdgeFilter, p store.Page) func() error {
		return func() error {
			_, err := r.Edges(ctx, at, f, p)
			return err
		}
	}
	page := store.Page{First: 25}
	country := &store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE"}}}}
	memberOf := func(q store.Quantifier, where *store.Condition) *store.Condition {
		return &store.Condition{Relations: []store.Relation{{Quantifier: q, Direction: store.Out, Kinds: []kg.EdgeKind{kg.MemberOf}, Where: where}}}
	}
	only := []kg.NodeKind{kg.City}
	day, _ := kg.ParseDay("2015-01-01")
	var anchors []store.Anchor
	for i := range 25 {
		anchors = append(anchors, store.Anchor{ID: kg.ID(fmt.Sprintf("network:n%05d", i))})
	}
	members := store.EdgeFilter{Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.In, Order: store.Order{By: store.ByName}}
	hub := []store.Anchor{{ID: "network:n00000"}}

	run("one city", func() error { _, err := r.Records(ctx, []kg.ID{"city:c050000"}); return err })
	run("list by name", list(store.NodeFilter{Kinds: only, Order: store.Order{By: store.ByName}}, page))
	run("list by degree", list(store.NodeFilter{Kinds: only, Order: store.Order{By: store.ByDegree, Desc: true}}, page))
	run("list by degree, deep", list(store.NodeFilter{Kinds: only, Order: store.Order{By: store.ByDegree, Desc: true}},
		store.Page{First: 25, After: &store.Key{Value: "0000000005", ID: "city:c070000"}}))
	run("list with condition and total", list(store.NodeFilter{Kinds: only, Where: country, Order: store.Order{By: store.ByName}}, store.Page{First: 25, Total: true}))
	run("list by beginning of name", list(store.NodeFilter{Kinds: only, Where: &store.Condition{Name: &store.NameMatch{StartsWith: "köln 12"}}}, store.Page{First: 25, Total: true}))
	run("list by part of name, total", list(store.NodeFilter{Kinds: only, Where: &store.Condition{Name: &store.NameMatch{Contains: "99"}}}, store.Page{First: 25, Total: true}))
	run("list of a network's members, total", list(store.NodeFilter{Kinds: only, Where: memberOf(store.Some, &store.Condition{IDs: []kg.ID{"network:n00000"}})}, store.Page{First: 25, Total: true}))
	run("list by relation three deep, total", list(store.NodeFilter{Kinds: only, When: store.When{AsOf: &day, Certainty: kg.Certain},
		Where: memberOf(store.All, &store.Condition{Relations: []store.Relation{{Quantifier: store.None, Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf},
			Where: memberOf(store.Some, &store.Condition{IDs: []kg.ID{"network:n00001"}})}}})}, store.Page{First: 25, Total: true}))
	run("25 anchors, 25 members each by name", edges(anchors, members, store.Page{First: 25, Others: true}))
	run("25 anchors, totals only", edges(anchors, members, store.Page{Total: true}))
	onDay := members
	onDay.When.AsOf = &day
	run("hub on a day with total", edges(hub, onDay, store.Page{First: 25, Others: true, Total: true}))
	deep := []store.Anchor{{ID: "network:n00000", After: store.Key{Value: "koln 50000", ID: "member-of:c050000--n00000"}}}
	run("hub, deep page by name", edges(deep, members, page))
}

func BenchmarkImport(b *testing.B) {
	w := bigWorld(100_000)
	b.ReportAllocs()
	for b.Loop() {
		storetest.Import(b, memstore.New(), w)
	}
}
