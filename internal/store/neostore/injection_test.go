package neostore_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// hostile texts end strings, names, comments and statements of Cypher.
var hostile = []string{
	"' OR true //", `" OR true //`, "` DETACH DELETE n //", "'}) MATCH (n) DETACH DELETE n RETURN ({a:'", "\\' OR 1=1 //",
	"\\u0027 OR true //", "*/ MATCH (n) DETACH DELETE n /*", "$gen", "x\x00y", "name STARTS WITH ''", "'; MATCH (n) SET n.gen = 0; //",
}

// TestInjection gives hostile texts through every argument. None comes into the
// text of a statement, none matches more than it says, and all that is stored
// comes back as it was.
func TestInjection(t *testing.T) {
	var sent []string
	s := fresh(t, func(o *neostore.Options) {
		o.Drain = time.Millisecond
		o.Trace = func(_ context.Context, cypher string, _ map[string]any) { sent = append(sent, cypher) }
	})
	for _, text := range hostile {
		w := storetest.Sample()
		for i := range w.Nodes {
			n := &w.Nodes[i]
			if n.Kind == kg.City {
				n.Name, n.Attrs = text, kg.Attrs{"country": text, text: text}
				n.Names = []kg.Name{{Text: text, Lang: text, Kind: text, Basis: kg.Basis(text), Sources: []kg.Citation{{Source: kg.ID(text), Locator: text}}}}
				n.Claims = []kg.Claim{{Field: text, Value: text}}
			}
		}
		for i := range w.Edges {
			w.Edges[i].Attrs = kg.Attrs{"role": text, "wording": text, text: text}
			w.Edges[i].Claims = []kg.Claim{{Field: text, Value: text}}
		}
		w.Retired[0].Reason, w.Retired[0].ReplacedBy = text, kg.ID(text)
		w.Corrections[0].Was, w.Corrections[0].Record = text, kg.ID(text)
		w.Dataset = kg.Dataset{Name: text, Title: text, Version: text, License: text, Citation: text, Hash: text}
		storetest.Import(t, s, w)
		r, ref := storetest.Open(t, s), storetest.NewReference(w)
		same(t, text, w, r)
		if info, err := r.Info(t.Context()); err != nil || info.Dataset != w.Dataset {
			t.Errorf("Info: %+v, %v", info.Dataset, err)
		}
		if found, err := r.Records(t.Context(), []kg.ID{kg.ID(text)}); err != nil || len(found) != 0 {
			t.Errorf("Records: %v, %v", found, err)
		}
		for _, where := range conditions(text) {
			f := store.NodeFilter{Where: &where}
			got, err := r.List(t.Context(), f, store.Page{First: 100, Total: true})
			if err != nil {
				t.Errorf("List: %v", err)
			}
			if want := ref.List(f, store.Page{First: 100, Total: true}); want.Total != got.Total {
				t.Errorf("%q: %d nodes, want %d", text, got.Total, want.Total)
			}
		}
		refusesInjection(t, r, text)
	}
	for _, cypher := range sent {
		for _, text := range hostile {
			if text != "$gen" && strings.Contains(cypher, text) {
				t.Errorf("the statement holds %q:\n%s", text, cypher)
			}
		}
	}
	storetest.Import(t, s, storetest.Sample())
	same(t, "after all", storetest.Sample(), storetest.Open(t, s))
	nothingBut(t, neo4jtest.Shared(t), 2)
}

func conditions(text string) []store.Condition {
	all := []store.Condition{
		{IDs: []kg.ID{kg.ID(text)}},
		{Attrs: []store.AttrIn{{Name: "country", Values: []string{text}}}},
		{Attrs: []store.AttrIn{{Name: text, Values: []string{text}}}},
		{Relations: []store.Relation{{Quantifier: store.Some, Direction: store.Both, Where: &store.Condition{IDs: []kg.ID{kg.ID(text)}}}}},
	}
	if kg.Fold(text) != "" {
		all = append(all, store.Condition{Name: &store.NameMatch{Equals: text}}, store.Condition{Name: &store.NameMatch{StartsWith: text}},
			store.Condition{Name: &store.NameMatch{Contains: text}})
	}
	return all
}

// refusesInjection: what must be of the vocabulary or of a form is refused
// before a statement is made.
func refusesInjection(t *testing.T, r store.Reader, text string) {
	t.Helper()
	invalid := func(err error) {
		t.Helper()
		if kg.CodeOf(err) != kg.CodeInvalid {
			t.Errorf("%q: %v, want invalid", text, err)
		}
	}
	at := []store.Anchor{{ID: "city:berlin"}}
	for _, f := range []store.EdgeFilter{
		{Direction: store.Direction(text)}, {Direction: store.Out, Kinds: []kg.EdgeKind{kg.EdgeKind(text)}},
		{Direction: store.Out, OtherKinds: []kg.NodeKind{kg.NodeKind(text)}}, {Direction: store.Out, Roles: []string{text}},
		{Direction: store.Out, Order: store.Order{By: store.By(text)}},
		{Direction: store.Out, Where: &store.Condition{Relations: []store.Relation{{Quantifier: store.Quantifier(text), Direction: store.Out}}}},
	} {
		_, err := r.Edges(t.Context(), at, f, store.Page{First: 1})
		invalid(err)
	}
	_, err := r.Edges(t.Context(), []store.Anchor{{ID: "city:berlin", After: store.Key{ID: kg.ID(text)}}}, store.EdgeFilter{Direction: store.Out}, store.Page{First: 1})
	invalid(err)
	for _, by := range []store.By{store.ByID, store.ByName, store.ByDate, store.ByDegree} {
		_, err = r.List(t.Context(), store.NodeFilter{Order: store.Order{By: by}}, store.Page{First: 1, After: &store.Key{Value: text, ID: "city:berlin"}})
		invalid(err)
	}
	pages, err := r.Edges(t.Context(), []store.Anchor{{ID: kg.ID(text)}}, store.EdgeFilter{Direction: store.Both}, store.Page{First: 1})
	if p := pages[store.Anchor{ID: kg.ID(text)}]; err != nil || len(p.Items) > 0 {
		t.Errorf("Edges at %q: %v, %v", text, p, err)
	}
}
