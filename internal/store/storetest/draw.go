package storetest

import (
	"fmt"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// What worlds are drawn from: few values, so that they meet.
var (
	drawnNames = []string{"Berlin", "berlin", "BERLIN", "Bonn", "Ahlen", "ähnlich", "Ärzte", "Łódź", "Zürich", "Zurich", "O'Hara", "São Paulo", "x", "北京"}
	drawnDates = []string{"", "", "2021", "2021-06", "2021-06-25", "2021-06-26", "2021~", "[..2021]", "[2021-06..]", "[2020..2022]", "2019-12-31", "2022-01-01"}
	drawnDays  = []string{"2019-12-31", "2020-07-01", "2021-06-24", "2021-06-25", "2021-06-26", "2021-12-31", "2022-06-01"}
	drawnTexts = map[kg.Type][]string{
		kg.TypeText: {"one", "two"}, kg.TypeNumber: {"1.5", "-2"}, kg.TypeInteger: {"7", "42"}, kg.TypeCountry: {"DE", "IT"},
		kg.TypeLanguage: {"de", "it"}, kg.TypeCurrency: {"EUR", "USD"}, kg.TypeURL: {"https://example.org"}, kg.TypeDate: drawnDates[2:],
	}
)

// Draw returns a small random world of up to ten nodes and thirty edges, whose
// edges run only where the vocabulary allows it.
func Draw(t *rapid.T) World {
	d := drawing{t: t}
	d.batch.Nodes = []kg.Node{{ID: "source:a", Kind: kg.Source, Name: "A"}, {ID: "source:b", Kind: kg.Source, Name: "b"}}
	for i := range draw(t, "nodes", []int{3, 8, 5, 0, 1}) {
		d.batch.Nodes = append(d.batch.Nodes, d.node(i))
	}
	d.edges()
	for i := range rapid.IntRange(0, 2).Draw(t, "retired") {
		d.batch.Retired = append(d.batch.Retired, kg.Retired{
			ID: kg.ID(fmt.Sprintf("city:retired-%d", 9-i)), Date: d.date("date"), Reason: d.text("reason"), Sources: d.sources(),
		})
	}
	for range rapid.IntRange(0, 3).Draw(t, "corrections") {
		d.batch.Corrections = append(d.batch.Corrections, kg.Correction{
			Record: d.end("record"), Date: d.date("date"), Was: d.text("was"), Is: d.text("is"), Why: d.text("why"),
		})
	}
	return NewWorld(d.batch)
}

// drawing is a world being drawn.
type drawing struct {
	t     *rapid.T
	batch store.Batch
}

func draw[T any](t *rapid.T, label string, from []T) T {
	return rapid.SampledFrom(from).Draw(t, label)
}

func (d *drawing) node(number int) kg.Node {
	spec := draw(d.t, "kind", kg.NodeKinds)
	name := draw(d.t, "name", drawnNames)
	n := kg.Node{
		ID: kg.NodeID(spec.Kind, name) + kg.ID(fmt.Sprintf("-%d", number)), Kind: spec.Kind, Name: name,
		SortKey: "made by the store", Degree: -1, Attrs: d.attrs(spec.Attrs),
	}
	if spec.Kind != kg.Source {
		n.Basis, n.Sources = d.basis(), d.sources()
	}
	d.belongings(&n)
	return n
}

// belongings draws what hangs on a node.
func (d *drawing) belongings(n *kg.Node) {
	for range rapid.IntRange(0, 2).Draw(d.t, "names") {
		n.Names = append(n.Names, kg.Name{
			Text: draw(d.t, "text", drawnNames), Lang: "und", Kind: draw(d.t, "kind", kg.NameKinds), Basis: d.basis(), Sources: d.sources(),
		})
	}
	if rapid.Bool().Draw(d.t, "figure") {
		n.Figures = append(n.Figures, kg.Figure{
			Measure: draw(d.t, "measure", kg.Measures), Qualifier: draw(d.t, "qualifier", kg.Qualifiers), Value: "36",
			Date: d.date("date"), Basis: d.basis(), Sources: d.sources(),
		})
	}
	if rapid.Bool().Draw(d.t, "roster") {
		n.Rosters = append(n.Rosters, kg.Roster{
			Date: d.date("date"), Scope: kg.ScopeAll, Status: draw(d.t, "status", kg.RosterStatuses),
			Count: rapid.IntRange(-1, 3).Draw(d.t, "count"), Basis: d.basis(), Sources: d.sources(),
		})
	}
	n.Claims = d.claims()
}

// edges draws edges of a few kinds, so that nodes have several of one kind.
func (d *drawing) edges() {
	var possible []kg.EdgeSpec
	for _, spec := range kg.EdgeKinds {
		if len(d.pairs(spec)) > 0 {
			possible = append(possible, spec)
		}
	}
	if len(possible) == 0 {
		return
	}
	few := rapid.SliceOfN(rapid.SampledFrom(possible), 1, 4).Draw(d.t, "kinds of edges")
	for range draw(d.t, "edges", []int{2, 20, 10, 30, 0, 5}) { // rapid prefers small numbers, worlds need many
		d.edge(draw(d.t, "kind", few))
	}
}

// pairs returns the ends between which an edge of the kind may run.
func (d *drawing) pairs(spec kg.EdgeSpec) (pairs [][2]kg.ID) {
	for _, from := range d.batch.Nodes {
		for _, to := range d.batch.Nodes {
			if spec.Allows(from.Kind, to.Kind) && (!spec.Symmetric || from.ID <= to.ID) {
				pairs = append(pairs, [2]kg.ID{from.ID, to.ID})
			}
		}
	}
	return pairs
}

func (d *drawing) edge(spec kg.EdgeSpec) {
	ends := draw(d.t, "ends", d.pairs(spec))
	e := kg.Edge{
		Kind: spec.Kind, From: ends[0], To: ends[1], Stint: 1, Attrs: d.attrs(spec.AllAttrs()), Basis: d.basis(), Sources: d.sources(),
		Since: d.date("since"), Claims: d.claims(),
	}
	for _, other := range d.batch.Edges {
		if other.Kind == e.Kind && other.From == e.From && other.To == e.To {
			e.Stint++
		}
	}
	e.ID = kg.EdgeID(e.Kind, e.From, e.To, e.Stint)
	if spec.Form == kg.State {
		e.Until = d.date("until")
		for range rapid.IntRange(0, 2).Draw(d.t, "sightings") {
			e.Seen = append(e.Seen, kg.MustDate(draw(d.t, "seen", drawnDates[2:])))
		}
	}
	if len(d.batch.Edges) > 0 && rapid.IntRange(0, 4).Draw(d.t, "from another") == 0 {
		e.ImpliedBy = []kg.ID{draw(d.t, "implied by", d.batch.Edges).ID}
	}
	d.batch.Edges = append(d.batch.Edges, e)
}

func (d *drawing) attrs(specs []kg.Attr) kg.Attrs {
	attrs := kg.Attrs{}
	for _, a := range specs {
		if rapid.IntRange(0, 2).Draw(d.t, a.Name+" unknown") == 0 {
			continue
		}
		switch a.Type {
		case kg.TypeEnum:
			attrs[a.Name] = draw(d.t, a.Name, a.Values)
		case kg.TypeID:
			attrs[a.Name] = string(d.end(a.Name))
		default:
			attrs[a.Name] = draw(d.t, a.Name, drawnTexts[a.Type])
		}
	}
	return attrs
}

func (d *drawing) claims() []kg.Claim {
	var claims []kg.Claim
	for range rapid.IntRange(0, 1).Draw(d.t, "claims") {
		claims = append(claims, kg.Claim{Field: "note", Value: d.text("value"), Basis: d.basis(), Sources: d.sources()})
	}
	return claims
}

func (d *drawing) sources() []kg.Citation {
	var out []kg.Citation
	for range rapid.IntRange(1, 2).Draw(d.t, "sources") {
		out = append(out, kg.Citation{
			Source:  draw(d.t, "source", []kg.ID{"source:a", "source:b"}),
			Locator: draw(d.t, "locator", []string{"L1", `L31, "A; heading"`}), Basis: d.basis(),
		})
	}
	return out
}

func (d *drawing) basis() kg.Basis {
	return draw(d.t, "basis", []kg.Basis{kg.Stated, kg.Implied})
}
func (d *drawing) date(label string) kg.Date { return kg.MustDate(draw(d.t, label, drawnDates)) }
func (d *drawing) text(label string) string  { return draw(d.t, label, drawnTexts[kg.TypeText]) }
func (d *drawing) end(label string) kg.ID    { return draw(d.t, label, d.batch.Nodes).ID }
