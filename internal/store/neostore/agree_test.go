package neostore_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// TestDifferential: worlds and calls are drawn at random; the embedded store and
// Neo4j give the same answers to the byte, and they are those of the reference.
func TestDifferential(t *testing.T) {
	storetest.RunDifferential(t, storetest.Options{New: func(t testing.TB) store.Store {
		return both{memstore.New(), newStore(t)}
	}})
}

// both asks two stores and returns an error where their answers differ.
type both struct{ memory, neo4j store.Store }

func (b both) Open(ctx context.Context) (store.Reader, error) {
	x, err1 := b.memory.Open(ctx)
	y, err2 := b.neo4j.Open(ctx)
	return bothReaders{x, y}, errors.Join(err1, err2)
}

func (b both) Begin(ctx context.Context, d kg.Dataset) (store.Import, error) {
	x, err1 := b.memory.Begin(ctx, d)
	y, err2 := b.neo4j.Begin(ctx, d)
	return bothImports{x, y}, errors.Join(err1, err2)
}

func (b both) Close(ctx context.Context) error {
	return errors.Join(b.memory.Close(ctx), b.neo4j.Close(ctx))
}

type bothImports struct{ memory, neo4j store.Import }

func (b bothImports) Put(ctx context.Context, batch store.Batch) error {
	return errors.Join(b.memory.Put(ctx, batch), b.neo4j.Put(ctx, batch))
}

func (b bothImports) Commit(ctx context.Context) (store.Applied, error) {
	x, err1 := b.memory.Commit(ctx)
	y, err2 := b.neo4j.Commit(ctx)
	return agreed("Commit", x, err1, y, err2)
}

func (b bothImports) Abort(ctx context.Context) error {
	return errors.Join(b.memory.Abort(ctx), b.neo4j.Abort(ctx))
}

type bothReaders struct{ memory, neo4j store.Reader }

func (b bothReaders) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	x, err1 := b.memory.Records(ctx, ids)
	y, err2 := b.neo4j.Records(ctx, ids)
	return agreed("Records", x, err1, y, err2)
}

func (b bothReaders) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, error) {
	x, err1 := b.memory.List(ctx, f, p)
	y, err2 := b.neo4j.List(ctx, f, p)
	return agreed("List", x, err1, y, err2)
}

func (b bothReaders) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	x, err1 := b.memory.Edges(ctx, at, f, p)
	y, err2 := b.neo4j.Edges(ctx, at, f, p)
	return agreed("Edges", x, err1, y, err2)
}

func (b bothReaders) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		next, stop := iter.Pull2(b.neo4j.Scan(ctx, s))
		defer stop()
		for x, err1 := range b.memory.Scan(ctx, s) {
			y, err2, _ := next()
			if !yield(agreed("Scan", x, err1, y, err2)) {
				return
			}
		}
		if y, err, more := next(); more {
			yield(y, fmt.Errorf("Scan: only Neo4j has %v, %w", y, err))
		}
	}
}

func (b bothReaders) Info(ctx context.Context) (store.Info, error) {
	x, err1 := b.memory.Info(ctx)
	y, err2 := b.neo4j.Info(ctx)
	return agreed("Info", x, err1, y, err2)
}

// equality is how answers are compared: to the byte, but that an empty slice or
// map is as good as none.
var equality = cmp.Options{cmpopts.EquateEmpty(), cmp.Comparer(func(a, b kg.Date) bool { return a == b })}

func agreed[T any](call string, x T, err1 error, y T, err2 error) (T, error) {
	if kg.CodeOf(err1) != kg.CodeOf(err2) {
		return y, fmt.Errorf("%s: %v from memory, %v from Neo4j", call, err1, err2)
	}
	if diff := cmp.Diff(x, y, equality); diff != "" {
		return y, fmt.Errorf("%s (-memory +Neo4j):\n%s", call, diff)
	}
	return y, err2
}
