package ask

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Group is a node with a roster, as far as it is recorded and counts.
type Group struct {
	Node    kg.Node
	Roster  *kg.Roster // the list that tells most about the day; nil where no list is recorded
	Size    int        // actors that count
	FellOut int        // members that would count if all kinds, places and actors did

	complete bool
	members  []member  // by actor
	edges    []kg.Edge // as they were read, by id
	order    []int32   // places in edges: those of the first member by id, then of the second …
}

// member is an actor's place in a group: one that counts, or would if it were
// certain.
type member struct {
	actor    int32
	standing Standing // the surest of the edges'
	from, to int32    // its edges are those of order[from:to]
}

// of returns the edges of a member, by id; where passes is given, only those.
func (g *Group) of(m member, passes func(*kg.Edge) bool) []kg.Edge {
	var all []kg.Edge
	for _, i := range g.order[m.from:m.to] {
		if passes == nil || passes(&g.edges[i]) {
			all = append(all, g.edges[i])
		}
	}
	return all
}

// find returns the member who is this actor.
func (g *Group) find(actor int32) (member, bool) {
	i, ok := slices.BinarySearchFunc(g.members, actor, func(m member, a int32) int { return cmp.Compare(m.actor, a) })
	if !ok {
		return member{}, false
	}
	return g.members[i], true
}

// numbers lists the actors whose standing passes, in order.
func (g *Group) numbers(passes func(Standing) bool) []int32 {
	var all []int32
	for _, m := range g.members {
		if passes(m.standing) {
			all = append(all, m.actor)
		}
	}
	return all
}

// Complete reports whether the recorded members are all there were on the day:
// a complete list of that very day covers everybody, and nothing of the group was
// left out. Otherwise absence from the group is not a fact.
func (g *Group) Complete() bool { return g.complete }

// groups are the groups of a question, and the actors who belong to them.
type groups struct {
	list    []*Group
	actors  []kg.Node // by id; numbers of actors are places in here
	origins origins   // of edges that are inferred from others, once bonds has read them
}

// nodesOf returns the actors with these numbers.
func (g *groups) nodesOf(numbers []int32) []kg.Node {
	nodes := make([]kg.Node, len(numbers))
	for i, n := range numbers {
		nodes[i] = g.actors[n]
	}
	return nodes
}

// rosterKind returns the kind of the edges that make somebody a member of the
// group; CodeInvalid where it can have none.
func (q *asking) rosterKind(place string, n kg.Node) (kg.EdgeKind, error) {
	spec, _ := n.Kind.Spec()
	asked := q.common.Assumptions.RosterKind
	if asked == "" {
		if spec.Roster == "" {
			return "", kg.Errorf(kg.CodeInvalid, "%s: %q is a %s, which has no roster", place, string(n.ID), spec.Name).
				WithMend("name networks, organizations, declarations, events or initiatives, or give a rosterKind")
		}
		return spec.Roster, nil
	}
	edge, _ := asked.Spec()
	if !slices.Contains(edge.To, n.Kind) {
		return "", kg.Errorf(kg.CodeInvalid, "%s: no %s edge leads to %q, a %s", place, asked, string(n.ID), spec.Name).
			WithMend("leave rosterKind out, or ask for groups that have such edges")
	}
	return asked, nil
}

// rosters reads the groups with these ids and all their members. in says which
// actors are in the universe; nil: all. The actors of the groups are numbered by
// id, whatever the order of the groups.
func (q *asking) rosters(ctx context.Context, place string, ids []kg.ID, in func(kg.Node) bool) (*groups, error) {
	nodes, err := q.lookUp(ctx, place, ids)
	if err != nil {
		return nil, err
	}
	f := store.EdgeFilter{Direction: store.In}
	at, degrees := make([]kg.ID, len(nodes)), 0
	for i, n := range nodes {
		kind, err := q.rosterKind(place, n)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(f.Kinds, kind) {
			f.Kinds = append(f.Kinds, kind)
		}
		at[i] = n.ID
		degrees += n.Degree
	}
	if q.common.Assumptions.RosterKind == "" && degrees > MaxEdges {
		return nil, tooManyEdges() // before any is read
	}
	slices.Sort(f.Kinds)
	edges, err := q.edges(ctx, at, f)
	if err != nil {
		return nil, err
	}
	return q.enroll(ctx, nodes, edges, in)
}

// enroll sorts out who is a member of which group.
func (q *asking) enroll(ctx context.Context, nodes []kg.Node, edges map[kg.ID][]kg.Edge, in func(kg.Node) bool) (*groups, error) {
	number := map[kg.ID]int32{}
	for _, n := range nodes {
		for i := range edges[n.ID] {
			number[other(&edges[n.ID][i], n.ID)] = 0
		}
	}
	ids := slices.Sorted(maps.Keys(number))
	actors, err := q.nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	g := &groups{actors: make([]kg.Node, len(ids))}
	for i, id := range ids {
		number[id], g.actors[i] = int32(i), actors[id]
	}
	e := enrolment{q.common.Assumptions, make([]reason, len(ids)), number, &q.common.Excluded}
	for i := range g.actors {
		e.outside[i] = e.reasonFor(&g.actors[i], in)
	}
	for _, n := range nodes {
		g.list = append(g.list, e.group(n, edges[n.ID]))
	}
	return g, nil
}

