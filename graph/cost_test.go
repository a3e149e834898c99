package graph_test

import (
	"os"
	"testing"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"citygraph/graph"
	"citygraph/internal/ask"
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

// The price of a question follows from its arguments: no number of aliases makes a
// small query a large answer.
func TestQuestionsCostWhatTheirArgumentsAsk(t *testing.T) {
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
	const most = 250_000 // of a request, as the server is set up
	for _, q := range ask.Questions {
		usual := priceOf(t, schema, q.Name, least[q.Name])
		if usual > most/3 || usual*200 < most {
			t.Errorf("%s costs %d: three of it must be allowed, two hundred not", q.Name, usual)
		}
	}
	for _, c := range []struct {
		question, small, large string
		times                  float64 // between the lists of both
	}{
		{"paths", `{"from": "city:a", "to": "city:b", "k": 1, "maxLength": 8}`, `{"from": "city:a", "to": "city:b", "k": 100, "maxLength": 8}`, 100},
		{"paths", `{"from": "city:a", "to": "city:b"}`, `{"from": "city:a", "to": "city:b", "k": null}`, 1},
		{"funding", `{"from": "funder:a"}`, `{"from": "funder:a", "k": 100}`, 5},
		{"subgraph", `{"around": ["city:a"]}`, `{"around": ["city:a"], "limit": 1000}`, 5},
		{"intersections", `{"groups": ["network:a"]}`, `{"groups": ["network:a"], "first": null}`, 1},
		{"intersections", `{"groups": ["network:a"], "first": 5}`, `{"groups": ["network:a"]}`, 10},
	} {
		q, _ := ask.Named(c.question)
		small := priceOf(t, schema, c.question, c.small) - q.Cost
		large := priceOf(t, schema, c.question, c.large) - q.Cost
		if ratio := float64(large) / float64(small); ratio < 0.95*c.times || ratio > 1.05*c.times {
			t.Errorf("%s: %d for %s and %d for %s, %.1f times as much", c.question, small, c.small, large, c.large, ratio)
		}
	}
	one := priceOf(t, schema, "timeline", `{"of": ["network:a", "city:b"], "from": "2000-01-01", "until": "2000-12-31"}`)
	for _, c := range []struct {
		variables string
		more      int // groups times years times four, and one an argument
	}{
		{`{"of": ["network:a", "city:b"], "from": "2000-01-01", "until": "2009-12-31"}`, 9 * 4},
		{`{"of": ["network:a", "city:b"]}`, 100*4 - 2},
		{`{"of": ["network:a", "declaration:b"], "from": "1500-01-01", "until": "2499-12-31"}`, 1999 * 4},
		{`{"of": ["network:a", "city:b"], "from": "0001-01-01", "until": "9999-12-31"}`, 999 * 4},
		{`{"of": ["network:a", "city:b"], "from": "1500-01-01"}`, 550*4 - 1},
	} {
		if more := priceOf(t, schema, "timeline", c.variables) - one; more != c.more {
			t.Errorf("timeline %s costs %d more than one year of one group instead of %d", c.variables, more, c.more)
		}
	}
}

// priceOf reckons the whole operation of a question.
func priceOf(t *testing.T, schema graphql.ExecutableSchema, question, variables string) int {
	t.Helper()
	text, err := os.ReadFile("questions/" + question + ".graphql")
	if err != nil {
		t.Fatal(err)
	}
	doc, errs := gqlparser.LoadQueryWithRules(schema.Schema(), string(text), rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	return complexity.Calculate(t.Context(), schema, doc.Operations[0], decoded(t, variables))
}
