package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var relationCases = []testCase{
	{"relation/one edge: three values of the edge by three of its far end", oneEdge},
	{"relation/several edges", severalEdges},
	{"relation/no edges: some is false, all and none are true", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for q, want := range map[store.Quantifier]int{store.Some: 0, store.All: 1, store.None: 1} {
			for _, when := range []store.When{{}, {AsOf: day("2022-01-01"), Certainty: kg.Certain}} {
				f := store.NodeFilter{When: when, Where: &store.Condition{IDs: []kg.ID{"city:ahlen"}, Relations: []store.Relation{{
					Quantifier: q, Direction: store.Both, Kinds: []kg.EdgeKind{kg.MemberOf}, Where: &store.Condition{IDs: []kg.ID{"city:nobody"}},
				}}}}
				expect(t, string(q), want, list(t, r, f, store.Page{Total: true}).Total)
			}
		}
	}},
	{"relation/edges that are left out are as if they were not there", leftOutEdges},
	{"relation/any kind and any node", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		expect(t, "without any edge", []kg.ID{"declaration:charter", "source:list"}, related(t, r,
			store.Relation{Quantifier: store.None, Direction: store.Both}))
		expect(t, "with only symmetric edges or none to it", []kg.ID{"network:undated"}, related(t, r,
			store.Relation{Quantifier: store.Some, Direction: store.In, Kinds: []kg.EdgeKind{kg.InTalksWith}, Where: &store.Condition{IDs: []kg.ID{"city:berlin"}}}))
	}},
	{"relation/nested three deep", nested},
	{"relation/inside any of, at the far end of Edges", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		signed := store.Relation{Quantifier: store.Some, Direction: store.Out, Kinds: []kg.EdgeKind{kg.Signed}}
		f := store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}, Where: &store.Condition{
			AnyOf: []store.Condition{{Relations: []store.Relation{signed}}, {IDs: []kg.ID{"city:ahnlich"}}},
		}}
		expect(t, "members that signed, and one more", memberships([]kg.ID{"ahnlich", "berlin", "berlin--2", "lodz", "zurich"}),
			edgeIDs(edgesAt(t, r, "network:harbours", f)))
		f.When = store.When{AsOf: day("2021-06-25"), Certainty: kg.Certain}
		expect(t, "members and signatories for certain", memberships([]kg.ID{"berlin"}), edgeIDs(edgesAt(t, r, "network:harbours", f)))
	}},
}

// related lists the nodes that meet a relation, by id.
func related(t *testing.T, r store.Reader, relation ...store.Relation) []kg.ID {
	t.Helper()
	return nodeIDs(list(t, r, store.NodeFilter{Where: &store.Condition{Relations: relation}}, everything))
}

// The day on which the Kleene cases are asked, how an edge is dated to be true,
// unknown or false on it, and how a network to be so for June 2021.
var (
	kleeneDay   = store.When{AsOf: day("2022-01-01")}
	kleeneEdges = map[string][2]string{"t": {"2021-01-01", "2023-01-01"}, "u": {"", ""}, "f": {"2023", ""}}
	kleeneEnds  = map[string]string{"t": "2021-06", "u": "2021", "f": "2019"}
	inJune      = &store.Condition{Date: &store.DateRange{From: day("2021-06-01"), To: day("2021-06-30")}}
)

// kleeneWorld has, for each word such as "tu uf", a city with one edge for each
// syllable: the first letter is the edge's value, the second its far end's.
func kleeneWorld(words ...[]string) World {
	b := store.Batch{}
	for _, n := range []string{"t", "u", "f"} {
		b.Nodes = append(b.Nodes, node(kg.Network, n, "foundingDate", kleeneEnds[n]))
	}
	for _, word := range words {
		name := ""
		for _, s := range word {
			name += " " + s
		}
		if name == "" {
			name = "none"
		}
		c := node(kg.City, name)
		b.Nodes = append(b.Nodes, c)
		for i, s := range word {
			e := during(edge(kg.MemberOf, c.ID, kg.ID("network:"+s[1:])), kleeneEdges[s[:1]][0], kleeneEdges[s[:1]][1])
			e.Stint = i + 1
			e.ID = kg.EdgeID(e.Kind, e.From, e.To, e.Stint)
			b.Edges = append(b.Edges, e)
		}
	}
	return NewWorld(b)
}

// kleene asks one quantifier and compares with what is true and what unknown.
func kleene(t *testing.T, r store.Reader, q store.Quantifier, isTrue, isUnknown []kg.ID) {
	t.Helper()
	f := store.NodeFilter{Kinds: []kg.NodeKind{kg.City}, Where: &store.Condition{Relations: []store.Relation{
		{Quantifier: q, Kinds: []kg.EdgeKind{kg.MemberOf}, Direction: store.Out, Where: inJune},
	}}}
	f.When = kleeneDay
	f.When.Certainty = kg.Certain
	certain := nodeIDs(list(t, r, f, everything))
	expect(t, string(q)+": true", isTrue, certain)
	f.When.Certainty = kg.Possible
	var open []kg.ID
	for _, id := range nodeIDs(list(t, r, f, everything)) {
		if !contains(certain, id) {
			open = append(open, id)
		}
	}
	expect(t, string(q)+": unknown", isUnknown, open)
}

func contains(ids []kg.ID, id kg.ID) bool {
	for _, i := range ids {
		if i == id {
			return true
		}
	}
	return false
}

