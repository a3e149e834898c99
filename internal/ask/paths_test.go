package ask

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// TestPathsByWalkingEverywhere: whatever the assumptions, the kinds and what is to
// be avoided, and however the search reads, the answer is what walking everywhere
// finds, in the order of length and then of edge ids.
func TestPathsByWalkingEverywhere(t *testing.T) {
	found, none, hubs, many := 0, 0, 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		b := drawnWorld(rt, 30)
		o := PathsOptions{Assumptions: drawnAssumptions(rt), K: rapid.IntRange(1, 12).Draw(rt, "k"), MaxLength: rapid.IntRange(1, 7).Draw(rt, "length")}
		node := func(label string) kg.ID { return rapid.SampledFrom(b.Nodes).Draw(rt, label).ID }
		o.From = node("from")
		if o.To = node("to"); o.To == o.From {
			rt.Skip("no chain leads back")
		}
		if rapid.Bool().Draw(rt, "some kinds") {
			o.Kinds = rapid.SliceOfNDistinct(rapid.SampledFrom(drawnKinds), 1, 4, rapid.ID).Draw(rt, "kinds")
		}
		if rapid.IntRange(0, 2).Draw(rt, "some nodes") == 0 {
			o.NodeKinds = rapid.SliceOfNDistinct(rapid.SampledFrom([]kg.NodeKind{kg.City, kg.Network, kg.Organization, kg.Declaration}), 1, 3, rapid.ID).Draw(rt, "node kinds")
		}
		if avoid := node("avoid"); rapid.IntRange(0, 2).Draw(rt, "avoided") == 0 && avoid != o.From && avoid != o.To {
			o.Avoid = []kg.ID{avoid}
		}
		if rapid.IntRange(0, 2).Draw(rt, "without hubs") == 0 {
			most := rapid.IntRange(0, 4).Draw(rt, "degree")
			o.MaxDegree = &most
			hubs++
		}
		r := open(t, b)
		want := allPaths(t, r, b, o)
		got, err := Paths(t.Context(), r, o)
		if err != nil {
			rt.Fatal(err)
		}
		if got.Truncated || len(got.Paths) < o.K && got.Depth != o.MaxLength {
			rt.Fatalf("gave up at %d hops", got.Depth)
		}
		for range 2 { // also where rings are not read at once
			if !slices.EqualFunc(chainsOf(got.Paths), want, slices.Equal) {
				rt.Fatalf("%v instead of %v", chainsOf(got.Paths), want)
			}
			got.Paths = searchWith(t, r, o, rapid.IntRange(0, 5).Draw(rt, "handful"))
		}
		switch {
		case len(want) == 0:
			none++
		case len(want) == o.K:
			many++
		default:
			found++
		}
	})
	if found == 0 || none == 0 || hubs == 0 || many == 0 {
		t.Errorf("found %d, none %d, hubs %d, cut at k %d: the worlds are too plain", found, none, hubs, many)
	}
}

// searchWith searches with another idea of how many edges are few.
func searchWith(t *testing.T, r store.Reader, o PathsOptions, handful int) []Path {
	q, err := newAsking(r, o.about("anything"))
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := q.lookUp(t.Context(), "ids", append([]kg.ID{o.From, o.To}, o.Avoid...))
	if err != nil {
		t.Fatal(err)
	}
	s := newSearch(q, o, nodes[0], nodes[1], nodes[2:])
	s.handful = handful
	chains, err := s.run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	paths, err := q.paths(t.Context(), s.tied(chains), chains)
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// chainsOf are the ids of the first edges of the hops of each path.
func chainsOf(paths []Path) [][]kg.ID {
	all := make([][]kg.ID, len(paths))
	for i, p := range paths {
		for _, h := range p.Hops {
			all[i] = append(all[i], h.Edges[0].ID)
		}
	}
	return all
}

// allPaths finds the chains by going from every node to every other.
func allPaths(t *testing.T, r store.Reader, b store.Batch, o PathsOptions) [][]kg.ID {
	ids := make([]kg.ID, len(b.Nodes))
	for i, n := range b.Nodes {
		ids[i] = n.ID
	}
	nodes, err := r.Records(context.Background(), ids) // with their degrees
	if err != nil {
		t.Fatal(err)
	}
	passes := func(id kg.ID) bool {
		n := nodes[id].(kg.Node)
		return id == o.To || !slices.Contains(o.Avoid, id) && (len(o.NodeKinds) == 0 || slices.Contains(o.NodeKinds, n.Kind)) &&
			(o.MaxDegree == nil || n.Degree <= *o.MaxDegree)
	}
	hop := map[[2]kg.ID]kg.ID{}
	for _, e := range b.Edges {
		if !counts(o.Assumptions, e) || len(o.Kinds) > 0 && !slices.Contains(o.Kinds, e.Kind) {
			continue
		}
		for _, p := range [][2]kg.ID{{e.From, e.To}, {e.To, e.From}} {
			if first, ok := hop[p]; !ok || e.ID < first {
				hop[p] = e.ID
			}
		}
	}
	var all [][]kg.ID
	var walk func(been, chain []kg.ID)
	walk = func(been, chain []kg.ID) {
		here := been[len(been)-1]
		if here == o.To {
			all = append(all, slices.Clone(chain))
			return
		}
		for _, next := range ids {
			if e, ok := hop[[2]kg.ID{here, next}]; ok && len(chain) < o.MaxLength && passes(next) && !slices.Contains(been, next) {
				walk(append(slices.Clone(been), next), append(slices.Clone(chain), e))
			}
		}
	}
	walk([]kg.ID{o.From}, nil)
	slices.SortFunc(all, func(x, y []kg.ID) int { return cmp.Or(cmp.Compare(len(x), len(y)), slices.Compare(x, y)) })
	return all[:min(o.K, len(all))]
}
