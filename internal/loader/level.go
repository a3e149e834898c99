package loader

import (
	"context"
	"sync"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Level are nodes and edges that were read together. It is safe for concurrent
// use.
type Level struct {
	loader *Loader
	nodes  []kg.Node // each id once
	edges  []kg.Edge

	mu    sync.Mutex
	needs map[string]*need
}

// Level returns the level of nodes and edges that were read together, also where
// another than the loader read them.
func (l *Loader) Level(nodes []kg.Node, edges []kg.Edge) *Level {
	lv := &Level{loader: l, edges: edges, needs: map[string]*need{}}
	seen := make(map[kg.ID]bool, len(nodes))
	for _, n := range nodes {
		if !seen[n.ID] {
			seen[n.ID] = true
			lv.nodes = append(lv.nodes, n)
		}
	}
	return lv
}

func (lv *Level) anchors(kind kg.NodeKind) []kg.ID {
	var ids []kg.ID
	for _, n := range lv.nodes {
		if kind == "" || n.Kind == kind {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// Edges reads a page of edges at a node of the level, and in the same call at
// all its other nodes of this kind ("": of every kind). The far ends, where the
// page asks for them, are the level that it returns. Errors are those of
// store.Reader.Edges.
func (lv *Level) Edges(ctx context.Context, kind kg.NodeKind, at store.Anchor, f store.EdgeFilter, p store.Page) (store.EdgePage, *Level, error) {
	loader, err := lv.loader.edgeLoader(f, p, at.After)
	if err != nil {
		return store.EdgePage{}, nil, err
	}
	r, err := loader.Load(ctx, place{lv, kind})
	return r.pages[at.ID], r.level, err
}

// Sources reads the sources that the nodes and edges of the level cite.
func (lv *Level) Sources(ctx context.Context) (Found, error) {
	return lv.find(ctx, "sources", lv.cited)
}

// Ends reads both ends of the edges of the level.
func (lv *Level) Ends(ctx context.Context) (Found, error) {
	return lv.find(ctx, "ends", func() (ids []kg.ID) {
		for _, e := range lv.edges {
			ids = append(ids, e.From, e.To)
		}
		return ids
	})
}

// Told reads what it takes to say what the edges of the level say, and who says
// so: both their ends, and the sources that are cited.
func (lv *Level) Told(ctx context.Context) (Found, error) {
	return lv.find(ctx, "told", func() []kg.ID {
		ids := lv.cited()
		for _, e := range lv.edges {
			ids = append(ids, e.From, e.To)
		}
		return ids
	})
}

// Implying reads the edges from which edges of the level were inferred.
func (lv *Level) Implying(ctx context.Context) (Found, error) {
	return lv.find(ctx, "implying", func() (ids []kg.ID) {
		for _, e := range lv.edges {
			ids = append(ids, e.ImpliedBy...)
		}
		return ids
	})
}

// Named reads the records that an attribute of the edges of the level names.
func (lv *Level) Named(ctx context.Context, attr string) (Found, error) {
	return lv.find(ctx, "attr "+attr, func() (ids []kg.ID) {
		for _, e := range lv.edges {
			if id := e.Attrs[attr]; id != "" {
				ids = append(ids, kg.ID(id))
			}
		}
		return ids
	})
}

// find reads what the level needs for one purpose, once.
func (lv *Level) find(ctx context.Context, purpose string, ids func() []kg.ID) (Found, error) {
	lv.mu.Lock()
	n, ok := lv.needs[purpose]
	if !ok {
		n = &need{ids()}
		lv.needs[purpose] = n
	}
	lv.mu.Unlock()
	return lv.loader.records.Load(ctx, n)
}

func (lv *Level) cited() []kg.ID {
	var ids []kg.ID
	add := func(cs []kg.Citation) {
		for _, c := range cs {
			ids = append(ids, c.Source)
		}
	}
	claims := func(cs []kg.Claim) {
		for _, c := range cs {
			add(c.Sources)
		}
	}
	for _, n := range lv.nodes {
		add(n.Sources)
		claims(n.Claims)
		for _, x := range n.Names {
			add(x.Sources)
		}
		for _, x := range n.Figures {
			add(x.Sources)
		}
		for _, x := range n.Rosters {
			add(x.Sources)
		}
	}
	for _, e := range lv.edges {
		add(e.Sources)
		claims(e.Claims)
	}
	return ids
}
