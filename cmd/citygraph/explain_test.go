package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"citygraph/internal/neo4jtest"
)

// TestExplainNeo4j: on Neo4j an explanation has the Cypher of each store call,
// its parameters but for the number of the import, and one round trip a call.
func TestExplainNeo4j(t *testing.T) {
	db := emptyNeo4j(t, neo4jtest.Shared(t))
	importOK(t, db.URI, "imported ")
	const question = `{"query": "{ cities(first: 3) { edges { node { name networks { totalCount } } } } }", "extensions": {"explain": true}}`
	ask := func(s *serving) string {
		resp, err := http.Post(s.url+"/graphql", "application/json", strings.NewReader(question))
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if got := ask(serve(t, "--store", db.URI)); strings.Contains(got, "explain") || strings.Contains(got, "MATCH") {
		t.Errorf("explained without leave: %s", got)
	}
	var a struct {
		Extensions struct {
			Explain struct {
				StoreCalls, RoundTrips int
				Calls                  []struct {
					Call       string
					Statements []struct {
						Cypher     string
						Parameters map[string]any
						Rows       int
						Ms         float64
					}
				}
			}
		}
	}
	got := ask(serve(t, "--store", db.URI, "--explain"))
	if err := json.Unmarshal([]byte(got), &a); err != nil {
		t.Fatalf("%v: %s", err, got)
	}
	x := a.Extensions.Explain
	if x.StoreCalls != 2 || x.RoundTrips != 2 || len(x.Calls) != 2 {
		t.Fatalf("%s", got)
	}
	for i, call := range []string{"List", "Edges"} {
		c := x.Calls[i]
		if c.Call != call || len(c.Statements) != 1 || !strings.HasPrefix(c.Statements[0].Cypher, "MATCH (g:CityGraphGeneration {gen: $gen") ||
			c.Statements[0].Rows == 0 || c.Statements[0].Ms <= 0 || len(c.Statements[0].Parameters) == 0 {
			t.Errorf("%+v", c)
		}
		if _, told := c.Statements[0].Parameters["gen"]; told {
			t.Error("the number of the import is told")
		}
	}
}
