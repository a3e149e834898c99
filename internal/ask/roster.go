package ask

import (
	"cmp"
	"slices"

	"citygraph/internal/kg"
)

// Group is a node with a roster, as far as it is recorded and counts.
type Group struct {
	Node    kg.Node
	Roster  *kg.Roster // the list that tells most about the day; nil where no list is recorded
	Size    int        // actors that count
	FellOut int        // members that would count if all kinds, places and actors did

	partial string    // why absence from the group is not a fact; "" where it is one
	members []member  // by actor
	edges   []kg.Edge // as they were read, by id
	order   []int32   // places in edges: those of the first member by id, then of the second …
}

// member is an actor's place in a group: one that counts, or would if it were
// certain.
type member struct {
	actor    int32
	standing Standing // the surest of the edges'
	from, to int32    // its edges are those of order[from:to]
}

// of returns the edges of a member, by id; where passes is given, only those.
func (g *Group) of(m member, passes func(*kg.Edge) bool) []kg.Edge {
	var all []kg.Edge
	for _, i := range g.order[m.from:m.to] {
		if passes == nil || passes(&g.edges[i]) {
			all = append(all, g.edges[i])
		}
	}
	return all
}

// find returns the member who is this actor.
func (g *Group) find(actor int32) (member, bool) {
	i, ok := slices.BinarySearchFunc(g.members, actor, func(m member, a int32) int { return cmp.Compare(m.actor, a) })
	if !ok {
		return member{}, false
	}
	return g.members[i], true
}

// numbers lists the actors whose standing passes, in order.
func (g *Group) numbers(passes func(Standing) bool) []int32 {
	var all []int32
	for _, m := range g.members {
		if passes(m.standing) {
			all = append(all, m.actor)
		}
	}
	return all
}

// Complete reports whether the recorded members are all there were on the day;
// see Assumptions.partial. Otherwise absence from the group is not a fact.
func (g *Group) Complete() bool { return g.partial == "" }

// groups are the groups of a question, and the actors who belong to them.
type groups struct {
	list    []*Group
	actors  []kg.Node // by id; numbers of actors are places in here
	origins origins   // of edges that are inferred from others, once bonds has read them
}

// nodesOf returns the actors with these numbers.
func (g *groups) nodesOf(numbers []int32) []kg.Node {
	nodes := make([]kg.Node, len(numbers))
	for i, n := range numbers {
		nodes[i] = g.actors[n]
	}
	return nodes
}
