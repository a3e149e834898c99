package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// listOf chooses the list over everybody that tells most about the day: one of
// that very day, complete before partial, else the latest before it, else the
// latest of all, undated ones last; nil where there is none. Lists that are only
// implied are left out where stated evidence alone counts.
func (a Assumptions) listOf(n kg.Node) *kg.Roster {
	lists := slices.DeleteFunc(slices.Clone(n.Rosters), func(r kg.Roster) bool {
		return r.Scope != kg.ScopeAll || a.Stated && r.Basis == kg.Implied
	})
	if len(lists) == 0 {
		return nil
	}
	best := slices.MinFunc(lists, func(x, y kg.Roster) int {
		return cmp.Or(cmp.Compare(a.far(x.Date), a.far(y.Date)), -cmp.Compare(x.Date.Latest(), y.Date.Latest()),
			cmp.Compare(slices.Index(kg.RosterStatuses, x.Status), slices.Index(kg.RosterStatuses, y.Status)))
	})
	return &best
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

// completes reports whether a list is a complete one over everybody of the day.
func (a Assumptions) completes(r kg.Roster) bool {
	return r.Scope == kg.ScopeAll && r.Status == "complete" && a.far(r.Date) == 0
}

// partial says why the recorded members of a group need not be all there were on
// the day; "" where they are: a complete list of that very day covers everybody,
// everybody on it is recorded, and of nobody who is recorded is it open whether he
// belonged. The certainty that is asked for does not matter, nor which actors are.
func (r enrolment) partial(n kg.Node, edges []kg.Edge) string {
	by := r.common.Assumptions
	if why := by.unlisted(n); why != "" {
		return why
	}
	v := r.everybody(n, edges)
	switch list := by.listOf(n); {
	case v.open > 0:
		return memberships(v.open) + " only possible on that day"
	case v.implied > 0:
		return memberships(v.implied) + " only implied"
	case v.inRoles > 0:
		return memberships(v.inRoles) + " left out for their roles"
	case list.Count >= 0 && list.Count != v.sure:
		return fmt.Sprintf("the list of that day has %d names, and %d are recorded", list.Count, v.sure)
	}
	return ""
}

// unlisted says why no list makes absence from a group a fact; "" where one may.
func (a Assumptions) unlisted(n kg.Node) string {
	spec, _ := n.Kind.Spec()
	switch list := a.listOf(n); {
	case a.AsOf == nil:
		return "no list covers all times"
	case a.RosterKind != "" && a.RosterKind != spec.Roster:
		return fmt.Sprintf("no list is of %s relationships", a.RosterKind)
	case list != nil && a.completes(*list):
		return ""
	case slices.ContainsFunc(n.Rosters, a.completes):
		return "the complete list of that day is only implied"
	}
	return "no list of that day is complete"
}

// everybody counts whom the edges of a group speak of, of whatever kind: a list of
// everybody lists them all. Each is counted once, as surely as he belongs.
type everybody struct{ sure, open, implied, inRoles int }

func (r enrolment) everybody(n kg.Node, edges []kg.Edge) (v everybody) {
	var out Excluded
	rank := map[*int]int{&out.OtherRoles: 1, &out.Implied: 2, &out.Possible: 3}
	standing := map[int32]int{}
	for i := range edges {
		s, reason := r.common.Assumptions.weigh(&edges[i], &out)
		place := rank[reason]
		switch {
		case reason == nil && s == In:
			place = 4
		case reason == nil:
			place = 3
		}
		actor := r.number[other(&edges[i], n.ID)]
		standing[actor] = max(standing[actor], place)
	}
	for _, place := range standing {
		if count := []*int{nil, &v.inRoles, &v.implied, &v.open, &v.sure}[place]; count != nil {
			*count++
		}
	}
	return v
}

// memberships is "1 membership is", "10 memberships are".
func memberships(n int) string {
	if n == 1 {
		return "1 membership is"
	}
	return fmt.Sprintf("%d memberships are", n)
}

// warnPartial says of which groups absence is no fact, and why.
func (q *asking) warnPartial(list []*Group) {
	partial := map[string][]string{}
	var reasons []string
	for _, g := range list {
		if g.partial == "" {
			continue
		}
		if partial[g.partial] == nil {
			reasons = append(reasons, g.partial)
		}
		partial[g.partial] = append(partial[g.partial], string(g.Node.ID))
	}
	if len(reasons) == 0 {
		return
	}
	slices.Sort(reasons)
	var told []string
	for _, why := range reasons[:min(len(reasons), 5)] {
		told = append(told, fmt.Sprintf("%s (%s)", why, few(partial[why])))
	}
	if rest := len(reasons) - len(told); rest > 0 {
		told = append(told, fmt.Sprintf("%d more reasons", rest))
	}
	q.warn("numbers are among recorded members: " + strings.Join(told, "; "))
}

// few lists ids, five of them at most.
func few(ids []string) string {
	slices.Sort(ids)
	if len(ids) > 5 {
		return fmt.Sprintf("%s and %d more", strings.Join(ids[:5], ", "), len(ids)-5)
	}
	return strings.Join(ids, ", ")
}
