package projection

import (
	"slices"
	"sort"

	"citygraph/internal/kg"
)

// Projection is one revision as dense integers. Nodes are numbered by id, edges
// by id.
type Projection struct {
	ids        []kg.ID
	kinds      []uint8  // place in kg.NodeKinds
	places     []int32  // place in placeTypes
	placeTypes []string // each once; "" is that of everything but a City, and of a City where unknown

	edges   []edge
	odd     map[int32]kg.ID // edges whose id does not follow from kind, ends and stint
	windows []kg.Window     // each one once
	changes []kg.Day        // the days on which what holds differs from the day before, ascending

	out, in adjacency
}

// edge is one edge in 20 bytes: 1.5 million of them take 30 MB.
type edge struct {
	from, to int32
	window   int32 // place in windows
	stint    int32
	kind     uint8 // place in kg.EdgeKinds
	role     uint8 // place in kg.Roles, behind them where unknown
	facts    facts
}

// facts are what else is known about an edge, one bit each.
type facts uint8

const (
	implied     facts = 1 << iota // no source states it
	noBeginning                   // its since is unknown
	noDate                        // so are its until and all sightings
	oneSource                     // one source alone speaks of it
)

// adjacency lists the edges at each node, ascending by number: those of node n
// are items[start[n]:start[n+1]].
type adjacency struct {
	start, items []int32
}

func (a adjacency) at(n int) []int32 { return a.items[a.start[n]:a.start[n+1]] }

// Nodes returns the number of nodes.
func (p *Projection) Nodes() int { return len(p.ids) }

// Edges returns the number of edges.
func (p *Projection) Edges() int { return len(p.edges) }

// ID returns the id of the node with this number.
func (p *Projection) ID(node int) kg.ID { return p.ids[node] }

// Number returns the number of the node with this id; ok is false where there is
// none.
func (p *Projection) Number(id kg.ID) (node int, ok bool) { return slices.BinarySearch(p.ids, id) }

// EdgeID returns the id of the edge with this number.
func (p *Projection) EdgeID(e int) kg.ID {
	if id, ok := p.odd[int32(e)]; ok {
		return id
	}
	x := p.edges[e]
	return kg.EdgeID(kg.EdgeKinds[x.kind].Kind, p.ids[x.from], p.ids[x.to], int(x.stint))
}

// Epoch numbers the spans of days in which nothing changes: two days of one
// epoch have the same views. There are never more epochs than the dataset has
// dates, whatever days are asked for.
func (p *Projection) Epoch(d kg.Day) int {
	return sort.Search(len(p.changes), func(i int) bool { return p.changes[i] > d })
}
