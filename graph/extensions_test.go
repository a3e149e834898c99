package graph_test

import (
	"encoding/json"
	"strings"
	"testing"
)

func extension(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestRedirects(t *testing.T) {
	a, _ := asker(t, world())
	got := a.Ask(t.Context(), `{ city(id: "city:aaaby") { id } node(id: "city:aaby") { id } gone: city(id: "city:gone") { id }
		cities(where: {ids: ["city:aaby", "city:bie"]}) { edges { node { id } } } nodes(ids: ["city:aaby", "city:aby"]) { id } }`, nil)
	same(t, `{"city": {"id": "city:aby"}, "node": {"id": "city:aby"}, "gone": null,
		"cities": {"edges": [{"node": {"id": "city:aby"}}, {"node": {"id": "city:bie"}}]}, "nodes": [{"id": "city:aby"}, {"id": "city:aby"}]}`, string(got.Data))
	same(t, `[{"from": "city:aaaby", "to": "city:aby", "date": "2026-01-01", "reason": "misspelt twice"},
		{"from": "city:aaby", "to": "city:aby", "date": "2026-01-02", "reason": "misspelt"},
		{"from": "city:gone", "date": "2026-01-03", "reason": "never was one"}]`, extension(t, got.Extensions["redirects"]))
}

// Absence from a list is a fact only on the day of a complete roster.
func TestWarnings(t *testing.T) {
	a, _ := asker(t, world())
	for _, c := range []struct{ name, query, want string }{
		{"some needs no list", `{ cities(where: {networks: {some: {ids: ["network:beta"]}}}) { totalCount } }`, ``},
		{"none of a named group with a complete roster of the day",
			`{ cities(where: {memberOf: {none: {ids: ["network:alpha"]}}}, asOf: "2024-08-31") { totalCount } }`, ``},
		{"the day after", `{ cities(where: {memberOf: {none: {ids: ["network:alpha"]}}}, asOf: "2024-09-01") { totalCount } }`,
			`[{"path": ["cities"], "argument": "where.memberOf.none", "message": "none concludes from what is not recorded, and no complete roster of the day asOf backs it: absence from a partial list is not a fact; without such a roster: network:alpha"}]`},
		{"the list is of a month", `{ cities(where: {memberOf: {none: {ids: ["organization:gamma"]}}}, asOf: "2024-08-01") { totalCount } }`, `organization:gamma`},
		{"no day", `{ cities(where: {memberOf: {none: {ids: ["network:alpha"]}}}) { totalCount } }`, `network:alpha`},
		{"one of two groups has no list", `{ cities(where: {memberOf: {none: {ids: ["network:alpha", "network:beta"]}}}, asOf: "2024-08-31") { totalCount } }`, `without such a roster: network:beta`},
		{"no group is named", `{ cities(where: {networks: {none: {}}}, asOf: "2024-08-31") { totalCount } }`, `where.networks.none`},
		{"all, seen from the group", `{ networks(where: {ids: ["network:alpha"], members: {all: {country: ["DE"]}}}, asOf: "2024-08-31") { totalCount } }`, ``},
		{"all, seen from groups that are not named", `{ networks(where: {members: {all: {country: ["DE"]}}}, asOf: "2024-08-31") { totalCount } }`, `where.members.all`},
		{"all that a city is in", `{ cities(where: {networks: {all: {ids: ["network:alpha"]}}}, asOf: "2024-08-31") { totalCount } }`, `where.networks.all`},
		{"implied members are left out", `{ cities(where: {memberOf: {none: {ids: ["network:alpha"]}}}, asOf: "2024-08-31", basis: STATED) { totalCount } }`, `network:alpha`},
		{"what members are by", `{ networks(where: {ids: ["network:alpha"], members: {none: {ids: ["city:cux"]}}}, asOf: "2024-08-31") { totalCount } }`, ``},
		{"what is unknown of members", `{ networks(where: {ids: ["network:alpha"], members: {none: {memberOf: {some: {ids: ["network:beta"]}}}}}, asOf: "2024-08-31") { totalCount } }`,
			`[{"path": ["networks"], "argument": "where.members.none", "message": "none takes what is not recorded about a node (a relation, a date, an attribute) as not so"}]`},
		{"everybody who took part", `{ cities(where: {tookPartIn: {none: {ids: ["event:party"]}}}, asOf: "2021-06-25") { totalCount } }`, ``},
		{"some roles", `{ cities(where: {tookPartIn: {roles: [AWARDED], none: {ids: ["event:party"]}}}, asOf: "2021-06-25") { totalCount } }`, `event:party`},
		{"a relation without rosters", `{ networks(where: {ids: ["network:alpha"], funders: {none: {}}}, asOf: "2024-08-31") { totalCount } }`, `where.funders.none`},
		{"below a field of many nodes it is told once", `{ cities { edges { node { networks(where: {funders: {none: {}}}) { totalCount } } } } }`,
			`[{"path": ["cities", "edges", "node", "networks"], "argument": "where.funders.none", "message": "none concludes from what is not recorded, and no complete roster of the day asOf backs it: absence from a partial list is not a fact"}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := a.Ask(t.Context(), c.query, nil)
			if len(got.Errors) > 0 {
				t.Fatal(got.Errors)
			}
			w, told := got.Extensions["warnings"]
			switch {
			case c.want == "" && told:
				t.Errorf("a warning without need: %v", w)
			case c.want != "" && !told:
				t.Error("no warning")
			case c.want != "" && c.want[0] == '[':
				same(t, c.want, extension(t, w))
			default:
				if !strings.Contains(extension(t, w), c.want) {
					t.Errorf("%v does not name %s", w, c.want)
				}
			}
		})
	}
}
