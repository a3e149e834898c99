package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// brokenScan reads everything but a scan of the whole revision.
type brokenScan struct{ store.Reader }

var errBroken = errors.New("the scan broke")

func (b brokenScan) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	if len(s.Nodes) > 0 { // the search index
		return b.Reader.Scan(ctx, s)
	}
	return func(yield func(kg.Record, error) bool) { yield(nil, errBroken) }
}

// A revision without its projection is not served: what builds the schema waits
// for it, and so does /readyz, which waits for that.
func TestNoSchemaWithoutProjection(t *testing.T) {
	s := memstore.New()
	fill(t, s, world())
	if _, err := graph.New(t.Context(), brokenScan{storetest.Open(t, s)}, graph.Options{}); !errors.Is(err, errBroken) {
		t.Errorf("New: %v", err)
	}
}

// Once a revision is loaded, no question scans it.
func TestQuestionsDoNotScan(t *testing.T) {
	s := memstore.New()
	fill(t, s, world())
	asker := graphtest.Open(t, s, graph.Options{})
	for _, query := range []string{
		`{ centrality(measure: BETWEENNESS, asOf: "2021-12-31") { actors { edges { rank node { name } evidence { totalCount } } } } }`,
		`{ communities { modularity } structure { density cuts { totalCount } } }`,
		`{ contradictions { list { edges { node { field sides { value sources { locator source { name } } } } } } } }`,
		`{ coverage { groups { edges { node { name } members withoutDate { edges { id } } } } } }`,
	} {
		a := asker.Ask(t.Context(), query, nil)
		if len(a.Errors) > 0 || slices.Contains(a.Calls, "Scan") {
			t.Errorf("%s: %v, read by %v", query, a.Errors, a.Calls)
		}
	}
}

// Pages go on where the one before ended, and a cursor of another listing is
// refused.
func TestRankingIsPaged(t *testing.T) {
	s := memstore.New()
	fill(t, s, crowd(world(), 30))
	asker := graphtest.Open(t, s, graph.Options{})
	const query = `query($first: Int!, $after: String) { centrality(measure: PAGE_RANK, basis: ANY) {
		actors(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { rank node { id } } } groups(first: 1) { pageInfo { endCursor } } } }`
	type connection struct {
		TotalCount int
		PageInfo   struct {
			HasNextPage bool
			EndCursor   string
		}
		Edges []struct {
			Rank int
			Node struct{ ID string }
		}
	}
	var got struct {
		Centrality struct{ Actors, Groups connection }
	}
	read := func(first int, after any) {
		t.Helper()
		a := asker.Ask(t.Context(), query, map[string]any{"first": first, "after": after})
		if err := json.Unmarshal(a.Data, &got); err != nil || len(a.Errors) > 0 {
			t.Fatalf("%v %v", err, a.Errors)
		}
	}
	read(1000, nil)
	whole := got.Centrality.Actors
	if len(whole.Edges) != whole.TotalCount || whole.TotalCount < 4 || whole.PageInfo.HasNextPage {
		t.Fatalf("%d of %d actors", len(whole.Edges), whole.TotalCount)
	}
	for _, size := range []int{1, 7, whole.TotalCount} {
		var ids []string
		for after, more := any(nil), true; more; {
			got.Centrality.Actors = connection{}
			read(size, after)
			page := got.Centrality.Actors
			for _, e := range page.Edges {
				ids = append(ids, e.Node.ID)
			}
			after, more = page.PageInfo.EndCursor, page.PageInfo.HasNextPage
		}
		for i, e := range whole.Edges {
			if len(ids) != whole.TotalCount || ids[i] != e.Node.ID {
				t.Fatalf("in pages of %d: %v", size, ids)
			}
		}
	}
	a := asker.Ask(t.Context(), query, map[string]any{"first": 1, "after": got.Centrality.Groups.PageInfo.EndCursor})
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "invalid" {
		t.Errorf("a cursor of the groups, for the actors: %v", a.Errors)
	}
}
