package ask

import (
	"context"
	"slices"
	"time"

	"citygraph/internal/kg"
)

// MaxYears is how many years a band counts at most.
const MaxYears = 1000

// Band is how many members a group had, year by year, and who came and went.
type Band struct {
	Group   *Group
	Years   []YearCount
	Changes *Changes // between two days; nil where not both are asked for
}

// YearCount counts the actors who belonged on some day of a year: those who
// certainly did, and those who certainly or possibly did. The truth lies between.
type YearCount struct{ Year, Certain, Possible int }

// Changes are the actors who did not belong on the first of two days and did on the
// second, and those of whom it is the other way round; by id. Who came and went
// between the days is in neither.
type Changes struct {
	Joined, MayHaveJoined []Mover
	Left, MayHaveLeft     []Mover
}

// Mover is an actor who joined or left, with the edges that it follows from.
type Mover struct {
	Actor kg.Node
	Edges []kg.Edge // by id
}

// count counts the members of the groups among the nodes.
func (a *TimelineAnswer) count(ctx context.Context, happened []happening, o TimelineOptions) error {
	q, nodes := a.asking, []kg.Node(nil)
	kinds, rosters := map[kg.ID]kg.EdgeKind{}, map[kg.ID][]kg.Edge{}
	for _, n := range a.Of {
		if kind, err := q.rosterKind("of", n); err == nil { // else it is no group
			nodes, kinds[n.ID] = append(nodes, n), kind
		}
	}
	if len(nodes) == 0 {
		return nil
	}
	for i := range happened {
		e := &happened[i].Edge
		if kinds[e.To] == e.Kind {
			rosters[e.To] = append(rosters[e.To], *e)
		}
		if spec, _ := e.Kind.Spec(); spec.Symmetric && kinds[e.From] == e.Kind && e.From != e.To {
			rosters[e.From] = append(rosters[e.From], *e)
		}
	}
	left := q.common.Excluded // counted once
	g, err := q.enroll(ctx, nodes, rosters, nil)
	if err != nil {
		return err
	}
	left.OtherKinds, left.OtherPlaceTypes = q.common.Excluded.OtherKinds, q.common.Excluded.OtherPlaceTypes
	q.common.Excluded = left
	for _, group := range g.list {
		band := Band{Group: group}
		r := roll{g, group, q.common.Assumptions}
		if band.Years, err = r.years(o); err != nil {
			return err
		}
		if o.From != nil && o.Until != nil {
			band.Changes = r.changes(*o.From, *o.Until)
		}
		a.Groups = append(a.Groups, band)
	}
	q.warnPartial(g.list)
	return nil
}

// roll are the members of one group.
type roll struct {
	*groups
	group *Group
	Assumptions
}

// edges are those of one member that count.
func (r roll) edges(m member) []kg.Edge {
	return r.group.of(m, func(e *kg.Edge) bool { return r.keeps(r.standing(e)) })
}

// years counts the members of a group in each year that is asked for, or else from
// the first to the last that its dates name.
func (r roll) years(o TimelineOptions) ([]YearCount, error) {
	first, last := r.span(o)
	if first > last {
		return nil, nil
	}
	if last-first >= MaxYears {
		return nil, kg.Errorf(kg.CodeTooCostly, "the dates of %s span the years from %d to %d", r.group.Node.ID, first, last).
			WithMend("name from and until, %d years apart at most", MaxYears)
	}
	counts := make([]YearCount, last-first+1)
	for i := range counts {
		counts[i].Year = first + i
	}
	for _, m := range r.group.members {
		edges := r.edges(m)
		for i := range counts {
			switch in(edges, counts[i].Year) {
			case In:
				counts[i].Certain++
				counts[i].Possible++
			case Maybe:
				counts[i].Possible++
			}
		}
	}
	return counts, nil
}

// span returns the first and the last year to count.
func (r roll) span(o TimelineOptions) (first, last int) {
	from, to := kg.End, kg.Beginning
	note := func(d kg.Day) {
		if d != kg.Beginning && d != kg.End {
			from, to = min(from, d), max(to, d)
		}
	}
	for _, m := range r.group.members {
		for _, e := range r.edges(m) {
			w := e.Window()
			for _, d := range []kg.Day{w.NotBefore, w.CertainFrom, w.CertainTo, w.NotAfter} {
				note(d)
			}
		}
	}
	if o.From != nil {
		from, to = *o.From, max(to, *o.From)
	}
	if o.Until != nil {
		from, to = min(from, *o.Until), *o.Until
	}
	if from > to {
		return 1, 0
	}
	return yearOf(from), yearOf(to)
}

// in says how surely at least one of the edges held on some day of a year. A state
// that began, ended or was seen within the year held on the day on which it did,
// whichever that was.
func in(edges []kg.Edge, year int) Standing {
	first, last := kg.DayOf(year, time.January, 1), kg.DayOf(year, time.December, 31)
	within := func(d kg.Date) bool { return d.Known() && first <= d.Earliest() && d.Latest() <= last }
	best := Out
	for i := range edges {
		e := &edges[i]
		w := e.Window()
		switch {
		case w.NotBefore > last || w.NotAfter < first:
		case max(w.CertainFrom, first) <= min(w.CertainTo, last), within(e.Since), within(e.Until), slices.ContainsFunc(e.Seen, within):
			return In
		default:
			best = Maybe
		}
	}
	return best
}

// changes compares the members of two days.
func (r roll) changes(from, until kg.Day) *Changes {
	c := &Changes{}
	for _, m := range r.group.members {
		edges := r.edges(m)
		mover := Mover{r.actors[m.actor], edges}
		switch joined(edges, from, until) {
		case In:
			c.Joined = append(c.Joined, mover)
		case Maybe:
			c.MayHaveJoined = append(c.MayHaveJoined, mover)
		}
		switch left(edges, from, until) {
		case In:
			c.Left = append(c.Left, mover)
		case Maybe:
			c.MayHaveLeft = append(c.MayHaveLeft, mover)
		}
	}
	return c
}

// joined says how surely somebody with these edges did not belong on one day and did
// on a later one. Possibly: one edge may have begun between them, and no other
// certainly held on the first.
func joined(edges []kg.Edge, from, until kg.Day) Standing {
	return moved(edges, from, until, func(w kg.Window) bool { return w.CertainFrom > from && w.HoldsOn(until) != kg.No })
}

// left is joined, the other way round.
func left(edges []kg.Edge, from, until kg.Day) Standing {
	return moved(edges, until, from, func(w kg.Window) bool { return w.CertainTo < until && w.HoldsOn(from) != kg.No })
}

// moved says how surely no edge held on the day out and some did on the day in.
// could says whether one edge alone may have changed so.
func moved(edges []kg.Edge, out, in kg.Day, could func(kg.Window) bool) Standing {
	var certain, possible bool
	never, fixed := true, 0 // no edge may have held on the day out; so many certainly did
	for i := range edges {
		w := edges[i].Window()
		certain = certain || w.HoldsOn(in) == kg.Certain
		possible = possible || could(w)
		switch w.HoldsOn(out) {
		case kg.Certain:
			fixed++
		case kg.Possible:
			never = false
		}
	}
	switch {
	case fixed > 0 || out == in:
		return Out
	case never && certain:
		return In
	case possible:
		return Maybe
	}
	return Out
}
