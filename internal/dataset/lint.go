package dataset

import (
	"citygraph/internal/kg"
)

// world is a draft with the indexes that rules need. Where two records share an
// id, the first one counts.
type world struct {
	*draft
	node     map[kg.ID]*placed[kg.Node]
	edge     map[kg.ID]*placed[kg.Edge]
	gone     map[kg.ID]*placed[kg.Retired]
	into     map[kg.ID][]*placed[kg.Edge] // edges by their target
	names    map[kg.ID][]placed[kg.Name]
	claims   map[kg.ID][]placed[kg.Claim]
	renamed  map[kg.ID][]kg.Correction
	parts    map[kg.ID][]kg.ID             // by what they are PART_OF
	within   map[kg.ID]map[kg.ID]bool      // see partsOf
	leadsTo  map[kg.ID]bool                // see leads
	spelling map[string][]*placed[kg.Node] // nodes by folded name, spellings left out
	guesses  map[kg.ID]string
}

// rules are what a dataset is held to as a whole; each reports all that it
// finds. What a cell says by itself was checked when it was read.
var rules = []func(*world){
	lintIDs, lintRetired, lintCorrections,
	lintSharedNames, lintNames,
	lintEnds, lintReferences, lintStints, lintDuplicates,
	lintSources, lintTimes, lintWording, lintFigures,
	lintClaimFields, lintCover,
	lintRosters,
}

func lint(d *draft) {
	w := newWorld(d)
	for _, rule := range rules {
		rule(w)
	}
}

func newWorld(d *draft) *world {
	w := &world{
		draft: d,
		node:  map[kg.ID]*placed[kg.Node]{}, edge: map[kg.ID]*placed[kg.Edge]{}, gone: map[kg.ID]*placed[kg.Retired]{},
		into: map[kg.ID][]*placed[kg.Edge]{}, names: map[kg.ID][]placed[kg.Name]{}, claims: map[kg.ID][]placed[kg.Claim]{},
		renamed: map[kg.ID][]kg.Correction{}, parts: map[kg.ID][]kg.ID{}, within: map[kg.ID]map[kg.ID]bool{}, leadsTo: map[kg.ID]bool{}, spelling: map[string][]*placed[kg.Node]{}, guesses: map[kg.ID]string{},
	}
	for i := range d.nodes {
		first(w.node, d.nodes[i].val.ID, &d.nodes[i])
	}
	for i := range d.edges {
		e := &d.edges[i]
		first(w.edge, e.val.ID, e)
		w.into[e.val.To] = append(w.into[e.val.To], e)
		if e.val.Kind == kg.PartOf {
			w.parts[e.val.To] = append(w.parts[e.val.To], e.val.From)
		}
	}
	for i := range d.retired {
		first(w.gone, d.retired[i].val.ID, &d.retired[i])
	}
	for _, p := range d.names {
		w.names[p.on] = append(w.names[p.on], p)
	}
	for _, p := range d.claims {
		w.claims[p.on] = append(w.claims[p.on], p)
	}
	for _, p := range d.corrections {
		w.renamed[p.on] = append(w.renamed[p.on], p.val)
	}
	w.indexNames()
	return w
}

func first[T any](m map[kg.ID]*T, id kg.ID, v *T) {
	if _, taken := m[id]; !taken {
		m[id] = v
	}
}

// exists reports whether id is a node or an edge.
func (w *world) exists(id kg.ID) bool { return w.node[id] != nil || w.edge[id] != nil }

func (w *world) find(g Group, at Place, id kg.ID, message, mend string) {
	w.out.add(Finding{Group: g, Place: at, Record: id, Message: message, Mend: mend})
}
