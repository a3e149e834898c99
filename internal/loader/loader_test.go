package loader

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// drawn is a Reader over a drawn world: every node a0, a1, … has two edges, to
// b0, b1, … of the same number and to the hub.
type drawn struct {
	store.Reader
	records, edges atomic.Int32
	fail           error
}

func node(id kg.ID) kg.Node {
	kind := kg.City
	if id[0] == 'b' {
		kind = kg.Network
	}
	return kg.Node{ID: id, Kind: kind, Sources: []kg.Citation{{Source: "s-" + id}}}
}

func (d *drawn) List(_ context.Context, _ store.NodeFilter, p store.Page) (store.NodePage, error) {
	var page store.NodePage
	for i := range p.First {
		page.Nodes = append(page.Nodes, node(kg.ID(fmt.Sprint("a", i))))
	}
	return page, d.fail
}

func (d *drawn) Records(_ context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	d.records.Add(1)
	got := map[kg.ID]kg.Record{}
	for _, id := range ids {
		if id != "nobody" {
			got[id] = node(id)
		}
	}
	return got, d.fail
}

func (d *drawn) Edges(_ context.Context, at []store.Anchor, _ store.EdgeFilter, _ store.Page) (map[store.Anchor]store.EdgePage, error) {
	d.edges.Add(1)
	pages := map[store.Anchor]store.EdgePage{}
	for _, a := range at {
		page := store.EdgePage{Total: 2}
		for _, other := range []kg.ID{"b" + a.ID[1:], "hub"} {
			page.Items = append(page.Items, store.EdgeItem{Edge: kg.Edge{ID: a.ID + "-" + other, From: a.ID, To: other}, Other: node(other)})
		}
		pages[a] = page
	}
	return pages, d.fail
}

var all = store.EdgeFilter{Direction: store.Both}

// TestALevelIsOneCall: however many nodes ask, and one after another or all at
// once, the level below is read once; and so is the next.
func TestALevelIsOneCall(t *testing.T) {
	d := &drawn{}
	page, level, err := New(d).List(t.Context(), store.NodeFilter{}, store.Page{First: 200})
	if err != nil {
		t.Fatal(err)
	}
	below := make([]*Level, len(page.Nodes))
	var wg sync.WaitGroup
	for i, n := range page.Nodes {
		wg.Go(func() {
			got, lv, err := level.Edges(t.Context(), "", store.Anchor{ID: n.ID}, all, store.Page{First: 9, Others: true})
			if err != nil || len(got.Items) != 2 || got.Items[0].Edge.From != n.ID {
				t.Errorf("%s: %v %v", n.ID, got, err)
			}
			below[i] = lv
		})
	}
	wg.Wait()
	if n := d.edges.Load(); n != 1 {
		t.Errorf("%d calls for one level", n)
	}
	for i, lv := range below { // one after another: nothing to wait for
		if lv != below[0] {
			t.Fatal("far ends that were read together are on two levels")
		}
		if _, _, err := lv.Edges(t.Context(), "", store.Anchor{ID: kg.ID(fmt.Sprint("b", i))}, all, store.Page{First: 9}); err != nil {
			t.Fatal(err)
		}
	}
	if n := d.edges.Load(); n != 2 {
		t.Errorf("%d calls for two levels", n)
	}
}

// TestOtherQuestionsAreOtherCalls: a filter, a page or a key of its own.
func TestOtherQuestionsAreOtherCalls(t *testing.T) {
	d := &drawn{}
	_, level, err := New(d).List(t.Context(), store.NodeFilter{}, store.Page{First: 3})
	if err != nil {
		t.Fatal(err)
	}
	day := kg.Day(1)
	ask := func(at store.Anchor, f store.EdgeFilter, p store.Page) {
		if _, _, err := level.Edges(t.Context(), "", at, f, p); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		ask(store.Anchor{ID: "a0"}, all, store.Page{First: 1})
		ask(store.Anchor{ID: "a0"}, all, store.Page{First: 1, Total: true})
		ask(store.Anchor{ID: "a0"}, store.EdgeFilter{Direction: store.Out}, store.Page{First: 1})
		ask(store.Anchor{ID: "a0"}, store.EdgeFilter{Direction: store.Both, When: store.When{AsOf: &day}}, store.Page{First: 1})
		ask(store.Anchor{ID: "a0", After: store.Key{ID: "x"}}, all, store.Page{First: 1})
	}
	if n := d.edges.Load(); n != 5 {
		t.Errorf("%d calls for five questions", n)
	}
}

