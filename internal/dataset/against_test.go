package dataset_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/seed"
)

// Compared with itself a dataset has neither changes nor findings.
func TestAgainstItself(t *testing.T) {
	d, found, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	nothing(t, d)
	rapid.Check(t, func(t *rapid.T) { nothing(t, load(t, drawWorld(t).lines(t))) })
}

func nothing(t tester, d *dataset.Dataset) {
	t.Helper()
	c := dataset.Against(d, d)
	if len(c.Changes)+len(c.Findings) > 0 || !strings.HasSuffix(c.Report(), ": no changes\n") {
		t.Fatalf("%s\n%s", c.Report(), dataset.Report(c.Findings))
	}
}

// Whatever changes is reported once, and nothing else is; seen from the other
// side, what was added is withdrawn.
func TestAgainstTellsEachChangeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		old := load(t, w.lines(t))
		e := &editor{t: t, expected: map[string]int{}}
		now := e.edit(old)
		forth, back := dataset.Against(old, now), dataset.Against(now, old)
		e.compare(forth.Changes, e.expected)
		mirrored := map[string]int{}
		for k, n := range e.expected {
			mirrored[strings.NewReplacer("added", "withdrawn", "withdrawn", "added").Replace(k)] += n
		}
		e.compare(back.Changes, mirrored)
		if again := dataset.Against(old, now); fmt.Sprint(again) != fmt.Sprint(forth) || again.Report() != forth.Report() {
			t.Fatal("not the same twice")
		}
		for _, c := range forth.Changes {
			if n := strings.Count(forth.Report(), " "+string(c.Record)+"  ") + strings.Count(forth.Report(), " "+string(c.Record)+"\n"); c.Record != "" && n == 0 {
				t.Fatalf("no %s in\n%s", c.Record, forth.Report())
			}
		}
	})
}

// editor makes a new edition of a dataset and notes what it did, as "form file
// record fields". Cells that it writes are of forms that nothing drawn has.
type editor struct {
	t        *rapid.T
	n        int
	expected map[string]int
}

func (e *editor) note(form, file string, id kg.ID, fields ...string) {
	slices.Sort(fields)
	e.expected[fmt.Sprint(form, " ", file, " ", id, " ", fields)]++
}

func (e *editor) compare(changes []dataset.Change, want map[string]int) {
	e.t.Helper()
	got := map[string]int{}
	for _, c := range changes {
		var fields []string
		for _, f := range c.Fields {
			if f.Was == f.Is {
				e.t.Fatalf("%+v changed into itself", c)
			}
			if c.Form == dataset.Changed {
				fields = append(fields, f.Field)
			}
		}
		slices.Sort(fields)
		got[fmt.Sprint(c.Form, " ", c.File, " ", c.Record, " ", fields)]++
	}
	if fmt.Sprint(got) != fmt.Sprint(want) { // maps print in order
		a, _ := json.MarshalIndent(got, "", " ")
		b, _ := json.MarshalIndent(want, "", " ")
		e.t.Fatalf("changes\n%s\ninstead of\n%s", a, b)
	}
}

// chance is true for about one in three.
func (e *editor) chance(what string) bool { return rapid.IntRange(0, 2).Draw(e.t, what) == 0 }

func (e *editor) fresh() string { e.n++; return fmt.Sprintf("fresh %d", e.n) }

func (e *editor) edit(old *dataset.Dataset) *dataset.Dataset {
	now := &dataset.Dataset{Head: old.Head}
	if e.chance("head") {
		now.Head.Title, now.Head.Version = e.fresh(), "2.0.0"
		e.note("changed", "datapackage.json", "", "title", "version")
	}
	for _, n := range old.Nodes {
		e.node(now, n.Clone())
	}
	for _, x := range old.Edges {
		e.edge(now, x.Clone())
	}
	for _, r := range old.Retired {
		if e.chance("unretire") {
			e.note("withdrawn", "retired.csv", r.ID)
			continue
		}
		now.Retired = append(now.Retired, r)
	}
	now.Corrections = slices.Clone(old.Corrections)
	if len(old.Nodes) > 0 && e.chance("correct") {
		now.Corrections = append(now.Corrections, kg.Correction{Record: old.Nodes[0].ID, Date: kg.MustDate("2030"), Was: e.fresh(), Is: "x", Why: "y"})
		e.note("added", "corrections.csv", old.Nodes[0].ID)
	}
	slices.SortStableFunc(now.Corrections, func(a, b kg.Correction) int { return cmp.Compare(a.Record, b.Record) })
	slices.SortFunc(now.Nodes, func(a, b kg.Node) int { return cmp.Compare(a.ID, b.ID) })
	return now
}

