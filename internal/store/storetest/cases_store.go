package storetest

import (
	"context"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var storeCases = []testCase{
	{"store/no dataset yet", func(t *testing.T, h harness) {
		_, err := h.empty(t).Open(t.Context())
		refused(t, "Open", err, kg.CodeUnavailable)
	}},
	{"store/an import that runs does not open it", func(t *testing.T, h harness) {
		s := h.empty(t)
		put(t, begin(t, s, Sample().Dataset), Sample().Batch)
		_, err := s.Open(t.Context())
		refused(t, "Open", err, kg.CodeUnavailable)
	}},
	{"store/closed", closed},
	{"store/closed twice", func(t *testing.T, h harness) {
		s := h.empty(t)
		for range 2 {
			if err := s.Close(t.Context()); err != nil {
				t.Errorf("Close: %v", err)
			}
		}
	}},
	{"store/cancelled", cancelled},
}

// closed: readers and imports of a closed store fail.
func closed(t *testing.T, h harness) {
	s := h.empty(t)
	Import(t, s, Sample())
	r := Open(t, s)
	other := Sample().Dataset
	other.Hash = "another"
	imp := begin(t, s, other)
	if err := s.Close(t.Context()); err != nil {
		t.Fatalf("Close: %v", err)
	}
	everyCall(t.Context(), s, r, imp, func(call string, err error) { refused(t, call, err, kg.CodeUnavailable) })
}

// cancelled: a cancelled context is unavailable, whatever is called.
func cancelled(t *testing.T, h harness) {
	s := h.empty(t)
	Import(t, s, Sample())
	r := Open(t, s)
	other := Sample().Dataset
	other.Hash = "another"
	imp := begin(t, s, other)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	everyCall(ctx, s, r, imp, func(call string, err error) { refused(t, call, err, kg.CodeUnavailable) })
	expect(t, "the store afterwards", Sample().Dataset, info(t, Open(t, s)).Dataset)
	if applied := commit(t, imp); applied.Nodes != 0 {
		t.Errorf("a cancelled Put kept %d nodes", applied.Nodes)
	}
}

// everyCall makes each call of the interface once but Close and Abort, with
// well-formed arguments.
func everyCall(ctx context.Context, s store.Store, r store.Reader, imp store.Import, report func(call string, err error)) {
	_, err := s.Open(ctx)
	report("Open", err)
	_, err = s.Begin(ctx, Sample().Dataset)
	report("Begin", err)
	_, err = r.Records(ctx, []kg.ID{"city:berlin"})
	report("Records", err)
	_, err = r.List(ctx, store.NodeFilter{}, everything)
	report("List", err)
	_, err = r.Edges(ctx, []store.Anchor{{ID: "city:berlin"}}, store.EdgeFilter{Direction: store.Both}, everything)
	report("Edges", err)
	_, err = r.Info(ctx)
	report("Info", err)
	yielded := 0
	for _, err = range r.Scan(ctx, store.Scope{}) {
		yielded++
	}
	report("Scan", err)
	if yielded != 1 {
		report("Scan yields its error and nothing else", nil)
	}
	report("Put", imp.Put(ctx, store.Batch{Nodes: []kg.Node{node(kg.City, "Put too late")}}))
	_, err = imp.Commit(ctx)
	report("Commit", err)
}
