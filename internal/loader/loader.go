// Package loader reads for one request, in batches. What was read together is a
// level: the nodes of a listing, or all far ends of one relation field below
// them. When a field of one node is asked for, the loader reads it for the whole
// level at once, so that a query costs one store call for each of its relation
// fields, however many nodes it meets.
//
// The batches are dataloadgen's. Its keys are levels, not single anchors: a key
// enters a batch whole or not at all, and the number of store calls does not
// depend on the timing of goroutines. What may depend on it is only whether two
// levels share a call, which makes fewer.
package loader

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/vikstrous/dataloadgen"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// wait is how long a batch waits for others to join it.
const wait = 500 * time.Microsecond

// Loader reads for one request. It is safe for concurrent use.
type Loader struct {
	reader  store.Reader
	records *dataloadgen.Loader[*need, Found]

	mu    sync.Mutex
	edges map[string]*dataloadgen.Loader[place, read] // by filter and page
	known map[kg.ID]kg.Record                         // nil where there is none
}

// New returns a Loader that reads from r.
func New(r store.Reader) *Loader {
	l := &Loader{
		reader: r,
		edges:  map[string]*dataloadgen.Loader[place, read]{},
		known:  map[kg.ID]kg.Record{},
	}
	l.records = dataloadgen.NewMappedLoader(l.fetchRecords, dataloadgen.WithWait(wait))
	return l
}

// List reads one page of nodes; they are a level. Errors are those of
// store.Reader.List.
func (l *Loader) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, *Level, error) {
	page, err := l.reader.List(ctx, f, p)
	if err != nil {
		return page, nil, err
	}
	return page, l.Level(page.Nodes, nil), nil
}

// Found are records, the nodes among them as a level. Unknown ids are absent.
type Found struct {
	Records map[kg.ID]kg.Record
	Level   *Level
}

// Node returns the node with this id.
func (f Found) Node(id kg.ID) (kg.Node, bool) {
	n, ok := f.Records[id].(kg.Node)
	return n, ok
}

// Records reads the records with these ids; what the request has read before is
// not read again. Errors are those of store.Reader.Records.
func (l *Loader) Records(ctx context.Context, ids []kg.ID) (Found, error) {
	return l.records.Load(ctx, &need{ids})
}

// need is a set of records that is asked for in one piece.
type need struct{ ids []kg.ID }

func (l *Loader) fetchRecords(ctx context.Context, needs []*need) (map[*need]Found, error) {
	unknown := map[kg.ID]bool{}
	l.mu.Lock()
	for _, n := range needs {
		for _, id := range n.ids {
			if _, ok := l.known[id]; !ok {
				unknown[id] = true
			}
		}
	}
	l.mu.Unlock()
	var got map[kg.ID]kg.Record
	if len(unknown) > 0 {
		var err error
		if got, err = l.reader.Records(ctx, slices.Sorted(maps.Keys(unknown))); err != nil {
			return nil, err
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for id := range unknown {
		l.known[id] = got[id]
	}
	found := map[*need]Found{}
	for _, n := range needs {
		found[n] = l.found(n.ids)
	}
	return found, nil
}

// found gathers known records; the caller holds l.mu.
func (l *Loader) found(ids []kg.ID) Found {
	f := Found{Records: map[kg.ID]kg.Record{}}
	var nodes []kg.Node
	var edges []kg.Edge
	for _, id := range ids {
		if l.known[id] == nil || f.Records[id] != nil {
			continue
		}
		f.Records[id] = l.known[id]
		switch r := l.known[id].(type) {
		case kg.Node:
			nodes = append(nodes, r)
		case kg.Edge:
			edges = append(edges, r)
		}
	}
	f.Level = l.Level(nodes, edges)
	return f
}

// place is where edges are read: at all nodes of a level, or at those of a kind.
type place struct {
	level *Level
	kind  kg.NodeKind // "": every kind
}

// read are the edges at a place; their far ends are the next level.
type read struct {
	pages map[kg.ID]store.EdgePage
	level *Level
}

// edgeLoader returns the loader for a filter and page. after is the key behind
// which the page begins at every anchor.
func (l *Loader) edgeLoader(f store.EdgeFilter, p store.Page, after store.Key) (*dataloadgen.Loader[place, read], error) {
	name, err := json.Marshal([]any{f, p, after})
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	loader, ok := l.edges[string(name)]
	if !ok {
		loader = dataloadgen.NewMappedLoader(func(ctx context.Context, at []place) (map[place]read, error) {
			return l.fetchEdges(ctx, at, f, p, after)
		}, dataloadgen.WithWait(wait))
		l.edges[string(name)] = loader
	}
	return loader, nil
}

func (l *Loader) fetchEdges(ctx context.Context, at []place, f store.EdgeFilter, p store.Page, after store.Key) (map[place]read, error) {
	asked := map[kg.ID]bool{}
	var anchors []store.Anchor
	for _, pl := range at {
		for _, id := range pl.level.anchors(pl.kind) {
			if !asked[id] {
				asked[id] = true
				anchors = append(anchors, store.Anchor{ID: id, After: after})
			}
		}
	}
	pages, err := l.reader.Edges(ctx, anchors, f, p)
	if err != nil {
		return nil, err
	}
	all := map[place]read{}
	for _, pl := range at {
		r := read{pages: map[kg.ID]store.EdgePage{}}
		var nodes []kg.Node
		var edges []kg.Edge
		for _, id := range pl.level.anchors(pl.kind) {
			page := pages[store.Anchor{ID: id, After: after}]
			r.pages[id] = page
			for _, item := range page.Items {
				edges = append(edges, item.Edge)
				if p.Others {
					nodes = append(nodes, item.Other)
				}
			}
		}
		r.level = l.Level(nodes, edges)
		all[pl] = r
	}
	return all, nil
}
