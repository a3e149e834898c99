package neo4jtest

import (
	"context"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// marker is a constraint that stands in test databases and nowhere else. Being
// no node it survives a wipe and is no foreign data.
const marker = "citygraph_test_database"

// Run runs one statement and returns its rows.
func (s *Server) Run(t testing.TB, cypher string, params map[string]any) []*neo4j.Record {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(s.URI, s.auth())
	if err != nil {
		t.Fatalf("the test's Neo4j: %v", err)
	}
	defer func() { _ = driver.Close(ctx) }()
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, cypher, params)
	if err != nil {
		t.Fatalf("the test's Neo4j: %v", err)
	}
	rows, err := result.Collect(ctx)
	if err != nil {
		t.Fatalf("the test's Neo4j: %v", err)
	}
	return rows
}

func (s *Server) auth() neo4j.AuthToken {
	if s.Username == "" {
		return neo4j.NoAuth()
	}
	return neo4j.BasicAuth(s.Username, s.Password, "")
}

// Wipe deletes all nodes and relationships. A database that holds some and was
// never marked as a test's is left alone, and the test fails.
func (s *Server) Wipe(t testing.TB) {
	t.Helper()
	marked := s.Run(t, "SHOW CONSTRAINTS YIELD name WHERE name = $name RETURN name", map[string]any{"name": marker})
	if len(marked) == 0 {
		if n := s.Run(t, "MATCH (n) RETURN count(n)", nil)[0].Values[0].(int64); n > 0 {
			t.Fatalf("%s holds %d nodes and is no test database: empty it first, or name another in CITYGRAPH_TEST_NEO4J", s.URI, n)
		}
		s.Run(t, "CREATE CONSTRAINT "+marker+" FOR (n:CityGraphTestDatabase) REQUIRE n.id IS UNIQUE", nil)
		return
	}
	s.Run(t, "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS", nil)
}
