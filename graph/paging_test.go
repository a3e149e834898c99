package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"citygraph/graph/graphtest"
)

// onePage is a page as its client sees it.
type onePage struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Edges []struct {
		Cursor string
		Node   struct{ ID string }
	}
}

// askPage reads one page; wrap holds %s where the field's arguments stand.
func askPage(t *testing.T, a *graphtest.Asker, wrap, args string) onePage {
	t.Helper()
	query := fmt.Sprintf(wrap, "("+args+") { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } }")
	got := a.Ask(t.Context(), query, nil)
	if len(got.Errors) > 0 {
		t.Fatalf("%s: %v", query, got.Errors)
	}
	var data struct{ X struct{ Y onePage } }
	if err := json.Unmarshal(got.Data, &data); err != nil {
		t.Fatal(err)
	}
	return data.X.Y
}

// TestEveryPageSize walks a listing and a relation field with every page size
// and in every order, and finds each node once, in the same order.
func TestEveryPageSize(t *testing.T) {
	const members = 7
	a, _ := asker(t, crowd(world(), members))
	for _, c := range []struct {
		name, wrap, where string
		want              int
	}{
		{"relation", `{ x: network(id: "network:crowd") { y: members%s } }`, "", members},
		{"relation with a filter", `{ x: network(id: "network:crowd") { y: members%s } }`, `where: {name: {startsWith: "y"}}, `, 2},
		{"interface", `{ x: node(id: "network:crowd") { y: relations%s } }`, "", members},
	} {
		for _, order := range []string{"", "NAME", "DATE", "DEGREE"} {
			for _, direction := range []string{"ASC", "DESC"} {
				by := c.where
				if order != "" {
					by += fmt.Sprintf("orderBy: {by: %s, direction: %s}, ", order, direction)
				}
				t.Run(c.name+" "+by, func(t *testing.T) {
					whole := walk(t, a, c.wrap, by, c.want+1, c.want)
					for size := 1; size <= c.want; size++ {
						if got := walk(t, a, c.wrap, by, size, c.want); !slices.Equal(got, whole) {
							t.Errorf("pages of %d give %v instead of %v", size, got, whole)
						}
					}
				})
			}
		}
	}
}

// walk reads all pages of a size and checks what each says about itself.
func walk(t *testing.T, a *graphtest.Asker, wrap, args string, size, want int) []string {
	t.Helper()
	var ids []string
	after := ""
	for {
		p := askPage(t, a, wrap, args+fmt.Sprintf("first: %d%s", size, after))
		if p.TotalCount != want {
			t.Errorf("totalCount is %d instead of %d", p.TotalCount, want)
		}
		if p.PageInfo.HasPreviousPage != (len(ids) > 0) {
			t.Errorf("hasPreviousPage is %v behind %d nodes", p.PageInfo.HasPreviousPage, len(ids))
		}
		for _, e := range p.Edges {
			ids = append(ids, e.Node.ID)
		}
		if p.PageInfo.HasNextPage != (len(ids) < want) {
			t.Errorf("hasNextPage is %v behind %d of %d", p.PageInfo.HasNextPage, len(ids), want)
		}
		if n := len(p.Edges); n > 0 && (*p.PageInfo.StartCursor != p.Edges[0].Cursor || *p.PageInfo.EndCursor != p.Edges[n-1].Cursor) {
			t.Error("startCursor and endCursor are not those of the first and the last")
		}
		if !p.PageInfo.HasNextPage {
			return ids
		}
		after = fmt.Sprintf(", after: %q", *p.PageInfo.EndCursor)
	}
}

func TestListingPages(t *testing.T) {
	a, _ := asker(t, world())
	var ids []string
	after := ""
	for range 3 {
		got := a.Ask(t.Context(), fmt.Sprintf(`{ y: cities(first: 2, orderBy: {by: NAME, direction: DESC}%s) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`, after), nil)
		var data struct{ Y onePage }
		if err := json.Unmarshal(got.Data, &data); err != nil {
			t.Fatal(err, got.Errors)
		}
		for _, e := range data.Y.Edges {
			ids = append(ids, e.Node.ID)
		}
		if data.Y.PageInfo.HasNextPage != (len(ids) < 5) {
			t.Errorf("hasNextPage behind %d of 5: %v", len(ids), data.Y.PageInfo.HasNextPage)
		}
		after = fmt.Sprintf(", after: %q", *data.Y.PageInfo.EndCursor)
	}
	if got := strings.Join(ids, " "); got != "city:eem city:doe city:cux city:bie city:aby" {
		t.Error(got)
	}
}

// A page of none counts; it says whether there is anything at all.
func TestFirstZero(t *testing.T) {
	a, _ := asker(t, world())
	got := a.Ask(t.Context(), `{ cities(first: 0) { totalCount pageInfo { hasNextPage startCursor endCursor } edges { cursor } }
		network(id: "network:beta") { members(first: 0) { totalCount pageInfo { hasNextPage } edges { cursor } } }
		organizations(first: 0, where: {name: {equals: "nobody"}}) { totalCount pageInfo { hasNextPage } } }`, nil)
	same(t, `{"cities": {"totalCount": 5, "pageInfo": {"hasNextPage": true, "startCursor": null, "endCursor": null}, "edges": []},
		"network": {"members": {"totalCount": 3, "pageInfo": {"hasNextPage": true}, "edges": []}},
		"organizations": {"totalCount": 0, "pageInfo": {"hasNextPage": false}}}`, string(got.Data))
}

func TestCursorsOfOtherListingsAreRefused(t *testing.T) {
	a, _ := asker(t, world())
	const relation = `{ x: network(id: "network:beta") { y: members%s } }`
	cursor := askPage(t, a, relation, `first: 1, orderBy: {by: NAME}`).Edges[0].Cursor
	for _, c := range []struct{ name, query, text string }{
		{"another order", `{ network(id: "network:beta") { members(orderBy: {by: DATE}, after: %q) { totalCount } } }`, "another order"},
		{"another direction", `{ network(id: "network:beta") { members(orderBy: {by: NAME, direction: DESC}, after: %q) { totalCount } } }`, "another order"},
		{"another field", `{ network(id: "network:beta") { founders(orderBy: {by: NAME}, after: %q) { totalCount } } }`, "another listing"},
		{"another type", `{ organization(id: "organization:gamma") { members(orderBy: {by: NAME}, after: %q) { totalCount } } }`, "another listing"},
		{"a listing", `{ cities(orderBy: {by: NAME}, after: %q) { totalCount } }`, "another listing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := a.Ask(t.Context(), fmt.Sprintf(c.query, cursor), nil)
			if got.Code(t) != "invalid" || !strings.Contains(got.Errors[0].Message, c.text) {
				t.Errorf("%v", got.Errors)
			}
		})
	}
	if again := askPage(t, a, relation, fmt.Sprintf(`first: 9, orderBy: {by: NAME}, after: %q`, cursor)); len(again.Edges) != 2 {
		t.Errorf("its own listing goes on with %d instead of 2", len(again.Edges))
	}
}
