package ask

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

var said = []kg.Citation{{Source: "source:s", Locator: "L1", Basis: kg.Stated}}

var (
	drawnDates = []string{"", "", "2020", "2021-06", "2021-06-25", "2021~", "[..2021]", "[2021-06..]", "[2020..2022]", "2022-01-01"}
	drawnKinds = []kg.EdgeKind{kg.MemberOf, kg.MemberOf, kg.Funds, kg.Funds, kg.PartOf, kg.CooperatesWith, kg.TookPartIn, kg.Signed, kg.Founded}
)

// drawnWorld draws nodes of several kinds, and up to so many edges of several
// kinds, with stints, loops and dates of every sort.
func drawnWorld(t *rapid.T, edges int, kinds ...kg.EdgeKind) store.Batch {
	b := store.Batch{}
	for _, kind := range []kg.NodeKind{kg.City, kg.Network, kg.Organization, kg.Funder, kg.Initiative, kg.Declaration} {
		most := 2
		if kind == kg.City {
			most = 4
		}
		for i := range rapid.IntRange(1, most).Draw(t, string(kind)) {
			name := fmt.Sprintf("%c%d", 'a'+i, i)
			b.Nodes = append(b.Nodes, kg.Node{ID: kg.NodeID(kind, name), Kind: kind, Name: name, Basis: kg.Stated, Sources: said,
				Attrs: kg.Attrs{"placeType": rapid.SampledFrom([]string{"municipality", "municipality", "district"}).Draw(t, "place")}})
		}
	}
	if len(kinds) == 0 {
		kinds = drawnKinds
	}
	for range rapid.SampledFrom([]int{edges, edges / 2, 3, 0}).Draw(t, "edges") {
		drawEdge(t, &b, rapid.SampledFrom(kinds).Draw(t, "kind"))
	}
	return b
}

func drawEdge(t *rapid.T, b *store.Batch, kind kg.EdgeKind) {
	spec, _ := kind.Spec()
	end := func(label string, kinds []kg.NodeKind, like kg.NodeKind) kg.ID {
		fit := slices.DeleteFunc(slices.Clone(b.Nodes), func(n kg.Node) bool {
			return !slices.Contains(kinds, n.Kind) || spec.SameKind && like != "" && n.Kind != like
		})
		return rapid.SampledFrom(fit).Draw(t, label).ID
	}
	e := kg.Edge{Kind: kind, From: end("from", spec.From, ""), Basis: kg.Stated, Sources: said}
	like, _ := kg.NodeKindOf(e.From)
	e.To = end("to", spec.To, like)
	if spec.Symmetric {
		e.From, e.To = min(e.From, e.To), max(e.From, e.To)
	}
	for e.Stint = 1; slices.ContainsFunc(b.Edges, func(o kg.Edge) bool { return o.ID == kg.EdgeID(kind, e.From, e.To, e.Stint) }); {
		e.Stint++
	}
	e.ID = kg.EdgeID(kind, e.From, e.To, e.Stint)
	if rapid.IntRange(0, 4).Draw(t, "implied") == 0 {
		e.Basis = kg.Implied
	}
	if kind == kg.TookPartIn {
		e.Attrs = kg.Attrs{"role": rapid.SampledFrom([]string{"", "partner", "sponsor"}).Draw(t, "role")}
	}
	date := func(label string) kg.Date { return kg.MustDate(rapid.SampledFrom(drawnDates).Draw(t, label)) }
	e.Since = date("since")
	if spec.Form == kg.State {
		if e.Until = date("until"); e.Until.Known() && e.Since.Known() && e.Until.Earliest() < e.Since.Latest() {
			e.Until = kg.Date{}
		}
		if seen := date("seen"); seen.Known() && seen.Earliest() >= e.Since.Latest() && seen.Latest() <= e.Until.Earliest() {
			e.Seen = []kg.Date{seen}
		}
	}
	b.Edges = append(b.Edges, e)
}

// drawnAssumptions draws a day, a certainty and the basis.
func drawnAssumptions(t *rapid.T) Assumptions {
	a := Assumptions{Stated: rapid.Bool().Draw(t, "stated")}
	if rapid.Bool().Draw(t, "on a day") {
		day := rapid.SampledFrom([]kg.Day{kg.DayOf(2020, 6, 1), kg.DayOf(2021, 6, 25), kg.DayOf(2023, 1, 1)}).Draw(t, "day")
		a.AsOf = &day
		a.Certainty = rapid.SampledFrom([]kg.Holding{"", kg.Certain, kg.Possible}).Draw(t, "certainty")
	}
	return a
}

// counts says by itself whether an edge counts under drawn assumptions.
func counts(a Assumptions, e kg.Edge) bool {
	if a.Stated && e.Basis != kg.Stated {
		return false
	}
	if a.AsOf == nil {
		return true
	}
	h := e.HoldsOn(*a.AsOf)
	return h == kg.Certain || h == kg.Possible && a.Certainty == kg.Possible
}

// open opens an embedded store that holds the batch.
func open(t testing.TB, b store.Batch) store.Reader {
	s := memstore.New()
	storetest.Import(t, s, storetest.World{Dataset: kg.Dataset{Name: "world", Hash: "drawn"}, Batch: b})
	return storetest.Open(t, s)
}
