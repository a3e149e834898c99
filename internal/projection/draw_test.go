package projection_test

import (
	"slices"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var (
	drawnNodes = []kg.Node{
		node("city:a", kg.Attrs{"placeType": "municipality"}), node("city:b", kg.Attrs{"placeType": "municipality"}),
		node("city:c", kg.Attrs{"placeType": "district"}), node("city:d", nil),
		node("organization:o", nil), node("network:m", nil), node("network:n", nil),
		node("declaration:d", nil), node("event:e", nil), node("initiative:i", nil),
	}
	drawnKinds = []kg.EdgeKind{kg.MemberOf, kg.MemberOf, kg.Signed, kg.TookPartIn, kg.TookPartIn, kg.Founded, kg.Supports, kg.LocatedIn}
	drawnDates = []string{"", "", "2020", "2021-06", "2021-06-25", "2021~", "[..2021]", "[2021-06..]", "[2020..2022]", "2022-01-01"}
)

// draw returns a world of ten nodes, crowded enough that views have edges. Every
// fifth edge or so has an id of its own.
func draw(t *rapid.T) store.Batch {
	b := store.Batch{Nodes: drawnNodes}
	date := func(label string) kg.Date { return kg.MustDate(rapid.SampledFrom(drawnDates).Draw(t, label)) }
	stints := map[kg.ID]int{}
	for range rapid.SampledFrom([]int{25, 40, 6, 0}).Draw(t, "edges") { // rapid prefers small numbers, worlds need many
		kind := rapid.SampledFrom(drawnKinds).Draw(t, "kind")
		spec, _ := kind.Spec()
		end := func(label string, kinds []kg.NodeKind) kg.ID {
			fit := slices.DeleteFunc(slices.Clone(drawnNodes), func(n kg.Node) bool { return !slices.Contains(kinds, n.Kind) })
			return rapid.SampledFrom(fit).Draw(t, label).ID
		}
		e := kg.Edge{Kind: kind, From: end("from", spec.From), To: end("to", spec.To), Since: date("since"), Basis: kg.Stated, Sources: said}
		first := kg.EdgeID(kind, e.From, e.To, 1)
		stints[first]++
		e.Stint = stints[first]
		e.ID = kg.EdgeID(kind, e.From, e.To, e.Stint)
		if rapid.IntRange(0, 4).Draw(t, "own id") == 0 {
			e.ID += "-x"
		}
		if rapid.IntRange(0, 3).Draw(t, "implied") == 0 {
			e.Basis = kg.Implied
		}
		if kind == kg.TookPartIn {
			e.Attrs = kg.Attrs{"role": rapid.SampledFrom([]string{"", "partner", "sponsor", "participant"}).Draw(t, "role")}
		}
		if spec.Form == kg.State {
			e.Until = date("until")
			if seen := date("seen"); seen.Known() {
				e.Seen = []kg.Date{seen}
			}
		}
		b.Edges = append(b.Edges, e)
	}
	return b
}
