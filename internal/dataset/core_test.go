package dataset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/seed"
)

const coreFolder = "testdata/core"

// coreRevision is the content hash of the frozen core. It never changes: what the
// documents say is fixed, and a better reading is a correction in seed/.
const coreRevision = "97ae397f18a0773ba80666e5c9417b7467503ef33e2fc6eabf6e893f4a71e7c4"

func TestCoreIsFrozen(t *testing.T) {
	core, found, err := dataset.Open(t.Context(), coreFolder)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	if core.Head.Hash != coreRevision {
		t.Errorf("the core is %s: put %s back as it was", core.Head.Hash, coreFolder)
	}
}

// What the five core documents say stays in the dataset, whatever it grows
// into: every record and value of the frozen core is there, equal or refined.
func TestCoreIsInSeed(t *testing.T) {
	core, found, err := dataset.Open(t.Context(), coreFolder)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	now, found, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	for _, loss := range vanished(core, now) {
		t.Error(loss)
	}
}

// vanished lists what core says and now does not say any more. A value may be
// refined: a date narrowed inside the old one, a value kept as a claim, an
// implied fact stated, a count found out; a record may be retired for another.
// Descriptions are our own words and may change.
func vanished(core, now *dataset.Dataset) []string {
	c := newComparison(now)
	for _, n := range core.Nodes {
		c.node(n)
	}
	for _, e := range core.Edges {
		c.edge(e)
	}
	for _, r := range core.Retired {
		if _, ok := c.retired[r.ID]; !ok {
			c.lose(r.ID, "it is not retired any more")
		}
	}
	for _, x := range core.Corrections {
		if !slices.Contains(now.Corrections, x) {
			c.lose(x.Record, "its correction %q → %q", x.Was, x.Is)
		}
	}
	return c.losses
}

type comparison struct {
	nodes   map[kg.ID]kg.Node
	edges   map[kg.ID]kg.Edge
	retired map[kg.ID]kg.ID
	losses  []string
}

func newComparison(now *dataset.Dataset) *comparison {
	c := &comparison{nodes: map[kg.ID]kg.Node{}, edges: map[kg.ID]kg.Edge{}, retired: map[kg.ID]kg.ID{}}
	for _, n := range now.Nodes {
		c.nodes[n.ID] = n
	}
	for _, e := range now.Edges {
		c.edges[e.ID] = e
	}
	for _, r := range now.Retired {
		c.retired[r.ID] = r.ReplacedBy
	}
	return c
}

func (c *comparison) lose(id kg.ID, format string, args ...any) {
	c.losses = append(c.losses, string(id)+": "+fmt.Sprintf(format, args...))
}

// now returns the id under which a record of the core is found.
func (c *comparison) now(id kg.ID) kg.ID {
	for to, ok := c.retired[id]; ok && to != ""; to, ok = c.retired[id] {
		id = to
	}
	return id
}

func (c *comparison) node(was kg.Node) {
	is, ok := c.nodes[c.now(was.ID)]
	if !ok {
		c.lose(was.ID, "the node")
		return
	}
	if was.Name != is.Name && !slices.ContainsFunc(is.Names, func(n kg.Name) bool { return n.Text == was.Name }) && !claimed(is.Claims, "name", was.Name) {
		c.lose(was.ID, "the name %q, now %q", was.Name, is.Name)
	}
	spec, _ := was.Kind.Spec()
	c.attrs(was.ID, spec.Attrs, was.Attrs, is.Attrs, is.Claims)
	c.evidence(was.ID, "the node", was.Basis, is.Basis, was.Sources, is.Sources)
	for _, p := range was.Names {
		i := slices.IndexFunc(is.Names, func(q kg.Name) bool {
			return q.Text == p.Text && q.Kind == p.Kind && (q.Lang == p.Lang || p.Lang == "und")
		})
		c.part(was.ID, fmt.Sprintf("the name %q (%s, %s)", p.Text, p.Lang, p.Kind), i, p.Basis, p.Sources, func() (kg.Basis, []kg.Citation) { return is.Names[i].Basis, is.Names[i].Sources })
	}
	for _, p := range was.Figures {
		i := best(c, p.Sources, is.Figures, func(q kg.Figure) ([]kg.Citation, bool) {
			return q.Sources, q.Measure == p.Measure && q.Qualifier == p.Qualifier && q.Value == p.Value && refines(p.Date, q.Date)
		})
		c.part(was.ID, fmt.Sprintf("the figure %s %s %s (%s)", p.Measure, p.Qualifier, p.Value, p.Date), i, p.Basis, p.Sources, func() (kg.Basis, []kg.Citation) { return is.Figures[i].Basis, is.Figures[i].Sources })
	}
	for _, p := range was.Rosters {
		i := best(c, p.Sources, is.Rosters, func(q kg.Roster) ([]kg.Citation, bool) {
			return q.Sources, q.Scope == p.Scope && q.Status == p.Status && (q.Count == p.Count || p.Count < 0) && refines(p.Date, q.Date)
		})
		c.part(was.ID, fmt.Sprintf("the roster of %q, scope %s, %s, %d names", p.Date, p.Scope, p.Status, p.Count), i, p.Basis, p.Sources, func() (kg.Basis, []kg.Citation) { return is.Rosters[i].Basis, is.Rosters[i].Sources })
	}
	c.claims(was.ID, was.Claims, is.Claims)
}

