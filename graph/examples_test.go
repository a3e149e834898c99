package graph_test

import (
	"context"
	"slices"
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/internal/dataset"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/seed"
)

const examplesFolder = "../docs/examples"

// seeded fills a store with the embedded dataset.
func seeded(t testing.TB, s store.Store) *graphtest.Asker {
	t.Helper()
	ctx := context.Background()
	d, findings, err := dataset.Load(ctx, seed.FS)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Fatalf("lint has findings in the seed:\n%s", dataset.Report(findings))
	}
	if _, err := dataset.Import(ctx, d, s); err != nil {
		t.Fatal(err)
	}
	return graphtest.Open(t, s, graph.Options{})
}

// TestExamples asks every question of docs/examples and compares the answer with
// the one that was worked out by hand from the documents.
func TestExamples(t *testing.T) {
	a := seeded(t, memstore.New())
	examples := graphtest.Examples(t, examplesFolder)
	if len(examples) < 20 {
		t.Errorf("%d examples; there are to be 20 at least", len(examples))
	}
	for _, e := range examples {
		t.Run(e.Name, func(t *testing.T) {
			got := e.Check(t, a)
			budget, ok := budgets[e.Name]
			if !ok {
				t.Errorf("no budget: state in examples_test.go how many store calls it may make (these were %v)", got.Calls)
			} else if len(got.Calls) > budget {
				t.Errorf("%d store calls (%v) instead of %d", len(got.Calls), got.Calls, budget)
			}
		})
	}
	for name := range budgets {
		if !slices.ContainsFunc(examples, func(e graphtest.Example) bool { return e.Name == name }) {
			t.Errorf("a budget is stated for %s, which is no example", name)
		}
	}
}

// budgets are the store calls that each example may make: see TestBudgets for
// what they are made of. Look-ups that stand side by side count each for itself,
// though mostly they share a call.
var budgets = map[string]int{
	"01-members-of-the-alliance":                  3,
	"02-names-in-the-sources":                     2,
	"03-in-both-networks":                         4,
	"04-how-berlin-joined":                        6,
	"05-founded-in-2016":                          5,
	"06-from-the-sea-to-the-city":                 4,
	"07-who-began-and-funds-moving-cities":        4,
	"08-members-on-a-day":                         9,
	"09-berlin-on-four-days":                      6,
	"10-what-is-unknown":                          8,
	"11-demands-and-addressees":                   3,
	"12-demand-or-goal":                           3,
	"13-cooperation-and-talks":                    6,
	"14-around-berlin":                            2,
	"15-offers-of-cities":                         2,
	"16-solidarity-city-or-solidarity-cities":     6,
	"17-italian-members-not-recorded-elsewhere":   3,
	"18-two-texts-of-palermo":                     6,
	"19-reported-numbers":                         2,
	"20-cities-that-support-sea-rescue":           5,
	"21-a-conference":                             6,
	"22-search-with-a-typo":                       3,
	"23-most-connected-cities":                    1,
	"24-the-first-page":                           1,
	"25-no-such-id":                               3,
	"26-three-cities-and-the-chancellor":          5,
	"27-where-a-value-comes-from":                 2,
	"28-san-francisco-and-the-sanctuary-movement": 4,
	"29-projects-of-cities":                       2,
	"30-members-by-country":                       8,
	"31-safe-harbours-at-home-and-abroad":         4,
	"32-who-pays-sea-eye":                         4,
	"33-signed-without-being-a-member":            4,
	"34-norwegian-cities-of-refuge":               4,
	"35-when-it-was-founded":                      2,
	"36-more-than-chance":                         5,
	"37-from-potsdam-to-palermo":                  4,
	"38-who-joined-the-alliance":                  4,
	"39-three-networks":                           4,
	"40-what-sources-disagree-on":                 3,
	"41-how-complete":                             2,
}
