package kg

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var plainDates = cmp.Options{cmp.AllowUnexported(Date{}), cmpopts.EquateEmpty()}

func TestClonesShareNothing(t *testing.T) {
	cite := func() []Citation { return []Citation{{"source:a", "L1", Stated}} }
	node := func() Node {
		return Node{ID: "city:a", Attrs: Attrs{"country": "DE"}, Sources: cite(),
			Names: []Name{{Text: "A", Sources: cite()}}, Figures: []Figure{{Value: "1", Sources: cite()}},
			Rosters: []Roster{{Scope: "all", Sources: cite()}}, Claims: []Claim{{Field: "country", Sources: cite()}}}
	}
	a := node()
	b := a.Clone()
	b.Attrs["country"], b.Sources[0].Locator, b.Names[0].Text, b.Names[0].Sources[0].Locator = "x", "x", "x", "x"
	b.Figures[0].Value, b.Figures[0].Sources[0].Locator = "x", "x"
	b.Rosters[0].Scope, b.Rosters[0].Sources[0].Locator = "x", "x"
	b.Claims[0].Field, b.Claims[0].Sources[0].Locator = "x", "x"
	if d := cmp.Diff(node(), a, plainDates); d != "" {
		t.Error(d)
	}

	edge := func() Edge {
		return Edge{ID: "signed:a--b", Seen: []Date{MustDate("2021")}, Attrs: Attrs{"office": "mayor"}, ImpliedBy: []ID{"x"},
			Sources: cite(), Claims: []Claim{{Field: "since", Sources: cite()}}}
	}
	e := edge()
	f := e.Clone()
	f.Seen[0], f.Attrs["office"], f.ImpliedBy[0], f.Sources[0].Locator, f.Claims[0].Sources[0].Locator = Date{}, "x", "y", "x", "x"
	if d := cmp.Diff(edge(), e, plainDates); d != "" {
		t.Error(d)
	}
}

func TestNodeDate(t *testing.T) {
	for want, attrs := range map[string]Attrs{
		"2021-06": {"adopted": "2021-06", "published": "2021-07"},
		"2015":    {"published": "2015", "fileAsOf": "2023"},
		"":        {"fileAsOf": "2023-11-15"},
	} {
		if got := (Node{Kind: Declaration, Attrs: attrs}).Date(); got.String() != want {
			t.Errorf("%v: %q, want %q", attrs, got, want)
		}
	}
	if d := (Node{Kind: City}).Date(); d.Known() {
		t.Error("a city has no date")
	}
}

func TestOther(t *testing.T) {
	e := Edge{From: "a", To: "b"}
	if e.Other("a") != "b" || e.Other("b") != "a" || (Edge{From: "a", To: "a"}).Other("a") != "a" {
		t.Error("the far end is the one that is not the anchor")
	}
}

func TestBasisOf(t *testing.T) {
	stated, implied := Citation{"s", "L1", Stated}, Citation{"s", "L2", Implied}
	if BasisOf([]Citation{implied, stated}) != Stated || BasisOf([]Citation{implied}) != Implied || BasisOf(nil) != Implied {
		t.Error("one source that states it is enough")
	}
}
