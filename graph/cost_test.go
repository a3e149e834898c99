package graph_test

import (
	"testing"

	"citygraph/graph"
	"citygraph/internal/store/memstore"
)

// A field costs 1, a listing also its page times what is below, and its
// condition: a large one that stands as a variable on many fields is read once
// for each of them.
func TestCost(t *testing.T) {
	st := memstore.New()
	fill(t, st, world())
	r, err := st.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	schema, err := graph.New(t.Context(), r, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	where := map[string]any{"anyOf": []any{map[string]any{"country": []any{"DE", "IT"}}, map[string]any{}}}
	for _, c := range []struct {
		name  string
		below int
		args  map[string]any
		want  int
	}{
		{"plain", 2, nil, 3},
		{"page", 2, map[string]any{"first": int64(25)}, 51},
		{"page with a condition", 2, map[string]any{"first": int64(25), "where": where}, 57}, // anyOf, its two, country, its two
		{"ids", 2, map[string]any{"ids": []any{"a", "b", "c"}}, 7},
		{"nothing asked for", 2, map[string]any{"first": int64(0)}, 1},
	} {
		if got, ok := schema.Complexity(t.Context(), "Query", "cities", c.below, c.args); !ok || got != c.want {
			t.Errorf("%s: %d instead of %d", c.name, got, c.want)
		}
	}
}
