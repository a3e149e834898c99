package neostore

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/storetest"
)

// beginOne begins the import of a city and puts it.
func beginOne(t *testing.T, s *Store, slug string) *importing {
	t.Helper()
	w := storetest.NewWorld(store.Batch{Nodes: []kg.Node{{ID: kg.ID("city:" + slug), Kind: kg.City, Name: slug}}})
	begun, err := s.Begin(t.Context(), w.Dataset)
	if err != nil {
		t.Fatal(err)
	}
	i := begun.(*importing)
	if err := i.Put(t.Context(), w.Batch); err != nil {
		t.Fatal(err)
	}
	if err := i.flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	return i
}

// TestAbortAfterLostAnswer: where the switch was made and its answer lost, the
// import fails and is aborted; what readers are at stays.
func TestAbortAfterLostAnswer(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	s := opened(t, server)
	i := beginOne(t, s, "kept")
	if err := i.lock.move(t.Context(), i.gen, i.marker()); err != nil {
		t.Fatal(err)
	}
	if err := i.Abort(t.Context()); err != nil {
		t.Fatal(err)
	}
	found, err := storetest.Open(t, s).Records(t.Context(), []kg.ID{"city:kept"})
	if err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}

// TestCondemnWaits: a switch on its way is waited for before it is judged
// whether a generation is dead.
func TestCondemnWaits(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	s := opened(t, server)
	i := beginOne(t, s, "kept")
	params := map[string]any{"gen": i.gen, "marker": i.marker()}
	result, err := i.lock.tx.Run(t.Context(), cypherMove, params)
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	deleted := make(chan error, 1)
	go func() { deleted <- s.deleteGeneration(t.Context(), i.gen) }()
	select {
	case err := <-deleted:
		t.Fatalf("it did not wait: %v", err)
	case <-time.After(time.Second):
	}
	if err := i.lock.tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := <-deleted; err != nil {
		t.Fatal(err)
	}
	found, err := storetest.Open(t, s).Records(t.Context(), []kg.ID{"city:kept"})
	if err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}

// TestImportWithoutLock: an import that lost its lock cannot write any more once
// the next one clears it away, so that nothing of it is left behind.
func TestImportWithoutLock(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	a := opened(t, server)
	lost := beginOne(t, a, "lost")
	a.dropLock(t.Context())
	b := opened(t, server)
	wrote := fmt.Errorf("not tried")
	b.options.Trace = func(_ context.Context, cypher string, _ map[string]any) {
		if strings.HasSuffix(cypher, "DELETE g") { // all but the marker is deleted
			wrote = lost.Put(t.Context(), store.Batch{Nodes: []kg.Node{{ID: "city:late", Kind: kg.City, Name: "late"}}})
			if wrote == nil {
				wrote = lost.flush(t.Context())
			}
		}
	}
	next := beginOne(t, b, "next")
	if kg.CodeOf(wrote) != kg.CodeConflict {
		t.Errorf("it wrote: %v", wrote)
	}
	if _, err := next.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := server.Run(t, "MATCH (n:CityGraphNode {gen: $gen}) RETURN count(n)", map[string]any{"gen": lost.gen})[0].Values[0]; n != int64(0) {
		t.Errorf("%v nodes are left behind", n)
	}
}

// TestSweepLeavesImports: what an import that is over sweeps is not what another
// one builds meanwhile.
func TestSweepLeavesImports(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	a, b := opened(t, server), opened(t, server)
	next := beginOne(t, b, "next")
	a.sweep(t.Context())
	if _, err := next.Commit(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestNodeNamedAsEdge: a node may have an id with the prefix of edges.
func TestNodeNamedAsEdge(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	s := opened(t, server)
	const id = "member-of:a--b"
	storetest.Import(t, s, storetest.NewWorld(store.Batch{Nodes: []kg.Node{{ID: id, Kind: kg.City, Name: "A"}}}))
	found, err := storetest.Open(t, s).Records(t.Context(), []kg.ID{id})
	if err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}

// TestDatabasePutBack: bookmarks of what came after a backup are of no use once
// the database is put back to it, and reads do not wait for them for ever.
func TestDatabasePutBack(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	s := opened(t, server)
	storetest.Import(t, s, storetest.Sample())
	s.options.ReadTimeout = 3 * time.Second
	b, err := s.bookmarks.GetBookmarks(t.Context())
	if err != nil || len(b) != 1 {
		t.Fatal(b, err)
	}
	if err := s.bookmarks.UpdateBookmarks(t.Context(), b, []string{later(t, b[0])}); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if _, err := s.read(t.Context(), "RETURN 1", nil); kg.CodeOf(err) != kg.CodeUnavailable {
		t.Fatalf("the bookmark is of no transaction to come: %v", err)
	}
	if took := time.Since(began); took > 2*s.options.ReadTimeout {
		t.Errorf("the deadline was held after %s only", took)
	}
	if _, err := s.read(t.Context(), "RETURN 1", nil); err != nil {
		t.Error(err)
	}
}

// later makes a bookmark one of a transaction far ahead: behind the database's
// own number, a marker for the size of the transaction's, then that.
func later(t *testing.T, bookmark string) string {
	t.Helper()
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(bookmark, "FB:"))
	const database = 19
	if err != nil || len(raw) < database {
		t.Fatalf("%s: %v", bookmark, err)
	}
	raw = append(raw[:database:database], 0xCA, 0x7F, 0, 0, 0, 0x90) // 32 bits, as PackStream writes them
	return "FB:" + base64.StdEncoding.EncodeToString(raw)
}

// TestWritesEnd: a write that a paused server does not answer is not waited for
// for ever, nor is the lock.
func TestWritesEnd(t *testing.T) {
	server := neo4jtest.Breakable(t)
	server.Wipe(t)
	s := opened(t, server)
	s.options.WriteTimeout = time.Second
	l := &lock{store: s, session: s.session(t.Context(), neo4j.AccessModeWrite)}
	if err := server.Pause(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 2)
	go func() {
		_, err := s.change(t.Context(), "RETURN 1", nil)
		ended <- err
		ended <- l.take(t.Context())
	}()
	for range 2 {
		select {
		case err := <-ended:
			if kg.CodeOf(err) != kg.CodeUnavailable {
				t.Errorf("%v", err)
			}
		case <-time.After(30 * time.Second):
			t.Fatal("it still waits")
		}
	}
	l.release(t.Context())
}
