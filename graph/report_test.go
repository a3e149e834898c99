package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The report of an error has all that an editor needs to find the fact again, and
// room for what is wrong. It is the same from whichever end the edge is read.
func TestErrorReport(t *testing.T) {
	const rest = `
Dataset: world, version 1.0.0
Revision: abc

What is wrong with it:


What is right, and where that can be read (page, line or heading):

`
	const membership = `Error in the record member-of:aby--alpha

What is recorded:
  Aby is a member of Alpha
  since: 2016
  seen: 2024-08-31
  through: declaration:delta
  basis: stated

Sources:
  - Paper, L1 [source:paper]
`
	a, _ := asker(t, world())
	for _, c := range []struct{ name, query, want string }{
		{"node", `{ city(id: "city:aby") { errorReport } }`, `Error in the record city:aby

What is recorded:
  Aby (City)
  placeType: municipality
  country: DE
  latitude: 52.5243712345678
  population: 3426354
  basis: stated

Sources:
  - Paper, L1 [source:paper]
`},
		{"source", `{ source(id: "source:paper") { errorReport } }`, `Error in the record source:paper

What is recorded:
  Paper (Source)
  language: en
`},
		{"edge", `{ edge(id: "member-of:aby--alpha") { errorReport } }`, membership},
		{"edge from its source", `{ city(id: "city:aby") { networks(first: 1) { edges { errorReport } } } }`, membership},
		{"edge from its target", `{ network(id: "network:alpha") { members(first: 1) { edges { errorReport } } } }`, membership},
		{"implied", `{ edge(id: "member-of:doe--beta") { errorReport } }`, `Error in the record member-of:doe--beta

What is recorded:
  Doe is a member of Beta
  since: 2019
  basis: implied

Sources:
  - Blog, L2, implied [source:blog]
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := a.Ask(t.Context(), c.query, nil)
			if len(got.Errors) > 0 {
				t.Fatal(got.Errors)
			}
			if d := cmp.Diff(c.want+rest, theText(t, got.Data)); d != "" {
				t.Errorf("(- expected, + given)\n%s", d)
			}
		})
	}
}

// theText is the only text in an answer.
func theText(t *testing.T, data json.RawMessage) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	for {
		switch x := v.(type) {
		case string:
			return x
		case []any:
			v = x[0]
		case map[string]any:
			for _, below := range x {
				v = below
			}
		default:
			t.Fatalf("%T in %s", v, data)
		}
	}
}
