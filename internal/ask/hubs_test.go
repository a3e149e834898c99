package ask

import (
	"context"
	"errors"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// TestHubsAreReadInLargePages is the budget of questions about a network of 50,001
// cities: to read it takes six pages, not fifty.
func TestHubsAreReadInLargePages(t *testing.T) {
	w := &small{}
	w.hub("network:hub", 50_000)
	w.edge(kg.MemberOf, "city:a", "network:hub", "", "")
	w.edge(kg.MemberOf, "city:a", "network:small", "", "")
	r := &callsOf{Reader: open(t, w.Batch)}
	both := []kg.ID{"network:hub", "network:small"}
	for _, c := range []struct {
		name           string
		edges, records int
		ask            func() error
	}{
		{"overlap", 8, 8, func() error {
			_, err := Overlap(t.Context(), r, OverlapOptions{Groups: both, Universe: Universe{Recorded: true}})
			return err
		}},
		{"timeline", 8, 8, func() error {
			_, err := Timeline(t.Context(), r, TimelineOptions{Of: both})
			return err
		}},
		{"similarCities", 10, 10, func() error {
			_, err := SimilarCities(t.Context(), r, SimilarCitiesOptions{City: "city:a", Measure: NewmanSimilarity, MinShared: 2})
			return err
		}},
		{"coMembership", 8, 3, func() error {
			_, err := CoMembership(t.Context(), r, CoMembershipOptions{A: "network:hub", B: "network:small", Groups: true})
			return err
		}},
		{"paths", 12, 2, func() error {
			_, err := Paths(t.Context(), r, PathsOptions{From: "city:a", To: "city:of-hub-00007", K: 2, MaxLength: 3})
			return err
		}},
	} {
		r.edges, r.records = 0, 0
		if err := c.ask(); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if r.edges > c.edges || r.records > c.records {
			t.Errorf("%s: %d calls of Edges and %d of Records, not %d and %d", c.name, r.edges, r.records, c.edges, c.records)
		}
	}
}

// largest notes the most edges that one call may bring.
type largest struct {
	store.Reader
	most int
}

// Edges implements store.Reader.
func (l *largest) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	l.most = max(l.most, len(at)*p.First)
	return l.Reader.Edges(ctx, at, f, p)
}

// Many nodes are read by smaller pages, so that no call brings much more than a
// question may read.
func TestManyNodesAreReadInSmallPages(t *testing.T) {
	w := &small{}
	var ids []kg.ID
	for i := range 200 {
		id := kg.ID("network:n" + string(rune('a'+i/26)) + string(rune('a'+i%26)))
		w.edge(kg.MemberOf, "city:a", id, "", "")
		ids = append(ids, id)
	}
	w.hub("network:hub", 3000)
	r := &largest{Reader: open(t, w.Batch)}
	q, err := newAsking(r, Assumptions{})
	if err != nil {
		t.Fatal(err)
	}
	read, err := q.edges(t.Context(), append(ids, "network:hub"), store.EdgeFilter{Direction: store.In})
	if err != nil || len(read["network:hub"]) != 3000 || r.most > MaxEdges {
		t.Errorf("%d read, up to %d in a call: %v", len(read["network:hub"]), r.most, err)
	}
}

// A hub of more than may be read is refused before it is read to its end.
func TestHubsBeyondTheLimit(t *testing.T) {
	q, err := newAsking(endless{}, Assumptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := q.edges(t.Context(), []kg.ID{"network:hub"}, store.EdgeFilter{Direction: store.In}); kg.CodeOf(err) != kg.CodeTooCostly {
		t.Errorf("%v", err)
	}
	if q.read > MaxEdges+store.MaxPage {
		t.Errorf("%d edges were read", q.read)
	}
}

// endless has a node with edges without end.
type endless struct{ store.Reader }

// Edges implements store.Reader.
func (endless) Edges(_ context.Context, at []store.Anchor, _ store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	if len(at) != 1 {
		return nil, errors.New("several nodes")
	}
	return map[store.Anchor]store.EdgePage{at[0]: {Items: make([]store.EdgeItem, p.First), More: true}}, nil
}
