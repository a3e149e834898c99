package ask

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"math"
	"slices"
	"strconv"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
)

// Measure is a measure of how central a vertex is.
type Measure string

// The measures; formula and reference stand above the functions of analysis.
const (
	Degree      Measure = "degree"
	Closeness   Measure = "closeness"
	Betweenness Measure = "betweenness"
	PageRank    Measure = "page_rank"
)

// Reading says in words what the values of a measure are.
func (m Measure) Reading() string {
	switch m {
	case Degree:
		return "value: the share of the other mode that the node is tied to, 0 to 1; raw: its ties"
	case Closeness:
		return "value: how near the node is to all others, 1 where it is tied to the whole other mode, times the share of nodes that it reaches; raw: the sum of its distances, in hops"
	case Betweenness:
		return "value: the shortest chains between two others that lead over the node, over the most that can lead over one of its mode, 0 to 1; raw: pairs of others, each shared out among its shortest chains"
	case PageRank:
		return "value: the share of time that a walker spends at the node who follows a random tie with probability 0.85 and else begins anew anywhere; all nodes together 1"
	}
	return ""
}

// MaxSteps is how many vertices times edges a graph may have whose distances are
// all to be measured; more is CodeTooCostly.
const MaxSteps = 2_000_000_000

// CentralityOptions are the arguments of Centrality.
type CentralityOptions struct {
	Assumptions
	Measure Measure
	Of      []kg.ID // only these; empty: everybody. Ranks are those among all
}

// CentralityAnswer is the answer: actors and groups, each ranked among themselves.
type CentralityAnswer struct {
	Common
	Graph
	Measure        Measure
	Actors, Groups []Ranked // the most central first
}

// Graph describes the two-mode graph that a question is about.
type Graph struct{ View *projection.View }

// Ranked is one vertex with its place. Equal values, to 12 digits, have equal
// ranks; they are ordered by id.
type Ranked struct {
	ID     kg.ID
	Vertex int
	Rank   int      // 1 for the first; one more than the number of those with a greater value
	Value  *float64 // normalised; nil where the measure says nothing
	Raw    *float64 // before normalisation: edges, hops, pairs; nil where there is none
	Degree int
}

// Centrality ranks actors and groups by how central they are.
func Centrality(ctx context.Context, r store.Reader, w *Whole, o CentralityOptions) (*CentralityAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	v, name, err := q.view(ctx, w)
	if err != nil {
		return nil, err
	}
	if (o.Measure == Closeness || o.Measure == Betweenness) && v.Vertices()*v.Edges() > MaxSteps {
		return nil, kg.Errorf(kg.CodeTooCostly, "measure: %s of %d nodes and %d relationships takes too long", o.Measure, v.Vertices(), v.Edges()).
			WithMend("ask for PAGE_RANK or DEGREE, or narrow the question down: a day, a rosterKind, stated evidence")
	}
	ranking, err := cached(ctx, w.cache, measures, string(o.Measure)+" "+name, func([]Ranked) int { return 9 * v.Vertices() },
		func(ctx context.Context) ([]Ranked, error) { return ranked(ctx, v, o.Measure) })
	if err != nil {
		return nil, err
	}
	actors, groups := ranking[:v.Actors()], ranking[v.Actors():]
	if len(o.Of) > 0 {
		if actors, groups, err = q.only(ctx, o.Of, actors, groups); err != nil {
			return nil, err
		}
	}
	a := &CentralityAnswer{Graph: Graph{v}, Measure: o.Measure, Actors: actors, Groups: groups}
	q.warnRecorded()
	if o.Measure == Closeness || o.Measure == Betweenness {
		q.warnParts(v)
	}
	a.Common = q.common
	return a, nil
}

// only keeps the nodes that are asked for.
func (q *asking) only(ctx context.Context, of []kg.ID, actors, groups []Ranked) (a, g []Ranked, err error) {
	nodes, err := q.lookUp(ctx, "of", of)
	if err != nil {
		return nil, nil, err
	}
	found := make(map[kg.ID]bool, len(nodes)) // whether it has a rank, in one mode or both
	for i := range nodes {
		found[nodes[i].ID] = false
	}
	pick := func(all []Ranked) (some []Ranked) {
		for i := range all {
			if _, asked := found[all[i].ID]; asked {
				some = append(some, all[i])
				found[all[i].ID] = true
			}
		}
		return some
	}
	a, g = pick(actors), pick(groups)
	if slices.Contains(slices.Collect(maps.Values(found)), false) {
		q.warn("some of the nodes that are asked for have no relationship that counts: they are not in the graph, and have no rank")
	}
	return a, g, nil
}

// warnParts says that vertices of different parts have no distance.
func (q *asking) warnParts(v *projection.View) {
	if n := analysis.Parts(v.TwoMode); n > 1 {
		q.warn("the graph is in " + strconv.Itoa(n) + " parts that nothing ties: distances are within each part")
	}
}

// ranked measures and ranks the actors, then the groups.
func ranked(ctx context.Context, v *projection.View, m Measure) ([]Ranked, error) {
	var raw, value []float64
	var err error
	switch m {
	case Degree:
		raw, value = analysis.Degrees(v.TwoMode)
	case Closeness:
		raw, value, err = analysis.Closeness(ctx, v.TwoMode)
	case Betweenness:
		raw, value, err = analysis.Betweenness(ctx, v.TwoMode)
	case PageRank:
		value = analysis.PageRank(v.TwoMode)
	default:
		err = kg.Errorf(kg.CodeInvalid, "measure: %q is none", m).WithMend("use DEGREE, CLOSENESS, BETWEENNESS or PAGE_RANK")
	}
	if errors.Is(err, analysis.ErrPaths) {
		err = kg.Errorf(kg.CodeTooCostly, "measure: there are %s", err).WithMend("ask for another measure")
	}
	if err != nil {
		return nil, err
	}
	all := make([]Ranked, v.Vertices())
	for i := range all {
		all[i] = Ranked{ID: v.ID(i), Vertex: i, Value: number(value[i]), Degree: v.Degree(i)}
		if raw != nil {
			all[i].Raw = number(raw[i])
		}
	}
	rank(all[:v.Actors()])
	rank(all[v.Actors():])
	return all, nil
}

// number rounds to the 12 digits that answers have, so that values which differ
// by the rounding of sums alone are equal; NaN is nil.
func number(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64) // what FormatFloat wrote
	return &x
}

// rank orders one mode, the greatest value first.
func rank(all []Ranked) {
	value := func(r Ranked) float64 {
		if r.Value == nil {
			return math.Inf(-1)
		}
		return *r.Value
	}
	slices.SortFunc(all, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(value(b), value(a)), cmp.Compare(a.ID, b.ID))
	})
	for i := range all {
		all[i].Rank = i + 1
		if i > 0 && value(all[i]) == value(all[i-1]) {
			all[i].Rank = all[i-1].Rank
		}
	}
}
