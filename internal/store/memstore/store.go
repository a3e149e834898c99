// Package memstore is the embedded backend: a dataset in memory, in one
// process, with nothing to install.
//
// A committed dataset is an immutable generation behind an atomic pointer.
// Readers keep the generation that they were opened on, so that a switch
// disturbs nobody; the garbage collector takes a generation when its last
// reader has gone. Inside, nodes and edges are numbered in the order of their
// ids, and every index is a slice of such numbers.
package memstore

import (
	"context"
	"sync"
	"sync/atomic"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Store is an embedded store. Use New.
type Store struct {
	current   atomic.Pointer[generation]
	closed    atomic.Bool
	mu        sync.Mutex // guards importing, and the switch
	importing bool
}

var _ store.Store = (*Store)(nil)

// New returns an empty store, which holds no dataset yet.
func New() *Store { return &Store{} }

// Open returns a Reader; see store.Store.
func (s *Store) Open(ctx context.Context) (store.Reader, error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	g := s.current.Load()
	if g == nil {
		return nil, kg.Errorf(kg.CodeUnavailable, "the store holds no dataset yet").WithMend("import one first")
	}
	return &reader{s, g}, nil
}

// Begin starts an import; see store.Store.
func (s *Store) Begin(ctx context.Context, d kg.Dataset) (store.Import, error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	if d.Hash == "" {
		return nil, kg.Errorf(kg.CodeInvalid, "the dataset has no hash").WithMend("compute its content hash first")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.importing {
		return nil, kg.Errorf(kg.CodeConflict, "another import is running").WithMend("wait until it ends")
	}
	s.importing = true
	return &importing{store: s, dataset: d}, nil
}

// Close frees what the store holds; see store.Store.
func (s *Store) Close(context.Context) error {
	s.closed.Store(true)
	s.current.Store(nil)
	return nil
}

func (s *Store) ready(ctx context.Context) error {
	if s.closed.Load() {
		return kg.Errorf(kg.CodeUnavailable, "the store is closed")
	}
	return store.Alive(ctx)
}

// reader reads one generation.
type reader struct {
	store *Store
	*generation
}
