package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var importCases = []testCase{
	{"import/a dataset needs a hash", func(t *testing.T, h harness) {
		_, err := h.empty(t).Begin(t.Context(), kg.Dataset{Name: "nameless hash"})
		refused(t, "Begin", err, kg.CodeInvalid)
	}},
	{"import/one at a time", oneAtATime},
	{"import/invisible before Commit", func(t *testing.T, h harness) {
		s := h.empty(t)
		old := Import(t, s, small("one", "Ahlen"))
		expect(t, "Applied", store.Applied{Nodes: 1}, old)
		imp := begin(t, s, small("two", "").Dataset)
		put(t, imp, small("two", "Bonn").Batch)
		expect(t, "the names", []string{"Ahlen"}, cityNames(t, Open(t, s)))
		commit(t, imp)
		expect(t, "the names", []string{"Bonn"}, cityNames(t, Open(t, s)))
	}},
	{"import/what was not put is gone", func(t *testing.T, h harness) {
		s := h.empty(t)
		Import(t, s, Sample())
		w := small("two", "Bonn")
		Import(t, s, w)
		r := Open(t, s)
		expect(t, "Scan", NewReference(w).Scan(store.Scope{}), scan(t, r, store.Scope{}))
		expect(t, "Records", map[kg.ID]kg.Record{}, records(t, r, "city:berlin", "city:zurich-old"))
		expect(t, "Info", NewReference(w).Info(), info(t, r))
	}},
	{"import/Applied counts what was put", func(t *testing.T, h harness) {
		w := Sample()
		want := store.Applied{Nodes: len(w.Nodes), Edges: len(w.Edges), Retired: len(w.Retired), Corrections: len(w.Corrections)}
		expect(t, "Applied", want, Import(t, h.empty(t), w))
	}},
	{"import/nothing put", func(t *testing.T, h harness) {
		w := NewWorld(store.Batch{})
		r := h.open(t, w)
		expect(t, "List", store.NodePage{}, list(t, r, store.NodeFilter{}, store.Page{First: 5, Total: true}))
		expect(t, "Scan", []kg.Record(nil), scan(t, r, store.Scope{}))
		expect(t, "Info", NewReference(w).Info(), info(t, r))
	}},
	{"import/unchanged hash", unchangedHash},
	{"import/aborted", aborted},
	{"import/over after Commit or Abort", func(t *testing.T, h harness) {
		s := h.empty(t)
		imp := begin(t, s, small("one", "").Dataset)
		commit(t, imp)
		isOver(t, imp)
		again := begin(t, s, small("two", "").Dataset)
		abort(t, again)
		isOver(t, again)
		expect(t, "the dataset", small("one", "").Dataset, info(t, Open(t, s)).Dataset)
	}},
}

// small is a world of one city, or of none, whose hash is given.
func small(hash, city string) World {
	w := NewWorld(store.Batch{})
	if city != "" {
		w = NewWorld(store.Batch{Nodes: []kg.Node{node(kg.City, city)}})
	}
	w.Dataset.Hash = hash
	return w
}

func cityNames(t testing.TB, r store.Reader) (names []string) {
	t.Helper()
	for _, n := range list(t, r, store.NodeFilter{Kinds: []kg.NodeKind{kg.City}}, everything).Nodes {
		names = append(names, n.Name)
	}
	return names
}

func abort(t testing.TB, imp store.Import) {
	t.Helper()
	if err := imp.Abort(t.Context()); err != nil {
		t.Errorf("Abort: %v", err)
	}
}

func isOver(t testing.TB, imp store.Import) {
	t.Helper()
	refused(t, "Put", imp.Put(t.Context(), store.Batch{}), kg.CodeConflict)
	_, err := imp.Commit(t.Context())
	refused(t, "Commit", err, kg.CodeConflict)
	abort(t, imp)
}

func oneAtATime(t *testing.T, h harness) {
	s := h.empty(t)
	first := begin(t, s, small("one", "").Dataset)
	_, err := s.Begin(t.Context(), small("two", "").Dataset)
	refused(t, "Begin beside another", err, kg.CodeConflict)
	commit(t, first)
	second := begin(t, s, small("two", "").Dataset)
	abort(t, first) // of one that is over; it frees nothing
	_, err = s.Begin(t.Context(), small("three", "").Dataset)
	refused(t, "Begin beside the second", err, kg.CodeConflict)
	abort(t, second)
	commit(t, begin(t, s, small("three", "").Dataset))
	if applied := commit(t, begin(t, s, small("three", "").Dataset)); !applied.Unchanged {
		t.Error("the third import is not there")
	}
	abort(t, begin(t, s, small("four", "").Dataset)) // after one that was unchanged
}

func unchangedHash(t *testing.T, h harness) {
	s := h.empty(t)
	Import(t, s, small("same", "Ahlen"))
	r := Open(t, s)
	w := small("same", "Bonn")
	w.Dataset.Title = "Another title"
	expect(t, "Applied", store.Applied{Unchanged: true}, Import(t, s, w))
	for _, r := range []store.Reader{r, Open(t, s)} {
		expect(t, "the names", []string{"Ahlen"}, cityNames(t, r))
		expect(t, "the dataset", small("same", "").Dataset, info(t, r).Dataset)
	}
	expect(t, "Applied for another hash", store.Applied{Nodes: 1}, Import(t, s, small("another", "Bonn")))
	expect(t, "Applied for the first again", store.Applied{Nodes: 1}, Import(t, s, small("same", "Ahlen")))
}

func aborted(t *testing.T, h harness) {
	s := h.empty(t)
	imp := begin(t, s, Sample().Dataset)
	put(t, imp, Sample().Batch)
	abort(t, imp)
	abort(t, imp)
	_, err := s.Open(t.Context())
	refused(t, "Open after the only import was aborted", err, kg.CodeUnavailable)
	Import(t, s, small("one", "Ahlen"))
	imp = begin(t, s, Sample().Dataset)
	put(t, imp, Sample().Batch)
	abort(t, imp)
	expect(t, "the names", []string{"Ahlen"}, cityNames(t, Open(t, s)))
	want := Sample()
	if applied := Import(t, s, want); applied.Unchanged || applied.Nodes != len(want.Nodes) {
		t.Errorf("the import after an aborted one of the same hash: %+v", applied)
	}
}
