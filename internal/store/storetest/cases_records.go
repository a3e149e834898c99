package storetest

import (
	"context"
	"slices"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var recordCases = []testCase{
	{"records/nodes, edges and retired ids, whole", func(t *testing.T, h harness) {
		w := Sample()
		r, ref := h.open(t, w), NewReference(w)
		var ids []kg.ID
		for _, record := range ref.Scan(store.Scope{}) {
			if _, is := record.(kg.Correction); !is {
				ids = append(ids, record.RecordID())
			}
		}
		got := records(t, r, ids...)
		expect(t, "Records", ref.Records(ids), got)
		if len(got) != len(w.Nodes)+len(w.Edges)+len(w.Retired) {
			t.Errorf("%d records", len(got))
		}
		if _, is := got["city:zurich-old"].(kg.Retired); !is {
			t.Errorf("a retired id came as %T", got["city:zurich-old"])
		}
	}},
	{"records/misses and repeats", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		got := records(t, r, "city:nobody", "city:berlin", "", "no id at all", "city:berlin", "member-of:a--b")
		if len(got) != 1 || got["city:berlin"] == nil {
			t.Errorf("got %v, want city:berlin alone", got)
		}
		expect(t, "none asked for", map[kg.ID]kg.Record{}, records(t, r))
	}},
}

var infoCases = []testCase{
	{"info/the dataset and its counts", func(t *testing.T, h harness) {
		w := Sample()
		i := info(t, h.open(t, w))
		expect(t, "Info", NewReference(w).Info(), i)
		if _, there := i.Edges[kg.Reaffirms]; there {
			t.Error("a kind without edges is in the counts")
		}
		expect(t, "the revision", w.Dataset.Hash, i.Revision())
	}},
}

var scanCases = []testCase{
	{"scan/everything in order", func(t *testing.T, h harness) {
		w := Sample()
		got := scan(t, h.open(t, w), store.Scope{})
		expect(t, "Scan", NewReference(w).Scan(store.Scope{}), got)
		if len(got) != len(w.Nodes)+len(w.Edges)+len(w.Retired)+len(w.Corrections) {
			t.Errorf("%d records", len(got))
		}
		var was []string
		for _, record := range got[len(got)-4:] {
			was = append(was, record.(kg.Correction).Was)
		}
		expect(t, "corrections by record, date and text, unknown dates last", []string{"a", "b", "Zurich", "2020"}, was)
	}},
	{"scan/ids order by their bytes", func(t *testing.T, h harness) {
		var b store.Batch
		for _, id := range []kg.ID{"city:b", "city:ab", "city:a1", "city:a-b", "city:a", "city:1", "network:a"} {
			kind, _ := kg.NodeKindOf(id)
			n := node(kind, "x")
			n.ID = id
			b.Nodes = append(b.Nodes, n)
		}
		var ids []kg.ID
		for _, record := range scan(t, h.open(t, NewWorld(b)), store.Scope{}) {
			ids = append(ids, record.RecordID())
		}
		expect(t, "ids", []kg.ID{"city:1", "city:a", "city:a-b", "city:a1", "city:ab", "city:b", "network:a"}, ids)
	}},
	{"scan/scopes", func(t *testing.T, h harness) {
		w := Sample()
		r, ref := h.open(t, w), NewReference(w)
		for _, s := range []store.Scope{
			{Nodes: []kg.NodeKind{kg.City}}, {Edges: []kg.EdgeKind{kg.Signed}},
			{Nodes: []kg.NodeKind{kg.Network, kg.City}, Edges: []kg.EdgeKind{kg.Signed, kg.MemberOf}},
			{Edges: []kg.EdgeKind{kg.Reaffirms}},
			{Rest: true}, {Nodes: []kg.NodeKind{kg.Network}, Rest: true}, {Edges: []kg.EdgeKind{kg.Signed}, Rest: true},
		} {
			expect(t, "Scan", ref.Scan(s), scan(t, r, s))
		}
	}},
	{"scan/unknown kinds", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, s := range []store.Scope{{Nodes: []kg.NodeKind{"PLANET"}}, {Edges: []kg.EdgeKind{"ORBITS"}}} {
			yielded, err := drain(t.Context(), r, s)
			refused(t, "Scan", err, kg.CodeInvalid)
			if yielded != 0 {
				t.Errorf("%d records before the error", yielded)
			}
		}
	}},
	{"scan/the consumer stops", func(t *testing.T, h harness) {
		w := Sample()
		r, all := h.open(t, w), NewReference(w).Scan(store.Scope{})
		for _, n := range []int{1, 3, len(w.Nodes), len(w.Nodes) + 1, len(all) - 5, len(all) - 1} {
			var got []kg.Record
			for record, err := range r.Scan(t.Context(), store.Scope{}) {
				if err != nil {
					t.Fatal(err)
				}
				if got = append(got, record); len(got) == n {
					break
				}
			}
			expect(t, "the first records", all[:n], got)
		}
		expect(t, "a scan afterwards", all, scan(t, r, store.Scope{}))
	}},
	{"scan/cancelled on the way", cancelledScan},
}

// drain counts what a scan yields before its error.
func drain(ctx context.Context, r store.Reader, s store.Scope) (yielded int, err error) {
	for _, err := range r.Scan(ctx, s) {
		if err != nil {
			return yielded, err
		}
		yielded++
	}
	return yielded, nil
}

func cancelledScan(t *testing.T, h harness) {
	r := h.open(t, Sample())
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var errs []error
	yielded := 0
	for record, err := range r.Scan(ctx, store.Scope{}) {
		if err != nil {
			errs = append(errs, err)
			if record != nil {
				t.Error("a record came with the error")
			}
			continue
		}
		if len(errs) > 0 {
			t.Error("a record came after the error")
		}
		if yielded++; yielded == 3 {
			cancel()
		}
	}
	if len(errs) != 1 || slices.Contains(errs, nil) {
		t.Fatalf("%d errors after cancellation, want one", len(errs))
	}
	refused(t, "Scan", errs[0], kg.CodeUnavailable)
}
