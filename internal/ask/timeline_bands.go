package ask

import (
	"context"
	"fmt"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// MaxYears is how many years a band counts at most.
const MaxYears = 1000

// Band is how many members a group had, year by year, and who came and went; both
// are reckoned when they are asked for.
type Band struct {
	Group *Group
	roll  *roll
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

// enroll finds out who belonged to the groups among the nodes.
func (a *TimelineAnswer) enroll(ctx context.Context, happened []happening, o TimelineOptions) error {
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
		r, err := newRoll(ctx, g, group, o.From, o.Until, q.common.Assumptions)
		if err != nil {
			return err
		}
		q.warnBefore(r)
		a.Groups = append(a.Groups, Band{group, r})
	}
	q.warnPartial(g.list)
	return nil
}

// roll are the members of one group, with the times of their edges that count.
type roll struct {
	*groups
	group *Group
	Assumptions
	From, Until *kg.Day
	windows     []kg.Window // those of the i-th member are windows[start[i]:start[i+1]]
	start       []int32
}

// aliveAt is store.Alive at the i-th turn of a loop, at every few thousandth one.
func aliveAt(ctx context.Context, i int) error {
	if i%4096 != 0 {
		return nil
	}
	return store.Alive(ctx)
}

func newRoll(ctx context.Context, g *groups, group *Group, from, until *kg.Day, by Assumptions) (*roll, error) {
	r := &roll{groups: g, group: group, Assumptions: by, From: from, Until: until,
		windows: make([]kg.Window, 0, len(group.order)), start: make([]int32, 1, len(group.members)+1)}
	for i, m := range group.members {
		if err := aliveAt(ctx, i); err != nil {
			return nil, err
		}
		for _, at := range group.order[m.from:m.to] {
			if w := group.edges[at].Window(); by.keeps(by.standingOf(w)) {
				r.windows = append(r.windows, w)
			}
		}
		r.start = append(r.start, int32(len(r.windows)))
	}
	return r, nil
}

// times are when the i-th member's edges that count can hold.
func (r *roll) times(i int) []kg.Window { return r.windows[r.start[i]:r.start[i+1]] }

// Years counts the members in each year that is asked for, or else from the first to
// the last that their dates name; CodeTooCostly for more than MaxYears. It takes time
// in proportion to the members and the years.
func (b Band) Years(ctx context.Context) ([]YearCount, error) {
	r := b.roll
	first, last := r.span()
	if first > last {
		return nil, nil
	}
	if last-first >= MaxYears {
		return nil, kg.Errorf(kg.CodeTooCostly, "the dates of %s span the years from %d to %d", r.group.Node.ID, first, last).
			WithMend("name from and until, %d years apart at most", MaxYears)
	}
	certain, possible := newTally(first, last), newTally(first, last)
	for i := range r.group.members {
		if err := aliveAt(ctx, i); err != nil {
			return nil, err
		}
		certain.add(r.times(i), yearsCertain)
		possible.add(r.times(i), yearsPossible)
	}
	counts := make([]YearCount, last-first+1)
	for i := range counts {
		counts[i] = YearCount{first + i, certain.next(), possible.next()}
	}
	return counts, nil
}

// span returns the first and the last year to count.
func (r *roll) span() (first, last int) {
	from, to := kg.End, kg.Beginning
	for _, w := range r.windows {
		for _, d := range []kg.Day{w.NotBefore, w.CertainFrom, w.CertainTo, w.NotAfter} {
			if d != kg.Beginning && d != kg.End {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	if r.From != nil {
		from, to = *r.From, max(to, *r.From)
	}
	if r.Until != nil {
		from, to = min(from, *r.Until), *r.Until
	}
	if from > to {
		return 1, 0
	}
	return yearOf(from), yearOf(to)
}

// warnBefore says that years before the group's own beginning count members.
func (q *asking) warnBefore(r *roll) {
	n := r.group.Node
	if _, begins := beginnings[n.Kind]; !begins || !n.Date().Known() || n.Date().Earliest() == kg.Beginning {
		return
	}
	first, last := r.span()
	founded := yearOf(n.Date().Earliest())
	last = min(last, founded-1)
	if first > last {
		return
	}
	for _, w := range r.windows {
		if y := yearsPossible(w); max(y.from, first) <= min(y.to, last) {
			q.warn(fmt.Sprintf("years before %d, when %s %s (%s), count members too: of these no source says when they joined, or one names an earlier day",
				founded, n.ID, beginnings[n.Kind].verb, n.Date()))
			return
		}
	}
}

// Changes compares the members of both days; nil where not both are given.
func (b Band) Changes(ctx context.Context) (*Changes, error) {
	r := b.roll
	if r.From == nil || r.Until == nil {
		return nil, nil
	}
	c := &Changes{}
	for i, m := range r.group.members {
		if err := aliveAt(ctx, i); err != nil {
			return nil, err
		}
		c.note(joined(r.times(i), *r.From, *r.Until), &c.Joined, &c.MayHaveJoined, r, m)
		c.note(left(r.times(i), *r.From, *r.Until), &c.Left, &c.MayHaveLeft, r, m)
	}
	return c, nil
}

// note puts a member on the list of those who certainly or possibly moved.
func (*Changes) note(s Standing, certain, possible *[]Mover, r *roll, m member) {
	list := certain
	switch s {
	case Out:
		return
	case Maybe:
		list = possible
	}
	edges := r.group.of(m, func(e *kg.Edge) bool { return r.keeps(r.standing(e)) })
	*list = append(*list, Mover{r.actors[m.actor], edges})
}

// joined says how surely somebody who belonged at these times did not on one day and
// did on a later one. Possibly: one stint may have begun between them, and no other
// certainly held on the first.
func joined(times []kg.Window, from, until kg.Day) Standing {
	return moved(times, from, until, func(w kg.Window) bool { return w.CertainFrom > from && w.HoldsOn(until) != kg.No })
}

// left is joined, the other way round.
func left(times []kg.Window, from, until kg.Day) Standing {
	return moved(times, until, from, func(w kg.Window) bool { return w.CertainTo < until && w.HoldsOn(from) != kg.No })
}

// moved says how surely nothing held on the day out and something did on the day in.
// could says whether one stint alone may have changed so.
func moved(times []kg.Window, out, in kg.Day, could func(kg.Window) bool) Standing {
	var certain, possible bool
	never, fixed := true, 0 // nothing may have held on the day out; so many certainly did
	for _, w := range times {
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
