package graph_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// What clients can get wrong in questions about chains: the code, the field and the
// argument are told.
func TestChainQuestionsRefuse(t *testing.T) {
	a, log := asker(t, world())
	for _, c := range []struct{ query, code, text, path string }{
		{`{ paths(from: "city:aby", to: "city:nowhere") { depth } }`, "not_found", `to: there is no "city:nowhere"`, "paths"},
		{`{ paths(from: "city:gone", to: "city:aby") { depth } }`, "not_found", `from: there is no "city:gone"`, "paths"},
		{`{ paths(from: "city:aaaby", to: "city:aby") { depth } }`, "invalid", `from and to both name "city:aby"`, "paths"},
		{`{ paths(from: "city:aby", to: "city:bie", k: 0) { depth } }`, "invalid", "k is 0: write a whole number from 1 to 100", "paths"},
		{`{ paths(from: "city:aby", to: "city:bie", maxLength: 13) { depth } }`, "invalid", "maxLength is 13", "paths"},
		{`{ paths(from: "city:aby", to: "city:bie", maxDegree: -1) { depth } }`, "invalid", "maxDegree is -1", "paths"},
		{`{ paths(from: "city:aby", to: "city:bie", kinds: []) { depth } }`, "invalid", "kinds is an empty list", "paths"},
		{`{ paths(from: "city:aby", to: "city:bie", nodeKinds: []) { depth } }`, "invalid", "nodeKinds is an empty list", "paths"},
		{`{ paths(from: "city:aby", to: "city:bie", certainty: CERTAIN) { depth } }`, "invalid", "certainty is given without asOf", "paths"},
		{`{ funding { reached } }`, "invalid", "neither from nor to is given", "funding"},
		{`{ funding(to: "network:nowhere") { reached } }`, "not_found", `to: there is no "network:nowhere"`, "funding"},
		{`{ funding(to: "network:alpha") { fundings(after: "x") { totalCount } } }`, "invalid", "cursor in after", "funding.fundings"},
		{`{ timeline(of: []) { undated } }`, "invalid", "of is an empty list", "timeline"},
		{`{ timeline(of: ["network:alpha"], from: "2020") { undated } }`, "invalid", `from: "2020" is not a day`, "timeline"},
		{`{ timeline(of: ["network:alpha"], from: "2021-01-01", until: "2020-01-01") { undated } }`, "invalid", "put the earlier day first", "timeline"},
		{`{ subgraph(around: ["city:aby"], depth: 5) { leftOut } }`, "invalid", "depth is 5", "subgraph"},
		{`{ subgraph(around: ["city:aby"], limit: 1000, perNode: 1000) { leftOut } }`, "too_costly", "limit times perNode is 1000000", "subgraph"},
		{`{ subgraph(around: ["city:aby"], avoid: ["city:nowhere"]) { leftOut } }`, "not_found", `avoid: there is no "city:nowhere"`, "subgraph"},
	} {
		t.Run(c.query, func(t *testing.T) {
			got := a.Ask(t.Context(), c.query, nil)
			if code := got.Code(t); code != c.code {
				t.Fatalf("code %q instead of %q: %v", code, c.code, got.Errors)
			}
			if !strings.Contains(got.Errors[0].Message, c.text) {
				t.Errorf("%q does not say %q", got.Errors[0].Message, c.text)
			}
			if path := got.Errors[0].Path.String(); path != c.path {
				t.Errorf("path %q instead of %q", path, c.path)
			}
		})
	}
	if log.Len() > 0 {
		t.Errorf("mistakes of clients are in the log: %s", log)
	}
}

// An id that is no longer in use is followed, and the answer says so.
func TestPathsFollowRetiredIDs(t *testing.T) {
	a, _ := asker(t, world())
	got := a.Ask(t.Context(), `{ paths(from: "city:aaaby", to: "city:bie", k: 1) { from { id } paths { sentence } } }`, nil)
	if !strings.Contains(got.Text(), `"from":{"id":"city:aby"}`) || !strings.Contains(got.Text(), `"redirects"`) {
		t.Error(got.Text())
	}
}

// Pages of entries of every size have the same entries.
func TestEntriesArePaged(t *testing.T) {
	a, _ := asker(t, world())
	read := func(first int) (all []string) {
		variables := map[string]any{"first": first}
		for {
			got := a.Ask(t.Context(), `query ($first: Int!, $after: String) { timeline(of: ["network:alpha", "city:aby", "city:bie"], basis: ANY) {
				entries(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { sentence date } } } }`, variables)
			var answer struct {
				Timeline struct {
					Entries struct {
						TotalCount int
						PageInfo   struct {
							HasNextPage bool
							EndCursor   string
						}
						Edges []struct{ Sentence, Date string }
					}
				}
			}
			if err := json.Unmarshal(got.Data, &answer); err != nil || len(got.Errors) > 0 {
				t.Fatal(err, got.Errors)
			}
			page := answer.Timeline.Entries
			for _, e := range page.Edges {
				all = append(all, e.Date+" "+e.Sentence)
			}
			if !page.PageInfo.HasNextPage {
				if len(all) != page.TotalCount {
					t.Errorf("%d of %d entries", len(all), page.TotalCount)
				}
				return all
			}
			variables["after"] = page.PageInfo.EndCursor
		}
	}
	want := read(1000)
	if len(want) < 8 {
		t.Fatalf("%q", want)
	}
	for first := 1; first <= len(want); first++ {
		if got := read(first); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("pages of %d: %q instead of %q", first, got, want)
		}
	}
}
