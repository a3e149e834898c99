package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"citygraph/graph/graphtest"
)

// names asks for the nodes of a connection and returns their names.
func names(t *testing.T, a *graphtest.Asker, field string) string {
	t.Helper()
	got := a.Ask(t.Context(), fmt.Sprintf(`{ x: %s { totalCount edges { node { name } } } }`, field), nil)
	if len(got.Errors) > 0 {
		t.Fatalf("%s: %v", field, got.Errors)
	}
	var data struct {
		X struct {
			TotalCount int
			Edges      []struct{ Node struct{ Name string } }
		}
	}
	if err := json.Unmarshal(got.Data, &data); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range data.X.Edges {
		all = append(all, e.Node.Name)
	}
	if data.X.TotalCount != len(all) {
		t.Errorf("%s: totalCount is %d and there are %d", field, data.X.TotalCount, len(all))
	}
	return strings.Join(all, " ")
}

func TestFilters(t *testing.T) {
	a, _ := asker(t, world())
	for _, c := range []struct{ field, want string }{
		{`cities`, "Aby Bié Cux Doe Eem"},
		{`cities(where: {})`, "Aby Bié Cux Doe Eem"},
		{`cities(where: {ids: ["city:eem", "city:aby"]})`, "Aby Eem"},
		{`cities(where: {ids: "city:eem"})`, "Eem"},
		{`cities(where: {country: ["IT", "GR"]})`, "Cux Doe Eem"},
		{`cities(where: {country: ["IT"], placeType: [DISTRICT]})`, "Doe"},
		{`cities(where: {name: {equals: "bie"}})`, "Bié"},
		{`networks(where: {name: {startsWith: "alfa"}})`, "Alpha"},
		{`networks(where: {name: {contains: "BUND"}})`, "Alpha"},
		{`cities(where: {anyOf: [{country: ["GR"]}, {name: {equals: "Aby"}}]})`, "Aby Eem"},
		{`cities(where: {country: ["DE"], anyOf: [{country: ["GR"]}, {name: {equals: "Aby"}}]})`, "Aby"},
		{`organizations(where: {organizationForm: [CIVIL_SOCIETY]})`, "Helpers"},
		{`declarations(where: {declarationForm: [CHARTER, LETTER]})`, "Delta Declaration"},
		{`initiatives(where: {initiativeStatus: [ENDED]})`, ""},
		{`initiatives(where: {initiativeForm: [PLATFORM], initiativeStatus: [RUNNING]})`, "Map"},
		{`networks(where: {date: {from: "2016-01-01", to: "2016-12-31"}})`, "Alpha"},
		{`networks(where: {date: {from: "2016-06-01"}})`, "Alpha"}, // possible counts
		{`networks(where: {date: {from: "2016-06-01"}}, asOf: "2020-01-01", certainty: CERTAIN)`, ""},
		{`events(where: {date: {from: "2021-06-26", to: "2021-06-26"}})`, "Party"},

		// Relations: some, all, none; one and several.
		{`cities(where: {memberOf: {some: {ids: ["network:alpha"]}}})`, "Aby Bié"},
		{`cities(where: {memberOf: [{some: {ids: ["network:alpha"]}}, {some: {ids: ["network:beta"]}}]})`, "Aby"},
		{`cities(where: {networks: {some: {}}})`, "Aby Bié Cux Doe"},
		{`cities(where: {networks: {none: {}}})`, "Eem"},
		{`cities(where: {networks: {some: {}, none: {ids: ["network:beta"]}}})`, "Bié"},
		{`cities(where: {memberOf: {some: {}, all: {ids: ["network:beta"]}}})`, "Cux Doe"},
		{`networks(where: {members: {some: {country: ["IT"]}}})`, "Beta"},
		{`networks(where: {members: {all: {country: ["DE"]}}})`, "Alpha"},
		{`networks(where: {members: {none: {placeType: [DISTRICT]}}})`, "Alpha"},
		{`networks(where: {memberOf: {some: {}}})`, "Beta"},
		{`networks(where: {networks: {all: {name: {equals: "nothing"}}}})`, "Alpha Beta"}, // memberOf Gamma is no network
		{`networks(where: {networks: {none: {}}})`, "Alpha Beta"},
		{`networks(where: {networks: {some: {}}})`, ""},
		{`cities(where: {relations: {some: {kinds: [EVENT]}}})`, "Eem"},
		{`cities(where: {tookPartIn: {some: {}, roles: [PARTNER, PARTICIPANT]}})`, "Bié Eem"},
		{`cities(where: {networks: {some: {funders: {some: {name: {equals: "fund"}}}}}})`, "Aby Bié"},
		{`cities(where: {networks: {some: {members: {some: {declarations: {some: {}}}}}}})`, "Aby Bié Cux Doe"},
		{`cities(where: {declarations: {some: {}}, founded: {some: {kinds: [NETWORK]}}})`, "Aby"},

		// Three values: a relation is true, possible or false on a day.
		{`cities(where: {networks: {some: {}}}, asOf: "2024-08-31", certainty: CERTAIN)`, "Aby Bié"},
		{`cities(where: {networks: {some: {}}}, asOf: "2024-08-31")`, "Aby Bié Cux Doe"},
		{`cities(where: {networks: {none: {ids: ["network:beta"]}}}, asOf: "2024-08-31", certainty: CERTAIN)`, "Aby Bié Eem"},
		{`cities(where: {networks: {none: {ids: ["network:beta"]}}}, asOf: "2024-08-31")`, "Aby Bié Cux Doe Eem"},
		{`cities(where: {networks: {some: {ids: ["network:beta"]}}}, basis: STATED)`, "Aby Cux"},
		{`cities(where: {networks: {some: {}}}, asOf: "1990-01-01")`, "Cux"}, // its beginning is unknown

		{`cities(orderBy: {by: NAME, direction: DESC})`, "Eem Doe Cux Bié Aby"},
		{`cities(orderBy: {by: DEGREE, direction: DESC})`, "Aby Bié Cux Doe Eem"},
		{`networks(orderBy: {by: DATE})`, "Alpha Beta"},
		{`networks(orderBy: {by: DATE, direction: DESC})`, "Alpha Beta"}, // unknown last either way
	} {
		t.Run(c.field, func(t *testing.T) {
			if got := names(t, a, c.field); got != c.want {
				t.Errorf("got %q, expected %q", got, c.want)
			}
		})
	}
}

// The same condition may come as variables, whose numbers and lists look different.
func TestFilterFromVariables(t *testing.T) {
	a, _ := asker(t, world())
	query := `query($n: Int!, $w: NodeWhere, $o: NodeOrder, $d: Date) { cities(first: $n, where: $w, orderBy: $o, asOf: $d) { edges { node { name } } } }`
	got := a.Ask(t.Context(), query, map[string]any{
		"n": json.Number("2"), "d": "2024-08-31", "o": map[string]any{"by": "NAME", "direction": "DESC"},
		"w": map[string]any{"networks": map[string]any{"some": map[string]any{"ids": "network:alpha"}}, "country": []any{"DE"}},
	})
	if len(got.Errors) > 0 {
		t.Fatal(got.Errors)
	}
	same(t, `{"cities": {"edges": [{"node": {"name": "Bié"}}, {"node": {"name": "Aby"}}]}}`, string(got.Data))
}
