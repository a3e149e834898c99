package projection_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

func build(t testing.TB, b store.Batch) *projection.Projection {
	t.Helper()
	s := memstore.New()
	storetest.Import(t, s, storetest.NewWorld(b))
	return scan(t, storetest.Open(t, s))
}

// scan makes the projection of a revision.
func scan(t testing.TB, r store.Reader) *projection.Projection {
	t.Helper()
	info, err := r.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b := projection.NewBuilder(info)
	for record, err := range r.Scan(t.Context(), store.Scope{}) {
		if err != nil {
			t.Fatal(err)
		}
		b.Add(record)
	}
	return b.Projection()
}

// pairs lists the edges of a view by the ids of their ends.
func pairs(v *projection.View) []string {
	all := []string{}
	for a := range v.Actors() {
		for _, g := range v.Neighbours(a) {
			all = append(all, fmt.Sprintf("%s %s", v.ID(a), v.ID(int(g))))
		}
	}
	return all
}

// drawFilter draws a filter of every sort.
func drawFilter(t *rapid.T) projection.Filter {
	days := []string{"", "2019-12-31", "2020-07-01", "2021-06-24", "2021-06-25", "2021-06-26", "2021-12-31", "2022-06-01"}
	f := projection.Filter{
		RosterKind: rapid.SampledFrom([]kg.EdgeKind{"", "", kg.MemberOf, kg.TookPartIn, kg.Founded, kg.Supports}).Draw(t, "roster kind"),
		Roles:      rapid.SampledFrom([][]string{nil, {"partner"}, {"", "sponsor"}}).Draw(t, "roles"),
		ActorKinds: rapid.SampledFrom([][]kg.NodeKind{nil, nil, {kg.City, kg.Organization, kg.Network}}).Draw(t, "actor kinds"),
		PlaceTypes: rapid.SampledFrom([][]string{nil, {"district", "region"}, {"municipality", "county", "district", "region", ""}}).Draw(t, "place types"),
	}
	f.When.Stated = rapid.Bool().Draw(t, "stated")
	if day := rapid.SampledFrom(days).Draw(t, "day"); day != "" {
		d, err := kg.ParseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		f.When.AsOf = &d
		f.When.Certainty = rapid.SampledFrom([]kg.Holding{kg.Certain, kg.Possible}).Draw(t, "certainty")
	}
	return f
}

// reference goes through the records themselves, with nothing of the tables.
func reference(b store.Batch, f projection.Filter) (edges map[string][]kg.ID, left projection.Left) {
	nodes, edges := map[kg.ID]kg.Node{}, map[string][]kg.ID{}
	for _, n := range b.Nodes {
		nodes[n.ID] = n
	}
	orDefault := func(list []string, defaults ...string) []string {
		if list == nil {
			return defaults
		}
		return list
	}
	for _, e := range b.Edges {
		from, to := nodes[e.From], nodes[e.To]
		spec, _ := to.Kind.Spec()
		if want := f.RosterKind; e.Kind != want && (want != "" || e.Kind != spec.Roster) {
			continue
		}
		holding := kg.Certain
		if f.When.AsOf != nil {
			holding = e.HoldsOn(*f.When.AsOf)
		}
		actor := from.Kind == kg.City
		if f.ActorKinds != nil {
			actor = slices.Contains(f.ActorKinds, from.Kind)
		}
		switch {
		case holding == kg.No:
			left.NotOnDate++
		case f.When.Stated && e.Basis == kg.Implied:
			left.Implied++
		case e.Kind == kg.TookPartIn && !slices.Contains(orDefault(f.Roles, append(slices.Clip(kg.RosterRoles), "")...), e.Attrs["role"]):
			left.OtherRoles++
		case holding == kg.Possible && f.When.Certainty == kg.Certain:
			left.Possible++
		case !actor:
			left.OtherKinds++
		case from.Kind == kg.City && !slices.Contains(orDefault(f.PlaceTypes, "municipality"), from.Attrs["placeType"]):
			left.OtherPlaceTypes++
		default:
			key := fmt.Sprintf("%s %s", e.From, e.To)
			edges[key] = append(edges[key], e.ID)
		}
	}
	return edges, left
}

func TestViews(t *testing.T) {
	views, kept := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		b := draw(rt)
		p := build(t, b)
		for range 4 {
			f := drawFilter(rt)
			v := p.View(f)
			want, left := reference(b, f)
			if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), pairs(v), cmp.Transformer("set", sorted)); diff != "" {
				rt.Fatalf("%+v (-reference +view):\n%s", f, diff)
			}
			if v.Left != left {
				rt.Fatalf("%+v left %+v, want %+v", f, v.Left, left)
			}
			compareEvidence(rt, v, want)
			views, kept = views+1, kept+v.Edges()
		}
	})
	if kept < views/2 {
		t.Errorf("%d views had %d edges: the worlds are too empty to test anything", views, kept)
	}
}

func sorted(s []string) []string { return slices.Sorted(slices.Values(s)) }

