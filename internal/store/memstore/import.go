package memstore

import (
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// importing is a dataset on its way in.
type importing struct {
	store       *Store
	dataset     kg.Dataset
	ledger      store.Ledger
	nodes       []kg.Node
	edges       []edge
	retired     []kg.Retired
	corrections []kg.Correction
	over        bool
}

// Put adds records; see store.Import.
func (i *importing) Put(ctx context.Context, b store.Batch) error {
	if err := i.ready(ctx); err != nil {
		return err
	}
	if err := i.ledger.Admit(b); err != nil {
		return err
	}
	i.nodes, i.edges = slices.Grow(i.nodes, len(b.Nodes)), slices.Grow(i.edges, len(b.Edges))
	for _, n := range b.Nodes {
		i.nodes = append(i.nodes, n.Clone())
	}
	for _, e := range b.Edges {
		i.edges = append(i.edges, edge{Edge: e.Clone()})
	}
	for _, r := range b.Retired {
		i.retired = append(i.retired, cloneRetired(r))
	}
	i.corrections = append(i.corrections, b.Corrections...)
	return nil
}

// Commit builds the generation and switches to it; see store.Import.
func (i *importing) Commit(ctx context.Context) (store.Applied, error) {
	if err := i.ready(ctx); err != nil {
		return store.Applied{}, err
	}
	if now := i.store.current.Load(); now != nil && now.info.Dataset.Hash == i.dataset.Hash {
		i.end()
		return store.Applied{Unchanged: true}, nil
	}
	g, err := i.build(ctx)
	if err != nil {
		return store.Applied{}, err
	}
	if err := i.store.switchTo(g); err != nil {
		return store.Applied{}, err
	}
	i.end()
	return store.Applied{
		Nodes: len(g.nodes), Edges: len(g.edges), Retired: len(g.retired), Corrections: len(g.corrections),
	}, nil
}

// Abort drops the import, even where ctx is cancelled; see store.Import.
func (i *importing) Abort(context.Context) error {
	if !i.over {
		i.end()
	}
	return nil
}

func (i *importing) ready(ctx context.Context) error {
	if i.over {
		return kg.Errorf(kg.CodeConflict, "the import is over").WithMend("begin another one")
	}
	return i.store.ready(ctx)
}

func (i *importing) end() {
	*i = importing{store: i.store, over: true}
	i.store.mu.Lock()
	defer i.store.mu.Unlock()
	i.store.importing = false
}

// switchTo makes g the current generation, unless the store was closed.
func (s *Store) switchTo(g *generation) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed.Load() {
		return kg.Errorf(kg.CodeUnavailable, "the store is closed")
	}
	s.current.Store(g)
	return nil
}

func cloneRetired(r kg.Retired) kg.Retired {
	r.Sources = slices.Clone(r.Sources)
	return r
}
