package storetest

import (
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Reference answers as the contract says, read as plainly as it can be: no
// index, no early end, everything weighed every time. It is what backends are
// compared with, shares no code with them, and takes well-formed arguments only.
type Reference struct {
	world World
	nodes []kg.Node // with SortKey and Degree, by id
	edges []kg.Edge // by id
}

// NewReference returns the reference for a world.
func NewReference(w World) *Reference {
	r := &Reference{world: w}
	for _, n := range w.Nodes {
		n.SortKey = kg.Fold(n.Name)
		n.Degree = 0
		for _, e := range w.Edges {
			if (e.From == n.ID || e.To == n.ID) && e.OnRoster(kindOf(w.Nodes, e.To)) {
				n.Degree++
			}
		}
		r.nodes = append(r.nodes, n)
	}
	r.edges = slices.Clone(w.Edges)
	slices.SortFunc(r.nodes, func(a, b kg.Node) int { return compareText(string(a.ID), string(b.ID)) })
	slices.SortFunc(r.edges, func(a, b kg.Edge) int { return compareText(string(a.ID), string(b.ID)) })
	return r
}

func kindOf(nodes []kg.Node, id kg.ID) kg.NodeKind {
	for _, n := range nodes {
		if n.ID == id {
			return n.Kind
		}
	}
	return ""
}

// node returns the node with this id, at which an edge of the world ends.
func (r *Reference) node(id kg.ID) kg.Node {
	for _, n := range r.nodes {
		if n.ID == id {
			return n
		}
	}
	return kg.Node{}
}

// Records is Reader.Records.
func (r *Reference) Records(ids []kg.ID) map[kg.ID]kg.Record {
	out := map[kg.ID]kg.Record{}
	for _, record := range r.Scan(store.Scope{}) {
		if _, is := record.(kg.Correction); !is && slices.Contains(ids, record.RecordID()) {
			out[record.RecordID()] = record
		}
	}
	return out
}

// Scan is Reader.Scan.
func (r *Reference) Scan(s store.Scope) []kg.Record {
	all := len(s.Nodes)+len(s.Edges) == 0 && !s.Rest
	var out []kg.Record
	for _, n := range r.nodes {
		if all || slices.Contains(s.Nodes, n.Kind) {
			out = append(out, n)
		}
	}
	for _, e := range r.edges {
		if all || slices.Contains(s.Edges, e.Kind) {
			out = append(out, e)
		}
	}
	if !all && !s.Rest {
		return out
	}
	retired := slices.Clone(r.world.Retired)
	slices.SortFunc(retired, func(a, b kg.Retired) int { return compareText(string(a.ID), string(b.ID)) })
	for _, x := range retired {
		out = append(out, x)
	}
	corrections := slices.Clone(r.world.Corrections)
	slices.SortStableFunc(corrections, compareCorrections)
	for _, c := range corrections {
		out = append(out, c)
	}
	return out
}

func compareCorrections(a, b kg.Correction) int {
	for _, c := range []int{
		compareText(string(a.Record), string(b.Record)), compareDates(a.Date, b.Date, false),
		compareText(a.Was, b.Was), compareText(a.Is, b.Is), compareText(a.Why, b.Why),
		compareText(a.Date.String(), b.Date.String()),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// Info is Reader.Info.
func (r *Reference) Info() store.Info {
	i := store.Info{
		Dataset: r.world.Dataset, Nodes: map[kg.NodeKind]int{}, Edges: map[kg.EdgeKind]int{},
		Retired: len(r.world.Retired), Corrections: len(r.world.Corrections),
	}
	for _, n := range r.nodes {
		i.Nodes[n.Kind]++
	}
	for _, e := range r.edges {
		i.Edges[e.Kind]++
	}
	return i
}
