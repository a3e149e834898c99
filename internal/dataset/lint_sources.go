package dataset

import (
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

// lintSources: every record and all that hangs on one cites a source that
// exists, with a place in it, and its basis is what the citations say. Retired
// ids may do without.
func lintSources(w *world) {
	for _, p := range w.nodes {
		if p.val.Kind != kg.Source {
			w.lintCitations(p.at, p.val.ID, p.val.Basis, p.val.Sources)
		}
	}
	for _, p := range w.edges {
		w.lintCitations(p.at, p.val.ID, p.val.Basis, p.val.Sources)
	}
	for _, p := range w.draft.names {
		w.lintCitations(p.at, p.on, p.val.Basis, p.val.Sources)
	}
	for _, p := range w.figures {
		w.lintCitations(p.at, p.on, p.val.Basis, p.val.Sources)
	}
	for _, p := range w.rosters {
		w.lintCitations(p.at, p.on, p.val.Basis, p.val.Sources)
	}
	for _, p := range w.draft.claims {
		w.lintCitations(p.at, p.on, p.val.Basis, p.val.Sources)
	}
	for _, p := range w.retired {
		w.lintCitations(p.at, p.val.ID, kg.BasisOf(p.val.Sources), p.val.Sources)
	}
}

func (w *world) lintCitations(at Place, id kg.ID, basis kg.Basis, cs []kg.Citation) {
	if len(cs) == 0 {
		return // reported when the row was read
	}
	seen := map[kg.Citation]bool{}
	for _, c := range cs {
		if n := w.node[c.Source]; (n == nil || n.val.Kind != kg.Source) && !w.passedOver(c.Source) {
			w.find(NoSource, at.in("sources"), id, fmt.Sprintf("no source %s", quoted(string(c.Source))), "name a row of nodes/source.csv, or add it"+w.guess(c.Source))
		}
		if c.Locator == "" {
			w.find(NoLocator, at.in("sources"), id, fmt.Sprintf("no place in %s", c.Source), "write `#` and where in the source it stands, such as "+string(c.Source)+"#L12")
		} else if c.Locator != strings.TrimSpace(c.Locator) || strings.HasSuffix(c.Locator, " (implied)") {
			w.find(BadText, at.in("sources"), id, fmt.Sprintf("the locator %s has blanks around it or is implied twice", quoted(c.Locator)), "write `source#locator` or `source#locator (implied)`")
		}
		c.Basis = ""
		if seen[c] {
			w.find(Duplicate, at.in("sources"), id, fmt.Sprintf("%s#%s is cited twice", c.Source, c.Locator), "keep one of them")
		}
		seen[c] = true
	}
	if want := kg.BasisOf(cs); basis != "" && basis != want {
		w.find(BadBasis, at.in("basis"), id, fmt.Sprintf("%s, but its sources make it %s", basis, want),
			"write "+string(want)+", or mark with ` (implied)` the citations that do not state it")
	}
}
