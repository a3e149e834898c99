package storetest

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// equality is how results are compared: to the byte, but that an empty slice or
// map is as good as none.
var equality = cmp.Options{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b kg.Date) bool { return a == b }),
}

// expect reports a difference between what was wanted and what came.
func expect(t testing.TB, about string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, equality); diff != "" {
		t.Errorf("%s (-want +got):\n%s", about, diff)
	}
}

// refused reports where err is not a *kg.Error of this code with a message.
func refused(t testing.TB, about string, err error, code kg.Code) {
	t.Helper()
	var e *kg.Error
	if !errors.As(err, &e) {
		t.Errorf("%s: %v, want a *kg.Error of the code %s", about, err, code)
		return
	}
	if e.Code != code || e.Message == "" {
		t.Errorf("%s: %v (%s), want the code %s and a message", about, err, e.Code, code)
	}
}

func list(t testing.TB, r store.Reader, f store.NodeFilter, p store.Page) store.NodePage {
	t.Helper()
	page, err := r.List(t.Context(), f, p)
	if err != nil {
		t.Fatalf("List: %v", err)
	}
	return page
}

func edges(t testing.TB, r store.Reader, at []store.Anchor, f store.EdgeFilter, p store.Page) map[store.Anchor]store.EdgePage {
	t.Helper()
	pages, err := r.Edges(t.Context(), at, f, p)
	if err != nil {
		t.Fatalf("Edges: %v", err)
	}
	return pages
}

// edgesAt reads one whole page from the beginning at one anchor.
func edgesAt(t testing.TB, r store.Reader, id kg.ID, f store.EdgeFilter) store.EdgePage {
	t.Helper()
	a := store.Anchor{ID: id}
	return edges(t, r, []store.Anchor{a}, f, everything)[a]
}

// everything is a page that holds all of a small world.
var everything = store.Page{First: store.MaxPage}

func nodeIDs(p store.NodePage) []kg.ID {
	var ids []kg.ID
	for _, n := range p.Nodes {
		ids = append(ids, n.ID)
	}
	return ids
}

func edgeIDs(p store.EdgePage) []kg.ID {
	var ids []kg.ID
	for _, i := range p.Items {
		ids = append(ids, i.Edge.ID)
	}
	return ids
}

func records(t testing.TB, r store.Reader, ids ...kg.ID) map[kg.ID]kg.Record {
	t.Helper()
	found, err := r.Records(t.Context(), ids)
	if err != nil {
		t.Fatalf("Records: %v", err)
	}
	return found
}

func scan(t testing.TB, r store.Reader, s store.Scope) []kg.Record {
	t.Helper()
	var out []kg.Record
	for record, err := range r.Scan(t.Context(), s) {
		if err != nil {
			t.Fatalf("Scan: %v", err)
		}
		out = append(out, record)
	}
	return out
}

func info(t testing.TB, r store.Reader) store.Info {
	t.Helper()
	i, err := r.Info(t.Context())
	if err != nil {
		t.Fatalf("Info: %v", err)
	}
	return i
}

func day(text string) *kg.Day {
	d, err := kg.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return &d
}
