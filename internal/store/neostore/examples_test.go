package neostore_test

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/internal/dataset"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store/neostore"
	"citygraph/seed"
)

const (
	examplesFolder = "../../../docs/examples"
	cypherFolder   = "testdata/examples" // a file for each example
	hitsFile       = "testdata/hits.tsv"
)

// sent is one statement of a Reader on its way.
type sent struct {
	cypher string
	params map[string]any
}

// sends collects what is sent, by whichever goroutine.
type sends struct {
	mu  sync.Mutex
	all []sent
}

func (s *sends) trace(_ context.Context, cypher string, params map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, sent{cypher, params})
}

// take returns what was sent since the last time, in an order that does not
// depend on which of two look-ups was first.
func (s *sends) take() []sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.all
	s.all = nil
	slices.SortFunc(all, func(a, b sent) int { return cmp.Or(cmp.Compare(a.cypher, b.cypher), cmp.Compare(a.text(), b.text())) })
	return all
}

// text is the statement with its parameters as comments. The number of the
// generation, which differs from import to import, is not among them.
func (s sent) text() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.params)) {
		v := s.params[name]
		if list, ok := v.([]string); ok {
			v = slices.Sorted(slices.Values(list))
		}
		value, err := json.Marshal(v)
		if err != nil {
			value = []byte(err.Error())
		}
		if name != "gen" {
			fmt.Fprintf(&b, "// $%s = %s\n", name, value)
		}
	}
	return b.String() + s.cypher + ";\n"
}

func snapshot(e graphtest.Example, all []sent) string {
	texts := []string{fmt.Sprintf("// %s: %d round trips\n", e.Name, len(all))}
	for _, s := range all {
		texts = append(texts, s.text())
	}
	return strings.Join(texts, "\n")
}

// seeded is a store with the dataset in the program, and its questions.
func seeded(t *testing.T) (*graphtest.Asker, *sends, []graphtest.Example) {
	t.Helper()
	d, findings, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, dataset.Report(findings))
	}
	log := &sends{}
	s := fresh(t, func(o *neostore.Options) { o.Trace = log.trace })
	if _, err := dataset.Import(t.Context(), d, s); err != nil {
		t.Fatal(err)
	}
	a := graphtest.Open(t, s, graph.Options{})
	log.take()
	return a, log, graphtest.Examples(t, examplesFolder)
}

func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// patience is how often an example is asked until look-ups that stand side by
// side shared their round trip, as they do where goroutines come in time.
const patience = 30

// TestExamples asks every question of docs/examples: the answer is the one
// written there; the statements, their parameters and the number of round trips
// are those of testdata/examples; and what PROFILE says they cost is not far
// above testdata/hits.tsv. -update writes both anew: read the difference.
func TestExamples(t *testing.T) {
	a, log, examples := seeded(t)
	profile := profiler(t)
	hits := readHits(t)
	for _, e := range examples {
		t.Run(e.Name, func(t *testing.T) {
			file := filepath.Join(cypherFolder, e.Name+".cypher")
			want, _ := os.ReadFile(file) // one that is missing differs
			var all []sent
			got := ""
			for range patience {
				log.take()
				e.Check(t, a)
				now := log.take()
				if got == "" || len(now) < len(all) {
					all, got = now, snapshot(e, now)
				}
				if got == string(want) {
					break
				}
			}
			if updating() {
				write(t, file, got)
			} else if got != string(want) {
				t.Errorf("the statements differ from %s: run with -update and read the difference\n%s", file, got)
			}
			hits.check(t, e.Name, len(all), profile(t, all))
		})
	}
	files, err := filepath.Glob(filepath.Join(cypherFolder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".cypher")
		if !slices.ContainsFunc(examples, func(e graphtest.Example) bool { return e.Name == name }) {
			t.Errorf("%s is of no example: delete it", file)
		}
	}
	hits.finish(t, examples)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// profiler returns what adds up the hits of statements, by one connection. The
// statistics are brought up to date first: plans depend on them.
func profiler(t *testing.T) func(t *testing.T, all []sent) int64 {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Run(t, "CALL db.resampleOutdatedIndexes()", nil)
	server.Run(t, "CALL db.clearQueryCaches()", nil)
	auth := neo4j.NoAuth()
	if server.Username != "" {
		auth = neo4j.BasicAuth(server.Username, server.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(server.URI, auth)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	return func(t *testing.T, all []sent) (hits int64) {
		t.Helper()
		for _, s := range all {
			r, err := neo4j.ExecuteQuery(t.Context(), driver, "PROFILE "+s.cypher, s.params, neo4j.EagerResultTransformer)
			if err != nil {
				t.Fatal(err)
			}
			n := planHits(r.Summary.Profile())
			t.Logf("%d hits: %.60q", n, strings.ReplaceAll(s.cypher, "\n", " ")[len("MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'}) "):])
			hits += n
		}
		return hits
	}
}

func planHits(p neo4j.ProfiledPlan) int64 {
	hits := p.DbHits()
	for _, c := range p.Children() {
		hits += planHits(c)
	}
	return hits
}