// compareEvidence wants at every vertex the edges of the pairs that it is in.
func compareEvidence(t *rapid.T, v *projection.View, want map[string][]kg.ID) {
	for vertex := range v.Vertices() {
		ids, total := v.Evidence(vertex, 100)
		var all []kg.ID
		for _, u := range v.Neighbours(vertex) {
			a, g := vertex, int(u)
			if !v.IsActor(vertex) {
				a, g = g, a
			}
			all = append(all, want[fmt.Sprintf("%s %s", v.ID(a), v.ID(g))]...)
		}
		slices.Sort(all)
		if !slices.Equal(all, ids) || total != len(all) {
			t.Fatalf("at %s: %v, %d, want %v", v.ID(vertex), ids, total, all)
		}
		if at, ok := v.Vertex(v.ID(vertex), v.IsActor(vertex)); !ok || at != vertex {
			t.Fatalf("%s stands at %d, not at %d", v.ID(vertex), vertex, at)
		}
	}
}

// Days of one epoch have one view, and days on which something changes are in
// different epochs.
func TestEpochs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := draw(rt)
		p := build(t, b)
		byEpoch := map[int]string{}
		for d := kg.DayOf(2018, 12, 25); d < kg.DayOf(2023, 1, 5); d++ {
			holds := ""
			for _, e := range b.Edges {
				holds += string(e.HoldsOn(d)) + " "
			}
			if seen, ok := byEpoch[p.Epoch(d)]; ok && seen != holds {
				rt.Fatalf("on %s something holds otherwise than on another day of the epoch", d)
			}
			byEpoch[p.Epoch(d)] = holds
		}
		if len(byEpoch) > 4*len(b.Edges)+1 {
			rt.Fatalf("%d epochs of %d edges", len(byEpoch), len(b.Edges))
		}
	})
}

var said = []kg.Citation{{Source: "source:list", Locator: "L1", Basis: kg.Stated}}

func node(id kg.ID, attrs kg.Attrs) kg.Node {
	kind, _ := kg.NodeKindOf(id)
	return kg.Node{ID: id, Kind: kind, Name: id.Slug(), Attrs: attrs, Basis: kg.Stated, Sources: said}
}

func member(from, to kg.ID, stint int) kg.Edge {
	return kg.Edge{ID: kg.EdgeID(kg.MemberOf, from, to, stint), Kind: kg.MemberOf, From: from, To: to, Stint: stint, Basis: kg.Stated, Sources: said}
}

// Two stints are one edge with two records behind it; a network on its own
// roster stands once in each mode; an id of its own is kept.
func TestStintsAndSelfLoops(t *testing.T) {
	b := store.Batch{Nodes: []kg.Node{node("city:a", kg.Attrs{"placeType": "municipality"}), node("network:n", nil)}}
	own := member("network:n", "network:n", 1)
	own.ID = "member-of:its-own"
	b.Edges = []kg.Edge{member("city:a", "network:n", 1), member("city:a", "network:n", 2), own}
	p := build(t, b)
	if got := pairs(p.View(projection.Filter{})); !slices.Equal(got, []string{"city:a network:n"}) {
		t.Errorf("cities: %v", got)
	}
	v := p.View(projection.Filter{ActorKinds: []kg.NodeKind{kg.City, kg.Network}})
	if got := pairs(v); !slices.Equal(got, []string{"city:a network:n", "network:n network:n"}) {
		t.Errorf("cities and networks: %v", got)
	}
	ids, total := v.Evidence(v.Actors(), 2)
	if want := []kg.ID{"member-of:a--n", "member-of:a--n--2"}; !slices.Equal(ids, want) || total != 3 {
		t.Errorf("evidence %v of %d", ids, total)
	}
	if ids, _ := v.Evidence(1, 9); !slices.Equal(ids, []kg.ID{"member-of:its-own"}) {
		t.Errorf("evidence %v", ids)
	}
}

func TestEmpty(t *testing.T) {
	v := build(t, store.Batch{}).View(projection.Filter{})
	if v.Vertices() != 0 || v.Edges() != 0 {
		t.Errorf("%d vertices, %d edges", v.Vertices(), v.Edges())
	}
	if _, ok := v.Vertex("city:a", true); ok {
		t.Error("found a vertex")
	}
}

// A two-mode graph does not depend on the order of its pairs, nor on repeats.
func TestTwoMode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := rapid.SliceOf(rapid.Custom(func(t *rapid.T) projection.Pair {
			return projection.Pair{Actor: rapid.Int32Range(0, 6).Draw(t, "actor"), Group: rapid.Int32Range(0, 4).Draw(t, "group")}
		})).Draw(t, "pairs")
		g := projection.NewTwoMode(7, 5, drawn)
		h := projection.NewTwoMode(7, 5, append(rapid.Permutation(drawn).Draw(t, "order"), drawn...))
		for v := range 12 {
			want := []int32{}
			for u := range int32(12) {
				if slices.Contains(drawn, projection.Pair{Actor: int32(min(v, int(u))), Group: max(int32(v), u) - 7}) {
					want = append(want, u)
				}
			}
			if !slices.Equal(g.Neighbours(v), want) || !slices.Equal(h.Neighbours(v), want) || g.Degree(v) != len(want) {
				t.Fatalf("%d is next to %v and %v, want %v", v, g.Neighbours(v), h.Neighbours(v), want)
			}
		}
		if 2*g.Edges() != total(g) || g.IsActor(7) || !g.IsActor(6) {
			t.Fatalf("%d edges", g.Edges())
		}
	})
}

func total(g *projection.TwoMode) (n int) {
	for v := range g.Vertices() {
		n += g.Degree(v)
	}
	return n
}
