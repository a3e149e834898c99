package dataset_test

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"citygraph/internal/jsonl"
	"citygraph/internal/kg"
)

var background = context.Background()

// drawn is a world of records without findings, drawn at random from the
// vocabulary, with texts that CSV, JSON and spreadsheets like to spoil.
type drawn struct {
	nodes       []kg.Node
	edges       []kg.Edge
	retired     []kg.Retired
	corrections []kg.Correction
}

var (
	tokens = []string{
		"=cmd|'/C calc'!A0", `"quoted"`, `"`, "a;b", ";", ";;", "#", "##x", "(implied)", ",", "a\nb", "ü", "中文", "+1", "-", "@x",
		`\`, `\.`, "{}", "<b>&amp;", "null", "0", "'", "é", "𝄞", "; source:x#y", "a\u200db", "-- x --",
	}
	someDates = []string{"1999", "1999-05", "1999-05-06", "1999~", "[1998..1999-02]", "[..1999]", "[1999..]"}
)

func drawWorld(t *rapid.T) *drawn {
	w := &drawn{nodes: []kg.Node{{ID: "source:page", Kind: kg.Source, Name: "Page"}}}
	for i := range rapid.IntRange(1, 8).Draw(t, "nodes") {
		w.nodes = append(w.nodes, w.drawNode(t, i))
	}
	for range rapid.IntRange(0, 25).Draw(t, "edges") {
		w.drawEdge(t)
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "retired") {
		w.retired = append(w.retired, kg.Retired{
			ID: kg.ID(fmt.Sprintf("city:gone-%d", i)), Date: aDate(t), Reason: text(t, "\n"),
			ReplacedBy: rapid.SampledFrom([]kg.ID{"", w.nodes[0].ID}).Draw(t, "replacedBy"), Sources: citations(t)[:rapid.IntRange(0, 1).Draw(t, "cited")],
		})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "corrections") {
		w.corrections = append(w.corrections, kg.Correction{
			Record: w.anyNode(t).ID, Date: aDate(t), Was: fmt.Sprintf("%d %s", i, text(t, "\n")), Is: text(t, "\n"), Why: text(t, "\n"),
		})
	}
	return w
}

func (w *drawn) drawNode(t *rapid.T, i int) kg.Node {
	spec := rapid.SampledFrom(kg.NodeKinds).Draw(t, "kind")
	name := fmt.Sprintf("N%d %s", i, text(t, " "))
	n := kg.Node{ID: kg.NodeID(spec.Kind, name), Kind: spec.Kind, Name: name, Attrs: w.attrs(t, spec.Attrs)}
	if spec.Kind != kg.Source {
		n.Sources = citations(t)
		n.Basis = kg.BasisOf(n.Sources)
	}
	for j := range rapid.IntRange(0, 2).Draw(t, "names") {
		n.Names = append(n.Names, kg.Name{
			Text: fmt.Sprintf("N%dx%d %s", i, j, text(t, " ")), Lang: rapid.SampledFrom([]string{"und", "de", "en-GB", "zh-Hant"}).Draw(t, "lang"),
			Kind: rapid.SampledFrom(kg.NameKinds).Draw(t, "name kind"),
		})
		cite(t, &n.Names[j].Sources, &n.Names[j].Basis)
	}
	for j := range rapid.IntRange(0, 2).Draw(t, "figures") {
		n.Figures = append(n.Figures, kg.Figure{
			Measure: kg.Measures[j], Qualifier: rapid.SampledFrom(kg.Qualifiers).Draw(t, "qualifier"),
			Value: rapid.SampledFrom([]string{"0", "36", "-1.50", "560"}).Draw(t, "value"), Date: maybeDate(t),
		})
		cite(t, &n.Figures[j].Sources, &n.Figures[j].Basis)
	}
	if spec.Roster != "" && rapid.Bool().Draw(t, "roster") {
		n.Rosters = []kg.Roster{{
			Date: kg.MustDate("1901-01-01"), Scope: rapid.SampledFrom([]string{"all", "founders", "IT", string(w.nodes[0].ID)}).Draw(t, "scope"),
			Status: rapid.SampledFrom([]string{"partial", "unknown"}).Draw(t, "status"), Count: rapid.IntRange(-1, 0).Draw(t, "count"),
		}}
		cite(t, &n.Rosters[0].Sources, &n.Rosters[0].Basis)
	}
	n.Claims = drawClaims(t)
	return n
}

func drawClaims(t *rapid.T) []kg.Claim {
	var cs []kg.Claim
	for j := range rapid.IntRange(0, 2).Draw(t, "claims") {
		cs = append(cs, kg.Claim{Field: kg.ClaimWords[j].Name, Value: text(t, "\n")})
		cite(t, &cs[j].Sources, &cs[j].Basis)
	}
	return cs
}

// drawEdge adds an edge between nodes that are there, or none.
func (w *drawn) drawEdge(t *rapid.T) {
	spec := rapid.SampledFrom(kg.EdgeKinds).Draw(t, "edge kind")
	from, to := w.anyNode(t), w.anyNode(t)
	if spec.Symmetric && from.ID > to.ID {
		from, to = to, from
	}
	e := kg.Edge{ID: kg.EdgeID(spec.Kind, from.ID, to.ID, 1), Kind: spec.Kind, From: from.ID, To: to.ID, Stint: 1}
	if from.ID == to.ID || !spec.Allows(from.Kind, to.Kind) || slices.ContainsFunc(w.edges, func(o kg.Edge) bool { return o.ID == e.ID }) {
		return
	}
	e.Since = maybeDate(t)
	if spec.Form == kg.State && rapid.Bool().Draw(t, "ended") {
		e.Until = kg.MustDate("[2020..]")
	}
	for _, s := range []string{"2015", "2016-03~", "2017-01-02"}[:rapid.IntRange(0, 3).Draw(t, "seen")] {
		e.Seen = append(e.Seen, kg.MustDate(s))
	}
	for _, o := range w.edges {
		if rapid.IntRange(0, 4).Draw(t, "implied by") == 0 {
			e.ImpliedBy = append(e.ImpliedBy, o.ID)
		}
	}
	slices.Sort(e.ImpliedBy)
	e.Attrs = w.attrs(t, spec.AllAttrs())
	cite(t, &e.Sources, &e.Basis)
	e.Claims = drawClaims(t)
	w.edges = append(w.edges, e)
}

func (w *drawn) anyNode(t *rapid.T) kg.Node { return rapid.SampledFrom(w.nodes).Draw(t, "node") }

func (w *drawn) attrs(t *rapid.T, all []kg.Attr) kg.Attrs {
	out := kg.Attrs{}
	for _, a := range all {
		if !rapid.Bool().Draw(t, a.Name) {
			continue
		}
		switch {
		case a.Name == "person" && out["office"] == "":
		case a.Name == "wording":
			out[a.Name] = strings.Join(strings.Fields(text(t, " "))[:1], " ")
		case a.Name == "ended", a.Name == "retrieved":
			out[a.Name] = "2020"
		case a.Type == kg.TypeText:
			out[a.Name] = text(t, "\n")
		case a.Type == kg.TypeDate:
			out[a.Name] = aDate(t).String()
		case a.Type == kg.TypeID:
			out[a.Name] = string(w.anyNode(t).ID)
		case a.Type == kg.TypeNumber:
			out[a.Name] = rapid.SampledFrom([]string{"0", "-12.50", "45"}).Draw(t, "number")
		default:
			out[a.Name] = a.Example
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// text draws a text of some tokens; without "\n" as the gap it is one line.
func text(t *rapid.T, gap string) string {
	ts := rapid.SliceOfN(rapid.SampledFrom(tokens), 1, 4).Draw(t, "text")
	s := strings.Join(ts, rapid.SampledFrom([]string{" ", gap}).Draw(t, "gap"))
	if gap != "\n" {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return s
}

func citations(t *rapid.T) []kg.Citation {
	var cs []kg.Citation
	for i := range rapid.IntRange(1, 2).Draw(t, "citations") {
		cs = append(cs, kg.Citation{
			Source: "source:page", Locator: fmt.Sprintf("%s %d", text(t, " "), i),
			Basis: rapid.SampledFrom([]kg.Basis{kg.Stated, kg.Implied}).Draw(t, "basis"),
		})
	}
	return cs
}

func cite(t *rapid.T, cs *[]kg.Citation, b *kg.Basis) {
	*cs = citations(t)
	*b = kg.BasisOf(*cs)
}

func aDate(t *rapid.T) kg.Date { return kg.MustDate(rapid.SampledFrom(someDates).Draw(t, "date")) }

func maybeDate(t *rapid.T) kg.Date {
	return kg.MustDate(rapid.SampledFrom(append([]string{""}, someDates...)).Draw(t, "date"))
}

// lines are those of the whole world, in the order in which it was drawn.
func (w *drawn) lines(t tester) []string {
	lines := []string{lineOf(t, jsonl.HeadOf(kg.Dataset{Name: "drawn", Title: "Drawn, \"at random\"", Version: "1.0.0", License: "CC0-1.0", Citation: "=X"}))}
	for _, n := range w.nodes {
		lines = append(lines, lineOf(t, jsonl.Of(n)))
	}
	for _, e := range w.edges {
		lines = append(lines, lineOf(t, jsonl.Of(e)))
	}
	for _, r := range w.retired {
		lines = append(lines, lineOf(t, jsonl.Of(r)))
	}
	for _, c := range w.corrections {
		lines = append(lines, lineOf(t, jsonl.Of(c)))
	}
	return lines
}

// sorted are the lines of the records in the order in which a dataset has them,
// made without its help.
func (w *drawn) sorted(t tester) []string {
	byID := map[string]string{}
	for _, n := range w.nodes {
		n = n.Clone()
		slices.SortFunc(n.Names, func(a, b kg.Name) int { return cmp.Compare(a.Text, b.Text) })
		slices.SortFunc(n.Figures, func(a, b kg.Figure) int { return cmp.Compare(a.Measure, b.Measure) })
		slices.SortFunc(n.Claims, func(a, b kg.Claim) int { return cmp.Compare(a.Field, b.Field) })
		byID["1"+string(n.ID)] = lineOf(t, jsonl.Of(n))
	}
	for _, e := range w.edges {
		e = e.Clone()
		slices.SortFunc(e.Claims, func(a, b kg.Claim) int { return cmp.Compare(a.Field, b.Field) })
		byID["2"+string(e.ID)] = lineOf(t, jsonl.Of(e))
	}
	for _, r := range w.retired {
		byID["3"+string(r.ID)] = lineOf(t, jsonl.Of(r))
	}
	for _, c := range w.corrections {
		byID[fmt.Sprintf("4%s %s %s", c.Record, c.Date.Key(), c.Was)] = lineOf(t, jsonl.Of(c))
	}
	var lines []string
	for _, k := range slices.Sorted(maps.Keys(byID)) {
		lines = append(lines, byID[k])
	}
	return lines
}
