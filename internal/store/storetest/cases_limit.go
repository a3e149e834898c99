package storetest

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var limitCases = []testCase{
	{"limits/pages", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, first := range []int{-1, store.MaxPage + 1} {
			_, err := r.List(t.Context(), store.NodeFilter{}, store.Page{First: first})
			refused(t, "List", err, kg.CodeInvalid)
			_, err = r.Edges(t.Context(), nil, store.EdgeFilter{Direction: store.Out}, store.Page{First: first})
			refused(t, "Edges", err, kg.CodeInvalid)
		}
	}},
	{"limits/malformed filters", malformed},
	{"limits/malformed keys", malformedKeys},
	{"limits/relations nested too deep", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for depth := 1; depth <= store.MaxDepth+2; depth++ {
			where := deep(depth)
			_, err := r.List(t.Context(), store.NodeFilter{Where: where}, everything)
			judge(t, "List", err, depth > store.MaxDepth)
			_, err = r.Edges(t.Context(), nil, store.EdgeFilter{Direction: store.Out, Where: where}, everything)
			judge(t, "Edges", err, depth > store.MaxDepth)
			_, err = r.List(t.Context(), store.NodeFilter{Where: &store.Condition{AnyOf: []store.Condition{{}, *where}}}, everything)
			judge(t, "List, inside any of", err, depth > store.MaxDepth)
		}
	}},
	{"limits/too many conditions", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, n := range []int{store.MaxConditions - 1, store.MaxConditions} { // and the one around them
			where := &store.Condition{AnyOf: make([]store.Condition, n)}
			_, err := r.List(t.Context(), store.NodeFilter{Where: where}, everything)
			judge(t, "List", err, n == store.MaxConditions)
		}
	}},
}

func judge(t *testing.T, about string, err error, costly bool) {
	t.Helper()
	if costly {
		refused(t, about, err, kg.CodeTooCostly)
	} else if err != nil {
		t.Errorf("%s: %v", about, err)
	}
}

// deep nests relations so many deep.
func deep(depth int) *store.Condition {
	var c *store.Condition
	for range depth {
		c = &store.Condition{Relations: []store.Relation{{Quantifier: store.Some, Direction: store.Both, Where: c}}}
	}
	return c
}

func malformed(t *testing.T, h harness) {
	r := h.open(t, Sample())
	relation := func(r store.Relation) *store.Condition { return &store.Condition{Relations: []store.Relation{r}} }
	wheres := map[string]*store.Condition{
		"an unknown kind":            {Kinds: []kg.NodeKind{"PLANET"}},
		"an unknown kind in any of":  {AnyOf: []store.Condition{{Kinds: []kg.NodeKind{"PLANET"}}}},
		"a range that runs backward": {Date: &store.DateRange{From: day("2022-01-01"), To: day("2021-01-01")}},
		"a name without letters":     {Name: &store.NameMatch{StartsWith: "-"}},
		"a quantifier":               relation(store.Relation{Quantifier: "most", Direction: store.Out}),
		"no quantifier":              relation(store.Relation{Direction: store.Out}),
		"no direction":               relation(store.Relation{Quantifier: store.Some}),
		"an unknown edge kind":       relation(store.Relation{Quantifier: store.Some, Direction: store.Out, Kinds: []kg.EdgeKind{"ORBITS"}}),
		"an unknown role":            relation(store.Relation{Quantifier: store.Some, Direction: store.Out, Roles: []string{"guest"}}),
		"an unknown kind, nested":    relation(store.Relation{Quantifier: store.Some, Direction: store.Out, Where: &store.Condition{Kinds: []kg.NodeKind{"PLANET"}}}),
	}
	for about, where := range wheres {
		badNodes(t, r, about, store.NodeFilter{Where: where})
		badEdges(t, r, about, store.EdgeFilter{Direction: store.Out, Where: where})
	}
	for about, when := range map[string]store.When{
		"a certainty without a day": {Certainty: kg.Certain},
		"a possible without a day":  {Certainty: kg.Possible},
		"the certainty NO":          {AsOf: day("2021-01-01"), Certainty: kg.No},
	} {
		badNodes(t, r, about, store.NodeFilter{When: when})
		badEdges(t, r, about, store.EdgeFilter{Direction: store.Out, When: when})
	}
	badNodes(t, r, "an unknown kind", store.NodeFilter{Kinds: []kg.NodeKind{kg.City, "PLANET"}})
	badNodes(t, r, "an unknown order", store.NodeFilter{Order: store.Order{By: "weight"}})
	for about, f := range map[string]store.EdgeFilter{
		"no direction":         {},
		"an unknown direction": {Direction: "sideways"},
		"an unknown order":     {Direction: store.Out, Order: store.Order{By: "weight"}},
		"an unknown kind":      {Direction: store.Out, Kinds: []kg.EdgeKind{"ORBITS"}},
		"an unknown far kind":  {Direction: store.Out, OtherKinds: []kg.NodeKind{"PLANET"}},
		"an unknown role":      {Direction: store.Out, Roles: []string{"guest"}},
	} {
		badEdges(t, r, about, f)
	}
}

func badNodes(t *testing.T, r store.Reader, about string, f store.NodeFilter) {
	t.Helper()
	_, err := r.List(t.Context(), f, everything)
	refused(t, "List with "+about, err, kg.CodeInvalid)
}

func badEdges(t *testing.T, r store.Reader, about string, f store.EdgeFilter) {
	t.Helper()
	_, err := r.Edges(t.Context(), []store.Anchor{{ID: "city:berlin"}}, f, everything)
	refused(t, "Edges with "+about, err, kg.CodeInvalid)
}

// malformedKeys: keys that no record of this order can have.
func malformedKeys(t *testing.T, h harness) {
	r := h.open(t, Sample())
	for _, tt := range []struct {
		by  store.By
		key store.Key
	}{
		{store.ByID, store.Key{Value: "berlin", ID: "city:berlin"}},
		{store.ByID, store.Key{ID: "no id"}},
		{store.ByName, store.Key{Value: "Berlin", ID: "city:berlin"}},
		{store.ByDegree, store.Key{Value: "5", ID: "city:berlin"}},
		{store.ByDegree, store.Key{Value: "berlin", ID: "city:berlin"}},
		{store.ByDate, store.Key{Value: "2021-06-25", ID: "city:berlin"}},
		{store.ByDate, store.Key{ID: "city:berlin"}},
	} {
		o := store.Order{By: tt.by}
		_, err := r.List(t.Context(), store.NodeFilter{Order: o}, store.Page{First: 1, After: &tt.key})
		refused(t, "List", err, kg.CodeInvalid)
		_, err = r.Edges(t.Context(), []store.Anchor{{ID: "city:berlin", After: tt.key}}, store.EdgeFilter{Direction: store.Out, Order: o}, store.Page{First: 1})
		refused(t, "Edges", err, kg.CodeInvalid)
	}
	_, err := r.List(t.Context(), store.NodeFilter{}, store.Page{First: 1, After: &store.Key{}})
	refused(t, "List behind the zero key", err, kg.CodeInvalid)
}
