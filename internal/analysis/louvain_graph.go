package analysis

import (
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
)

// louvainGraph shows a OneMode to gonum. Unlike gonum's own graphs, which are
// maps, it lists neighbours in order, so that sums of weights come out the same
// each time.
type louvainGraph struct{ g *OneMode }

// louvainNode is a vertex.
type louvainNode int64

// ID implements graph.Node.
func (n louvainNode) ID() int64 { return int64(n) }

// louvainEdge is an edge.
type louvainEdge struct {
	from, to louvainNode
	weight   float64
}

// From implements graph.Edge.
func (e louvainEdge) From() graph.Node { return e.from }

// To implements graph.Edge.
func (e louvainEdge) To() graph.Node { return e.to }

// ReversedEdge implements graph.Edge.
func (e louvainEdge) ReversedEdge() graph.Edge { return louvainEdge{e.to, e.from, e.weight} }

// Weight implements graph.WeightedEdge.
func (e louvainEdge) Weight() float64 { return e.weight }

// Node implements graph.Graph.
func (l louvainGraph) Node(id int64) graph.Node {
	if id < 0 || id >= int64(l.g.Vertices()) {
		return nil
	}
	return louvainNode(id)
}

// Nodes implements graph.Graph.
func (l louvainGraph) Nodes() graph.Nodes {
	return iterator.NewImplicitNodes(0, l.g.Vertices(), func(id int) graph.Node { return louvainNode(id) })
}

// From implements graph.Graph.
func (l louvainGraph) From(id int64) graph.Nodes {
	near := l.g.next[l.g.start[id]:l.g.start[id+1]]
	nodes := make([]graph.Node, len(near))
	for i, v := range near {
		nodes[i] = louvainNode(v)
	}
	return iterator.NewOrderedNodes(nodes)
}

// HasEdgeBetween implements graph.Graph.
func (l louvainGraph) HasEdgeBetween(x, y int64) bool {
	_, ok := l.tie(x, y)
	return ok
}

// Edge implements graph.Graph.
func (l louvainGraph) Edge(x, y int64) graph.Edge { return l.WeightedEdge(x, y) }

// EdgeBetween implements graph.Undirected.
func (l louvainGraph) EdgeBetween(x, y int64) graph.Edge { return l.WeightedEdge(x, y) }

// WeightedEdgeBetween implements graph.WeightedUndirected.
func (l louvainGraph) WeightedEdgeBetween(x, y int64) graph.WeightedEdge { return l.WeightedEdge(x, y) }

// WeightedEdge implements graph.Weighted.
func (l louvainGraph) WeightedEdge(x, y int64) graph.WeightedEdge {
	w, ok := l.tie(x, y)
	if !ok {
		return nil
	}
	return louvainEdge{louvainNode(x), louvainNode(y), w}
}

// Weight implements graph.Weighted.
func (l louvainGraph) Weight(x, y int64) (w float64, ok bool) {
	if x == y {
		return 0, true
	}
	return l.tie(x, y)
}

func (l louvainGraph) tie(x, y int64) (w float64, ok bool) {
	first := l.g.start[x]
	i, ok := slices.BinarySearch(l.g.next[first:l.g.start[x+1]], int32(y))
	if !ok {
		return 0, false
	}
	return l.g.weight[int(first)+i], true
}
