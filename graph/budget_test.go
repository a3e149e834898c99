package graph_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestBudgets states how many store calls a query makes: one for each look-up,
// listing and relation field, whatever the number of nodes, and one for each
// level whose sources, or whose edges' other records, are asked for.
func TestBudgets(t *testing.T) {
	a, _ := asker(t, crowd(world(), 60))
	for _, c := range []struct{ name, query, calls string }{
		{"nothing to read", `{ __typename }`, ""},
		{"the dataset", `{ dataset { title } }`, "1 Info"},
		{"one node", `{ city(id: "city:aby") { name names { text } rosters { count } } }`, "1 Records"},
		{"several nodes", `{ nodes(ids: ["city:aby", "city:bie", "network:alpha"]) { name } }`, "1 Records"},
		{"a retired id", `{ city(id: "city:aaby") { name } }`, "2 Records"},
		{"a search", `{ search(text: "town") { node { name } } }`, "1 Records"},
		{"depth 1", `{ cities(first: 100) { edges { node { name } } } }`, "1 List"},
		{"depth 2", `{ cities(first: 100) { edges { node { networks { edges { node { name } } } } } } }`, "1 List, 1 Edges"},
		{"depth 3", `{ cities(first: 100) { edges { node { networks { edges { node { members(first: 100) { edges { node { name } } } } } } } } } }`, "1 List, 2 Edges"},
		{"depth 4", `{ cities(first: 100) { edges { node { networks { edges { node { members(first: 100) { edges { node { ... on City { declarations { totalCount } } } } } } } } } } } }`, "1 List, 3 Edges"},
		{"depth 3 from a look-up", `{ network(id: "network:crowd") { members(first: 100) { edges { node { ... on City { networks { edges { node { founders { totalCount } } } } } } } } } }`, "3 Edges, 1 Records"},
		{"only a number", `{ cities { totalCount } }`, "1 List"},
		{"sources of nodes", `{ cities(first: 100) { edges { node { sources { source { name } locator } } } } }`, "1 List, 1 Records"},
		{"locators alone", `{ cities(first: 100) { edges { node { sources { locator } } } } }`, "1 List"},
		{"sources of edges", `{ network(id: "network:crowd") { members(first: 100) { edges { sources { source { name } } node { name } } } } }`, "1 Edges, 2 Records"},
		{"sources of names, figures, rosters and claims", `{ network(id: "network:alpha") { names { sources { source { name } } } figures { sources { source { name } } } rosters { sources { source { name } } } claims { sources { source { name } } } } }`, "2 Records"},
		{"records that edges name", `{ network(id: "network:alpha") { members { edges { through { name } impliedBy { from { name } to { name } } } } } }`, "1 Edges, 2 Records"},
		{"what an edge was inferred from", `{ network(id: "network:beta") { members { edges { impliedBy { from { name } to { name } } } } } }`, "1 Edges, 3 Records"},
		{"corrections", `{ network(id: "network:alpha") { corrections { was } members { edges { corrections { was } } } } }`, "1 Edges, 1 Records"},
		{"error reports of nodes", `{ cities(first: 100) { edges { node { errorReport } } } }`, "1 List, 1 Records"},
		{"error reports of edges", `{ network(id: "network:crowd") { members(first: 100) { edges { errorReport } } } }`, "1 Edges, 2 Records"},
		{"one field with two arguments", `{ cities(first: 100) { edges { node { a: networks(first: 1) { totalCount } b: networks(first: 2) { edges { stint } } c: networks(first: 2) { edges { basis } } } } } }`, "1 List, 2 Edges"},
		{"a relation of nodes of several kinds", `{ network(id: "network:alpha") { relations { edges { node { relations { totalCount } } } } } }`, "2 Edges, 1 Records"},
		{"relations of each kind", `{ network(id: "network:alpha") { relations { edges { node { ... on City { networks { totalCount } } ... on Organization { members { totalCount } } } } } } }`, "3 Edges, 1 Records"},
		{"a filter with ids", `{ cities(where: {networks: {some: {ids: ["network:alpha"]}}}) { edges { node { name } } } }`, "1 List, 1 Records"},
		{"a filter with ids below many nodes", `{ cities(first: 100) { edges { node { networks(where: {ids: ["network:alpha"]}) { totalCount } } } } }`, "1 List, 1 Edges, 1 Records"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 3 {
				got := a.Ask(t.Context(), c.query, nil)
				if len(got.Errors) > 0 {
					t.Fatal(got.Errors)
				}
				if calls := tally(got.Calls); calls != c.calls {
					t.Errorf("calls %q instead of %q", calls, c.calls)
				}
			}
		})
	}
}

// tally counts calls: "1 List, 2 Edges".
func tally(calls []string) string {
	var parts []string
	for _, name := range []string{"List", "Edges", "Records", "Info", "Scan"} {
		n := 0
		for _, c := range calls {
			if c == name {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprint(n, " ", name))
		}
	}
	return strings.Join(parts, ", ")
}

// Two look-ups side by side are two levels, which share a call where they come
// in time, but never make more than one each.
func TestLookUpsSideBySide(t *testing.T) {
	a, _ := asker(t, world())
	got := a.Ask(t.Context(), `{ a: network(id: "network:alpha") { members { totalCount } } b: network(id: "network:beta") { members { totalCount } } }`, nil)
	if len(got.Calls) > 4 {
		t.Errorf("%d calls: %v", len(got.Calls), got.Calls)
	}
}
