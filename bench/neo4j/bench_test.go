package main

import (
	"testing"

	"citygraph/internal/neo4jtest"
)

// TestSameAnswers: the statements by hand answer what the questions ask, on the
// dataset in the program and on one that has more of everything. Times are
// printed and not judged.
func TestSameAnswers(t *testing.T) {
	server := neo4jtest.Shared(t)
	at := database{uri: server.URI, username: server.Username, password: server.Password}
	for _, cities := range []int{0, 300} {
		server.Wipe(t)
		if err := measure(t.Context(), at, cities, 3); err != nil {
			t.Errorf("%d cities: %v", cities, err)
		}
	}
}

// TestDifferentAnswers: a statement that answers something else is found out.
func TestDifferentAnswers(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	w := madeWorld(50)
	b, err := newBench(t.Context(), database{uri: server.URI, username: server.Username, password: server.Password}, w)
	if err != nil {
		t.Fatal(err)
	}
	defer b.close(t.Context())
	q := questions(w)[0]
	q.cypher = "RETURN {city: null} AS data"
	if _, err := b.ask(t.Context(), q, 1); err == nil {
		t.Error("the answers differ, and nobody said so")
	}
}