func (c *comparison) edge(was kg.Edge) {
	is, ok := c.edges[c.now(was.ID)]
	if !ok || is.From != c.now(was.From) || is.To != c.now(was.To) {
		c.lose(was.ID, "the edge")
		return
	}
	for _, d := range []struct {
		field   string
		was, is kg.Date
	}{{"since", was.Since, is.Since}, {"until", was.Until, is.Until}} {
		if !refines(d.was, d.is) && !claimed(is.Claims, d.field, d.was.String()) {
			c.lose(was.ID, "%s %s, now %q", d.field, d.was, d.is)
		}
	}
	for _, s := range was.Seen {
		if !slices.ContainsFunc(is.Seen, func(d kg.Date) bool { return refines(s, d) }) && !claimed(is.Claims, "seen", s.String()) {
			c.lose(was.ID, "seen %s", s)
		}
	}
	spec, _ := was.Kind.Spec()
	c.attrs(was.ID, spec.AllAttrs(), was.Attrs, is.Attrs, is.Claims)
	c.evidence(was.ID, "the edge", was.Basis, is.Basis, was.Sources, is.Sources)
	for _, by := range was.ImpliedBy {
		if is.Basis != kg.Stated && !slices.Contains(is.ImpliedBy, c.now(by)) {
			c.lose(was.ID, "implied by %s", by)
		}
	}
	c.claims(was.ID, was.Claims, is.Claims)
}

func (c *comparison) attrs(id kg.ID, attrs []kg.Attr, was, is kg.Attrs, claims []kg.Claim) {
	for _, a := range attrs {
		old, value := was[a.Name], is[a.Name]
		switch {
		case old == "" || old == value || a.Name == "description" || claimed(claims, a.Name, old):
		case a.Type == kg.TypeDate && refines(kg.MustDate(old), kg.MustDate(value)):
		case a.Type == kg.TypeID && c.now(kg.ID(old)) == kg.ID(value):
		default:
			c.lose(id, "%s %q, now %q", a.Name, old, value)
		}
	}
}

func (c *comparison) claims(id kg.ID, was, is []kg.Claim) {
	for _, p := range was {
		i := slices.IndexFunc(is, func(q kg.Claim) bool {
			return q.Field == p.Field && q.Value == p.Value && slices.ContainsFunc(q.Sources, func(s kg.Citation) bool { return c.cites(p.Sources, s) })
		})
		c.part(id, fmt.Sprintf("the claim %s %q", p.Field, p.Value), i, p.Basis, p.Sources, func() (kg.Basis, []kg.Citation) { return is[i].Basis, is[i].Sources })
	}
}

// part compares what hangs on a record: i is where it is found, -1 where not.
func (c *comparison) part(id kg.ID, what string, i int, basis kg.Basis, sources []kg.Citation, found func() (kg.Basis, []kg.Citation)) {
	if i < 0 {
		c.lose(id, "%s", what)
		return
	}
	b, s := found()
	c.evidence(id, what, basis, b, sources, s)
}

// evidence: citations stay, and nothing that was stated becomes implied.
func (c *comparison) evidence(id kg.ID, what string, was, is kg.Basis, cited, cites []kg.Citation) {
	if was == kg.Stated && is != kg.Stated {
		c.lose(id, "%s was stated, now %s", what, is)
	}
	for _, s := range cited {
		if !c.cites(cites, s) {
			c.lose(id, "%s: the citation %s#%s (%s)", what, s.Source, s.Locator, s.Basis)
		}
	}
}

// allCited reports whether every one of the citations is among all.
func (c *comparison) allCited(cited, all []kg.Citation) bool {
	return !slices.ContainsFunc(cited, func(s kg.Citation) bool { return !c.cites(all, s) })
}

func (c *comparison) cites(all []kg.Citation, one kg.Citation) bool {
	return slices.ContainsFunc(all, func(s kg.Citation) bool {
		return s.Source == c.now(one.Source) && s.Locator == one.Locator && (s.Basis == one.Basis || s.Basis == kg.Stated)
	})
}

func claimed(claims []kg.Claim, field, value string) bool {
	return slices.ContainsFunc(claims, func(c kg.Claim) bool {
		return c.Field == field && slices.Contains(strings.Split(c.Value, "; "), value)
	})
}

// best finds the part that says no less, if possible one with all the citations:
// an undated list is refined by any dated one, and only its own cites its source.
func best[P any](c *comparison, cited []kg.Citation, parts []P, matches func(P) ([]kg.Citation, bool)) int {
	found := -1
	for i, p := range parts {
		sources, ok := matches(p)
		if ok && c.allCited(cited, sources) {
			return i
		}
		if ok && found < 0 {
			found = i
		}
	}
	return found
}

// refines reports whether a date says no less than it did.
func refines(was, is kg.Date) bool {
	return !was.Known() || is.Known() && was.Covers(is)
}
