package graph_test

import (
	"sync"
	"testing"
)

// queries of every kind: deep, with aliases, with mistakes.
var steady = []string{
	`{ cities(first: 100) { totalCount edges { cursor node { name sources { source { name } locator } networks { edges { since node { name members(first: 100) { edges { node { name relations { totalCount } } } } } } } } } } }`,
	`{ a: network(id: "network:alpha") { members { edges { node { name } } } } b: network(id: "network:beta") { members { edges { node { name } } } } city(id: "city:aaaby") { name } }`,
	`{ cities { edges { node { memberOf(first: -1) { totalCount } } } } networks(asOf: "2024") { totalCount } city(id: "x") { id } }`,
	`{ cities(where: {networks: {none: {}}}) { totalCount } networks(where: {members: {all: {}}, funders: {none: {}}}) { totalCount } }`,
	`{ search(text: "a") { score matchedName node { name } } dataset { revision edgeCounts { kind count } } }`,
}

// TestSameBytes: the same query on the same revision has the same answer, byte
// for byte, errors and extensions included.
func TestSameBytes(t *testing.T) {
	a, _ := asker(t, crowd(world(), 30))
	for _, query := range steady {
		first := a.Ask(t.Context(), query, nil).Text()
		for range 20 {
			if again := a.Ask(t.Context(), query, nil).Text(); again != first {
				t.Fatalf("%s\n%s\n%s", query, first, again)
			}
		}
	}
}

// TestConcurrentRequests share a schema and nothing else.
func TestConcurrentRequests(t *testing.T) {
	a, _ := asker(t, crowd(world(), 10))
	expected := make([]string, len(steady))
	for i, query := range steady {
		expected[i] = a.Ask(t.Context(), query, nil).Text()
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i, query := range steady {
				if got := a.Ask(t.Context(), query, nil).Text(); got != expected[i] {
					t.Errorf("%s\n%s\n%s", query, expected[i], got)
				}
			}
		})
	}
	wg.Wait()
}
