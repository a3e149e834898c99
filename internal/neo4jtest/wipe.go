package neo4jtest

import (
	"context"
	"fmt"
	"strings"
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
	rows, _ := s.run(t, cypher, params)
	return rows
}

// Newcomer makes a user whose first password is still to be changed, as it is with
// the user neo4j of a new server.
func (s *Server) Newcomer(t testing.TB) (username, password string) {
	t.Helper()
	const name, first = "newcomer", "first-password"
	system := neo4j.ExecuteQueryWithDatabase("system")
	s.run(t, "CREATE OR REPLACE USER "+name+" SET PASSWORD $first CHANGE REQUIRED", map[string]any{"first": first}, system)
	t.Cleanup(func() { s.run(t, "DROP USER "+name+" IF EXISTS", nil, system) })
	return name, first
}

func (s *Server) run(t testing.TB, cypher string, params map[string]any, how ...neo4j.ExecuteQueryConfigurationOption) ([]*neo4j.Record, neo4j.ResultSummary) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if s.driver == nil {
		driver, err := neo4j.NewDriverWithContext(s.URI, s.auth())
		if err != nil {
			t.Fatalf("the test's Neo4j: %v", err)
		}
		s.driver = driver // it ends with the process
	}
	result, err := neo4j.ExecuteQuery(ctx, s.driver, cypher, params, neo4j.EagerResultTransformer, how...)
	if err != nil {
		t.Fatalf("the test's Neo4j: %v", err)
	}
	return result.Records, result.Summary
}

// Profile runs one statement and returns what it cost: the hits of the
// database, and the plan with the hits and rows of each step.
func (s *Server) Profile(t testing.TB, cypher string, params map[string]any) (hits int64, plan string) {
	t.Helper()
	_, summary := s.run(t, "PROFILE "+cypher, params)
	var b strings.Builder
	var walk func(p neo4j.ProfiledPlan, depth int)
	walk = func(p neo4j.ProfiledPlan, depth int) {
		hits += p.DbHits()
		fmt.Fprintf(&b, "%s%s: %d hits, %d rows  %v\n", strings.Repeat("  ", depth), p.Operator(), p.DbHits(), p.Records(), p.Arguments()["Details"])
		for _, c := range p.Children() {
			walk(c, depth+1)
		}
	}
	walk(summary.Profile(), 0)
	return hits, b.String()
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
	for deleted := int64(1); deleted > 0; {
		deleted, _ = s.Run(t, "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*)", nil)[0].Values[0].(int64)
	}
}
