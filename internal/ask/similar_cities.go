package ask

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Similarity is a measure of similarity.
type Similarity string

// The measures.
const (
	JaccardSimilarity Similarity = "jaccard" // shared groups over all groups of both
	NewmanSimilarity  Similarity = "newman"  // Newman's collaboration weight
)

// SimilarCitiesOptions are the arguments of SimilarCities.
type SimilarCitiesOptions struct {
	Assumptions
	City      kg.ID
	Measure   Similarity
	MinShared int
	First     int
}

// SimilarCitiesAnswer is the answer.
type SimilarCitiesAnswer struct {
	Common
	City   kg.Node
	Groups int           // that the city is in
	Total  int           // cities that share enough, also those not listed
	Cities []SimilarCity // most similar first; then those that share most, then by id
}

// SimilarCity is a city that shares groups with another.
type SimilarCity struct {
	City     kg.Node
	Score    float64
	Groups   int // that it is in; -1 where the measure does not ask
	Shared   []SharedGroup
	Circular int // groups that do not count as shared, though both are in them
}

// SharedGroup is a group that both cities are in.
type SharedGroup struct {
	Group kg.Node
	Size  int // actors that count
	A, B  []kg.Edge
}

// SimilarCities finds the cities that are in the same groups as a city. A group
// does not count as shared where the place of one of both in it was inferred from
// the place of the other.
func SimilarCities(ctx context.Context, r store.Reader, o SimilarCitiesOptions) (*SimilarCitiesAnswer, error) {
	q, err := newAsking(r, o.Assumptions)
	if err != nil {
		return nil, err
	}
	if o.Measure != JaccardSimilarity && o.Measure != NewmanSimilarity {
		return nil, kg.Errorf(kg.CodeInvalid, "measure: %q is none", o.Measure).WithMend("use JACCARD or NEWMAN")
	}
	city, err := q.bodies(ctx, []string{"city"}, []kg.ID{o.City})
	if err != nil {
		return nil, err
	}
	own, err := q.ties(ctx, idsOf(city), store.EdgeFilter{Direction: store.Out, Kinds: q.common.Assumptions.joining()}, "ask for one rosterKind, or a day")
	if err != nil {
		return nil, err
	}
	c := companions{asking: q, city: city[0], own: own[city[0].ID]}
	if err := c.read(ctx); err != nil {
		return nil, err
	}
	q.warnEver()
	q.warnPartial(c.groups.list)
	rows := c.rows(max(1, o.MinShared))
	if err := c.score(ctx, rows, o.Measure); err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(x, y SimilarCity) int {
		return cmp.Or(-cmp.Compare(x.Score, y.Score), -cmp.Compare(len(x.Shared), len(y.Shared)), cmp.Compare(x.City.ID, y.City.ID))
	})
	return &SimilarCitiesAnswer{
		Common: q.common, City: c.city, Groups: len(c.own), Total: len(rows), Cities: rows[:min(o.First, len(rows))],
	}, nil
}

// companions are the other members of the groups that a city is in.
type companions struct {
	*asking
	city   kg.Node
	own    []tie   // to its groups
	groups *groups // the same groups with their other members, in the order of own
	origins
}

// read reads the groups' other members.
func (c *companions) read(ctx context.Context) error {
	ids := make([]kg.ID, len(c.own))
	for i, t := range c.own {
		ids[i] = t.other
	}
	nodes, err := c.nodes(ctx, ids)
	if err != nil {
		return err
	}
	f := store.EdgeFilter{Direction: store.In, Kinds: c.common.Assumptions.joining()}
	if err := c.afford(ctx, ids, f, "ask for another rosterKind, or about a city that is in smaller groups"); err != nil {
		return err
	}
	edges, err := c.edges(ctx, ids, f)
	if err != nil {
		return err
	}
	c.known = map[kg.ID]kg.Edge{}
	var all []kg.Edge
	list := make([]kg.Node, len(ids))
	for i, t := range c.own {
		list[i] = nodes[t.other]
		all = append(append(all, t.edges...), edges[t.other]...)
	}
	if !c.common.Assumptions.Stated {
		for _, e := range all {
			c.known[e.ID] = e
		}
		if err := c.premises(ctx, all, c.known); err != nil {
			return err
		}
	}
	c.groups, err = c.enroll(ctx, list, edges, nil, c.city.ID)
	return err
}

// rows are the cities that share at least so many groups, by id.
func (c *companions) rows(least int) []SimilarCity {
	by := c.common.Assumptions
	all := make([]SimilarCity, len(c.groups.actors))
	for i, g := range c.groups.list {
		for _, m := range g.members {
			if !by.keeps(m.standing) {
				continue
			}
			s := SharedGroup{Group: g.Node, Size: g.Size + 1, A: c.own[i].edges}
			s.B = g.of(m, func(e *kg.Edge) bool { return by.keeps(by.standing(e)) })
			if row := &all[m.actor]; c.all(s.A, s.B, false) || c.all(s.B, s.A, false) {
				row.Circular++
			} else {
				row.Shared = append(row.Shared, s)
			}
		}
	}
	var rows []SimilarCity
	for actor, row := range all {
		if len(row.Shared) >= least {
			row.City, row.Groups = c.groups.actors[actor], -1
			rows = append(rows, row)
		}
	}
	return rows
}

// score gives the rows their scores.
func (c *companions) score(ctx context.Context, rows []SimilarCity, m Similarity) error {
	if m == NewmanSimilarity {
		for i := range rows {
			var sizes []int
			for _, s := range rows[i].Shared {
				sizes = append(sizes, s.Size)
			}
			rows[i].Score = analysis.Collaboration(sizes)
		}
		return nil
	}
	ids := make([]kg.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.City.ID
	}
	excluded := c.common.Excluded // of the city and its groups, not of all that their members are in
	ties, err := c.ties(ctx, ids, store.EdgeFilter{Direction: store.Out, Kinds: c.common.Assumptions.joining()}, "ask with a greater minShared, or by NEWMAN")
	c.common.Excluded = excluded
	if err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		r.Groups = len(ties[r.City.ID])
		r.Score, _ = analysis.Overlap{A: len(c.own), B: r.Groups - r.Circular, Shared: len(r.Shared)}.Jaccard()
	}
	return nil
}
