package ask_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

// sets is a world of cities and groups in the making.
type sets struct {
	store.Batch
	known map[kg.ID]bool
}

func newSets() *sets {
	w := &sets{known: map[kg.ID]bool{}}
	w.Nodes = []kg.Node{{ID: "source:list", Kind: kg.Source, Name: "List"}, {ID: "source:minutes", Kind: kg.Source, Name: "Minutes"}}
	return w
}

var (
	listed  = []kg.Citation{{Source: "source:list", Locator: "L1", Basis: kg.Stated}}
	minuted = []kg.Citation{{Source: "source:minutes", Locator: "L1", Basis: kg.Stated}}
)

// add adds a node, a municipality in DE where it is a city; a node that is there
// already stays as it is.
func (w *sets) add(id kg.ID, attrs ...string) {
	if w.known[id] {
		return
	}
	w.known[id] = true
	kind, _ := kg.NodeKindOf(id)
	n := kg.Node{ID: id, Kind: kind, Name: id.Slug(), Attrs: kg.Attrs{}, Basis: kg.Stated, Sources: listed}
	if kind == kg.City {
		n.Attrs["placeType"], n.Attrs["country"] = "municipality", "DE"
	}
	for i := 0; i < len(attrs); i += 2 {
		n.Attrs[attrs[i]] = attrs[i+1]
	}
	w.Nodes = append(w.Nodes, n)
}

// roster gives a group a list of everybody.
func (w *sets) roster(id kg.ID, date, status string) *kg.Roster {
	i := slices.IndexFunc(w.Nodes, func(n kg.Node) bool { return n.ID == id })
	w.Nodes[i].Rosters = append(w.Nodes[i].Rosters, kg.Roster{Date: kg.MustDate(date), Scope: kg.ScopeAll, Status: status, Count: -1, Basis: kg.Stated, Sources: listed})
	return &w.Nodes[i].Rosters[len(w.Nodes[i].Rosters)-1]
}

// tie adds an edge between nodes, which are added where they are not there. Each
// further one of the same kind and ends is another stint.
func (w *sets) tie(kind kg.EdgeKind, from, to kg.ID, dates ...string) *kg.Edge {
	w.add(from)
	w.add(to)
	e := kg.Edge{Kind: kind, From: from, To: to, Stint: 1, Attrs: kg.Attrs{}, Basis: kg.Stated, Sources: listed}
	for _, o := range w.Edges {
		if o.Kind == kind && o.From == from && o.To == to {
			e.Stint++
		}
	}
	e.ID = kg.EdgeID(kind, from, to, e.Stint)
	for i, d := range dates {
		switch i {
		case 0:
			e.Since = kg.MustDate(d)
		case 1:
			e.Until = kg.MustDate(d)
		default:
			e.Seen = append(e.Seen, kg.MustDate(d))
		}
	}
	w.Edges = append(w.Edges, e)
	return &w.Edges[len(w.Edges)-1]
}

func (w *sets) open(t testing.TB) store.Reader {
	t.Helper()
	s := memstore.New()
	storetest.Import(t, s, storetest.World{Dataset: kg.Dataset{Name: "sets", Version: "1.0.0", Hash: "sets"}, Batch: w.Batch})
	return storetest.Open(t, s)
}

func city(i int) kg.ID  { return kg.ID(fmt.Sprintf("city:c%d", i)) }
func group(i int) kg.ID { return kg.ID(fmt.Sprintf("network:g%d", i)) }

// overlap asks and fails on an error.
func overlap(t testing.TB, r store.Reader, o ask.OverlapOptions) *ask.OverlapAnswer {
	t.Helper()
	a, err := ask.Overlap(t.Context(), r, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// fails checks the code of an error and a part of its text.
func fails(t testing.TB, err error, code kg.Code, text string) {
	t.Helper()
	if kg.CodeOf(err) != code || !strings.Contains(err.Error(), text) {
		t.Errorf("%v instead of %s … %s", err, code, text)
	}
}
