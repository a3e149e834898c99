package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var edgeCases = []testCase{
	{"edges/a page for every anchor, known or not", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		at := []store.Anchor{
			{ID: "city:nobody"}, {ID: "network:undated"}, {ID: "demand:let-them-land"}, {ID: "signed:berlin--letter"}, {ID: "city:zurich-old"}, {ID: ""},
		}
		f := store.EdgeFilter{Direction: store.Out, Kinds: []kg.EdgeKind{kg.MemberOf}}
		got := edges(t, r, at, f, store.Page{First: 5, Total: true})
		want := map[store.Anchor]store.EdgePage{}
		for _, a := range at {
			want[a] = store.EdgePage{}
		}
		expect(t, "with total", want, got)
		for _, a := range at {
			want[a] = store.EdgePage{Total: -1}
		}
		expect(t, "without total", want, edges(t, r, at, f, store.Page{First: 5}))
		expect(t, "no anchor", map[store.Anchor]store.EdgePage{}, edges(t, r, nil, f, everything))
	}},
	{"edges/the far end only where it is asked for", func(t *testing.T, h harness) {
		w := Sample()
		r, ref := h.open(t, w), NewReference(w)
		at := []store.Anchor{{ID: "city:berlin"}, {ID: "organization:umbrella"}}
		f := store.EdgeFilter{Direction: store.Both}
		for _, p := range []store.Page{{First: 1000}, {First: 1000, Others: true}} {
			got := edges(t, r, at, f, p)
			expect(t, "Edges", ref.Edges(at, f, p), got)
			for _, i := range got[at[0]].Items {
				if there := i.Other.ID != ""; there != p.Others {
					t.Errorf("Others %t: the far end of %s is %q", p.Others, i.Edge.ID, i.Other.ID)
				}
			}
		}
	}},
	{"edges/kinds of edges", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		expect(t, "one", []kg.ID{"signed:berlin--letter"},
			edgeIDs(edgesAt(t, r, "city:berlin", store.EdgeFilter{Direction: store.Out, Kinds: []kg.EdgeKind{kg.Signed}})))
		expect(t, "two", []kg.ID{"signed:berlin--letter", "took-part-in:berlin--meeting"},
			edgeIDs(edgesAt(t, r, "city:berlin", store.EdgeFilter{Direction: store.Out, Kinds: []kg.EdgeKind{kg.TookPartIn, kg.Signed, kg.Signed}})))
	}},
	{"edges/kinds of the far end", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		f := store.EdgeFilter{Direction: store.Both, OtherKinds: []kg.NodeKind{kg.Funder, kg.Organization}}
		expect(t, "at Harbours", []kg.ID{"funds:purse--harbours", "member-of:harbours--umbrella"},
			edgeIDs(edgesAt(t, r, "network:harbours", f)))
		f.OtherKinds = []kg.NodeKind{kg.Demand}
		expect(t, "none", []kg.ID(nil), edgeIDs(edgesAt(t, r, "network:harbours", f)))
	}},
	{"edges/roles", roles},
	{"edges/a condition on the far end", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		f := store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf},
			Where: &store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE"}}}}}
		expect(t, "German members", []kg.ID{"member-of:ahnlich--harbours", "member-of:berlin--harbours", "member-of:berlin--harbours--2"},
			edgeIDs(edgesAt(t, r, "network:harbours", f)))
	}},
	{"edges/totals", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, tt := range []struct {
			f    store.EdgeFilter
			want int
		}{
			{store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}}, 6},
			{store.EdgeFilter{Direction: store.In, Kinds: []kg.EdgeKind{kg.MemberOf}, When: store.When{Stated: true}}, 5},
			{store.EdgeFilter{Direction: store.In, OtherKinds: []kg.NodeKind{kg.Network}}, 1},
			{store.EdgeFilter{Direction: store.Both}, 11},
		} {
			for _, first := range []int{0, 1, 1000} {
				a := store.Anchor{ID: "network:harbours"}
				page := edges(t, r, []store.Anchor{a}, tt.f, store.Page{First: first, Total: true})[a]
				if page.Total != tt.want || page.More != (first < tt.want) || len(page.Items) != min(first, tt.want) {
					t.Errorf("%+v, first %d: %d items, total %d, more %t, want total %d",
						tt.f, first, len(page.Items), page.Total, page.More, tt.want)
				}
			}
		}
	}},
}

// roles: only TOOK_PART_IN has them; "" stands for an unknown one.
func roles(t *testing.T, h harness) {
	r := h.open(t, Sample())
	for _, tt := range []struct {
		about string
		roles []string
		want  []kg.ID
	}{
		{"every role", nil, []kg.ID{"issued:meeting--letter", "took-part-in:ahlen--meeting", "took-part-in:berlin--meeting", "took-part-in:zurich--meeting"}},
		{"one role", []string{"sponsor"}, []kg.ID{"issued:meeting--letter", "took-part-in:zurich--meeting"}},
		{"an unknown role too", []string{"participant", ""}, []kg.ID{"issued:meeting--letter", "took-part-in:ahlen--meeting", "took-part-in:berlin--meeting"}},
		{"a role that nobody has", []string{"awarded"}, []kg.ID{"issued:meeting--letter"}},
	} {
		f := store.EdgeFilter{Direction: store.Both, Roles: tt.roles}
		expect(t, tt.about, tt.want, edgeIDs(edgesAt(t, r, "event:meeting", f)))
	}
}
