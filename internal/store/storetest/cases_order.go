package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var orders = []store.By{store.ByID, store.ByName, store.ByDate, store.ByDegree}

// allOrders are the orders both ways.
func allOrders() (all []store.Order) {
	for _, by := range orders {
		all = append(all, store.Order{By: by}, store.Order{By: by, Desc: true})
	}
	return all
}

// The expected orders are written by hand from Sample. Berlin and berlin share
// a sort key, so their ids decide, ascending both ways.
var orderCases = []testCase{
	{"order/nodes by id", nodesInOrder(kg.City, store.ByID,
		[]kg.ID{"city:ahlen", "city:ahnlich", "city:berlin", "city:berlin-new-hampshire", "city:lodz", "city:zurich"},
		[]kg.ID{"city:zurich", "city:lodz", "city:berlin-new-hampshire", "city:berlin", "city:ahnlich", "city:ahlen"})},
	{"order/nodes by name: marks, case and equal names", nodesInOrder(kg.City, store.ByName,
		[]kg.ID{"city:ahlen", "city:ahnlich", "city:berlin", "city:berlin-new-hampshire", "city:lodz", "city:zurich"},
		[]kg.ID{"city:zurich", "city:lodz", "city:berlin", "city:berlin-new-hampshire", "city:ahnlich", "city:ahlen"})},
	{"order/nodes by date: open ones first, unknown last both ways", nodesInOrder(kg.Network, store.ByDate,
		[]kg.ID{"network:arzte", "network:harbours-ii", "network:harbours", "network:undated"},
		[]kg.ID{"network:harbours", "network:harbours-ii", "network:arzte", "network:undated"})},
	{"order/nodes by date: unknown ones by id both ways", nodesInOrder(kg.Demand, store.ByDate,
		[]kg.ID{"demand:let-them-land"}, []kg.ID{"demand:let-them-land"})},
	{"order/nodes by degree", nodesInOrder(kg.City, store.ByDegree,
		[]kg.ID{"city:ahlen", "city:ahnlich", "city:berlin-new-hampshire", "city:lodz", "city:zurich", "city:berlin"},
		[]kg.ID{"city:berlin", "city:lodz", "city:zurich", "city:ahlen", "city:ahnlich", "city:berlin-new-hampshire"})},
	{"order/nodes by earliest, then latest day", earliestThenLatest},
	{"order/edges by id", edgesInOrder(store.ByID,
		[]kg.ID{"ahnlich", "berlin", "berlin--2", "berlin-new-hampshire", "lodz", "zurich"},
		[]kg.ID{"zurich", "lodz", "berlin-new-hampshire", "berlin--2", "berlin", "ahnlich"})},
	{"order/edges by the name of the far end", edgesInOrder(store.ByName,
		[]kg.ID{"ahnlich", "berlin", "berlin--2", "berlin-new-hampshire", "lodz", "zurich"},
		[]kg.ID{"zurich", "lodz", "berlin", "berlin--2", "berlin-new-hampshire", "ahnlich"})},
	{"order/edges by since, unknown last both ways", edgesInOrder(store.ByDate,
		[]kg.ID{"berlin", "ahnlich", "berlin--2", "berlin-new-hampshire", "lodz", "zurich"},
		[]kg.ID{"berlin--2", "ahnlich", "berlin", "berlin-new-hampshire", "lodz", "zurich"})},
	{"order/edges by the degree of the far end", edgesInOrder(store.ByDegree,
		[]kg.ID{"ahnlich", "berlin-new-hampshire", "lodz", "zurich", "berlin", "berlin--2"},
		[]kg.ID{"berlin", "berlin--2", "lodz", "zurich", "ahnlich", "berlin-new-hampshire"})},
}

func nodesInOrder(kind kg.NodeKind, by store.By, asc, desc []kg.ID) func(t *testing.T, h harness) {
	return func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		f := store.NodeFilter{Kinds: []kg.NodeKind{kind}, Order: store.Order{By: by}}
		expect(t, "ascending", asc, nodeIDs(list(t, r, f, everything)))
		f.Order.Desc = true
		expect(t, "descending", desc, nodeIDs(list(t, r, f, everything)))
	}
}

// edgesInOrder reads the members of Harbours; they are written by what tells
// their ids apart.
func edgesInOrder(by store.By, asc, desc []kg.ID) func(t *testing.T, h harness) {
	return func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		f := store.EdgeFilter{Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.In, Order: store.Order{By: by}}
		expect(t, "ascending", memberships(asc), edgeIDs(edgesAt(t, r, "network:harbours", f)))
		f.Order.Desc = true
		expect(t, "descending", memberships(desc), edgeIDs(edgesAt(t, r, "network:harbours", f)))
	}
}

func memberships(short []kg.ID) (ids []kg.ID) {
	for _, s := range short {
		id := "member-of:" + s + "--harbours"
		if s == "berlin--2" {
			id = "member-of:berlin--harbours--2"
		}
		ids = append(ids, id)
	}
	return ids
}

func earliestThenLatest(t *testing.T, h harness) {
	var b store.Batch
	for name, date := range map[string]string{
		"a": "2021-06", "b": "2021-06-01", "c": "2021", "d": "2021-06-01/2021-06-30", "e": "[2021-06..]", "f": "[..2021]", "g": "2021-06-30",
	} {
		b.Nodes = append(b.Nodes, node(kg.Event, name, "date", date))
	}
	r := h.open(t, NewWorld(b))
	f := store.NodeFilter{Order: store.Order{By: store.ByDate}}
	expect(t, "ascending", []kg.ID{"event:f", "event:c", "event:b", "event:a", "event:d", "event:e", "event:g"},
		nodeIDs(list(t, r, f, everything)))
	f.Order.Desc = true
	expect(t, "descending", []kg.ID{"event:g", "event:e", "event:a", "event:d", "event:b", "event:c", "event:f"},
		nodeIDs(list(t, r, f, everything)))
}
