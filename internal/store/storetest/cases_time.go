package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var timeCases = []testCase{
	{"time/states on a day", onDays(timedWorld(kg.MemberOf, "network:n"), kg.MemberOf, "network:n", map[string]answer{
		"2019-06-01": {nil, names("never dated", "only seen")},
		"2020-12-31": {nil, names("never dated", "only seen", "span")},
		"2021-06-24": {nil, names("never dated", "only seen", "span")},
		"2021-06-25": {names("day", "ended"), names("day", "ended", "never dated", "only seen", "span")},
		"2021-12-31": {names("ended", "only seen"), names("day", "ended", "never dated", "only seen", "span")},
		"2022-06-30": {names("ended"), names("day", "ended", "never dated", "only seen", "span")},
		"2022-07-01": {nil, names("day", "never dated", "only seen", "span")},
		"2030-01-01": {nil, names("day", "later", "never dated", "only seen", "span")},
	})},
	{"time/deeds on a day stay done", onDays(timedWorld(kg.Signed, "declaration:d"), kg.Signed, "declaration:d", map[string]answer{
		"2019-06-01": {nil, names("never dated", "only seen")},
		"2021-06-25": {names("day", "ended"), names("day", "ended", "never dated", "only seen", "span")},
		"2022-01-01": {names("day", "ended", "span"), names("day", "ended", "never dated", "only seen", "span")},
		"2022-07-01": {names("day", "ended", "span"), names("day", "ended", "never dated", "only seen", "span")},
		"2030-01-01": {names("day", "ended", "later", "span"), names("day", "ended", "later", "never dated", "only seen", "span")},
	})},
	{"time/without a day every edge counts", func(t *testing.T, h harness) {
		w := timedWorld(kg.MemberOf, "network:n")
		r := h.open(t, w)
		f := store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}, Order: store.Order{By: store.ByName}}
		expect(t, "members", names("day", "ended", "later", "never dated", "only seen", "span"), actors(edgesAt(t, r, "network:n", f)))
	}},
	{"time/implied edges are left out where only stated ones count", statedOnly},
	{"time/a condition and a day together", dayAndCondition},
}

// answer is who holds for certain, and who at all, on a day.
type answer struct{ certain, possible []string }

func names(of ...string) []string { return of }

// timedWorld has one group and, for each way of dating an edge, one city.
func timedWorld(kind kg.EdgeKind, to kg.ID) World {
	end, _ := kg.NodeKindOf(to)
	group := node(end, to.Slug())
	b := store.Batch{Nodes: []kg.Node{group}}
	for _, d := range []struct{ name, since, until, seen string }{
		{"never dated", "", "", ""},
		{"only seen", "", "", "2021-12-31"},
		{"day", "2021-06-25", "", ""},
		{"span", "[2020-07..2021]", "", ""},
		{"ended", "2021-06-25", "2022-06-30", ""},
		{"later", "2029", "", ""},
	} {
		c := node(kg.City, d.name)
		e := during(edge(kind, c.ID, group.ID), d.since, d.until)
		if d.seen != "" {
			e = during(e, d.since, d.until, d.seen)
		}
		b.Nodes, b.Edges = append(b.Nodes, c), append(b.Edges, e)
	}
	return NewWorld(b)
}

func actors(p store.EdgePage) (out []string) {
	for _, i := range p.Items {
		out = append(out, i.Key.Value)
	}
	return out
}

func onDays(w World, kind kg.EdgeKind, at kg.ID, days map[string]answer) func(t *testing.T, h harness) {
	return func(t *testing.T, h harness) {
		r := h.open(t, w)
		f := store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kind}, Order: store.Order{By: store.ByName}}
		for on, want := range days {
			for certainty, names := range map[kg.Holding][]string{kg.Certain: want.certain, kg.Possible: want.possible, "": want.possible} {
				f.When = store.When{AsOf: day(on), Certainty: certainty}
				expect(t, on+" "+string(certainty), names, actors(edgesAt(t, r, at, f)))
			}
		}
	}
}

func statedOnly(t *testing.T, h harness) {
	r := h.open(t, Sample())
	f := store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.Signed}}
	all := []kg.ID{"signed:berlin--letter", "signed:lodz--letter", "signed:zurich--letter"}
	stated := []kg.ID{"signed:berlin--letter", "signed:zurich--letter"}
	expect(t, "any basis", all, edgeIDs(edgesAt(t, r, "declaration:letter", f)))
	f.When.Stated = true
	expect(t, "stated", stated, edgeIDs(edgesAt(t, r, "declaration:letter", f)))
	f.When.AsOf = day("2030-01-01")
	expect(t, "stated, on a day", stated, edgeIDs(edgesAt(t, r, "declaration:letter", f)))
	f.When.AsOf, f.When.Certainty = day("2021-06-25"), kg.Certain
	expect(t, "stated and certain", stated[:1], edgeIDs(edgesAt(t, r, "declaration:letter", f)))

	signed := store.Relation{Quantifier: store.Some, Direction: store.Out, Kinds: []kg.EdgeKind{kg.Signed}}
	who := store.NodeFilter{Where: &store.Condition{Relations: []store.Relation{signed}}}
	expect(t, "who signed", []kg.ID{"city:berlin", "city:lodz", "city:zurich"}, nodeIDs(list(t, r, who, everything)))
	who.When.Stated = true
	expect(t, "who signed, stated", []kg.ID{"city:berlin", "city:zurich"}, nodeIDs(list(t, r, who, everything)))
}

// dayAndCondition: an edge and the condition on its far end join by "and".
func dayAndCondition(t *testing.T, h harness) {
	w := NewWorld(store.Batch{
		Nodes: []kg.Node{
			node(kg.City, "a"), node(kg.Network, "inside", "foundingDate", "2021-06"), node(kg.Network, "partly", "foundingDate", "2021"),
			node(kg.Network, "outside", "foundingDate", "2019"),
		},
		Edges: []kg.Edge{
			during(edge(kg.MemberOf, "city:a", "network:inside"), "2021-06-25", "2030-01-01"),
			during(edge(kg.MemberOf, "city:a", "network:partly"), "2021-06-25", "2030-01-01"),
			during(edge(kg.MemberOf, "city:a", "network:outside"), "2021-06-25", "2030-01-01"),
		},
	})
	r := h.open(t, w)
	f := store.EdgeFilter{Direction: store.Out, Order: store.Order{By: store.ByName},
		Where: &store.Condition{Date: &store.DateRange{From: day("2021-06-01"), To: day("2021-06-30")}}}
	expect(t, "no day: what is not false", names("inside", "partly"), actors(edgesAt(t, r, "city:a", f)))
	f.When = store.When{AsOf: day("2022-01-01"), Certainty: kg.Possible}
	expect(t, "possible", names("inside", "partly"), actors(edgesAt(t, r, "city:a", f)))
	f.When.Certainty = kg.Certain
	expect(t, "certain", names("inside"), actors(edgesAt(t, r, "city:a", f)))
}
