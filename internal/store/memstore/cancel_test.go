package memstore_test

import (
	"context"
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// fading is a context that is cancelled once it was asked so many times.
type fading struct {
	context.Context
	left int
}

func (f *fading) Err() error {
	if f.left--; f.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestCancelledOnTheWay: long loops look at the context, so that a request that
// nobody waits for ends soon.
func TestCancelledOnTheWay(t *testing.T) {
	var b store.Batch
	b.Nodes = []kg.Node{{ID: "network:hub", Kind: kg.Network, Name: "Hub"}}
	for i := range 5000 {
		c := kg.Node{ID: kg.ID(fmt.Sprintf("city:c%d", i)), Kind: kg.City, Name: "c"}
		b.Nodes = append(b.Nodes, c)
		b.Edges = append(b.Edges, kg.Edge{ID: kg.EdgeID(kg.MemberOf, c.ID, "network:hub", 1), Kind: kg.MemberOf, From: c.ID, To: "network:hub"})
	}
	w := storetest.NewWorld(b)
	s := memstore.New()
	storetest.Import(t, s, w)
	r := storetest.Open(t, s)
	nobody := &store.Condition{Relations: []store.Relation{{Quantifier: store.Some, Direction: store.In, Where: &store.Condition{Name: &store.NameMatch{Contains: "x"}}}}}
	var ids []kg.ID
	for _, n := range b.Nodes {
		ids = append(ids, n.ID)
	}
	calls := map[string]func(ctx context.Context) error{
		"Records": func(ctx context.Context) error {
			_, err := r.Records(ctx, ids)
			return err
		},
		"List": func(ctx context.Context) error {
			_, err := r.List(ctx, store.NodeFilter{Where: nobody}, store.Page{First: 1})
			return err
		},
		"List, total": func(ctx context.Context) error {
			_, err := r.List(ctx, store.NodeFilter{Where: nobody}, store.Page{Total: true})
			return err
		},
		"List, at one hub": func(ctx context.Context) error {
			_, err := r.List(ctx, store.NodeFilter{Kinds: []kg.NodeKind{kg.Network}, Where: nobody}, store.Page{First: 1})
			return err
		},
		"Edges": func(ctx context.Context) error {
			_, err := r.Edges(ctx, []store.Anchor{{ID: "network:hub"}}, store.EdgeFilter{Direction: store.In, Where: nobody}, store.Page{First: 1})
			return err
		},
		"Edges, total": func(ctx context.Context) error {
			_, err := r.Edges(ctx, []store.Anchor{{ID: "network:hub"}}, store.EdgeFilter{Direction: store.In, Where: nobody}, store.Page{Total: true})
			return err
		},
		"Commit": func(ctx context.Context) error {
			s := memstore.New()
			imp, err := s.Begin(t.Context(), w.Dataset)
			if err != nil {
				return err
			}
			if err := imp.Put(t.Context(), b); err != nil {
				return err
			}
			_, err = imp.Commit(ctx)
			if _, openErr := s.Open(t.Context()); openErr == nil && err != nil {
				t.Error("a cancelled Commit switched")
			}
			return err
		},
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			if err := call(&fading{t.Context(), 3}); kg.CodeOf(err) != kg.CodeUnavailable {
				t.Errorf("cancelled on the way: %v, want unavailable", err)
			}
			if err := call(t.Context()); err != nil {
				t.Errorf("not cancelled: %v", err)
			}
		})
	}
}
