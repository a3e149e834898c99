package neostore

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store/storetest"
)

func opened(t *testing.T, server *neo4jtest.Server) *Store {
	t.Helper()
	s, err := Open(t.Context(), Options{URI: server.URI, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

// TestBookmarks: a read waits for what this process imported, on whichever
// member of a cluster it is: its session begins with the bookmark of the switch.
func TestBookmarks(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	s := opened(t, server)
	before, err := s.bookmarks.GetBookmarks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	storetest.Import(t, s, storetest.Sample())
	after, err := s.bookmarks.GetBookmarks(t.Context())
	if err != nil || len(after) != 1 || slices.Contains(before, after[0]) {
		t.Errorf("bookmarks %v, then %v, %v", before, after, err)
	}
	for range 20 { // reads add none
		if _, err := s.read(t.Context(), "RETURN 1", nil); err != nil {
			t.Fatal(err)
		}
	}
	if now, err := s.bookmarks.GetBookmarks(t.Context()); err != nil || len(now) != 1 {
		t.Errorf("bookmarks %v after reads, %v", now, err)
	}
}

// TestReadsCannotWrite: what runs as a read is refused by the server where it
// would write, whatever its text.
func TestReadsCannotWrite(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	s := opened(t, server)
	if _, err := s.read(t.Context(), "CREATE (:Written)", nil); err == nil {
		t.Error("a read has written")
	}
	if n := server.Run(t, "MATCH (n:Written) RETURN count(n)", nil)[0].Values[0]; n != int64(0) {
		t.Errorf("%v nodes written", n)
	}
}

// TestServerTimeout: the server ends what runs too long by itself, also where
// nobody here waits any more.
func TestServerTimeout(t *testing.T) {
	s := opened(t, neo4jtest.Shared(t))
	s.options.ReadTimeout = 200 * time.Millisecond
	_, err := s.readOnce(t.Context(), "UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN count(i)", nil)
	if err = s.failure(t.Context(), err); kg.CodeOf(err) != kg.CodeUnavailable || !strings.Contains(err.Error(), "TransactionTimedOut") {
		t.Errorf("%v, want the server's timeout", err)
	}
}
