package ask

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Limits of Subgraph.
const (
	MaxDepth   = 4       // rings around the nodes asked for
	MaxNodes   = 1000    // nodes drawn
	MaxPerNode = 1000    // edges read at a node
	MaxFan     = 100_000 // nodes drawn times edges read at each
	MaxDrawn   = 20_000  // edges drawn
)

// SubgraphOptions are the arguments of Subgraph.
type SubgraphOptions struct {
	Assumptions
	Around    []kg.ID
	Depth     int           // rings, 0 to MaxDepth
	Kinds     []kg.EdgeKind // edges of these kinds; empty: every kind
	NodeKinds []kg.NodeKind // nodes of these kinds beside those asked for; empty: every kind
	Avoid     []kg.ID       // nodes that are not drawn
	Limit     int           // so many nodes, those asked for included, 1 to MaxNodes
	PerNode   int           // rings are chosen from so many edges of a node, those to the greatest degrees, 1 to MaxPerNode
}

// SubgraphAnswer is the answer: nodes and all edges between them that count.
type SubgraphAnswer struct {
	Common
	Nodes     []Drawn   // by depth, then by id
	Edges     []kg.Edge // by id
	LeftOut   int       // edges of the nodes that lead to nodes which are not drawn, and not avoided
	Avoided   int       // edges of the nodes that lead to nodes which are avoided
	Truncated bool      // some of those left out lie within Depth
}

// Drawn is a node of a subgraph.
type Drawn struct {
	Node    kg.Node
	Depth   int // hops from the nearest node asked for
	Edges   int // drawn at it
	LeftOut int // not drawn, since their other end is neither drawn nor avoided
}

// Subgraph returns what lies around nodes, ready to draw. Of each ring the nodes
// with most edges to what is drawn come first, then those of the greatest degree,
// then by id, as many as Limit lets in; every edge between two nodes that are drawn
// is drawn. Hubs are read by their most connected neighbours alone, and what is not
// drawn is counted at each node.
func Subgraph(ctx context.Context, r store.Reader, o SubgraphOptions) (*SubgraphAnswer, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	q, err := newAsking(r, o.about(subjectOf(o.Kinds, o.NodeKinds)))
	if err != nil {
		return nil, err
	}
	places := slices.Concat(slices.Repeat([]string{"around"}, len(o.Around)), slices.Repeat([]string{"avoid"}, len(o.Avoid)))
	nodes, err := q.lookUpEach(ctx, places, slices.Concat(o.Around, o.Avoid))
	if err != nil {
		return nil, err
	}
	d := &drawing{asking: q, o: o, depth: map[kg.ID]int{}, avoid: map[kg.ID]bool{}}
	for _, n := range nodes[len(o.Around):] {
		d.avoid[n.ID] = true
	}
	if err := d.rings(ctx, nodes[:len(o.Around)]); err != nil {
		return nil, err
	}
	a, err := d.answer(ctx)
	if err != nil {
		return nil, err
	}
	if a.Truncated {
		q.warn(fmt.Sprintf("not everything within %d hops is drawn: leftOut says at which nodes; ask with a greater limit or perNode, or for fewer kinds", o.Depth))
	}
	a.Common = q.common
	return a, nil
}

func (o SubgraphOptions) check() error {
	switch {
	case len(o.Around) == 0:
		return kg.Errorf(kg.CodeInvalid, "around is an empty list").WithMend("name at least one node")
	case o.Depth < 0 || o.Depth > MaxDepth:
		return kg.Errorf(kg.CodeInvalid, "depth is %d", o.Depth).WithMend("write a number of hops from 0 to %d", MaxDepth)
	case o.Limit < 1 || o.Limit > MaxNodes:
		return kg.Errorf(kg.CodeInvalid, "limit is %d", o.Limit).WithMend("ask for 1 to %d nodes", MaxNodes)
	case o.PerNode < 1 || o.PerNode > MaxPerNode:
		return kg.Errorf(kg.CodeInvalid, "perNode is %d", o.PerNode).WithMend("write a number from 1 to %d", MaxPerNode)
	case o.Limit < len(o.Around):
		return kg.Errorf(kg.CodeInvalid, "limit is %d, and around names %d nodes", o.Limit, len(o.Around)).WithMend("raise the limit")
	case o.Limit*o.PerNode > MaxFan:
		return kg.Errorf(kg.CodeTooCostly, "limit times perNode is %d", o.Limit*o.PerNode).WithMend("keep the product under %d", MaxFan)
	}
	return store.EdgeFilter{Kinds: o.Kinds, OtherKinds: o.NodeKinds, Direction: store.Both}.Check()
}

// drawing is a subgraph in the making.
type drawing struct {
	*asking
	o     SubgraphOptions
	depth map[kg.ID]int // of what is drawn
	avoid map[kg.ID]bool
	nodes []kg.Node
}

// filter is what edges to read of the kinds that are asked for.
func (d *drawing) filter() store.EdgeFilter {
	return store.EdgeFilter{Kinds: d.o.Kinds, OtherKinds: d.o.NodeKinds, Direction: store.Both}
}

// neighbour is a node that may be drawn in the next ring, with the number of edges to what is drawn.
type neighbour struct {
	kg.Node
	edges int
}

// rings chooses the nodes.
func (d *drawing) rings(ctx context.Context, ring []kg.Node) error {
	f := d.filter()
	f.When, f.Roles = d.common.Assumptions.when(), d.o.Roles
	f.Order = store.Order{By: store.ByDegree, Desc: true}
	d.draw(ring, 0)
	for depth := 1; depth <= d.o.Depth && len(ring) > 0 && len(d.nodes) < d.o.Limit; depth++ {
		anchors := make([]store.Anchor, len(ring))
		for i, n := range ring {
			anchors[i] = store.Anchor{ID: n.ID}
		}
		pages, err := d.reader.Edges(ctx, anchors, f, store.Page{First: d.o.PerNode, Others: true})
		if err != nil {
			return err
		}
		found := map[kg.ID]*neighbour{}
		for _, page := range pages {
			for i := range page.Items {
				d.meet(found, &page.Items[i].Other)
			}
		}
		ring = d.choose(found)
		d.draw(ring, depth)
	}
	return nil
}

func (d *drawing) draw(ring []kg.Node, depth int) {
	for _, n := range ring {
		d.depth[n.ID] = depth
	}
	d.nodes = append(d.nodes, ring...)
}

func (d *drawing) meet(found map[kg.ID]*neighbour, n *kg.Node) {
	if _, drawn := d.depth[n.ID]; drawn || d.avoid[n.ID] {
		return
	}
	if found[n.ID] == nil {
		found[n.ID] = &neighbour{Node: *n}
	}
	found[n.ID].edges++
}

// choose takes as many as there is room for.
func (d *drawing) choose(found map[kg.ID]*neighbour) []kg.Node {
	all := make([]*neighbour, 0, len(found))
	for _, n := range found {
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b *neighbour) int {
		return cmp.Or(cmp.Compare(b.edges, a.edges), cmp.Compare(b.Degree, a.Degree), cmp.Compare(a.ID, b.ID))
	})
	all = all[:min(len(all), d.o.Limit-len(d.nodes))]
	ring := make([]kg.Node, len(all))
	for i, n := range all {
		ring[i] = n.Node
	}
	return ring
}