func (e *editor) node(now *dataset.Dataset, n kg.Node) {
	spec, _ := n.Kind.Spec()
	switch {
	case e.chance("withdraw"):
		e.whole("withdrawn", spec.File(), n)
		return
	case e.chance("add beside"):
		added := n.Clone()
		added.ID += "-fresh"
		e.whole("added", spec.File(), added)
		now.Nodes = append(now.Nodes, added)
	case e.chance("rename"):
		n.Name = e.fresh()
		e.note("changed", spec.File(), n.ID, "name")
	case n.Kind != kg.Source && e.chance("cite"):
		n.Sources = append(n.Sources, kg.Citation{Source: "source:page", Locator: e.fresh(), Basis: kg.Implied})
		e.note("changed", spec.File(), n.ID, "sources")
	}
	n.Names = parts(e, "names.csv", n.ID, n.Names, func(_ *editor, x *kg.Name) string { x.Kind = "fresh"; return "kind" },
		kg.Name{Text: "fresh", Sources: elsewhere})
	n.Figures = parts(e, "figures.csv", n.ID, n.Figures, func(e *editor, x *kg.Figure) string { x.Value = e.fresh(); return "value" },
		kg.Figure{Measure: "fresh", Sources: elsewhere})
	n.Rosters = parts(e, "rosters.csv", n.ID, n.Rosters, func(_ *editor, x *kg.Roster) string { x.Count += 2; return "count" },
		kg.Roster{Scope: "fresh", Sources: elsewhere})
	n.Claims = parts(e, "claims.csv", n.ID, n.Claims, changeClaim, kg.Claim{Field: "fresh", Value: "x", Sources: elsewhere})
	now.Nodes = append(now.Nodes, n)
}

// whole notes a node with everything that hangs on it.
func (e *editor) whole(form, file string, n kg.Node) {
	e.note(form, file, n.ID)
	for file, count := range map[string]int{"names.csv": len(n.Names), "figures.csv": len(n.Figures), "rosters.csv": len(n.Rosters), "claims.csv": len(n.Claims)} {
		for range count {
			e.note(form, file, n.ID)
		}
	}
}

func (e *editor) edge(now *dataset.Dataset, x kg.Edge) {
	spec, _ := x.Kind.Spec()
	switch {
	case e.chance("withdraw edge"):
		e.note("withdrawn", spec.File(), x.ID)
		for range x.Claims {
			e.note("withdrawn", "claims.csv", x.ID)
		}
		return
	case e.chance("date edge"):
		x.Since = kg.MustDate("1888")
		e.note("changed", spec.File(), x.ID, "since")
	}
	x.Claims = parts(e, "claims.csv", x.ID, x.Claims, changeClaim, kg.Claim{Field: "fresh", Value: "x", Sources: elsewhere})
	now.Edges = append(now.Edges, x)
}

var elsewhere = []kg.Citation{{Source: "source:page", Locator: "elsewhere", Basis: kg.Stated}}

func changeClaim(e *editor, c *kg.Claim) string { c.Value = e.fresh(); return "value" }

// parts withdraws, changes and adds what hangs on a record.
func parts[P any](e *editor, file string, id kg.ID, old []P, change func(*editor, *P) string, fresh P) (now []P) {
	for _, p := range old {
		switch {
		case e.chance("withdraw part"):
			e.note("withdrawn", file, id)
			continue
		case e.chance("change part"):
			e.note("changed", file, id, change(e, &p))
		}
		now = append(now, p)
	}
	if e.chance("add part") {
		e.note("added", file, id)
		now = append(now, fresh)
	}
	return now
}
