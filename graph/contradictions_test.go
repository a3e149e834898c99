package graph_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store/memstore"
)

// The contradictions that the research tables name, worked out by hand for the
// dataset, can be found through the API: all values side by side, each with the
// sources that claim it, and what the record itself says.
func TestContradictionsThroughTheAPI(t *testing.T) {
	text, err := os.ReadFile("../internal/dataset/testdata/research/contradictions.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		What, Record, Field, Measure, Carried string
		Values                                map[string][]string
	}
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	pages := sourcesOfResearch(t)
	a := seeded(t, memstore.New())
	for _, c := range cases {
		t.Run(c.What, func(t *testing.T) {
			var got struct {
				Node, Edge *struct {
					Since, FoundingDate string
					Seen                []string
					Claims              []statement
					Figures             []statement
				}
			}
			answer := a.Ask(t.Context(), questionOf(c.Record, c.Field), nil)
			if len(answer.Errors) > 0 {
				t.Fatal(answer.Errors)
			}
			if err := json.Unmarshal(answer.Data, &got); err != nil {
				t.Fatal(err)
			}
			record := got.Node
			if record == nil {
				record = got.Edge
			}
			if record == nil {
				t.Fatal("no record", c.Record)
			}
			said := map[string][]string{}
			for _, s := range append(record.Claims, record.Figures...) {
				if s.Measure == strings.ToUpper(c.Measure) {
					said[s.text()] = append(said[s.text()], s.by()...)
				}
			}
			for value, sources := range c.Values {
				for _, s := range sources {
					if !slices.Contains(said[value], pages[s]) {
						t.Errorf("%q is of %q, not of %s (%s); said is %v", value, said[value], s, pages[s], said)
					}
				}
			}
			carried := map[string]string{"since": record.Since, "foundingDate": record.FoundingDate, "seen": strings.Join(record.Seen, "; ")}
			if c.Carried != "" && carried[c.Field] != c.Carried {
				t.Errorf("%s is %q instead of %q", c.Field, carried[c.Field], c.Carried)
			}
		})
	}
}

// questionOf asks for what sources say of one field of a record, or for the
// numbers that they report about it.
func questionOf(record, field string) string {
	const sources = `sources { source { id } }`
	said := `figures { measure qualifier value date ` + sources + ` }`
	if field != "" {
		said = fmt.Sprintf(`claims(fields: [%q]) { value %s }`, field, sources)
	}
	if _, ok := kg.EdgeKindOf(kg.ID(record)); ok {
		return fmt.Sprintf(`{ edge(id: %q) { since seen %s } }`, record, said)
	}
	return fmt.Sprintf(`{ node(id: %q) { ... on Network { foundingDate } ... on Organization { foundingDate } %s } }`, record, said)
}

// sourcesOfResearch maps a page's id in the research tables to that of its source.
func sourcesOfResearch(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../seed/tools/research/sources.tsv")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if id, source, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			pages[id] = source
		}
	}
	return pages
}

// statement is a claim or, with a measure, a figure.
type statement struct {
	Measure, Qualifier string
	Value              any
	Date               string
	Sources            []struct{ Source struct{ ID string } }
}

// text writes a claim as its value, a figure as "qualifier value date".
func (s statement) text() string {
	return strings.TrimSpace(fmt.Sprint(strings.ToLower(s.Qualifier), " ", s.Value, " ", s.Date))
}

func (s statement) by() []string {
	var ids []string
	for _, c := range s.Sources {
		ids = append(ids, c.Source.ID)
	}
	return ids
}
