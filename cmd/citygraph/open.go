package main

import (
	"context"
	"os"
	"sync"

	"citygraph/internal/kg"
	"citygraph/internal/server"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
)

// neo4jOptions are for a database whose user and password stand in the
// environment.
func neo4jOptions(uri, database string) neostore.Options {
	o := neostore.Options{URI: uri, Database: database, Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD")}
	if o.Username == "" && o.Password != "" {
		o.Username = "neo4j"
	}
	return o
}

// noteTrip tells explanations what Neo4j was asked.
func noteTrip(ctx context.Context, t neostore.Trip) {
	server.NoteStatement(ctx, server.Statement{
		Text: t.Cypher, Params: t.Params, Rows: t.Rows, Ms: server.Millis(t.Took), There: server.Millis(t.Planned + t.Read), Failed: t.Err != nil,
	})
}

// openNeo4j opens a database that must be there now.
func openNeo4j(ctx context.Context, o neostore.Options) (store.Store, error) {
	st, err := neostore.Open(ctx, o)
	if err != nil {
		return nil, err // and no store that is a nil pointer
	}
	return st, nil
}

// late is a database that need not be there yet: it is opened when it is first
// asked, and as long as that fails tried again each time. It takes no imports.
type late struct {
	options neostore.Options

	mu     sync.Mutex
	opened store.Store // nil: not yet, or closed
	closed bool
}

// Open implements store.Store.
func (l *late) Open(ctx context.Context) (store.Reader, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, kg.Errorf(kg.CodeUnavailable, "the store is closed")
	}
	if l.opened == nil {
		st, err := openNeo4j(ctx, l.options)
		if err != nil {
			return nil, err
		}
		l.opened = st
	}
	return l.opened.Open(ctx)
}

// Begin implements store.Store.
func (*late) Begin(context.Context, kg.Dataset) (store.Import, error) {
	return nil, kg.Errorf(kg.CodeConflict, "a server imports nothing").WithMend("use `citygraph import`")
}

// Close implements store.Store.
func (l *late) Close(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	if l.opened == nil {
		return nil
	}
	return l.opened.Close(ctx)
}