func oneEdge(t *testing.T, h harness) {
	r := h.open(t, kleeneWorld([]string{"tt"}, []string{"tu"}, []string{"tf"}, []string{"ut"}, []string{"uu"}, []string{"uf"}, []string{"ft"}, []string{"fu"}, []string{"ff"}))
	// some: edge and end. all: not edge, or end. none: not some.
	kleene(t, r, store.Some, []kg.ID{"city:tt"}, []kg.ID{"city:tu", "city:ut", "city:uu"})
	kleene(t, r, store.All, []kg.ID{"city:ff", "city:ft", "city:fu", "city:tt", "city:ut"}, []kg.ID{"city:tu", "city:uf", "city:uu"})
	kleene(t, r, store.None, []kg.ID{"city:ff", "city:ft", "city:fu", "city:tf", "city:uf"}, []kg.ID{"city:tu", "city:ut", "city:uu"})
}

func severalEdges(t *testing.T, h harness) {
	r := h.open(t, kleeneWorld([]string{"tt", "tf"}, []string{"tt", "uf"}, []string{"tu", "tf"}, []string{"tu", "tt"}, []string{"ff", "ft"}, []string{"ut", "uf"}, []string{"ut", "tt"}, []string{"uf", "tf"}, []string{}))
	kleene(t, r, store.Some, []kg.ID{"city:tt-tf", "city:tt-uf", "city:tu-tt", "city:ut-tt"}, []kg.ID{"city:tu-tf", "city:ut-uf"})
	kleene(t, r, store.All, []kg.ID{"city:ff-ft", "city:none", "city:ut-tt"}, []kg.ID{"city:tt-uf", "city:tu-tt", "city:ut-uf"})
	kleene(t, r, store.None, []kg.ID{"city:ff-ft", "city:none", "city:uf-tf"}, []kg.ID{"city:tu-tf", "city:ut-uf"})
}

func leftOutEdges(t *testing.T, h harness) {
	r := h.open(t, Sample())
	stated := store.When{Stated: true}
	meeting := func(q store.Quantifier, roles ...string) store.Relation {
		return store.Relation{Quantifier: q, Direction: store.Out, Kinds: []kg.EdgeKind{kg.TookPartIn}, Roles: roles,
			Where: &store.Condition{IDs: []kg.ID{"event:meeting"}}}
	}
	cities := store.Relation{Quantifier: store.None, Direction: store.Out, Kinds: []kg.EdgeKind{kg.PartOf}} // every city
	expect(t, "who sponsored", []kg.ID{"city:zurich"}, related(t, r, meeting(store.Some, "sponsor"), cities))
	expect(t, "whose role is unknown", []kg.ID{"city:ahlen"}, related(t, r, meeting(store.Some, ""), cities))
	signed := store.Relation{Quantifier: store.None, Direction: store.Out, Kinds: []kg.EdgeKind{kg.Signed}}
	f := store.NodeFilter{Kinds: []kg.NodeKind{kg.City}, Where: &store.Condition{Relations: []store.Relation{signed}}}
	expect(t, "who did not sign", []kg.ID{"city:ahlen", "city:ahnlich", "city:berlin-new-hampshire"}, nodeIDs(list(t, r, f, everything)))
	f.When = stated
	expect(t, "who did not sign by what is stated", []kg.ID{"city:ahlen", "city:ahnlich", "city:berlin-new-hampshire", "city:lodz"},
		nodeIDs(list(t, r, f, everything)))
}

func nested(t *testing.T, h harness) {
	r := h.open(t, Sample())
	in := func(q store.Quantifier, where *store.Condition) *store.Condition {
		return &store.Condition{Relations: []store.Relation{{Quantifier: q, Direction: store.Out, Kinds: []kg.EdgeKind{kg.MemberOf}, Where: where}}}
	}
	umbrella := &store.Condition{IDs: []kg.ID{"organization:umbrella"}}
	for _, tt := range []struct {
		about string
		where *store.Condition
		want  []kg.ID
	}{
		{"one deep", in(store.Some, umbrella), []kg.ID{"network:harbours", "organization:umbrella"}},
		{"two deep", in(store.Some, in(store.Some, umbrella)),
			[]kg.ID{"city:ahnlich", "city:berlin", "city:berlin-new-hampshire", "city:lodz", "city:zurich", "network:harbours", "organization:umbrella"}},
		{"three deep", in(store.Some, in(store.Some, in(store.Some, umbrella))),
			[]kg.ID{"city:ahnlich", "city:berlin", "city:berlin-new-hampshire", "city:lodz", "city:zurich", "network:harbours", "organization:umbrella"}},
		{"all inside some", &store.Condition{Kinds: []kg.NodeKind{kg.City}, Relations: in(store.Some, in(store.All, in(store.None, nil))).Relations},
			[]kg.ID{"city:berlin"}}, // Ärzte belongs to nothing
		{"none inside none", &store.Condition{Kinds: []kg.NodeKind{kg.City}, Relations: in(store.None, in(store.None, umbrella)).Relations},
			[]kg.ID{"city:ahlen", "city:ahnlich", "city:berlin-new-hampshire", "city:lodz", "city:zurich"}},
	} {
		f := store.NodeFilter{Where: tt.where}
		expect(t, tt.about, tt.want, nodeIDs(list(t, r, f, everything)))
		expect(t, tt.about+" by the reference", NewReference(Sample()).List(f, everything), list(t, r, f, everything))
	}
}
