package analysis

import (
	"cmp"
	"slices"

	"citygraph/internal/projection"
)

// Cut is a vertex without which the part of the graph that it belongs to falls
// apart.
type Cut struct {
	Vertex int
	Pieces []Piece // two or more, the largest first
}

// Piece is what stays connected once a cut vertex is gone.
type Piece struct {
	Actors, Groups int

	of   *depthFirst
	runs []run
}

// run is a stretch of vertices in the order in which the search met them.
type run struct{ from, to int32 }

// Size returns the number of vertices.
func (p Piece) Size() int { return p.Actors + p.Groups }

// Vertices returns the vertices, ascending.
func (p Piece) Vertices() []int32 {
	var all []int32
	for _, r := range p.runs {
		all = append(all, p.of.order[r.from:r.to]...)
	}
	slices.Sort(all)
	return all
}

// Cuts returns the cut vertices (articulation points), each with the pieces that
// it holds together: by the number of vertices that stand outside the largest
// piece, the greatest first, ties by vertex. Equal pieces are ordered by where a
// search from the lowest vertex meets them.
//
// J. Hopcroft, R. Tarjan: Algorithm 447: efficient algorithms for graph
// manipulation. Communications of the ACM 16 (1973) 372–378. Time O(vertices +
// edges).
func Cuts(g *projection.TwoMode) []Cut {
	d := searchDepthFirst(g)
	var cuts []Cut
	for v := range g.Vertices() {
		if pieces := d.pieces(v); len(pieces) > 1 {
			cuts = append(cuts, Cut{v, pieces})
		}
	}
	slices.SortStableFunc(cuts, func(a, b Cut) int { return cmp.Compare(b.outside(), a.outside()) })
	return cuts
}

// outside is the number of vertices that stand in all pieces but the largest.
func (c Cut) outside() (n int) {
	for _, p := range c.Pieces[1:] {
		n += p.Size()
	}
	return n
}

// depthFirst is a depth-first search of the whole graph. What lies under a vertex
// is a stretch of order, so that pieces need no memory of their own.
type depthFirst struct {
	g      *projection.TwoMode
	order  []int32 // vertices as they were met
	place  []int32 // of each vertex in order
	behind []int32 // where in order ends what lies under the vertex
	low    []int32 // the first place that is next to something under the vertex
	root   []int32 // the vertex from which it was reached
	parent []int32 // −1 at a root
	actors []int32 // how many of order[:i] are actors
}

func searchDepthFirst(g *projection.TwoMode) *depthFirst {
	n := g.Vertices()
	d := &depthFirst{g: g, actors: make([]int32, n+1)}
	for _, list := range []*[]int32{&d.place, &d.behind, &d.low, &d.root, &d.parent} {
		*list = make([]int32, n)
	}
	for v := range d.place {
		d.place[v] = -1
	}
	next := make([]int32, n) // the neighbour to look at next
	for v := range n {
		if d.place[v] < 0 {
			d.from(int32(v), next)
		}
	}
	for i, v := range d.order {
		d.actors[i+1] = d.actors[i]
		if g.IsActor(int(v)) {
			d.actors[i+1]++
		}
	}
	return d
}

// from searches everything that is connected with root.
func (d *depthFirst) from(root int32, next []int32) {
	d.meet(root, -1, root)
	for v := root; v >= 0; {
		if near := d.g.Neighbours(int(v)); int(next[v]) < len(near) {
			u := near[next[v]]
			next[v]++
			if d.place[u] < 0 {
				d.meet(u, v, root)
				v = u
			} else if u != d.parent[v] {
				d.low[v] = min(d.low[v], d.place[u])
			}
			continue
		}
		d.behind[v] = int32(len(d.order))
		if up := d.parent[v]; up >= 0 {
			d.low[up] = min(d.low[up], d.low[v])
		}
		v = d.parent[v]
	}
}

func (d *depthFirst) meet(v, parent, root int32) {
	d.place[v] = int32(len(d.order))
	d.low[v], d.parent[v], d.root[v] = d.place[v], parent, root
	d.order = append(d.order, v)
}

// pieces returns what falls apart without v: what lies under each child that
// reaches no further up than v, and the rest.
func (d *depthFirst) pieces(v int) []Piece {
	all := run{d.place[d.root[v]], d.behind[d.root[v]]}
	var pieces []Piece
	rest := []run{{all.from, d.place[v]}}
	at := d.place[v] + 1
	for _, u := range d.g.Neighbours(v) {
		if d.parent[u] != int32(v) || d.low[u] < d.place[v] {
			continue
		}
		pieces = append(pieces, d.piece(run{d.place[u], d.behind[u]}))
		rest = append(rest, run{at, d.place[u]})
		at = d.behind[u]
	}
	rest = append(rest, run{at, all.to})
	if p := d.piece(rest...); p.Size() > 0 {
		pieces = append(pieces, p)
	}
	slices.SortFunc(pieces, func(a, b Piece) int {
		return cmp.Or(cmp.Compare(b.Size(), a.Size()), cmp.Compare(a.runs[0].from, b.runs[0].from))
	})
	return pieces
}

func (d *depthFirst) piece(runs ...run) Piece {
	runs = slices.DeleteFunc(runs, func(r run) bool { return r.from >= r.to })
	p := Piece{of: d, runs: runs}
	for _, r := range runs {
		actors := int(d.actors[r.to] - d.actors[r.from])
		p.Actors += actors
		p.Groups += int(r.to-r.from) - actors
	}
	return p
}
