package analysis_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/analysis"
)

// TestChainsOfNetworkx: the same lengths, and the same chains where several are of
// one length, as shortest_simple_paths on 201 graphs.
func TestChainsOfNetworkx(t *testing.T) {
	const regenerate = "scripts/python python scripts/oracle/chains.py --write"
	f, err := os.Open("testdata/chains.jsonl")
	if err != nil {
		t.Fatalf("%v: make it with %s", err, regenerate)
	}
	defer f.Close()
	graphs, tied, none := 0, 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); graphs++ {
		var o struct {
			Name     string
			Vertices int
			Links    [][2]int32
			Directed bool
			From, To int32
			K, Most  int
			Chains   [][]int32
		}
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			t.Fatal(err)
		}
		links := make([]analysis.Link, len(o.Links))
		for i, l := range o.Links {
			links[i] = analysis.Link{From: l[0], To: l[1]}
		}
		got, err := analysis.NewLinks(o.Vertices, links, o.Directed).Chains(t.Context(), o.From, o.To, o.K, o.Most)
		if err != nil || !slices.EqualFunc(got, o.Chains, slices.Equal) {
			t.Errorf("%s: %v, %v instead of %v", o.Name, got, err, o.Chains)
		}
		if len(got) == 0 {
			none++
		} else if len(got) == o.K && len(got) > 1 {
			tied++
		}
	}
	if graphs != 201 || tied < 20 || none < 20 {
		t.Errorf("%d graphs, %d of them cut at k, %d without a chain", graphs, tied, none)
	}
}

// TestChainsByBruteForce: all chains, by walking everywhere, in their order, also
// where several links tie the same two vertices, and loops.
func TestChainsByBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "vertices")
		vertex := rapid.Int32Range(0, int32(n-1))
		links := make([]analysis.Link, rapid.IntRange(0, 14).Draw(t, "links"))
		for i := range links {
			links[i] = analysis.Link{From: vertex.Draw(t, "from"), To: vertex.Draw(t, "to")}
		}
		directed, from, to := rapid.Bool().Draw(t, "directed"), vertex.Draw(t, "start"), vertex.Draw(t, "end")
		k, most := rapid.IntRange(0, 40).Draw(t, "k"), rapid.IntRange(0, 8).Draw(t, "most")
		want := walk(links, directed, []int32{from}, nil, to, most)
		slices.SortFunc(want, func(a, b []int32) int { return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) })
		want = want[:min(k, len(want))]
		got, err := analysis.NewLinks(n, links, directed).Chains(context.Background(), from, to, k, most)
		if err != nil || !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%v, %v instead of %v", got, err, want)
		}
	})
}

// walk lists all chains that go on from been to the end.
func walk(links []analysis.Link, directed bool, been, chain []int32, end int32, most int) (all [][]int32) {
	here := been[len(been)-1]
	if here == end {
		if len(chain) == 0 {
			return nil
		}
		return [][]int32{slices.Clone(chain)}
	}
	if len(chain) == most {
		return nil
	}
	for i, l := range links {
		next := l.To
		switch {
		case l.From == here:
		case l.To == here && !directed:
			next = l.From
		default:
			continue
		}
		if !slices.Contains(been, next) {
			all = append(all, walk(links, directed, append(slices.Clone(been), next), append(slices.Clone(chain), int32(i)), end, most)...)
		}
	}
	return all
}

// TestChainsStop where nobody waits for them any more.
func TestChainsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := analysis.NewLinks(2, []analysis.Link{{From: 0, To: 1}}, false).Chains(ctx, 0, 1, 1, 1)
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A dead end as large as can be: a clique that leads back only through the start.
// Whoever walks everywhere never comes to an end here.
func TestChainsBesideADeadEnd(t *testing.T) {
	const n = 200
	links := []analysis.Link{{From: 0, To: 1}}
	for u := int32(2); u < n; u++ {
		links = append(links, analysis.Link{From: 0, To: u})
		for v := int32(2); v < u; v++ {
			links = append(links, analysis.Link{From: v, To: u})
		}
	}
	got, err := analysis.NewLinks(n, links, false).Chains(t.Context(), 0, 1, 100, 12)
	if err != nil || len(got) != 1 || !slices.Equal(got[0], []int32{0}) {
		t.Error(got, err)
	}
}
