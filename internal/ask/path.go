package ask

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
)

// Path is a chain of hops: each begins where the one before ends.
type Path struct {
	Hops              []Hop
	Together          Standing       // how surely all hops held on some one day; Out: never
	Certain, Possible analysis.Spans // days on which all did; possible includes certain
}

// Hop leads from one node to another by the edges that tie them, whichever way
// these lead.
type Hop struct {
	From, To kg.Node
	Edges    []kg.Edge // by id; the first stands for the hop
}

// Says is the hop's verb: what its first edge says from From to To.
func (h Hop) Says() string {
	spec, _ := h.Edges[0].Kind.Spec()
	if h.Forward() {
		return spec.Says
	}
	return spec.SaysBack
}

// Forward reports whether the hop goes the way of its first edge.
func (h Hop) Forward() bool { return h.Edges[0].From == h.From.ID }

// Sentence is the hop in words, with the dates of its first edge and whether that is
// only implied: "Greifswald funds Sea-Eye (until 2022)".
func (h Hop) Sentence() string {
	return h.From.Name + " " + h.Says() + " " + h.To.Name + beside(h.Edges[0])
}

// Sentence is the chain in words; it says so where its hops never held at the same
// time.
func (p Path) Sentence() string {
	hops := make([]string, len(p.Hops))
	for i, h := range p.Hops {
		hops[i] = h.Sentence()
	}
	text := strings.Join(hops, "; ") + "."
	if p.Together == Out {
		text += " These never held at the same time."
	}
	return text
}

// pair is what edges tie: two nodes.
type pair struct{ a, b kg.ID }

// chain is a way from one pair to the next.
type chain struct {
	from kg.ID
	hops []pair
}

// tied are the edges that count, by the pairs that they tie.
type tied map[pair][]kg.Edge

// sort orders the edges of a pair by id.
func (t tied) sort(p pair) {
	slices.SortFunc(t[p], func(x, y kg.Edge) int { return cmp.Compare(x.ID, y.ID) })
}

// named is a pair with the least id of its edges.
type named struct {
	pair
	first kg.ID
}

// firstChains returns the k first chains of most hops or fewer over the pairs. Where
// they are directed, a pair leads from its first to its second node.
func firstChains(ctx context.Context, pairs []named, from, to kg.ID, k, most int, directed bool) ([]chain, error) {
	slices.SortFunc(pairs, func(x, y named) int { return cmp.Compare(x.first, y.first) })
	number := map[kg.ID]int32{}
	numberOf := func(id kg.ID) int32 {
		n, ok := number[id]
		if !ok {
			n = int32(len(number))
			number[id] = n
		}
		return n
	}
	start, end := numberOf(from), numberOf(to)
	links := make([]analysis.Link, len(pairs))
	for i, p := range pairs {
		links[i] = analysis.Link{From: numberOf(p.a), To: numberOf(p.b)}
	}
	found, err := analysis.NewLinks(len(number), links, directed).Chains(ctx, start, end, k, most)
	if err != nil {
		return nil, kg.Errorf(kg.CodeUnavailable, "the answer took too long").WithMend("ask for fewer or shorter chains").WithCause(err)
	}
	chains := make([]chain, len(found))
	for i, numbers := range found {
		chains[i].from = from
		for _, l := range numbers {
			chains[i].hops = append(chains[i].hops, pairs[l].pair)
		}
	}
	return chains, nil
}

// paths makes paths of chains.
func (q *asking) paths(ctx context.Context, t tied, chains []chain) ([]Path, error) {
	on := map[kg.ID]bool{}
	for _, c := range chains {
		for _, p := range c.hops {
			on[p.a], on[p.b] = true, true
		}
	}
	if len(on) == 0 {
		return nil, nil
	}
	nodes, err := q.nodes(ctx, slices.Sorted(maps.Keys(on)))
	if err != nil {
		return nil, err
	}
	paths := make([]Path, len(chains))
	for i, c := range chains {
		paths[i] = pathOf(nodes, t, c)
	}
	return paths, nil
}

func pathOf(nodes map[kg.ID]kg.Node, t tied, c chain) Path {
	var path Path
	from := c.from
	for i, p := range c.hops {
		to := p.a
		if from == p.a {
			to = p.b
		}
		path.Hops = append(path.Hops, Hop{nodes[from], nodes[to], t[p]})
		certain, possible := times(t[p])
		if i > 0 {
			certain, possible = path.Certain.And(certain), path.Possible.And(possible)
		}
		path.Certain, path.Possible, from = certain, possible, to
	}
	switch {
	case len(path.Certain) > 0:
		path.Together = In
	case len(path.Possible) > 0:
		path.Together = Maybe
	}
	return path
}
