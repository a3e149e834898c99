package graph_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/internal/ask"
	"citygraph/internal/dataset"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
	"citygraph/seed"
)

// questionCase is a question asked on the small world, in full, with the store
// calls that it may make. Each question has one case at least, in a file of its
// own: question_NAME_test.go.
type questionCase struct {
	question, variables, calls string
}

var questionCases []questionCase

// seedCases are asked on the seed dataset, whatever calls that takes.
var seedCases []questionCase

func (c questionCase) ask(t testing.TB, r store.Reader) ([]byte, []string) {
	t.Helper()
	q, ok := ask.Named(c.question)
	if !ok {
		t.Fatalf("there is no question %q", c.question)
	}
	var variables map[string]any
	dec := json.NewDecoder(strings.NewReader(c.variables))
	dec.UseNumber()
	if err := dec.Decode(&variables); err != nil {
		t.Fatalf("%s: %v", c.variables, err)
	}
	calls := &graphtest.Calls{Reader: r}
	answer, ok, err := graph.Ask(t.Context(), calls, nil, q, variables)
	if err != nil || !ok {
		t.Fatalf("%s %s: %v %s", c.question, c.variables, err, answer)
	}
	return answer, calls.Names()
}

// TestQuestionsKeepTheirBudgets: how many store calls each case makes, every time.
func TestQuestionsKeepTheirBudgets(t *testing.T) {
	s := memstore.New()
	fill(t, s, crowd(world(), 60))
	for _, c := range questionCases {
		t.Run(c.question, func(t *testing.T) {
			first, _ := c.ask(t, storetest.Open(t, s))
			for range 3 {
				answer, calls := c.ask(t, storetest.Open(t, s))
				if got := tally(calls); got != c.calls {
					t.Errorf("%s: calls %q instead of %q", c.variables, got, c.calls)
				}
				if string(answer) != string(first) {
					t.Errorf("%s: two answers:\n%s\n%s", c.variables, first, answer)
				}
			}
		})
	}
}

// Every question of the registry is asked on the drawn world, and nothing of what is
// asked there is empty.
func TestQuestionsOnADrawnWorld(t *testing.T) {
	s := memstore.New()
	fill(t, s, drawnBatch())
	r := storetest.Open(t, s)
	for _, c := range drawnCases {
		first, _ := c.ask(t, r)
		again, _ := c.ask(t, storetest.Open(t, s))
		if string(first) != string(again) {
			t.Errorf("%s %s: two answers", c.question, c.variables)
		}
		if len(first) < 500 {
			t.Errorf("%s %s: %s", c.question, c.variables, first)
		}
	}
	for _, q := range ask.Questions {
		if !slices.ContainsFunc(drawnCases, func(c questionCase) bool { return c.question == q.Name }) {
			t.Errorf("%s is not asked on the drawn world: add to drawnCases", q.Name)
		}
	}
}

// TestQuestionsOnBothBackends: the same bytes from the embedded store and from
// Neo4j, on the small world, on a drawn one and on the seed.
func TestQuestionsOnBothBackends(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	neo, err := neostore.Open(t.Context(), neostore.Options{URI: server.URI, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer neo.Close(t.Context())
	mem := memstore.New()
	fill(t, mem, crowd(world(), 60))
	fill(t, neo, crowd(world(), 60))
	compare := func(t *testing.T, cases []questionCase) {
		a, b := storetest.Open(t, mem), storetest.Open(t, neo)
		for _, c := range cases {
			t.Run(c.question, func(t *testing.T) {
				want, _ := c.ask(t, a)
				got, _ := c.ask(t, b)
				if string(want) != string(got) {
					t.Errorf("%s: in memory\n%s\nin Neo4j\n%s", c.variables, want, got)
				}
			})
		}
	}
	compare(t, questionCases)
	for _, s := range []store.Store{mem, neo} {
		storetest.Import(t, s, storetest.NewWorld(drawnBatch()))
	}
	compare(t, drawnCases)
	d, _, err := dataset.Load(t.Context(), seed.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []store.Store{mem, neo} {
		if _, err := dataset.Import(t.Context(), d, s); err != nil {
			t.Fatal(err)
		}
	}
	compare(t, seedCases)
}

// Every question has its parts: a root field that gives an Answer, an operation
// that has all its arguments and asks for everything, a case here.
func TestQuestionsAreWhole(t *testing.T) {
	s := parsed()
	files, err := os.ReadDir("questions")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := ask.Named(strings.TrimSuffix(f.Name(), ".graphql")); !ok {
			t.Errorf("questions/%s asks no question of the registry", f.Name())
		}
	}
	for _, q := range ask.Questions {
		field := s.Query.Fields.ForName(q.Name)
		if field == nil {
			continue // as another test tells
		}
		if !slices.Contains(s.Types[field.Type.Name()].Interfaces, "Answer") {
			t.Errorf("the answer to %s is no Answer", q.Name)
		}
		args, err := graph.Arguments(q)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		for _, a := range field.Arguments {
			if !slices.ContainsFunc(args, func(o graph.Argument) bool { return o.Name == a.Name }) {
				t.Errorf("questions/%s.graphql lacks the argument %s", q.Name, a.Name)
			}
		}
		for _, a := range args {
			if a.Doc == "" {
				t.Errorf("questions/%s.graphql: no argument takes the variable %s", q.Name, a.Name)
			}
		}
		if !slices.ContainsFunc(questionCases, func(c questionCase) bool { return c.question == q.Name }) {
			t.Errorf("%s has no case: write question_%s_test.go", q.Name, q.Name)
		}
		lists(t, s, field.Type.Name(), field.Arguments.ForName("first") != nil, map[string]bool{})
	}
}

// lists walks an answer: a list of nodes or relationships in it has a page, or the
// cost of a query reckons with it. paged says that the question's own `first` cuts
// the lists of its answer.
func lists(t *testing.T, s *ast.Schema, typeName string, paged bool, seen map[string]bool) {
	d := s.Types[typeName]
	if seen[typeName] || d.Kind != ast.Object || slices.Contains(d.Interfaces, "Node") || slices.Contains(d.Interfaces, "EdgeFacts") ||
		slices.Contains([]string{"Dataset", "Roster", "Figure", "Citation", "Claim"}, typeName) {
		return
	}
	seen[typeName] = true
	for _, f := range d.Fields {
		below := s.Types[f.Type.Name()]
		if !below.IsCompositeType() {
			continue
		}
		if f.Type.Elem != nil && !graph.Reckoned(typeName+"."+f.Name) && f.Name != "edges" && !paged {
			t.Errorf("%s.%s is a list: write it into reckoned in cost.go, or give it a page", typeName, f.Name)
		}
		lists(t, s, f.Type.Name(), false, seen)
	}
}
