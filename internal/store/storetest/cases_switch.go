package storetest

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var switchCases = []testCase{
	{"switch/readers stay on their revision", pinned},
	{"switch/readers are undisturbed while imports run", undisturbed},
}

func pinned(t *testing.T, h harness) {
	s := h.empty(t)
	old, next := Sample(), small("next", "Bonn")
	Import(t, s, old)
	r := Open(t, s)
	imp := begin(t, s, next.Dataset)
	put(t, imp, next.Batch)
	reads(t, "while another is imported", r, old)
	commit(t, imp)
	reads(t, "after a switch", r, old)
	reads(t, "opened after it", Open(t, s), next)
	abort(t, imp)
	reads(t, "after Abort behind Commit", Open(t, s), next)
}

// reads compares every method with the reference for a world.
func reads(t *testing.T, about string, r store.Reader, w World) {
	t.Helper()
	ref := NewReference(w)
	ids := []kg.ID{"city:berlin", "city:bonn", "member-of:zurich--harbours"}
	at := []store.Anchor{{ID: "network:harbours"}, {ID: "city:bonn"}}
	nodes := store.NodeFilter{Order: store.Order{By: store.ByDegree, Desc: true}}
	ends := store.EdgeFilter{Direction: store.Both, Order: store.Order{By: store.ByName}}
	p := store.Page{First: 5, Total: true, Others: true}
	expect(t, "Info "+about, ref.Info(), info(t, r))
	expect(t, "Records "+about, ref.Records(ids), records(t, r, ids...))
	expect(t, "List "+about, ref.List(nodes, p), list(t, r, nodes, p))
	expect(t, "Edges "+about, ref.Edges(at, ends, p), edges(t, r, at, ends, p))
	expect(t, "Scan "+about, ref.Scan(store.Scope{}), scan(t, r, store.Scope{}))
}

// undisturbed: several readers at once, each opened anew and again, see one
// world or the other, never a mixture, while imports switch between them. A
// backend may say that a revision is no longer to be had, but not always.
func undisturbed(t *testing.T, h harness) {
	s := h.empty(t)
	worlds := []World{Sample(), NewWorld(Sample().Batch)}
	worlds[1].Edges, worlds[1].Retired = worlds[1].Edges[:8], nil
	worlds[1].Dataset.Hash = "the other"
	Import(t, s, worlds[0])
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	problems := make(chan error, 4)
	var answered atomic.Int64
	for range 4 {
		readers.Go(func() {
			for ctx.Err() == nil {
				err := readOnce(t.Context(), s, worlds)
				if err == nil {
					answered.Add(1)
				} else if kg.CodeOf(err) != kg.CodeUnavailable {
					problems <- err
					return
				}
			}
		})
	}
	deadline := time.Now().Add(time.Minute)
	for i := 0; (i < 4 || answered.Load() < 20) && len(problems) == 0 && time.Now().Before(deadline); i++ {
		Import(t, s, worlds[(i+1)%2])
	}
	stop()
	readers.Wait()
	close(problems)
	for err := range problems {
		t.Error(err)
	}
	if n := answered.Load(); n < 20 && !t.Failed() {
		t.Errorf("readers got %d answers within a minute of switches", n)
	}
}

func readOnce(ctx context.Context, s store.Store, worlds []World) error {
	r, err := s.Open(ctx)
	if err != nil {
		return err
	}
	i, err := r.Info(ctx)
	if err != nil {
		return err
	}
	w := worlds[0]
	if i.Revision() != w.Dataset.Hash {
		w = worlds[1]
	}
	ref := NewReference(w)
	f := store.EdgeFilter{Direction: store.Both, Order: store.Order{By: store.ByDegree, Desc: true}}
	p := store.Page{First: 4, Total: true, Others: true}
	at := []store.Anchor{{ID: "network:harbours"}, {ID: "city:berlin"}}
	pages, err := r.Edges(ctx, at, f, p)
	if err != nil {
		return err
	}
	if diff := cmp.Diff(ref.Edges(at, f, p), pages, equality); diff != "" {
		return fmt.Errorf("Edges at %s (-want +got):\n%s", i.Revision(), diff)
	}
	var scanned []kg.Record
	for record, err := range r.Scan(ctx, store.Scope{}) {
		if err != nil {
			return err
		}
		scanned = append(scanned, record)
	}
	if diff := cmp.Diff(ref.Scan(store.Scope{}), scanned, equality); diff != "" {
		return fmt.Errorf("Scan at %s (-want +got):\n%s", i.Revision(), diff)
	}
	return nil
}
