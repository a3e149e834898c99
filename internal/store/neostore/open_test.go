package neostore_test

import (
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// says: the error has the code, and its public text has the words and nothing
// of the database's own language.
func says(t *testing.T, err error, code kg.Code, words string) {
	t.Helper()
	var e *kg.Error
	if !errors.As(err, &e) || e.Code != code || !strings.Contains(e.Public(), words) {
		t.Fatalf("%v, want %s with %q", err, code, words)
	}
	for _, secret := range []string{"Neo.", "ClientError", "MATCH", "127.0.0.1", "secret"} {
		if strings.Contains(e.Public(), secret) {
			t.Errorf("the public text %q tells %q", e.Public(), secret)
		}
	}
}

func TestOpenRefused(t *testing.T) {
	_, err := neostore.Open(t.Context(), neostore.Options{URI: "http://localhost"})
	says(t, err, kg.CodeInvalid, "address")

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	uri := "bolt://" + l.Addr().String()
	short := neostore.Options{URI: uri, ReadTimeout: time.Second}
	began := time.Now()
	_, err = neostore.Open(t.Context(), short) // something listens and never answers
	says(t, err, kg.CodeUnavailable, "")
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("took %s", took)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = neostore.Open(t.Context(), short)
	says(t, err, kg.CodeUnavailable, "cannot be reached")
}

func TestPassword(t *testing.T) {
	server := neo4jtest.Shared(t)
	if server.Username == "" {
		t.Skip("the server asks for no password")
	}
	name, first := server.Newcomer(t)
	o := neostore.Options{URI: server.URI, Username: name, Password: first}
	_, err := neostore.Open(t.Context(), o)
	says(t, err, kg.CodeUnavailable, "first password")
	o.Password = "another-secret"
	_, err = neostore.Open(t.Context(), o)
	says(t, err, kg.CodeUnavailable, "refused the user name or the password")
	o.Username, o.Password = "", ""
	_, err = neostore.Open(t.Context(), o)
	says(t, err, kg.CodeUnavailable, "refused the user name or the password")
	_, err = neostore.Open(t.Context(), neostore.Options{URI: server.URI, Username: server.Username, Password: server.Password, Database: "nowhere"})
	says(t, err, kg.CodeUnavailable, "no database of this name")
}

func TestReadOnly(t *testing.T) {
	server := neo4jtest.Breakable(t)
	server.Wipe(t)
	s := openAt(t, server)
	storetest.Import(t, s, storetest.Sample())
	server.Set(t, "server.databases.read_only", "neo4j")
	same(t, "a read-only database", storetest.Sample(), storetest.Open(t, s))
	began := time.Now()
	_, err := s.Begin(t.Context(), otherWorld().Dataset)
	says(t, err, kg.CodeUnavailable, "read-only")
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("took %s", took)
	}
}

func TestForeignData(t *testing.T) {
	s := fresh(t)
	server := neo4jtest.Shared(t)
	server.Run(t, "CREATE (:City {name: 'Elsewhere'})-[:MEMBER_OF]->(:Club)", nil)
	_, err := s.Begin(t.Context(), storetest.Sample().Dataset)
	says(t, err, kg.CodeConflict, "2 nodes that CityGraph did not import")
	allowing := openAt(t, server, func(o *neostore.Options) { o.AllowForeign = true })
	storetest.Import(t, allowing, storetest.Sample())
	same(t, "beside other data", storetest.Sample(), storetest.Open(t, allowing))
	if n := server.Run(t, "MATCH (:City)-[:MEMBER_OF]->(c:Club) RETURN count(c)", nil)[0].Values[0]; n != int64(1) {
		t.Errorf("%v clubs, want 1", n)
	}
}

// TestUnchangedWritesNothing: what the database counts does not move, and no
// statement that writes is sent.
func TestUnchangedWritesNothing(t *testing.T) {
	last := &traced{}
	s := fresh(t, func(o *neostore.Options) { o.Trace = last.trace })
	storetest.Import(t, s, storetest.Sample())
	last.all = nil
	if applied := storetest.Import(t, s, storetest.Sample()); !applied.Unchanged {
		t.Errorf("%+v", applied)
	}
	for _, cypher := range last.all {
		for _, word := range []string{"CREATE", "MERGE", "SET", "DELETE"} {
			if strings.Contains(cypher, word) {
				t.Errorf("sent: %s", cypher)
			}
		}
	}
}

// TestTwoProcesses: the lock keeps out the import of another process, too.
func TestTwoProcesses(t *testing.T) {
	one := fresh(t)
	two := openAt(t, neo4jtest.Shared(t))
	imp, err := one.Begin(t.Context(), storetest.Sample().Dataset)
	if err != nil {
		t.Fatal(err)
	}
	_, err = two.Begin(t.Context(), storetest.Sample().Dataset)
	says(t, err, kg.CodeConflict, "another import is running")
	if err := imp.Abort(t.Context()); err != nil {
		t.Fatal(err)
	}
	storetest.Import(t, two, storetest.Sample())
}
