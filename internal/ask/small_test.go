package ask

import (
	"context"
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// small is a world that is written down edge by edge; nodes come with them.
type small struct {
	store.Batch
	there map[kg.ID]bool
}

// node adds a node, named as its id says, where it is not there yet.
func (w *small) node(id kg.ID) {
	if w.there == nil {
		w.there = map[kg.ID]bool{}
	}
	if w.there[id] {
		return
	}
	w.there[id] = true
	kind, _ := kg.NodeKindOf(id)
	n := kg.Node{ID: id, Kind: kind, Name: id.Slug(), Basis: kg.Stated, Sources: said, Attrs: kg.Attrs{}}
	if kind == kg.City {
		n.Attrs["placeType"] = "municipality"
	}
	w.Nodes = append(w.Nodes, n)
}

// edge adds an edge and returns it, until the next is added.
func (w *small) edge(kind kg.EdgeKind, from, to kg.ID, since, until string) *kg.Edge {
	w.node(from)
	w.node(to)
	w.Edges = append(w.Edges, kg.Edge{ID: kg.EdgeID(kind, from, to, 1), Kind: kind, From: from, To: to, Stint: 1,
		Since: kg.MustDate(since), Until: kg.MustDate(until), Basis: kg.Stated, Sources: said, Attrs: kg.Attrs{}})
	return &w.Edges[len(w.Edges)-1]
}

// hub makes n cities members of a network.
func (w *small) hub(network kg.ID, n int) {
	for i := range n {
		w.edge(kg.MemberOf, kg.ID(fmt.Sprintf("city:of-%s-%05d", network.Slug(), i)), network, "", "")
	}
}

// callsOf counts the calls of a Reader.
type callsOf struct {
	store.Reader
	edges, records int
}

// Edges implements store.Reader.
func (c *callsOf) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	c.edges++
	return c.Reader.Edges(ctx, at, f, p)
}

// Records implements store.Reader.
func (c *callsOf) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	c.records++
	return c.Reader.Records(ctx, ids)
}

// refused checks the code and the text of an error.
func refused(t *testing.T, err error, code kg.Code, text string) {
	t.Helper()
	if kg.CodeOf(err) != code || err.Error() != text {
		t.Errorf("%s %v instead of %s %s", kg.CodeOf(err), err, code, text)
	}
}
