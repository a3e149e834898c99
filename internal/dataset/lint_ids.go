package dataset

import (
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

// lintIDs: an id is the computed one, but where a clash, a retired id or a
// correction of the name forces another; and no two records share one.
func lintIDs(w *world) {
	for i := range w.nodes {
		n := &w.nodes[i]
		if other := w.node[n.val.ID]; other != n {
			w.find(Duplicate, n.at.in("id"), n.val.ID, fmt.Sprintf("%s stands also in %s", quoted(string(n.val.ID)), where(other.at)),
				"if they are one thing, keep one row and put what the other adds into it; if not, add a qualifier to this id")
			continue
		}
		w.lintNodeID(n)
	}
	for i := range w.edges {
		e := &w.edges[i]
		computed := kg.EdgeID(e.val.Kind, e.val.From, e.val.To, e.val.Stint)
		other := w.edge[e.val.ID]
		switch {
		case other != e && !sameEnds(other.val, e.val):
			w.find(IDClash, e.at, e.val.ID, fmt.Sprintf("the edge has the id %s, as has the one in %s", quoted(string(e.val.ID)), where(other.at)),
				"give the newer of the two rows an id of its own, such as "+string(e.val.ID)+"-"+e.val.To.Prefix())
		case e.val.ID != computed && w.edge[computed] == nil && w.gone[computed] == nil:
			w.find(BadID, e.at.in("id"), e.val.ID, fmt.Sprintf("the id %s is not the computed one, %s", quoted(string(e.val.ID)), quoted(string(computed))),
				"leave the cell empty")
		}
	}
}

func (w *world) lintNodeID(n *placed[kg.Node]) {
	id, computed := n.val.ID, kg.NodeID(n.val.Kind, n.val.Name)
	if n.val.Name == "" || id == computed || w.keptName(n) {
		return
	}
	qualified := strings.HasPrefix(string(id), string(computed)+"-")
	if qualified && (w.gone[computed] != nil || w.isShared(n)) {
		return
	}
	mend := "write " + string(computed)
	if qualified {
		mend += ": a qualifier stands only where another node has the name"
	}
	w.find(BadID, n.at.in("id"), id, fmt.Sprintf("the id %s is not the computed one of the name %s", quoted(string(id)), quoted(n.val.Name)), mend)
}

// keptName reports whether the node's id is that of a name which was corrected:
// an id never changes.
func (w *world) keptName(n *placed[kg.Node]) bool {
	for _, c := range w.renamed[n.val.ID] {
		if slug := kg.Slug(strings.TrimPrefix(c.Was, "name ")); slug == n.val.ID.Slug() {
			return true
		}
	}
	return false
}

// isShared reports whether another node has the canonical name of this one.
func (w *world) isShared(n *placed[kg.Node]) bool {
	for _, other := range w.spelling[kg.Fold(n.val.Name)] {
		if other.val.ID != n.val.ID {
			return true
		}
	}
	return false
}

// lintRetired: a retired id is out of use, and leads to a record if anywhere.
func lintRetired(w *world) {
	for i := range w.retired {
		r := &w.retired[i]
		id := r.val.ID
		if w.gone[id] != r {
			w.find(Duplicate, r.at.in("id"), id, fmt.Sprintf("%s stands also in %s", quoted(string(id)), where(w.gone[id].at)), "keep one of the rows")
		}
		if w.exists(id) {
			w.find(RetiredInUse, r.at.in("id"), id, fmt.Sprintf("%s is retired and in use", quoted(string(id))),
				"give the record a new id, or take this row out if the record was never gone")
		}
		if to := r.val.ReplacedBy; to != "" && !w.leads(to) {
			w.find(RetiredInUse, r.at.in("replacedBy"), id, fmt.Sprintf("%s leads to %s, which is no record", quoted(string(id)), quoted(string(to))),
				"name a record, or leave the cell empty"+w.guess(to))
		}
	}
}

// leads reports whether looking up id ends at a record. Ids that lead in a circle
// lead nowhere.
func (w *world) leads(id kg.ID) bool {
	if w.exists(id) || w.passedOver(id) {
		return true
	}
	r := w.gone[id]
	if r == nil {
		return false
	}
	if _, asked := w.leadsTo[id]; !asked {
		w.leadsTo[id] = false // if it comes by again
		w.leadsTo[id] = w.leads(r.val.ReplacedBy)
	}
	return w.leadsTo[id]
}

// lintCorrections: a correction is of a record that is or was.
func lintCorrections(w *world) {
	for _, c := range w.corrections {
		if !w.exists(c.on) && w.gone[c.on] == nil && !w.passedOver(c.on) {
			w.find(Dangling, c.at.in("record"), c.on, fmt.Sprintf("no record %s", quoted(string(c.on))), "name a record or a retired id"+w.guess(c.on))
		}
	}
}

func where(p Place) string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}
