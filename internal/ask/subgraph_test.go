package ask

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

func askSubgraph(t *testing.T, r store.Reader, o SubgraphOptions) *SubgraphAnswer {
	t.Helper()
	if o.Limit == 0 {
		o.Limit = 100
	}
	if o.PerNode == 0 {
		o.PerNode = 100
	}
	a, err := Subgraph(t.Context(), r, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// drawnAs lists the nodes: "depth id drawn+left out".
func drawnAs(a *SubgraphAnswer) []string {
	var all []string
	for _, n := range a.Nodes {
		all = append(all, fmt.Sprintf("%d %s %d+%d", n.Depth, n.Node.ID, n.Edges, n.LeftOut))
	}
	return all
}

// What is best connected is drawn first, and what is not drawn is counted.
func TestSubgraphOfAHub(t *testing.T) {
	w := &small{}
	w.hub("network:hub", 50_000)
	w.edge(kg.MemberOf, "city:a", "network:hub", "", "")
	w.edge(kg.MemberOf, "city:a", "network:small", "", "")
	w.edge(kg.MemberOf, "city:of-hub-00777", "network:small", "", "")
	w.edge(kg.MemberOf, "city:of-hub-00777", "network:other", "", "")
	w.edge(kg.MemberOf, "city:of-hub-00007", "network:other", "", "")
	w.edge(kg.PartOf, "city:a", "city:a", "", "")
	r := &callsOf{Reader: open(t, w.Batch)}
	a := askSubgraph(t, r, SubgraphOptions{Around: []kg.ID{"city:a"}, Depth: 2, Limit: 5, PerNode: 10}) // of 50,001 members
	want := []string{"0 city:a 3+0", "1 network:hub 3+49998", "1 network:small 2+0", "2 city:of-hub-00007 1+1", "2 city:of-hub-00777 2+1"}
	if got := drawnAs(a); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if !a.Truncated || a.LeftOut != 50_000 || len(a.Edges) != 6 || len(a.Warnings) != 1 {
		t.Errorf("truncated %v, %d left out, %d edges, %q", a.Truncated, a.LeftOut, len(a.Edges), a.Warnings)
	}
	if r.edges > 5 || r.records > 1 { // two rings, what is between, and twice how many
		t.Errorf("%d and %d calls", r.edges, r.records)
	}
	if a = askSubgraph(t, r, SubgraphOptions{Around: []kg.ID{"city:a"}, Depth: 1}); a.Truncated || a.LeftOut == 0 {
		t.Errorf("one ring, whole: truncated %v, %d left out", a.Truncated, a.LeftOut)
	}
}

// Edges to what is avoided have their own count: nothing is cut for them, and no
// greater limit would draw them.
func TestSubgraphAvoids(t *testing.T) {
	w := &small{}
	w.hub("network:hub", 4)
	w.edge(kg.MemberOf, "city:of-hub-00000", "network:small", "", "")
	w.edge(kg.MemberOf, "city:of-hub-00001", "network:small", "", "")
	w.edge(kg.Supports, "city:of-hub-00001", "network:hub", "", "").Basis = kg.Implied
	r := &callsOf{Reader: open(t, w.Batch)}
	o := SubgraphOptions{Assumptions: Assumptions{Stated: true}, Around: []kg.ID{"city:of-hub-00000"}, Depth: 2, Avoid: []kg.ID{"network:hub"}}
	a := askSubgraph(t, r, o)
	want := []string{"0 city:of-hub-00000 1+0", "1 network:small 2+0", "2 city:of-hub-00001 1+0"}
	if got := drawnAs(a); !slices.Equal(got, want) || a.Truncated || a.LeftOut != 0 || a.Avoided != 2 || len(a.Warnings) != 0 {
		t.Errorf("%q, truncated %v, %d left out, %d avoided, %q", got, a.Truncated, a.LeftOut, a.Avoided, a.Warnings)
	}
	if r.edges > 7 {
		t.Errorf("%d calls", r.edges)
	}
	o.Depth, o.Limit = 2, 2 // room for less than there is
	if a = askSubgraph(t, r, o); !a.Truncated || a.LeftOut != 1 || a.Avoided != 1 {
		t.Errorf("truncated %v, %d left out, %d avoided", a.Truncated, a.LeftOut, a.Avoided)
	}
}

func TestSubgraphRefuses(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:m", "", "")
	r := open(t, w.Batch)
	for _, c := range []struct {
		o    SubgraphOptions
		code kg.Code
		text string
	}{
		{SubgraphOptions{Limit: 1, PerNode: 1}, kg.CodeInvalid, "around is an empty list: name at least one node"},
		{SubgraphOptions{Around: []kg.ID{"city:z"}, Limit: 1, PerNode: 1}, kg.CodeNotFound, `around: there is no "city:z": search(text: …) finds ids`},
		{SubgraphOptions{Around: []kg.ID{"city:a"}, Depth: 5, Limit: 1, PerNode: 1}, kg.CodeInvalid, "depth is 5: write a number of hops from 0 to 4"},
		{SubgraphOptions{Around: []kg.ID{"city:a"}, Limit: 1001, PerNode: 1}, kg.CodeInvalid, "limit is 1001: ask for 1 to 1000 nodes"},
		{SubgraphOptions{Around: []kg.ID{"city:a"}, Limit: 1, PerNode: 1001}, kg.CodeInvalid, "perNode is 1001: write a number from 1 to 1000"},
		{SubgraphOptions{Around: []kg.ID{"city:a", "network:m"}, Limit: 1, PerNode: 1}, kg.CodeInvalid, "limit is 1, and around names 2 nodes: raise the limit"},
		{SubgraphOptions{Around: []kg.ID{"city:a"}, Limit: 1000, PerNode: 101}, kg.CodeTooCostly, "limit times perNode is 101000: keep the product under 100000"},
		{SubgraphOptions{Around: []kg.ID{"city:a"}, Avoid: []kg.ID{"city:a"}, Limit: 1, PerNode: 1}, kg.CodeInvalid, `around and avoid both name "city:a": name another in one of both`},
	} {
		_, err := Subgraph(t.Context(), r, c.o)
		refused(t, err, c.code, c.text)
	}
}

// TestSubgraphByLookingAtEverything: whatever is drawn, all that counts between the
// nodes is there, what leads elsewhere is counted, so is what the assumptions leave
// out; and where the limits leave room, whoever can be reached is drawn.
func TestSubgraphByLookingAtEverything(t *testing.T) {
	cut := 0
	rapid.Check(t, func(rt *rapid.T) {
		b := drawnWorld(rt, 30)
		o := SubgraphOptions{Assumptions: drawnAssumptions(rt), Depth: rapid.IntRange(0, 4).Draw(rt, "depth"),
			Limit: rapid.SampledFrom([]int{3, 5, 100}).Draw(rt, "limit"), PerNode: rapid.SampledFrom([]int{2, 100}).Draw(rt, "per node")}
		id := func(n kg.Node) kg.ID { return n.ID }
		for _, n := range rapid.SliceOfNDistinct(rapid.SampledFrom(b.Nodes), 1, 3, id).Draw(rt, "around") {
			o.Around = append(o.Around, n.ID)
		}
		if rapid.Bool().Draw(rt, "some kinds") {
			o.Kinds = rapid.SliceOfNDistinct(rapid.SampledFrom(drawnKinds), 1, 4, rapid.ID).Draw(rt, "kinds")
		}
		if rapid.Bool().Draw(rt, "some nodes") {
			o.NodeKinds = rapid.SliceOfNDistinct(rapid.SampledFrom([]kg.NodeKind{kg.City, kg.Network, kg.Organization}), 1, 3, rapid.ID).Draw(rt, "node kinds")
		}
		if rapid.Bool().Draw(rt, "some roles") {
			o.Roles = []string{"partner", ""}
		}
		if n := rapid.SampledFrom(b.Nodes).Draw(rt, "avoid").ID; rapid.Bool().Draw(rt, "avoids") && !slices.Contains(o.Around, n) {
			o.Avoid = []kg.ID{n}
		}
		a, err := Subgraph(t.Context(), open(t, b), o)
		if err != nil {
			rt.Fatal(err)
		}
		if a.Truncated {
			cut++
		}
		checkDrawn(rt, b, o, a)
	})
	if cut == 0 {
		t.Error("nothing was ever cut")
	}
}

func checkDrawn(t *rapid.T, b store.Batch, o SubgraphOptions, a *SubgraphAnswer) {
	depth := map[kg.ID]int{}
	for _, n := range a.Nodes {
		depth[n.Node.ID] = n.Depth
	}
	drawn := func(id kg.ID) bool { _, ok := depth[id]; return ok }
	asked := func(id kg.ID) bool {
		kind, _ := kg.NodeKindOf(id)
		return len(o.NodeKinds) == 0 || slices.Contains(o.NodeKinds, kind)
	}
	counted := func(e kg.Edge) bool {
		return counts(o.Assumptions, e) && (len(o.Roles) == 0 || e.Kind != kg.TookPartIn || slices.Contains(o.Roles, e.Attrs["role"]))
	}
	var edges []kg.ID
	excluded, avoided, leftOut, at := 0, 0, map[kg.ID]int{}, map[kg.ID]int{}
	reached := map[kg.ID]int{}
	for _, id := range o.Around {
		reached[id] = 0
	}
	for _, e := range b.Edges {
		if len(o.Kinds) > 0 && !slices.Contains(o.Kinds, e.Kind) {
			continue
		}
		from, to := drawn(e.From), drawn(e.To)
		switch {
		case from && to && counted(e):
			edges = append(edges, e.ID)
			at[e.From]++
			if e.To != e.From {
				at[e.To]++
			}
		case counted(e) && (from && asked(e.To) && slices.Contains(o.Avoid, e.To) || to && asked(e.From) && slices.Contains(o.Avoid, e.From)):
			avoided++
		case counted(e) && from && asked(e.To):
			leftOut[e.From]++
		case counted(e) && to && asked(e.From):
			leftOut[e.To]++
		case !counted(e) && (from && to || from && asked(e.To) || to && asked(e.From)):
			excluded++
		}
	}
	slices.Sort(edges)
	if got := slices.Collect(func(yield func(kg.ID) bool) {
		for _, e := range a.Edges {
			yield(e.ID)
		}
	}); !slices.Equal(got, edges) {
		t.Fatalf("edges %v instead of %v", got, edges)
	}
	for _, n := range a.Nodes {
		if n.LeftOut != leftOut[n.Node.ID] || n.Edges != at[n.Node.ID] {
			t.Fatalf("%s: %d+%d instead of %d+%d", n.Node.ID, n.Edges, n.LeftOut, at[n.Node.ID], leftOut[n.Node.ID])
		}
	}
	if a.Avoided != avoided {
		t.Fatalf("%d avoided instead of %d", a.Avoided, avoided)
	}
	x := a.Excluded
	if x.NotOnDate+x.Implied+x.OtherRoles+x.Possible != excluded || min(x.NotOnDate, x.Implied, x.OtherRoles, x.Possible) < 0 {
		t.Fatalf("%+v instead of %d excluded", x, excluded)
	}
	for hops := 1; hops <= o.Depth; hops++ {
		for _, e := range b.Edges {
			for _, way := range [][2]kg.ID{{e.From, e.To}, {e.To, e.From}} {
				d, here := reached[way[0]]
				_, there := reached[way[1]]
				if here && !there && d == hops-1 && counted(e) && asked(way[1]) && !slices.Contains(o.Avoid, way[1]) &&
					(len(o.Kinds) == 0 || slices.Contains(o.Kinds, e.Kind)) {
					reached[way[1]] = hops
				}
			}
		}
	}
	whole := o.Limit == 100 && o.PerNode == 100
	if whole && (len(reached) != len(depth) || a.Truncated) || len(depth) > o.Limit {
		t.Fatalf("%d of %d are drawn, truncated %v", len(depth), len(reached), a.Truncated)
	}
	for id, d := range depth {
		if least, ok := reached[id]; !ok || d < least || whole && d != least {
			t.Fatalf("%s is drawn at %d, and is at %d", id, d, least)
		}
	}
}
