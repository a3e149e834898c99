package neostore_test

import (
	"context"
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// traced keeps the statements of a store.
type traced struct {
	cypher string
	params map[string]any
	trips  int
	all    []string
}

func (l *traced) trace(_ context.Context, cypher string, params map[string]any) {
	l.cypher, l.params = cypher, params
	l.trips++
	l.all = append(l.all, cypher)
}

// manyCities has one network that every city is a member of, and one that every
// hundredth is.
func manyCities(n int) storetest.World {
	b := store.Batch{Nodes: []kg.Node{{ID: "network:all", Kind: kg.Network, Name: "All"}, {ID: "network:few", Kind: kg.Network, Name: "Few"}}}
	for i := range n {
		c := kg.Node{
			ID: kg.ID(fmt.Sprintf("city:c%d", i)), Kind: kg.City, Name: fmt.Sprintf("C%d", i*7919%n),
			Attrs: kg.Attrs{"country": []string{"DE", "IT", "PL"}[i%3]},
		}
		b.Nodes = append(b.Nodes, c)
		b.Edges = append(b.Edges, member(c.ID, "network:all"))
		if i%100 == 0 {
			b.Edges = append(b.Edges, member(c.ID, "network:few"))
		}
	}
	return storetest.NewWorld(b)
}

func member(city, network kg.ID) kg.Edge {
	return kg.Edge{ID: kg.EdgeID(kg.MemberOf, city, network, 1), Kind: kg.MemberOf, From: city, To: network, Stint: 1, Basis: kg.Stated}
}

// TestCost holds statements to what they may cost among many nodes: a page by
// an indexed key does not cost more where there are more nodes.
func TestCost(t *testing.T) {
	server := neo4jtest.Shared(t)
	last := &traced{}
	s := fresh(t, func(o *neostore.Options) { o.Trace = last.trace })
	storetest.Import(t, s, manyCities(5000))
	server.Run(t, "CALL db.resampleOutdatedIndexes()", nil)
	server.Run(t, "CALL db.clearQueryCaches()", nil)
	r := storetest.Open(t, s)
	cities := []kg.NodeKind{kg.City}
	after := func(_ store.Order, value string) *store.Key { return &store.Key{Value: value, ID: "city:c2500"} }
	page := func(f store.NodeFilter, p store.Page) func() error {
		return func() error {
			_, err := r.List(t.Context(), f, p)
			return err
		}
	}
	edges := func(id kg.ID, f store.EdgeFilter, p store.Page) func() error {
		return func() error {
			_, err := r.Edges(t.Context(), []store.Anchor{{ID: id}}, f, p)
			return err
		}
	}
	byName, byDegree := store.Order{By: store.ByName}, store.Order{By: store.ByDegree, Desc: true}
	members := store.EdgeFilter{Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.In}
	for _, tt := range []struct {
		about string
		call  func() error
		most  int64
	}{
		{"25 by id", page(store.NodeFilter{Kinds: cities}, store.Page{First: 25}), 300},
		{"25 of every kind by name", page(store.NodeFilter{Order: byName}, store.Page{First: 25}), 400},
		{"25 by name", page(store.NodeFilter{Kinds: cities, Order: byName}, store.Page{First: 25}), 300},
		{"25 by name, from the middle", page(store.NodeFilter{Kinds: cities, Order: byName}, store.Page{First: 25, After: after(byName, "c2500")}), 300},
		{"25 by degree, among equals", page(store.NodeFilter{Kinds: cities, Order: byDegree}, store.Page{First: 25, After: after(byDegree, "0000000001")}), 300},
		{"25 by name of one country", page(store.NodeFilter{Kinds: cities, Order: byName, Where: &store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"PL"}}}}}, store.Page{First: 25}), 1500},
		{"one by its id", page(store.NodeFilter{Where: &store.Condition{IDs: []kg.ID{"city:c17"}}}, store.Page{First: 25}), 300},
		{"members of the few", page(store.NodeFilter{Kinds: cities, Order: byName, Where: &store.Condition{Relations: []store.Relation{{
			Quantifier: store.Some, Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.Out, Where: &store.Condition{IDs: []kg.ID{"network:few"}}}}}}, store.Page{First: 25}), 3000},
		{"names beginning", page(store.NodeFilter{Where: &store.Condition{Name: &store.NameMatch{StartsWith: "c123"}}}, store.Page{First: 5}), 6000},
		{"25 members by id", edges("network:all", members, store.Page{First: 25, Others: true}), 11000},
		{"how many members", edges("network:all", members, store.Page{Total: true}), 50},
		{"records", func() error {
			_, err := r.Records(t.Context(), []kg.ID{"city:c1", "city:c2", "member-of:c1--all"})
			return err
		}, 300},
	} {
		t.Run(tt.about, func(t *testing.T) {
			before := last.trips
			if err := tt.call(); err != nil {
				t.Fatal(err)
			}
			if n := last.trips - before; n != 1 {
				t.Errorf("%d round trips", n)
			}
			hits, plan := server.Profile(t, last.cypher, last.params)
			t.Logf("%d hits", hits)
			if hits > tt.most {
				t.Errorf("%d hits, at most %d allowed:\n%s\n%s", hits, tt.most, last.cypher, plan)
			}
		})
	}
}
