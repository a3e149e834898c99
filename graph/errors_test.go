package graph_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

func TestRefusals(t *testing.T) {
	a, log := asker(t, world())
	for _, c := range []struct{ query, code, text, path string }{
		{`{ city(id: "Berlin") { id } }`, "invalid", `"Berlin" is not an id: ids look like city:berlin`, "city"},
		{`{ city(id: "person:x") { id } }`, "invalid", `is not an id`, "city"},
		{`{ city(id: "network:alpha") { id } }`, "invalid", `"network:alpha" is not the id of a City: ask for network(id: "network:alpha")`, "city"},
		{`{ node(id: "signed:bie--delta") { id } }`, "invalid", `ask for edge(id: "signed:bie--delta")`, "node"},
		{`{ edge(id: "city:aby") { id } }`, "invalid", `ask for node(id: "city:aby")`, "edge"},
		{`{ cities(first: -1) { totalCount } }`, "invalid", `ask for 0 to 1000`, "cities"},
		{`{ cities(first: 1001) { totalCount } }`, "invalid", `first is 1001`, "cities"},
		{`{ search(text: "x", first: 1001) { score } }`, "invalid", `first is 1001`, "search"},
		{`{ search(text: "?!") { score } }`, "invalid", `no letter and no digit`, "search"},
		{`{ cities(after: "nonsense") { totalCount } }`, "invalid", `cursor in after is not one of this API`, "cities"},
		{`{ cities(certainty: CERTAIN) { totalCount } }`, "invalid", `certainty is given without asOf`, "cities"},
		{`{ cities(asOf: "2024") { totalCount } }`, "invalid", `asOf: "2024" is not a day: a year or a month is not enough here: write the day, such as 2024-01-01`, "cities"},
		{`{ cities(asOf: "2024-08") { totalCount } }`, "invalid", `2024-08-01`, "cities"},
		{`{ cities(asOf: "2023-02-29") { totalCount } }`, "invalid", `existing day`, "cities"},
		{`{ cities(asOf: 2024) { totalCount } }`, "invalid", `asOf is not a day`, "cities"},
		{`{ cities(where: {ids: ["city:nowhere"]}) { totalCount } }`, "not_found", `where.ids: there is no "city:nowhere"`, "cities"},
		{`{ cities(where: {ids: ["city:gone"]}) { totalCount } }`, "not_found", `there is no "city:gone"`, "cities"},
		{`{ cities(where: {memberOf: {none: {ids: ["network:nowhere"]}}}) { totalCount } }`, "not_found", `where.memberOf.none.ids: there is no "network:nowhere"`, "cities"},
		{`{ cities(where: {ids: ["x"]}) { totalCount } }`, "invalid", `where: "x" is not an id`, "cities"},
		{`{ cities(where: {ids: []}) { totalCount } }`, "invalid", `where.ids is an empty list`, "cities"},
		{`{ city(id: "city:aby") { relations(kinds: []) { totalCount } } }`, "invalid", `kinds is an empty list`, "city.relations"},
		{`{ city(id: "city:aby") { tookPartIn(roles: []) { totalCount } } }`, "invalid", `roles is an empty list`, "city.tookPartIn"},
		{`{ cities(where: {tookPartIn: {roles: [], some: {}}}) { totalCount } }`, "invalid", `where.tookPartIn.roles is an empty list`, "cities"},
		{`{ search(text: "aby", kinds: []) { score } }`, "invalid", `kinds is an empty list`, "search"},
		{`{ cities(where: {anyOf: [` + strings.Repeat("{} ", 500) + `]}) { totalCount } }`, "too_costly", `where holds more than 100 conditions`, "cities"},
		{`{ cities(where: {country: ["Germany"]}) { totalCount } }`, "invalid", `where.country: "Germany" is not a country code`, "cities"},
		{`{ cities(where: {kinds: [NETWORK]}) { totalCount } }`, "invalid", `where.kinds: no node here is of these kinds`, "cities"},
		{`{ networks(where: {country: ["DE"]}) { totalCount } }`, "invalid", `where.country: a Network has nothing of this name`, "networks"},
		{`{ cities(where: {members: {some: {}}}) { totalCount } }`, "invalid", `where.members: a City has nothing of this name`, "cities"},
		{`{ cities(where: {memberOf: {}}) { totalCount } }`, "invalid", `write some, all or none`, "cities"},
		{`{ cities(where: {name: {equals: "?"}}) { totalCount } }`, "invalid", `where.name.equals has no letter`, "cities"},
		{`{ networks(where: {date: {from: "2020"}}) { totalCount } }`, "invalid", `where.date.from: "2020" is not a day`, "networks"},
		{`{ cities(where: {date: {}}) { totalCount } }`, "invalid", `where.date: a City has nothing of this name`, "cities"},
		{`{ networks(where: {date: {from: "2020-01-02", to: "2020-01-01"}}) { totalCount } }`, "invalid", `where.date runs backwards`, "networks"},
		{`{ city(id: "city:aby") { relations(where: {declarationForm: [CHARTER], placeType: [COUNTY]}) { totalCount } } }`, "invalid", `no node is of two kinds`, "city.relations"},
		{`{ cities(where: {memberOf: {some: {members: {some: {memberOf: {some: {members: {some: {}}}}}}}}}) { totalCount } }`, "too_costly", `nest more than 3 deep`, "cities"},

		// What the validator refuses is the client's to mend as well.
		{`{ city(id: "city:aby") { nam } }`, "GRAPHQL_VALIDATION_FAILED", `Cannot query field "nam"`, ""},
		{`{ cities(first: "ten") { totalCount } }`, "GRAPHQL_VALIDATION_FAILED", `Int`, ""},
		{`{ cities(where: {placeType: [VILLAGE]}) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED", `VILLAGE`, ""},
	} {
		t.Run(c.query, func(t *testing.T) {
			got := a.Ask(t.Context(), c.query, nil)
			if code := got.Code(t); code != c.code {
				t.Fatalf("code %q instead of %q: %v", code, c.code, got.Errors)
			}
			if !strings.Contains(got.Errors[0].Message, c.text) {
				t.Errorf("%q does not say %q", got.Errors[0].Message, c.text)
			}
			if path := got.Errors[0].Path.String(); path != c.path {
				t.Errorf("path %q instead of %q", path, c.path)
			}
		})
	}
	if log.Len() > 0 {
		t.Errorf("mistakes of clients are in the log: %s", log)
	}
}

// A bad argument of a field that is resolved for many nodes is one mistake.
func TestOneMistakeIsToldOnce(t *testing.T) {
	a, _ := asker(t, world())
	got := a.Ask(t.Context(), `{ cities { edges { node { memberOf(first: -1) { totalCount } } } } }`, nil)
	if code := got.Code(t); code != "invalid" {
		t.Errorf("code %q", code)
	}
	if path := got.Errors[0].Path.String(); path != "cities.edges[0].node.memberOf" {
		t.Errorf("path %q is not that of the first", path)
	}
}

// broken fails, and panics, with a text that must not leak.
type broken struct {
	store.Reader
	panics bool
}

const secret = "password of the database"

func (b *broken) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, error) {
	if len(f.Kinds) > 0 && f.Kinds[0] == kg.City {
		if b.panics {
			panic(secret)
		}
		if f.Order.By == store.ByName {
			return store.NodePage{}, kg.Errorf(kg.CodeInternal, "%s", secret)
		}
		return store.NodePage{}, errors.New(secret)
	}
	return b.Reader.List(ctx, f, p)
}

func (b *broken) Edges(context.Context, []store.Anchor, store.EdgeFilter, store.Page) (map[store.Anchor]store.EdgePage, error) {
	if b.panics {
		panic(secret)
	}
	return nil, kg.Errorf(kg.CodeUnavailable, "the store is away").WithMend("try again").WithCause(errors.New(secret))
}

type brokenStore struct {
	store.Store
	panics bool
}

func (s brokenStore) Open(ctx context.Context) (store.Reader, error) {
	r, err := s.Store.Open(ctx)
	return &broken{r, s.panics}, err
}

func TestInternalsNeverLeak(t *testing.T) {
	for _, c := range []struct {
		name, query, code string
		panics            bool
	}{
		{"unknown error", `{ cities { totalCount } }`, "internal", false},
		{"error of the code internal", `{ cities(orderBy: {by: NAME}) { totalCount } }`, "internal", false},
		{"panic in a resolver", `{ cities { totalCount } }`, "internal", true},
		{"known error with a cause", `{ city(id: "city:aby") { memberOf { totalCount } } }`, "unavailable", false},
		{"panic in a batch", `{ city(id: "city:aby") { memberOf { totalCount } } }`, "internal", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := memstore.New()
			fill(t, s, world())
			log := &strings.Builder{}
			a := graphtest.Open(t, brokenStore{s, c.panics}, graph.Options{Log: logger(log)})
			got := a.Ask(t.Context(), c.query, nil)
			if code := got.Code(t); code != c.code {
				t.Errorf("code %q instead of %q", code, c.code)
			}
			if text := got.Text(); strings.Contains(text, "password") {
				t.Errorf("the answer tells a secret: %s", text)
			}
			if logged := strings.Contains(log.String(), secret); logged != (c.code == "internal") {
				t.Errorf("in the log: %v; it says %q", logged, log)
			}
		})
	}
}

// A part of an answer that fails leaves the others.
func TestOtherFieldsSurvive(t *testing.T) {
	s := memstore.New()
	fill(t, s, world())
	a := graphtest.Open(t, brokenStore{s, false}, graph.Options{Log: logger(&strings.Builder{})})
	got := a.Ask(t.Context(), `{ city(id: "city:aby") { name memberOf { totalCount } } network(id: "network:beta") { name } }`, nil)
	same(t, `{"city": null, "network": {"name": "Beta"}}`, string(got.Data))
}
