package projection

import (
	"iter"

	"citygraph/internal/kg"
)

// Edge tells what the projection knows of an edge.
type Edge struct {
	Number      int
	From, To    int // numbers of the nodes
	Kind        kg.EdgeKind
	Role        string // "" where it has none or an unknown one
	Window      kg.Window
	Implied     bool // no source states it
	NoBeginning bool // its since is unknown
	NoDate      bool // so are its until and all sightings
	OneSource   bool // one source alone speaks of it
}

// In yields the edges that lead to a node, by id.
func (p *Projection) In(node int) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for _, i := range p.in.at(node) {
			if !yield(p.edge(i)) {
				return
			}
		}
	}
}

// Out yields the edges that lead from a node, by id.
func (p *Projection) Out(node int) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for _, i := range p.out.at(node) {
			if !yield(p.edge(i)) {
				return
			}
		}
	}
}

func (p *Projection) edge(i int32) Edge {
	e := p.edges[i]
	role := ""
	if int(e.role) < len(kg.Roles) {
		role = kg.Roles[e.role]
	}
	return Edge{
		Number: int(i), From: int(e.from), To: int(e.to), Kind: kg.EdgeKinds[e.kind].Kind, Role: role, Window: p.windows[e.window],
		Implied: e.facts&implied != 0, NoBeginning: e.facts&noBeginning != 0, NoDate: e.facts&noDate != 0, OneSource: e.facts&oneSource != 0,
	}
}

// Kind returns the kind of the node with this number.
func (p *Projection) Kind(node int) kg.NodeKind { return kg.NodeKinds[p.kinds[node]].Kind }

// PlaceType returns the place type of a City, "" where unknown and for other
// kinds.
func (p *Projection) PlaceType(node int) string { return p.placeTypes[p.places[node]] }