// enrolment sorts edges into what counts and what does not.
type enrolment struct {
	Assumptions
	outside  []reason // why an actor is left out; nil where it is not
	number   map[kg.ID]int32
	excluded *Excluded
}

// reason is one of the counts of what is left out.
type reason func(*Excluded) *int

// reasonFor says why an actor is left out; nil where it is not. in says who is in
// the universe; nil: everybody.
func (r enrolment) reasonFor(actor *kg.Node, in func(kg.Node) bool) reason {
	switch {
	case actor.Kind != kg.City:
		return func(x *Excluded) *int { return &x.OtherKinds }
	case !r.isActor(*actor):
		return func(x *Excluded) *int { return &x.OtherPlaceTypes }
	case in != nil && !in(*actor):
		return func(x *Excluded) *int { return &x.OutsideUniverse }
	}
	return nil
}

func (r enrolment) group(n kg.Node, edges []kg.Edge) *Group {
	g, out, fell := &Group{Node: n, edges: edges}, Excluded{}, map[int32]bool{}
	actors, standings := make([]int32, len(edges)), make([]Standing, len(edges))
	g.order = make([]int32, 0, len(edges))
	for i := range edges {
		e := &edges[i]
		standings[i] = r.standing(e)
		if reason := r.leftOut(e, standings[i], &out); reason != nil {
			*reason++
			continue
		}
		actor := r.number[other(e, n.ID)]
		outside := r.outside[actor]
		switch {
		case !r.keeps(standings[i]):
			out.Possible++
		case outside != nil:
			*outside(&out)++
			fell[actor] = true
		}
		if outside == nil {
			actors[i] = actor
			g.order = append(g.order, int32(i))
		}
	}
	slices.SortStableFunc(g.order, func(i, j int32) int { return cmp.Compare(actors[i], actors[j]) })
	g.members = make([]member, 0, len(g.order))
	for at, i := range g.order {
		last := len(g.members) - 1
		if last < 0 || g.members[last].actor != actors[i] {
			g.members = append(g.members, member{actors[i], Out, int32(at), int32(at)})
			last++
		}
		m := &g.members[last]
		m.standing, m.to = max(m.standing, standings[i]), int32(at+1)
	}
	g.Size, g.FellOut = len(g.numbers(r.keeps)), len(fell)
	g.Roster, g.complete = r.roster(n, out)
	r.excluded.add(out)
	return g
}

// other is e.Other without a copy of the edge.
func other(e *kg.Edge, at kg.ID) kg.ID {
	if e.From == at {
		return e.To
	}
	return e.From
}

// leftOut returns the count of the reason for which an edge is left out for its
// own sake; nil where none is.
func (a Assumptions) leftOut(e *kg.Edge, s Standing, out *Excluded) *int {
	switch {
	case s == Out:
		return &out.NotOnDate
	case a.Stated && e.Basis == kg.Implied:
		return &out.Implied
	case !a.countsRole(e):
		return &out.OtherRoles
	}
	return nil
}

func (x *Excluded) add(o Excluded) {
	x.NotOnDate += o.NotOnDate
	x.Implied += o.Implied
	x.OtherRoles += o.OtherRoles
	x.Possible += o.Possible
	x.OtherKinds += o.OtherKinds
	x.OtherPlaceTypes += o.OtherPlaceTypes
	x.OutsideUniverse += o.OutsideUniverse
}

// roster chooses the list over everybody that tells most about the day: one of
// that very day, complete before partial, else the latest before it, else the
// latest of all, undated ones last. It also says whether the list makes what is
// recorded all there was.
func (a Assumptions) roster(n kg.Node, out Excluded) (*kg.Roster, bool) {
	lists := slices.DeleteFunc(slices.Clone(n.Rosters), func(r kg.Roster) bool { return r.Scope != kg.ScopeAll })
	if len(lists) == 0 {
		return nil, false
	}
	best := slices.MinFunc(lists, func(x, y kg.Roster) int {
		return cmp.Or(cmp.Compare(a.far(x.Date), a.far(y.Date)), -cmp.Compare(x.Date.Latest(), y.Date.Latest()),
			cmp.Compare(slices.Index(kg.RosterStatuses, x.Status), slices.Index(kg.RosterStatuses, y.Status)))
	})
	left := out.Implied + out.OtherRoles + out.Possible
	return &best, best.Status == "complete" && a.far(best.Date) == 0 && left == 0 && a.RosterKind == ""
}

// far ranks a list's date: 0 the very day, 1 before it (or any, without a day),
// 2 after it, 3 undated.
func (a Assumptions) far(d kg.Date) int {
	switch {
	case !d.Known():
		return 3
	case a.AsOf == nil:
		return 1
	case d.Precision() == kg.PrecisionDay && d.Earliest() == *a.AsOf:
		return 0
	case d.Latest() <= *a.AsOf:
		return 1
	}
	return 2
}

// warnPartial says which groups no complete list backs.
func (q *asking) warnPartial(list []*Group) {
	var partial []string
	for _, g := range list {
		if !g.complete {
			partial = append(partial, string(g.Node.ID))
		}
	}
	if len(partial) == 0 {
		return
	}
	slices.Sort(partial)
	names, rest := partial[:min(len(partial), 5)], ""
	if len(partial) > 5 {
		rest = fmt.Sprintf(" and %d more", len(partial)-5)
	}
	q.warn(fmt.Sprintf("numbers are among recorded members: no complete list of the day backs %s%s", strings.Join(names, ", "), rest))
}
