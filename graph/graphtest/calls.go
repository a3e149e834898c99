package graphtest

import (
	"context"
	"iter"
	"slices"
	"sync"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Calls is a Reader that notes which of its methods are called.
type Calls struct {
	store.Reader

	mu    sync.Mutex
	names []string
}

func (c *Calls) note(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.names = append(c.names, name)
}

// Reset forgets what was called.
func (c *Calls) Reset() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.names = nil
}

// Names lists the methods that were called, each as often as it was, in the
// order of the alphabet.
func (c *Calls) Names() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Sorted(slices.Values(c.names))
}

// Records implements store.Reader.
func (c *Calls) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	c.note("Records")
	return c.Reader.Records(ctx, ids)
}

// List implements store.Reader.
func (c *Calls) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, error) {
	c.note("List")
	return c.Reader.List(ctx, f, p)
}

// Edges implements store.Reader.
func (c *Calls) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	c.note("Edges")
	return c.Reader.Edges(ctx, at, f, p)
}

// Scan implements store.Reader.
func (c *Calls) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	c.note("Scan")
	return c.Reader.Scan(ctx, s)
}

// Info implements store.Reader.
func (c *Calls) Info(ctx context.Context) (store.Info, error) {
	c.note("Info")
	return c.Reader.Info(ctx)
}
