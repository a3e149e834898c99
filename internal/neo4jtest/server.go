package neo4jtest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Server is a Neo4j that tests talk to.
type Server struct {
	URI      string // bolt://127.0.0.1:…
	Username string // "" where the server asks for none
	Password string

	home    string // "" for a server that was not started here
	port    int
	running *running
	guard   *guard // while it is paused
	driver  neo4j.DriverWithContext
	unlock  func() // never called, but kept, and the lock with it
}

var shared = sync.OnceValues(func() (*Server, error) {
	if uri := os.Getenv("CITYGRAPH_TEST_NEO4J"); uri != "" {
		return named(uri)
	}
	return Launch()
})

// breakable is the server of tests of faults where Shared was not started here.
var breakable = sync.OnceValues(Launch)

// Shared returns the one server of this test process, which is made ready when
// first asked for. Without one the test is skipped, or fails where one is required.
func Shared(t testing.TB) *Server {
	t.Helper()
	return get(t, os.Getenv("CITYGRAPH_TEST_NEO4J") != "", shared)
}

// Breakable returns a server that the test may stop, kill, pause and change: the
// shared one, if it was started here. When the test ends it runs again.
func Breakable(t testing.TB) *Server {
	t.Helper()
	start := shared
	if os.Getenv("CITYGRAPH_TEST_NEO4J") != "" {
		start = breakable
	}
	s := get(t, false, start)
	t.Cleanup(func() {
		if err := s.mend(); err != nil {
			t.Errorf("the test's Neo4j: %v", err)
		}
	})
	return s
}

func get(t testing.TB, asked bool, start func() (*Server, error)) *Server {
	t.Helper()
	required := os.Getenv("CITYGRAPH_REQUIRE_NEO4J") != ""
	if !asked && !required {
		t.Skip("NO NEO4J: CITYGRAPH_REQUIRE_NEO4J=1 starts one (see internal/neo4jtest)")
	}
	s, err := start()
	if err != nil {
		t.Fatalf("NO NEO4J: %v", err)
	}
	return s
}

// named is a server that somebody else started. One test process at a time uses
// it: the lock ends with the process.
func named(uri string) (*Server, error) {
	sum := sha256.Sum256([]byte(uri))
	unlock, err := lock(filepath.Join(os.TempDir(), "citygraph-neo4j-"+hex.EncodeToString(sum[:4])+".lock"))
	return &Server{
		URI: uri, Username: os.Getenv("CITYGRAPH_TEST_NEO4J_USERNAME"), Password: os.Getenv("CITYGRAPH_TEST_NEO4J_PASSWORD"), unlock: unlock,
	}, err
}

// Launch starts a server, for a program that is no test, too. It ends with the
// process, or by End.
func Launch() (*Server, error) {
	home, err := os.MkdirTemp("", "citygraph-neo4j-")
	if err != nil {
		return nil, err
	}
	s := &Server{home: home, Username: "neo4j", Password: "citygraph"}
	if err := s.launch(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	return s, nil
}

// Owned reports whether the server was started here.
func (s *Server) Owned() bool { return s.home != "" }
