package storetest

import (
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var pagingCases = []testCase{
	{"paging/nodes, every order and filter, every page size", pageNodes},
	{"paging/edges, every order and filter, every page size", pageEdges},
	{"paging/edges of several anchors, each from its own key", pageAnchors},
	{"paging/a hub", pageHub},
	{"paging/keys of records that do not exist", keysOfNothing},
	{"paging/a key outlives its record", keyOutlives},
}

// nodeFilters are filters of every cost: none, an index, several kinds, a
// condition, a relation.
func nodeFilters() []store.NodeFilter {
	return []store.NodeFilter{
		{},
		{Kinds: []kg.NodeKind{kg.City}},
		{Kinds: []kg.NodeKind{kg.Network, kg.City, kg.Event}},
		{Where: &store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE", "PL"}}}}},
		{Where: &store.Condition{Relations: []store.Relation{{Quantifier: store.Some, Direction: store.Both}}}},
		{Where: &store.Condition{IDs: []kg.ID{"city:zurich", "network:undated", "city:berlin", "city:nobody"}}},
		{Where: &store.Condition{Name: &store.NameMatch{StartsWith: "BER"}}},
		{Where: &store.Condition{Relations: []store.Relation{{
			Quantifier: store.Some, Direction: store.Out, Kinds: []kg.EdgeKind{kg.MemberOf},
			Where: &store.Condition{IDs: []kg.ID{"network:harbours", "organization:umbrella"}},
		}}}},
	}
}

func edgeFilters() []store.EdgeFilter {
	return []store.EdgeFilter{
		{Direction: store.Both},
		{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}},
		{Direction: store.Out},
		{Direction: store.Both, Kinds: []kg.EdgeKind{kg.MemberOf, kg.CooperatesWith, kg.TookPartIn}, When: store.When{AsOf: day("2022-06-01")}},
		{Direction: store.Both, OtherKinds: []kg.NodeKind{kg.City, kg.Funder}},
		{Direction: store.Both, When: store.When{Stated: true}, Where: &store.Condition{Kinds: []kg.NodeKind{kg.City, kg.Network}}},
	}
}

func pageNodes(t *testing.T, h harness) {
	w := Sample()
	r, ref := h.open(t, w), NewReference(w)
	for i, f := range nodeFilters() {
		for j, order := range allOrders() {
			f.Order = order
			about := fmt.Sprintf("filter %d ordered %+v", i, f.Order)
			whole := list(t, r, f, everything)
			expect(t, about, ref.List(f, everything), whole)
			for _, size := range pageSizes(len(whole.Nodes), i, j) {
				got := throughPages(t, r, f, size)
				expect(t, fmt.Sprintf("%s, pages of %d", about, size), nodeIDs(whole), got)
			}
		}
	}
}

// pageSizes returns the sizes in which a listing of n is paged: every one up to
// one more than there are for one order of each filter, and for the others the
// few of which the first makes every record the last of a page.
func pageSizes(n, filter, order int) []int {
	if filter%len(allOrders()) != order {
		return []int{1, 3, max(n, 1), n + 1}
	}
	var sizes []int
	for size := 1; size <= n+1; size++ {
		sizes = append(sizes, size)
	}
	return sizes
}

// throughPages reads a listing page by page.
func throughPages(t *testing.T, r store.Reader, f store.NodeFilter, size int) (ids []kg.ID) {
	t.Helper()
	p := store.Page{First: size}
	for range 100 {
		page := list(t, r, f, p)
		ids = append(ids, nodeIDs(page)...)
		if !page.More {
			return ids
		}
		if len(page.Nodes) != size {
			t.Fatalf("a page of %d of %d with more behind it", len(page.Nodes), size)
		}
		p.After = new(f.Order.NodeKey(page.Nodes[size-1]))
	}
	t.Fatal("the listing does not end")
	return nil
}

func pageEdges(t *testing.T, h harness) {
	w := Sample()
	r, ref := h.open(t, w), NewReference(w)
	for i, f := range edgeFilters() {
		for j, order := range allOrders() {
			f.Order = order
			for k, id := range []kg.ID{"network:harbours", "city:berlin", "organization:umbrella"} {
				about := fmt.Sprintf("%s, filter %d ordered %+v", id, i, f.Order)
				whole := edgesAt(t, r, id, f)
				a := store.Anchor{ID: id}
				expect(t, about, ref.Edges([]store.Anchor{a}, f, everything)[a], whole)
				for _, size := range pageSizes(len(whole.Items), i+k, j) {
					got := throughEdgePages(t, r, a, f, size)
					expect(t, fmt.Sprintf("%s, pages of %d", about, size), edgeIDs(whole), got)
				}
			}
		}
	}
}

func throughEdgePages(t *testing.T, r store.Reader, a store.Anchor, f store.EdgeFilter, size int) (ids []kg.ID) {
	t.Helper()
	for range 100 {
		page := edges(t, r, []store.Anchor{a}, f, store.Page{First: size})[a]
		ids = append(ids, edgeIDs(page)...)
		if !page.More {
			return ids
		}
		if len(page.Items) != size {
			t.Fatalf("a page of %d of %d with more behind it", len(page.Items), size)
		}
		a.After = page.Items[size-1].Key
	}
	t.Fatal("the listing does not end")
	return nil
}

func pageAnchors(t *testing.T, h harness) {
	w := Sample()
	r, ref := h.open(t, w), NewReference(w)
	for _, order := range allOrders() {
		f := store.EdgeFilter{Direction: store.Both, Order: order}
		begin := store.Anchor{ID: "network:harbours"}
		third := edges(t, r, []store.Anchor{begin}, f, everything)[begin].Items[2].Key
		at := []store.Anchor{
			begin, {ID: "network:harbours", After: third}, {ID: "city:berlin"}, {ID: "city:berlin", After: third},
			{ID: "city:nobody"}, {ID: "city:nobody", After: third}, begin,
		}
		p := store.Page{First: 2, Total: true, Others: true, After: &store.Key{ID: "city:zurich"}} // After: ignored
		got := edges(t, r, at, f, p)
		expect(t, fmt.Sprintf("ordered %+v", order), ref.Edges(at, f, p), got)
		if len(got) != 6 {
			t.Errorf("%d pages for six different anchors", len(got))
		}
	}
}

// keysOfNothing: a key is a place in the order, whether or not a record has it.
func keysOfNothing(t *testing.T, h harness) {
	w := Sample()
	r, ref := h.open(t, w), NewReference(w)
	for _, order := range allOrders() {
		f := store.NodeFilter{Order: order}
		for _, n := range list(t, r, f, everything).Nodes {
			k := order.NodeKey(n)
			k.ID += "-and-more"
			p := store.Page{First: 3, After: &k}
			expect(t, fmt.Sprintf("nodes behind %v", k), ref.List(f, p), list(t, r, f, p))
		}
		e := store.EdgeFilter{Direction: store.Both, Order: order}
		for _, i := range edgesAt(t, r, "network:harbours", e).Items {
			i.Key.ID += "0"
			at := []store.Anchor{{ID: "network:harbours", After: i.Key}}
			p := store.Page{First: 3}
			expect(t, fmt.Sprintf("edges behind %v", i.Key), ref.Edges(at, e, p), edges(t, r, at, e, p))
		}
	}
}

// keyOutlives: a listing goes on where it stopped after its last record went.
func keyOutlives(t *testing.T, h harness) {
	s := h.empty(t)
	Import(t, s, Sample())
	for _, order := range allOrders() {
		f := store.NodeFilter{Kinds: []kg.NodeKind{kg.Network}, Order: order}
		first := list(t, Open(t, s), f, store.Page{First: 2})
		gone := first.Nodes[1]
		var rest store.Batch
		for _, n := range Sample().Nodes {
			if n.ID != gone.ID {
				rest.Nodes = append(rest.Nodes, n)
			}
		}
		w := NewWorld(rest)
		before := list(t, Open(t, s), f, store.Page{First: 2, After: new(order.NodeKey(gone))})
		Import(t, s, w)
		got := list(t, Open(t, s), f, store.Page{First: 2, After: new(order.NodeKey(gone))})
		if order.By != store.ByDegree { // degrees went with the edges
			expect(t, fmt.Sprintf("behind %s, ordered %+v", gone.ID, order), nodeIDs(before), nodeIDs(got))
		}
		expect(t, "by the reference", NewReference(w).List(f, store.Page{First: 2, After: new(order.NodeKey(gone))}), got)
		Import(t, s, Sample())
	}
}

// pageHub: a node with some hundred edges is read as one with a few is, by
// several readers at once, too.
func pageHub(t *testing.T, h harness) {
	b := store.Batch{Nodes: []kg.Node{node(kg.Network, "Hub", "foundingDate", "2021")}}
	for i := range 150 {
		c := node(kg.City, fmt.Sprintf("%c %d", 'a'+i*7%26, i))
		e := edge(kg.MemberOf, c.ID, "network:hub")
		if i%3 > 0 {
			e = during(e, fmt.Sprintf("20%02d", i*5%23), "")
		}
		b.Nodes, b.Edges = append(b.Nodes, c), append(b.Edges, e)
		if i%10 == 0 {
			b.Edges = append(b.Edges, edge(kg.CooperatesWith, c.ID, "network:hub"))
		}
	}
	w := NewWorld(b)
	r, ref := h.open(t, w), NewReference(w)
	a := store.Anchor{ID: "network:hub"}
	for _, order := range allOrders() {
		t.Run(fmt.Sprintf("by %s, descending %t", order.By, order.Desc), func(t *testing.T) {
			t.Parallel()
			f := store.EdgeFilter{Direction: store.Both, Order: order}
			p := store.Page{First: 1000, Total: true}
			want := ref.Edges([]store.Anchor{a}, f, p)[a]
			expect(t, "whole", want, edges(t, r, []store.Anchor{a}, f, p)[a])
			expect(t, "pages of 20", edgeIDs(want), throughEdgePages(t, r, a, f, 20))
		})
	}
}
