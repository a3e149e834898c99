package dataset

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"

	"citygraph/internal/kg"
)

// lintEnds: both ends exist, are of kinds that the vocabulary allows, and stand
// in their order.
func lintEnds(w *world) {
	for _, e := range w.edges {
		spec, _ := e.val.Kind.Spec()
		from, to := w.node[e.val.From], w.node[e.val.To]
		if from == nil {
			w.dangling(e.at.in("from"), e.val.ID, e.val.From, "a node")
		}
		if to == nil {
			w.dangling(e.at.in("to"), e.val.ID, e.val.To, "a node")
		}
		if from == nil || to == nil {
			continue
		}
		switch {
		case e.val.From == e.val.To:
			w.find(WrongEnds, e.at.in("to"), e.val.ID, fmt.Sprintf("%s leads from %s to itself", e.val.Kind, e.val.From), "name the other end")
		case !spec.Allows(from.val.Kind, to.val.Kind):
			w.find(WrongEnds, e.at, e.val.ID, fmt.Sprintf("%s does not lead from a %s to a %s", e.val.Kind, from.val.Kind, to.val.Kind), allowed(spec))
		case spec.Symmetric && e.val.From > e.val.To:
			w.find(WrongEnds, e.at.in("from"), e.val.ID, fmt.Sprintf("%s is symmetric, and %s stands before %s", e.val.Kind, e.val.From, e.val.To), "swap from and to: the smaller id is from")
		}
	}
}

func allowed(s kg.EdgeSpec) string {
	if s.SameKind {
		return "it joins two of one kind: " + kinds(s.From)
	}
	return fmt.Sprintf("it leads from %s to %s", kinds(s.From), kinds(s.To))
}

func kinds(ks []kg.NodeKind) string {
	texts := make([]string, len(ks))
	for i, k := range ks {
		texts[i] = string(k)
	}
	return strings.Join(texts, ", ")
}

// lintReferences: ids in attributes and in impliedBy exist, and no edge is
// implied by itself, through however many others.
func lintReferences(w *world) {
	circular := cyclesOf(w.edge)
	for _, n := range w.nodes {
		spec, _ := n.val.Kind.Spec()
		w.lintIDAttrs(n.at, n.val.ID, spec.Attrs, n.val.Attrs)
	}
	for _, e := range w.edges {
		spec, _ := e.val.Kind.Spec()
		w.lintIDAttrs(e.at, e.val.ID, spec.AllAttrs(), e.val.Attrs)
		for _, by := range e.val.ImpliedBy {
			if w.edge[by] == nil {
				w.dangling(e.at.in("impliedBy"), e.val.ID, by, "an edge")
			}
		}
		if circular[e.val.ID] {
			w.find(BadBasis, e.at.in("impliedBy"), e.val.ID, fmt.Sprintf("%s is implied by itself", quoted(string(e.val.ID))), "take one step out: nothing is evidence for itself")
		}
	}
}

func (w *world) lintIDAttrs(at Place, id kg.ID, attrs []kg.Attr, values kg.Attrs) {
	for _, a := range attrs {
		if to := kg.ID(values[a.Name]); a.Type == kg.TypeID && to != "" && !w.exists(to) {
			w.dangling(at.in(a.Name), id, to, "a record")
		}
	}
}

func (w *world) dangling(at Place, record, id kg.ID, what string) {
	if w.passedOver(id) {
		return
	}
	message := "no record " + quoted(string(id))
	if w.exists(id) {
		message = quoted(string(id)) + " is not " + what
	}
	if r := w.gone[id]; r != nil {
		message += ", it was retired"
		if r.val.ReplacedBy != "" {
			message += " for " + string(r.val.ReplacedBy)
		}
	}
	w.find(Dangling, at, record, message, "name "+what+" of this dataset, or add it"+w.guess(id))
}

// What a guess may cost: it compares with the id of every node.
const (
	guessBelow  = 20_000 // nodes
	guessShort  = 200    // bytes of an id
	mostGuesses = 100    // ids that are guessed; the rest have none
)

// guess proposes an existing id where one is spelt nearly alike.
func (w *world) guess(id kg.ID) string {
	if g, known := w.guesses[id]; known {
		return g
	}
	if len(w.nodes) > guessBelow || len(id) > guessShort || len(w.guesses) >= mostGuesses {
		return ""
	}
	best, distance := kg.ID(""), 4
	for _, n := range w.nodes {
		if len(n.val.ID) > guessShort {
			continue
		}
		if d := levenshtein.ComputeDistance(string(id), string(n.val.ID)); d < distance || d == distance && n.val.ID < best {
			best, distance = n.val.ID, d
		}
	}
	w.guesses[id] = ""
	if best != "" {
		w.guesses[id] = " (did you mean " + string(best) + "?)"
	}
	return w.guesses[id]
}
