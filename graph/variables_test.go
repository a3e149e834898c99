package graph_test

import (
	"testing"
)

// The validator takes enum values in variables of any case, and null where a
// variable may be null: both mean what they say, or are refused.
func TestVariables(t *testing.T) {
	a, _ := asker(t, world())
	for _, c := range []struct {
		query string
		v     any
		want  string
	}{
		{`query($v: Basis) { network(id: "network:beta") { members(basis: $v) { totalCount } } }`, "stated", `{"network": {"members": {"totalCount": 2}}}`},
		{`query($v: Basis) { network(id: "network:beta") { members(basis: $v) { totalCount } } }`, "any", `{"network": {"members": {"totalCount": 3}}}`},
		{`query($v: Certainty) { network(id: "network:beta") { members(asOf: "2021-06-01", certainty: $v) { totalCount } } }`, "certain", `{"network": {"members": {"totalCount": 1}}}`},
		{`query($v: OrderDirection!) { cities(first: 1, orderBy: {by: NAME, direction: $v}) { edges { node { name } } } }`, "desc", `{"cities": {"edges": [{"node": {"name": "Eem"}}]}}`},
	} {
		got := a.Ask(t.Context(), c.query, map[string]any{"v": c.v})
		if len(got.Errors) > 0 {
			t.Errorf("%s, %v: %v", c.query, c.v, got.Errors)
			continue
		}
		same(t, c.want, string(got.Data))
	}
	for query, want := range map[string]string{
		`query($v: Basis) { cities(basis: $v) { totalCount } }`: "an argument is null or no name of its list: leave it out, or give one of the names that the schema lists",
		`query($v: Int) { cities(first: $v) { totalCount } }`:   "first is null: ask for 0 to 1000 at a time and go on with after: pageInfo.endCursor",
	} {
		got := a.Ask(t.Context(), query, map[string]any{"v": nil})
		if got.Code(t) != "invalid" || got.Errors[0].Message != want {
			t.Errorf("%s: %v", query, got.Errors)
		}
	}
}
