package projection

import (
	"slices"

	"citygraph/internal/kg"
)

// View is the two-mode graph of a Filter: the actors that have at least one
// edge, and the groups that have at least one. A node that is both stands in it
// twice, once in each mode.
type View struct {
	*TwoMode
	Left    Left
	Implied int // kept edges that no source states

	p     *Projection
	sieve *sieve
	nodes []int32 // the node of each vertex
}

// View cuts the two-mode graph of a filter out of the projection, in one pass
// over the edges. Several edges between an actor and a group, such as two stints
// of a membership, are one edge of the view.
func (p *Projection) View(f Filter) *View {
	v := &View{p: p, sieve: p.sieve(f)}
	var kept []Pair // of nodes
	for _, e := range p.edges {
		if !v.sieve.isRoster(e) {
			continue
		}
		if count := v.sieve.leaves(e, &v.Left); count != nil {
			*count++
			continue
		}
		if e.facts&implied != 0 {
			v.Implied++
		}
		kept = append(kept, Pair{e.from, e.to})
	}
	v.number(kept)
	return v
}

// number gives the ends of the kept edges their vertices, each mode by node
// number and so by id, and makes the graph.
func (v *View) number(kept []Pair) {
	actor, group := make([]int32, len(v.p.ids)), make([]int32, len(v.p.ids))
	for _, e := range kept {
		actor[e.Actor], group[e.Group] = 1, 1
	}
	actors, groups := v.count(actor), v.count(group)
	for i, e := range kept {
		kept[i] = Pair{actor[e.Actor], group[e.Group]}
	}
	v.TwoMode = NewTwoMode(actors, groups, kept)
}

// count replaces each mark by its place among the marks and notes its node.
func (v *View) count(marks []int32) int {
	n := int32(0)
	for node, mark := range marks {
		if mark == 1 {
			marks[node] = n
			v.nodes = append(v.nodes, int32(node))
			n++
		}
	}
	return int(n)
}

// ID returns the id of the node that stands at a vertex.
func (v *View) ID(vertex int) kg.ID { return v.p.ids[v.nodes[vertex]] }

// Vertex returns the vertex at which a node stands, as an actor or as a group;
// ok is false where it has none in this mode.
func (v *View) Vertex(id kg.ID, actor bool) (vertex int, ok bool) {
	first, nodes := 0, v.nodes[:v.Actors()]
	if !actor {
		first, nodes = v.Actors(), v.nodes[v.Actors():]
	}
	node, ok := v.p.Number(id)
	if !ok {
		return 0, false
	}
	at, ok := slices.BinarySearch(nodes, int32(node))
	return first + at, ok
}

// Evidence returns the ids of the edges that the view keeps at a vertex, in
// their order, at most limit of them, and how many there are. Several stints of
// one membership are several edges.
func (v *View) Evidence(vertex, limit int) (ids []kg.ID, total int) {
	at := v.p.out
	if !v.IsActor(vertex) {
		at = v.p.in
	}
	for _, i := range at.at(int(v.nodes[vertex])) {
		if !v.sieve.keeps(v.p.edges[i]) {
			continue
		}
		if total++; total <= limit {
			ids = append(ids, v.p.EdgeID(int(i)))
		}
	}
	return ids, total
}
