package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var directionCases = []testCase{
	{"direction/out, in and both", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		kinds := []kg.EdgeKind{kg.MemberOf, kg.Supports, kg.PartOf}
		for d, want := range map[store.Direction][]kg.ID{
			store.Out:  {"member-of:umbrella--umbrella"},
			store.In:   {"member-of:harbours--umbrella", "member-of:umbrella--umbrella", "supports:purse--umbrella"},
			store.Both: {"member-of:harbours--umbrella", "member-of:umbrella--umbrella", "supports:purse--umbrella"},
		} {
			got := edgesAt(t, r, "organization:umbrella", store.EdgeFilter{Direction: d, Kinds: kinds})
			expect(t, string(d)+"; a self-loop is read once", want, edgeIDs(got))
		}
	}},
	{"direction/symmetric kinds from both ends", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, d := range []store.Direction{store.Out, store.In, store.Both} {
			f := store.EdgeFilter{Direction: d, Kinds: []kg.EdgeKind{kg.CooperatesWith, kg.InTalksWith}}
			for id, want := range map[kg.ID][]kg.ID{
				"city:berlin":      {"cooperates-with:berlin--zurich", "in-talks-with:berlin--undated"},
				"city:zurich":      {"cooperates-with:berlin--zurich"},
				"network:harbours": {"cooperates-with:lodz--harbours"},
				"network:undated":  {"cooperates-with:undated--undated", "in-talks-with:berlin--undated"},
			} {
				expect(t, string(d)+" at "+string(id), want, edgeIDs(edgesAt(t, r, id, f)))
			}
		}
	}},
	{"direction/the far end of a symmetric edge and of a self-loop", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		f := store.EdgeFilter{Direction: store.Out, Kinds: []kg.EdgeKind{kg.CooperatesWith}}
		for anchor, other := range map[kg.ID]kg.ID{
			"city:berlin": "city:zurich", "city:zurich": "city:berlin", "network:undated": "network:undated",
		} {
			a := store.Anchor{ID: anchor}
			page := edges(t, r, []store.Anchor{a}, f, store.Page{First: 9, Others: true})[a]
			if len(page.Items) != 1 || page.Items[0].Other.ID != other {
				t.Errorf("at %s: %+v, want one edge to %s", anchor, page.Items, other)
			}
		}
	}},
	{"direction/a self-loop counts once in relations", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, d := range []store.Direction{store.Out, store.In, store.Both} {
			f := store.NodeFilter{Where: &store.Condition{Relations: []store.Relation{{
				Quantifier: store.Some, Direction: d, Kinds: []kg.EdgeKind{kg.MemberOf}, Where: &store.Condition{IDs: []kg.ID{"organization:umbrella"}},
			}}}}
			want := []kg.ID{"network:harbours", "organization:umbrella"}
			if d == store.In {
				want = want[1:]
			}
			expect(t, string(d), want, nodeIDs(list(t, r, f, everything)))
		}
	}},
}
