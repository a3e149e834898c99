package dataset

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// ownKinds are the kinds of names that are the node's own. A spelling or a
// misspelling belongs to its source, and may well be the name of another.
var ownKinds = []string{"official", "alias", "former"}

func (w *world) indexNames() {
	for i := range w.nodes {
		n := &w.nodes[i]
		if w.node[n.val.ID] != n {
			continue
		}
		folded := []string{kg.Fold(n.val.Name)}
		for _, p := range w.names[n.val.ID] {
			if slices.Contains(ownKinds, p.val.Kind) {
				folded = append(folded, kg.Fold(p.val.Text))
			}
		}
		slices.Sort(folded)
		for _, f := range slices.Compact(folded) {
			if f != "" {
				w.spelling[f] = append(w.spelling[f], n)
			}
		}
	}
}

// lintSharedNames: two nodes with one folded name are told apart by a qualifier
// in the id of at least one of them. A source may be named after what it is
// about.
func lintSharedNames(w *world) {
	for folded, nodes := range w.spelling {
		unqualified := map[bool]*placed[kg.Node]{} // the first one, by whether it is a source
		for _, b := range nodes {
			if strings.HasPrefix(b.val.ID.Slug(), kg.Slug(folded)+"-") {
				continue
			}
			if a := unqualified[b.val.Kind == kg.Source]; a == nil {
				unqualified[b.val.Kind == kg.Source] = b
			} else {
				w.find(SharedName, b.at, b.val.ID, fmt.Sprintf("%s and %s (%s) share the name %s", b.val.ID, a.val.ID, where(a.at), quoted(folded)),
					fmt.Sprintf("if they are one thing, keep one node; if the name is only how a source calls it, make it a spelling in names.csv; if not, add a qualifier to the newer id: %s:%s-…", b.val.ID.Prefix(), kg.Slug(folded)))
			}
		}
	}
}

// lintNames: a further name is of a node that exists, not its canonical name,
// and stands once.
func lintNames(w *world) {
	type key struct {
		on               kg.ID
		text, lang, kind string
	}
	seen := map[key]Place{}
	for _, p := range w.draft.names {
		n := w.node[p.on]
		if n == nil {
			w.dangling(p.at.in("node"), p.on, p.on, "a node")
			continue
		}
		if p.val.Text == n.val.Name {
			w.find(RepeatedName, p.at.in("name"), p.on, fmt.Sprintf("%s is already the canonical name", quoted(p.val.Text)), "delete the row")
		}
		k := key{p.on, p.val.Text, p.val.Lang, p.val.Kind}
		if at, twice := seen[k]; twice {
			w.find(Duplicate, p.at, p.on, fmt.Sprintf("the name %s stands also in %s", quoted(p.val.Text), where(at)), "keep one row with the sources of both")
			continue
		}
		seen[k] = p.at
	}
}
