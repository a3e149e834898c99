package projection

import "slices"

// TwoMode is a graph whose vertices are of two modes, actors and groups, with
// edges between the modes only and none twice. Actors are the vertices 0 to
// Actors()-1, groups stand behind them.
type TwoMode struct {
	actors, groups int
	start          []int32 // neighbours of v: next[start[v]:start[v+1]]
	next           []int32 // ascending for each vertex
}

// Pair is an edge of a two-mode graph: an actor, counted from 0, and a group,
// counted from 0 too.
type Pair struct{ Actor, Group int32 }

// NewTwoMode returns the graph with these edges; repeated ones count once. The
// pairs may stand in any order.
func NewTwoMode(actors, groups int, pairs []Pair) *TwoMode {
	keys := make([]uint64, len(pairs)) // by actor, then by group; numbers sort faster than pairs
	for i, p := range pairs {
		keys[i] = uint64(p.Actor)<<32 | uint64(p.Group)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	g := &TwoMode{
		actors: actors, groups: groups,
		start: make([]int32, actors+groups+1), next: make([]int32, 2*len(keys)),
	}
	for _, k := range keys {
		g.start[k>>32+1]++
		g.start[actors+int(uint32(k))+1]++
	}
	for v := range g.Vertices() {
		g.start[v+1] += g.start[v]
	}
	free := slices.Clone(g.start)
	for _, k := range keys { // ascending at the groups too: actors come in order
		actor, group := int32(k>>32), int32(actors)+int32(uint32(k))
		g.next[free[actor]], g.next[free[group]] = group, actor
		free[actor]++
		free[group]++
	}
	return g
}

// Actors returns the number of actors.
func (g *TwoMode) Actors() int { return g.actors }

// Groups returns the number of groups.
func (g *TwoMode) Groups() int { return g.groups }

// Vertices returns the number of actors and groups together.
func (g *TwoMode) Vertices() int { return g.actors + g.groups }

// Edges returns the number of edges.
func (g *TwoMode) Edges() int { return len(g.next) / 2 }

// Neighbours returns the vertices next to v, ascending; nobody may change them.
func (g *TwoMode) Neighbours(v int) []int32 { return g.next[g.start[v]:g.start[v+1]] }

// Degree returns the number of edges at v.
func (g *TwoMode) Degree(v int) int { return int(g.start[v+1] - g.start[v]) }

// IsActor reports whether the vertex is an actor.
func (g *TwoMode) IsActor(v int) bool { return v < g.actors }
