package neostore_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

const attempts = 5 // of a read, at most

// Codes of Neo4j.
const (
	transient  = "Neo.TransientError.General.DatabaseUnavailable"
	notLeader  = "Neo.ClientError.Cluster.NotALeader"
	syntax     = "Neo.ClientError.Statement.SyntaxError"
	timedOut   = "Neo.ClientError.Transaction.TransactionTimedOut"
	forbidden  = "Neo.ClientError.Security.Forbidden"
	database   = "Neo.DatabaseError.General.UnknownError"
	outOfSpace = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
)

// throughProxy is a store whose connections the test can meddle with, on a
// dataset that was imported past it.
func throughProxy(t *testing.T, w storetest.World) (*boltProxy, *neostore.Store) {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	storetest.Import(t, openAt(t, server), w)
	p := newBoltProxy(t)
	return p, openAt(t, &neo4jtest.Server{URI: p.uri, Username: server.Username, Password: server.Password})
}

// first has faults of one kind happen to the first n attempts.
func first(n int, f fault) func(int) fault {
	return func(run int) fault {
		if run > n {
			return fault{}
		}
		return f
	}
}

// TestRetry: a read that failed for a reason that passes is tried again, so
// often and no more; one that failed for another is not.
func TestRetry(t *testing.T) {
	w := manyCities(300)
	proxy, s := throughProxy(t, w)
	r := storetest.Open(t, s)
	f, p := store.NodeFilter{Kinds: []kg.NodeKind{kg.City}}, store.Page{First: 300, Total: true}
	want, err := r.List(t.Context(), f, p)
	if err != nil || len(want.Nodes) != 300 {
		t.Fatal(len(want.Nodes), err)
	}
	for _, tt := range []struct {
		about string
		fault func(int) fault
		runs  int
		code  kg.Code // "" where it succeeds
	}{
		{"nothing", nil, 1, ""},
		{"a passing error", first(1, fault{code: transient}), 2, ""},
		{"passing errors", first(attempts-1, fault{code: outOfSpace}), attempts, ""},
		{"the leader has moved", first(2, fault{code: notLeader}), 3, ""},
		{"the connection goes", first(1, fault{cut: true}), 2, ""},
		{"the connection goes in the midst of an answer", first(2, fault{cut: true, after: 5000}), 3, ""},
		{"an error that does not pass in time", first(100, fault{code: transient}), attempts, kg.CodeUnavailable},
		{"a connection that goes each time", first(100, fault{cut: true, after: 5000}), attempts, kg.CodeUnavailable},
		{"a mistake of ours", first(1, fault{code: syntax}), 1, kg.CodeInternal},
		{"a statement that runs too long", first(1, fault{code: timedOut}), 1, kg.CodeUnavailable},
		{"a user who may not", first(1, fault{code: forbidden}), 1, kg.CodeUnavailable},
		{"a broken database", first(1, fault{code: database}), 1, kg.CodeInternal},
	} {
		t.Run(tt.about, func(t *testing.T) {
			proxy.ask(tt.fault)
			got, err := r.List(t.Context(), f, p)
			if n := proxy.asked(); n != tt.runs {
				t.Errorf("%d attempts, want %d", n, tt.runs)
			}
			if tt.code != "" {
				if kg.CodeOf(err) != tt.code || len(got.Nodes) > 0 {
					t.Errorf("%d nodes, %v, want %s", len(got.Nodes), err, tt.code)
				}
				return
			}
			if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b kg.Date) bool { return a == b })); err != nil || diff != "" {
				t.Errorf("%v (-before +now):\n%s", err, diff)
			}
		})
	}
}

// TestRetryEnds: who no longer waits is not waited with.
func TestRetryEnds(t *testing.T) {
	proxy, s := throughProxy(t, storetest.Sample())
	r := storetest.Open(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	proxy.ask(func(int) fault {
		cancel()
		return fault{code: transient}
	})
	began := time.Now()
	_, err := r.List(ctx, store.NodeFilter{}, store.Page{First: 1})
	if kg.CodeOf(err) != kg.CodeUnavailable || proxy.asked() != 1 || time.Since(began) > 5*time.Second {
		t.Errorf("%v after %d attempts and %s", err, proxy.asked(), time.Since(began))
	}
}

// TestRetryStaysInItsGeneration: while a read is tried again another dataset is
// committed. The answer is of the one that the Reader is pinned to; and once
// that is deleted there is none.
func TestRetryStaysInItsGeneration(t *testing.T) {
	old := storetest.Sample()
	newer := storetest.NewWorld(store.Batch{Nodes: []kg.Node{{ID: "city:newer", Kind: kg.City, Name: "Newer"}}})
	newest := storetest.NewWorld(store.Batch{Nodes: []kg.Node{{ID: "city:newest", Kind: kg.City, Name: "Newest"}}})
	proxy, s := throughProxy(t, old)
	past := openAt(t, neo4jtest.Shared(t), func(o *neostore.Options) { o.Drain = time.Millisecond })
	r := storetest.Open(t, s)
	list := func() (store.NodePage, error) {
		return r.List(t.Context(), store.NodeFilter{}, store.Page{First: 100, Total: true})
	}
	want, err := list()
	if err != nil {
		t.Fatal(err)
	}
	meanwhile := func(worlds ...storetest.World) func(int) fault {
		return func(run int) fault {
			if run > 1 {
				return fault{}
			}
			for _, w := range worlds {
				storetest.Import(t, past, w)
			}
			return fault{cut: true}
		}
	}
	proxy.ask(meanwhile(newer))
	got, err := list()
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b kg.Date) bool { return a == b })); err != nil || diff != "" || proxy.asked() != 2 {
		t.Errorf("%v after %d attempts (-before +now):\n%s", err, proxy.asked(), diff)
	}
	proxy.ask(meanwhile(newest)) // which deletes what is before newer
	got, err = list()
	if !errors.Is(err, store.ErrGone) || len(got.Nodes) > 0 || proxy.asked() != 2 {
		t.Errorf("%d nodes, %v after %d attempts", len(got.Nodes), err, proxy.asked())
	}
}
