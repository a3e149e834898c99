package memstore

import (
	"context"
	"slices"
	"strings"
	"sync"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// generation is one committed dataset with its indexes. It never changes;
// indexes that not every dataset needs are made when first asked for.
type generation struct {
	info        store.Info
	nodes       []kg.Node // by id; all numbers of nodes are places in here
	edges       []edge    // by id; all numbers of edges are places in here
	retired     []kg.Retired
	corrections []kg.Correction

	nodeAt    map[kg.ID]int32
	edgeAt    map[kg.ID]int32
	retiredAt map[kg.ID]int32
	nodeKind  []int16 // code of each node's kind, see codes.go

	adjacency *adjacency
	lists     lists

	dates func() []kg.Date  // of each node
	names func() [][]string // of each node, folded
	began func() []uint32   // place of each edge's since among all

	spellings func() []spelling // every folded name, sorted
}

// edge is an edge with what filters ask of it.
type edge struct {
	kg.Edge
	from, to int32
	window   kg.Window
}

// build makes a generation of what was put. It takes the import's slices as
// they are: a build that fails leaves in them what was put, only sorted.
func (i *importing) build(ctx context.Context) (*generation, error) {
	g := &generation{nodes: i.nodes, edges: i.edges, retired: i.retired, corrections: i.corrections}
	sortByID(g.nodes)
	sortByID(g.edges)
	sortByID(g.retired)
	slices.SortFunc(g.corrections, store.CompareCorrections)
	g.nodeAt, g.edgeAt, g.retiredAt = numbers(g.nodes), numbers(g.edges), numbers(g.retired)
	steps := watch{ctx: ctx}
	g.nodeKind = make([]int16, len(g.nodes))
	for j := range g.nodes {
		if !steps.alive() {
			return nil, steps.err
		}
		n := &g.nodes[j]
		n.SortKey, n.Degree = kg.Fold(n.Name), i.ledger.Degree(n.ID)
		g.nodeKind[j] = nodeCodes[n.Kind]
	}
	for j := range g.edges {
		if !steps.alive() {
			return nil, steps.err
		}
		e := &g.edges[j]
		e.from, e.to, e.window = g.nodeAt[e.From], g.nodeAt[e.To], e.Window()
	}
	g.adjacency = newAdjacency(len(g.nodes), g.edges)
	g.count(i.dataset)
	g.prepare()
	return g, store.Alive(ctx)
}

func sortByID[R kg.Record](rs []R) {
	slices.SortFunc(rs, func(a, b R) int { return strings.Compare(string(a.RecordID()), string(b.RecordID())) })
}

func numbers[R kg.Record](rs []R) map[kg.ID]int32 {
	at := make(map[kg.ID]int32, len(rs))
	for i, r := range rs {
		at[r.RecordID()] = int32(i)
	}
	return at
}

func (g *generation) count(d kg.Dataset) {
	g.info = store.Info{
		Dataset: d, Nodes: map[kg.NodeKind]int{}, Edges: map[kg.EdgeKind]int{},
		Retired: len(g.retired), Corrections: len(g.corrections),
	}
	for i := range g.nodes {
		g.info.Nodes[g.nodes[i].Kind]++
	}
	for i := range g.edges {
		g.info.Edges[g.edges[i].Kind]++
	}
}

// prepare says how the indexes are made that are made when first asked for.
func (g *generation) prepare() {
	g.dates = sync.OnceValue(func() []kg.Date {
		dates := make([]kg.Date, len(g.nodes))
		for i := range g.nodes {
			dates[i] = g.nodes[i].Date()
		}
		return dates
	})
	g.names = sync.OnceValue(func() [][]string {
		names := make([][]string, len(g.nodes))
		for i := range g.nodes {
			names[i] = []string{g.nodes[i].SortKey}
			for _, n := range g.nodes[i].Names {
				names[i] = append(names[i], kg.Fold(n.Text))
			}
		}
		return names
	})
	g.spellings = sync.OnceValue(func() []spelling {
		var all []spelling
		for i, names := range g.names() {
			for _, name := range names {
				all = append(all, spelling{name, int32(i)})
			}
		}
		slices.SortFunc(all, func(a, b spelling) int { return strings.Compare(a.name, b.name) })
		return all
	})
	g.began = sync.OnceValue(func() []uint32 {
		dates := make([]kg.Date, len(g.edges))
		for i := range g.edges {
			dates[i] = g.edges[i].Since
		}
		return datePlaces(dates)
	})
	g.lists.prepare(g)
}
