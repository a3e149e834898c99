package neo4jtest_test

import (
	"testing"

	"citygraph/internal/neo4jtest"
)

func TestWipe(t *testing.T) {
	s := neo4jtest.Shared(t)
	s.Wipe(t)
	s.Run(t, "CREATE (:Left)-[:BEHIND]->(:Left)", nil)
	s.Wipe(t)
	if n := s.Run(t, "MATCH (n) RETURN count(n)", nil)[0].Values[0]; n != int64(0) {
		t.Errorf("%v nodes after a wipe", n)
	}
}

// TestLife: a server comes back on its port with its data, whatever ended it.
func TestLife(t *testing.T) {
	s := neo4jtest.New(t, neo4jtest.Config{Password: "correct horse"})
	uri := s.URI
	s.Run(t, "CREATE (:Kept)", nil)
	for name, end := range map[string]func() error{"stop": s.Stop, "kill": s.Kill} {
		if err := end(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := s.Start(); err != nil {
			t.Fatalf("start after %s: %v", name, err)
		}
		if n := s.Run(t, "MATCH (n:Kept) RETURN count(n)", nil)[0].Values[0]; n != int64(1) || s.URI != uri {
			t.Errorf("after %s: %v nodes at %s, want 1 at %s", name, n, s.URI, uri)
		}
	}
	if err := s.Pause(); err != nil {
		t.Fatal(err)
	}
	if err := s.Continue(); err != nil {
		t.Fatal(err)
	}
	s.Run(t, "RETURN 1", nil)
}