// TestKinds: only the nodes of the kind are read for.
func TestKinds(t *testing.T) {
	d := &drawn{}
	found, err := New(d).Records(t.Context(), []kg.ID{"a0", "b0", "a1"})
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := found.Level.Edges(t.Context(), kg.Network, store.Anchor{ID: "b0"}, all, store.Page{First: 9})
	if err != nil || len(got.Items) != 2 {
		t.Error(got, err)
	}
	got, _, err = found.Level.Edges(t.Context(), kg.Network, store.Anchor{ID: "a0"}, all, store.Page{First: 9})
	if err != nil || len(got.Items) != 0 {
		t.Errorf("a City was read for with the Networks: %v %v", got, err)
	}
}

// TestRecordsAreReadOnce in a request, misses included.
func TestRecordsAreReadOnce(t *testing.T) {
	d := &drawn{}
	l := New(d)
	for _, ids := range [][]kg.ID{{"a0", "a1", "nobody"}, {"a1"}, {"nobody"}, {}} {
		found, err := l.Records(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range ids {
			if n, ok := found.Node(id); ok != (id != "nobody") || ok && n.ID != id {
				t.Errorf("%s: %v %v", id, n, ok)
			}
		}
	}
	if n := d.records.Load(); n != 1 {
		t.Errorf("%d calls", n)
	}
	if _, err := l.Records(t.Context(), []kg.ID{"a0", "a7"}); err != nil || d.records.Load() != 2 {
		t.Errorf("a new id: %d calls, %v", d.records.Load(), err)
	}
}

// TestSources are those of the whole level, in one call.
func TestSources(t *testing.T) {
	d := &drawn{}
	page, level, err := New(d).List(t.Context(), store.NodeFilter{}, store.Page{First: 5})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range page.Nodes {
		found, err := level.Sources(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := found.Node("s-" + n.ID); !ok {
			t.Errorf("the source of %s is missing", n.ID)
		}
	}
	if n := d.records.Load(); n != 1 {
		t.Errorf("%d calls", n)
	}
}

// TestErrorsKeepTheirCode and reach everyone who asked.
func TestErrorsKeepTheirCode(t *testing.T) {
	d := &drawn{}
	l := New(d)
	_, level, err := l.List(t.Context(), store.NodeFilter{}, store.Page{First: 3})
	if err != nil {
		t.Fatal(err)
	}
	d.fail = kg.Errorf(kg.CodeUnavailable, "away")
	_, _, err1 := level.Edges(t.Context(), "", store.Anchor{ID: "a0"}, all, store.Page{})
	_, err2 := l.Records(t.Context(), []kg.ID{"a0"})
	_, err3 := level.Sources(t.Context())
	_, _, err4 := l.List(t.Context(), store.NodeFilter{}, store.Page{})
	for i, err := range []error{err1, err2, err3, err4} {
		if kg.CodeOf(err) != kg.CodeUnavailable || !errors.Is(err, d.fail) {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// TestWhatEdgesName: ends, edges that imply, records in attributes.
func TestWhatEdgesName(t *testing.T) {
	d := &edges{}
	found, err := New(d).Records(t.Context(), []kg.ID{"e"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		read func(context.Context) (Found, error)
		want []kg.ID
	}{
		{"ends", found.Level.Ends, []kg.ID{"f", "t"}},
		{"implying", found.Level.Implying, []kg.ID{"i", "j"}},
		{"named", func(ctx context.Context) (Found, error) { return found.Level.Named(ctx, "through") }, []kg.ID{"x"}},
		{"named by no edge", func(ctx context.Context) (Found, error) { return found.Level.Named(ctx, "role") }, nil},
		{"sources", found.Level.Sources, []kg.ID{"c", "s"}},
	} {
		d.asked = nil
		if _, err := c.read(t.Context()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, d.asked); diff != "" {
			t.Errorf("%s (- expected, + asked for):\n%s", c.name, diff)
		}
	}
}

// edges is a Reader with one edge.
type edges struct {
	store.Reader
	asked []kg.ID
}

func (d *edges) Records(_ context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	d.asked = ids
	return map[kg.ID]kg.Record{"e": kg.Edge{ID: "e", From: "f", To: "t", ImpliedBy: []kg.ID{"j", "i"}, Attrs: kg.Attrs{"through": "x"},
		Sources: []kg.Citation{{Source: "s"}}, Claims: []kg.Claim{{Sources: []kg.Citation{{Source: "c"}, {Source: "s"}}}}}}, nil
}
