package dataset

import (
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

// ends are what tells one edge from another: kind, ends and stint. The ends of
// a symmetric edge count in either order.
type ends struct {
	kind     kg.EdgeKind
	from, to kg.ID
	stint    int
}

func endsOf(e kg.Edge) ends {
	x := ends{e.Kind, e.From, e.To, e.Stint}
	if spec, _ := e.Kind.Spec(); spec.Symmetric {
		x.from, x.to = min(e.From, e.To), max(e.From, e.To)
	}
	return x
}

func sameEnds(a, b kg.Edge) bool { return endsOf(a) == endsOf(b) }

// lintDuplicates: one row for each kind, ends and stint.
func lintDuplicates(w *world) {
	seen := map[ends]Place{}
	for _, e := range w.edges {
		key := endsOf(e.val)
		if at, twice := seen[key]; twice {
			mend := "keep one row with the sources of both"
			if spec, _ := e.val.Kind.Spec(); spec.Stints {
				mend += ", or number the episodes as stints"
			}
			w.find(Duplicate, e.at, e.val.ID, "the same kind, ends and stint stand in "+where(at), mend)
			continue
		}
		seen[key] = e.at
	}
}

// lintStints: stints are numbered from 1 without a gap, and stand only where
// the kind has them.
func lintStints(w *world) {
	all := map[ends]bool{}
	for _, e := range w.edges {
		all[endsOf(e.val)] = true
	}
	for _, e := range w.edges {
		spec, _ := e.val.Kind.Spec()
		before := endsOf(e.val)
		before.stint--
		switch {
		case e.val.Stint < 1:
			w.find(BadStint, e.at.in("stint"), e.val.ID, "stints are numbered from 1", "leave the cell empty for the first or only one")
		case e.val.Stint > 1 && !spec.Stints:
			w.find(BadStint, e.at.in("stint"), e.val.ID, fmt.Sprintf("%s has no stints", e.val.Kind), "join the rows into one")
		case e.val.Stint > 1 && !all[before]:
			w.find(BadStint, e.at.in("stint"), e.val.ID, fmt.Sprintf("a stint %d without a stint %d", e.val.Stint, before.stint), "number the stints without a gap")
		}
	}
}

const maxWording = 6 // words

// lintWording: wording is short, and a person has an office.
func lintWording(w *world) {
	for _, e := range w.edges {
		if n := len(strings.Fields(e.val.Attrs["wording"])); n > maxWording {
			w.find(BadWording, e.at.in("wording"), e.val.ID, fmt.Sprintf("a wording of %d words", n), fmt.Sprintf("keep the %d words at most by which the source names the other end", maxWording))
		}
		if e.val.Attrs["person"] != "" && e.val.Attrs["office"] == "" {
			w.find(BadWording, e.at.in("person"), e.val.ID, "a person without an office", "write the office, or leave the person out: persons appear only as holders of a public office")
		}
	}
}

// lintFigures: a figure is of a node that exists, and stands once.
func lintFigures(w *world) {
	type key struct {
		on                        kg.ID
		measure, qual, value, day string
	}
	seen := map[key]Place{}
	for _, p := range w.figures {
		if w.node[p.on] == nil {
			w.dangling(p.at.in("subject"), p.on, p.on, "a node")
			continue
		}
		k := key{p.on, p.val.Measure, p.val.Qualifier, p.val.Value, p.val.Date.String()}
		if at, twice := seen[k]; twice {
			w.find(Duplicate, p.at, p.on, "the same figure stands in "+where(at), "keep one row with the sources of both")
		}
		seen[k] = p.at
	}
}
