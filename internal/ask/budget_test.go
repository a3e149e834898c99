package ask_test

import (
	"context"
	"testing"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// crowded tells of as many edges at each node as no question may read, and fails
// when any are read.
type crowded struct {
	store.Reader
	t    *testing.T
	from int // so many counts are let pass, and the reading after them
}

func (c *crowded) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	pages, err := c.Reader.Edges(ctx, at, f, p)
	if c.from > 0 {
		if p.First > 0 {
			c.from--
		}
		return pages, err
	}
	if p.First > 0 {
		c.t.Error("edges are read before they are counted")
	}
	for a, page := range pages {
		page.Total = ask.MaxEdges + 1
		pages[a] = page
	}
	return pages, err
}

// What is too much is refused before any of it is read, whatever the kind of its
// edges, and each question says what to do.
func TestTooManyEdges(t *testing.T) {
	r := timed().open(t)
	founded := ask.Assumptions{RosterKind: kg.Founded}
	for _, c := range []struct {
		mend string
		from int
		ask  func(store.Reader) error
	}{
		{"name fewer, or smaller, groups", 0, func(r store.Reader) error {
			_, err := ask.Overlap(t.Context(), r, ask.OverlapOptions{Groups: []kg.ID{"network:one", "network:two"}, Universe: ask.Universe{Recorded: true}, Assumptions: founded})
			return err
		}},
		{"name fewer, or smaller, groups", 0, func(r store.Reader) error {
			_, err := ask.Intersections(t.Context(), r, ask.IntersectionsOptions{Groups: []kg.ID{"network:one", "network:two"}})
			return err
		}},
		{"name fewer cities", 0, func(r store.Reader) error {
			_, err := ask.SharedNetworks(t.Context(), r, ask.SharedNetworksOptions{Cities: []kg.ID{"city:berlin", "city:bonn"}})
			return err
		}},
		{"ask about smaller ones", 0, func(r store.Reader) error {
			_, err := ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: "network:one", B: "network:two", Groups: true})
			return err
		}},
		{"that is in smaller groups", 1, func(r store.Reader) error {
			_, err := ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:berlin", Measure: ask.JaccardSimilarity})
			return err
		}},
		{"greater minShared", 2, func(r store.Reader) error {
			_, err := ask.SimilarCities(t.Context(), r, ask.SimilarCitiesOptions{City: "city:berlin", Measure: ask.JaccardSimilarity})
			return err
		}},
	} {
		fails(t, c.ask(&crowded{r, t, c.from}), kg.CodeTooCostly, c.mend)
	}
}
