package ask

import (
	"context"
	"fmt"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
)

// Among says what graph communities are looked for in.
type Among string

// The graphs in which communities are looked for.
const (
	AmongActors Among = "actors"   // actors, tied by the groups that they share
	AmongGroups Among = "groups"   // groups, tied by the actors whom they share
	AmongBoth   Among = "two_mode" // actors and groups, tied by membership
)

// Limits of Communities; what would pass them is CodeTooCostly.
const (
	MaxRuns  = 100
	MaxTies  = 1_000_000  // pairs with something in common, counted for each thing
	maxMoves = 80_000_000 // steps of all runs together, as communitySteps counts them: about 20 s of one processor
	anyRuns  = 10         // where nobody says how many
)

// CommunitiesOptions are the arguments of Communities.
type CommunitiesOptions struct {
	Assumptions
	Among Among
	Seed  int // of the first run
	Runs  int // 0: 10, or as many as a large graph allows
}

// Method says in words how communities are found.
func (o CommunitiesOptions) Method() string {
	ties := map[Among]string{
		AmongActors: "actors, tied by each group of n members that they share with the weight 1/(n-1)",
		AmongGroups: "groups, tied by each actor in n groups whom they share with the weight 1/(n-1)",
		AmongBoth:   "actors and groups, each tie with the weight 1",
	}[o.Among]
	runs := fmt.Sprintf("one run, with the seed %d", o.Seed)
	if o.Runs > 1 {
		runs = fmt.Sprintf("the division of highest modularity of %d runs, with the seeds %d to %d", o.Runs, o.Seed, o.Seed+o.Runs-1)
	}
	return fmt.Sprintf("Louvain's method (gonum, resolution 1) on %s; %s", ties, runs)
}

// CommunitiesAnswer is the answer: everybody belongs to exactly one community.
type CommunitiesAnswer struct {
	Common
	Graph
	Runs       int      // that were made
	Vertices   int      // how many were divided
	Ties       int      // edges of the graph that they were divided by
	Modularity *float64 // of the division; nil where nobody is tied to anybody
	List       []Community
}

// Community is one community; the largest comes first.
type Community struct {
	IDs      []kg.ID // actors by id, then groups by id
	Vertices []int32 // beside IDs
	Actors   int     // how many of them are actors
}

// Communities divides the graph into communities by Louvain's method.
func Communities(ctx context.Context, r store.Reader, w *Whole, o CommunitiesOptions) (*CommunitiesAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	if o.Runs < 0 || o.Runs > MaxRuns {
		return nil, kg.Errorf(kg.CodeInvalid, "runs is %d", o.Runs).WithMend("ask for 1 to %d", MaxRuns)
	}
	v, name, err := q.view(ctx, w)
	if err != nil {
		return nil, err
	}
	if o.Runs, err = affordable(v, o); err != nil {
		return nil, err
	}
	key := fmt.Sprintf("communities %s %d %d %s", o.Among, o.Seed, o.Runs, name)
	a, err := cached(ctx, w.cache, divisions, key, func(*CommunitiesAnswer) int { return 4 * v.Vertices() },
		func(ctx context.Context) (*CommunitiesAnswer, error) { return divide(ctx, v, o) })
	if err != nil {
		return nil, err
	}
	answer := *a
	answer.Graph = Graph{v}
	q.warnRecorded()
	q.warn("a division with the highest modularity that was found, not the only good one: other seeds may divide otherwise")
	answer.Common = q.common
	return &answer, nil
}

// affordable returns how many runs are made, and refuses what would take too long
// before it is begun.
func affordable(v *projection.View, o CommunitiesOptions) (runs int, err error) {
	vertices, ties := v.Vertices(), v.Edges()
	switch o.Among {
	case AmongActors:
		vertices, ties = v.Actors(), analysis.Ties(v.TwoMode, true)
	case AmongGroups:
		vertices, ties = v.Groups(), analysis.Ties(v.TwoMode, false)
	case AmongBoth:
	default:
		return 0, kg.Errorf(kg.CodeInvalid, "among: %q is none", o.Among).WithMend("use ACTORS, GROUPS or TWO_MODE")
	}
	most := maxMoves / max(communitySteps(vertices, ties), 1)
	switch {
	case ties > MaxTies || most == 0:
		return 0, kg.Errorf(kg.CodeTooCostly, "among: %d nodes with %d ties take too long to divide", vertices, ties).
			WithMend("ask among something else, or narrow the question down: a day, a rosterKind, stated evidence")
	case o.Runs > most:
		return 0, kg.Errorf(kg.CodeTooCostly, "runs: %d divisions of %d nodes with %d ties take too long", o.Runs, vertices, ties).
			WithMend("ask for %d at most, or leave runs out", most)
	case o.Runs == 0:
		return min(anyRuns, most), nil
	}
	return o.Runs, nil
}

// communitySteps estimates one run: it compares every vertex with the members of
// the communities beside it.
func communitySteps(vertices, ties int) int { return vertices*vertices + 100*ties }

func divide(ctx context.Context, v *projection.View, o CommunitiesOptions) (*CommunitiesAnswer, error) {
	var g *analysis.OneMode
	switch o.Among {
	case AmongActors:
		g = analysis.OneActors(v.TwoMode)
	case AmongGroups:
		g = analysis.OneGroups(v.TwoMode)
	default:
		g = analysis.AsOneMode(v.TwoMode)
	}
	found, modularity, err := analysis.Louvain(ctx, g, uint64(o.Seed), o.Runs)
	if err != nil {
		return nil, err
	}
	a := &CommunitiesAnswer{Runs: o.Runs, Vertices: g.Vertices(), Ties: g.Edges(), Modularity: number(modularity)}
	for _, members := range found {
		var c Community
		for _, m := range members {
			vertex := g.From + int(m)
			c.Vertices, c.IDs = append(c.Vertices, int32(vertex)), append(c.IDs, v.ID(vertex))
			if v.IsActor(vertex) {
				c.Actors++
			}
		}
		a.List = append(a.List, c)
	}
	if len(found) == 0 {
		a.Modularity = nil
	}
	return a, nil
}
