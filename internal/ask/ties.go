package ask

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/analysis"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// tie is what leads from a node to one other, as far as it counts.
type tie struct {
	other    kg.ID
	standing Standing  // the surest of the edges'
	edges    []kg.Edge // by id
}

// ties reads what leads from each node to others and counts, by the other's id.
// Edges that do not count are counted as excluded. mend is told where there are too
// many.
func (q *asking) ties(ctx context.Context, at []kg.ID, f store.EdgeFilter, mend string) (map[kg.ID][]tie, error) {
	if err := q.afford(ctx, at, f, mend); err != nil {
		return nil, err
	}
	edges, err := q.edges(ctx, at, f)
	if err != nil {
		return nil, err
	}
	all := make(map[kg.ID][]tie, len(at))
	for _, id := range at {
		all[id] = q.tiesAt(id, edges[id])
	}
	return all, nil
}

// tiesAt sorts the edges at a node by their far ends and leaves out those that do not
// count.
func (q *asking) tiesAt(at kg.ID, edges []kg.Edge) []tie {
	var list []tie
	for i := range edges {
		e := &edges[i]
		s, reason := q.common.Assumptions.weigh(e, &q.common.Excluded)
		if reason != nil {
			q.leaveOut(e, reason)
			continue
		}
		list = append(list, tie{other(e, at), s, []kg.Edge{*e}})
	}
	slices.SortStableFunc(list, func(a, b tie) int { return cmp.Compare(a.other, b.other) })
	var joined []tie
	for _, t := range list {
		if last := len(joined) - 1; last >= 0 && joined[last].other == t.other {
			joined[last].standing = max(joined[last].standing, t.standing)
			joined[last].edges = append(joined[last].edges, t.edges...)
			continue
		}
		joined = append(joined, t)
	}
	return joined
}

// joining are the edges that make a body a member: those of the asked kind,
// MEMBER_OF where none is asked for.
func (a Assumptions) joining() []kg.EdgeKind {
	if a.RosterKind == "" {
		return []kg.EdgeKind{kg.MemberOf}
	}
	return []kg.EdgeKind{a.RosterKind}
}

// times are the days on which edges hold: certainly, and possibly (which includes
// certainly). A deed of which nobody says when it was done has no certain day.
func times(edges []kg.Edge) (certain, possible analysis.Spans) {
	var c, p []analysis.Span
	for _, e := range edges {
		w := e.Window()
		if w.CertainFrom < kg.End {
			c = append(c, analysis.Span{From: int32(max(w.CertainFrom, w.NotBefore)), To: int32(min(w.CertainTo, w.NotAfter))})
		}
		p = append(p, analysis.Span{From: int32(w.NotBefore), To: int32(w.NotAfter)})
	}
	return analysis.NewSpans(c...), analysis.NewSpans(p...)
}

// together says how surely all of several lists of edges held on some one day.
func together(lists ...[]kg.Edge) Standing {
	var certain, possible analysis.Spans
	for i, edges := range lists {
		c, p := times(edges)
		if i > 0 {
			c, p = certain.And(c), possible.And(p)
		}
		certain, possible = c, p
	}
	switch {
	case len(certain) > 0:
		return In
	case len(possible) > 0:
		return Maybe
	}
	return Out
}

// Holding is a standing as a holding: CERTAIN, POSSIBLE or NO.
func (s Standing) Holding() kg.Holding {
	switch s {
	case In:
		return kg.Certain
	case Maybe:
		return kg.Possible
	}
	return kg.No
}

// bodies reads nodes that may be members of groups, as lookUpEach does.
func (q *asking) bodies(ctx context.Context, places []string, ids []kg.ID) ([]kg.Node, error) {
	nodes, err := q.lookUpEach(ctx, places, ids)
	if err != nil {
		return nil, err
	}
	for i, n := range nodes {
		if spec, _ := n.Kind.Spec(); !spec.Body {
			return nil, kg.Errorf(kg.CodeInvalid, "%s: %q is a %s, which joins nothing", places[i], string(n.ID), spec.Name).
				WithMend("name cities, networks, organizations, funders or initiatives")
		}
		kind := q.common.Assumptions.joining()[0]
		if spec, _ := kind.Spec(); !slices.Contains(spec.From, n.Kind) {
			return nil, kg.Errorf(kg.CodeInvalid, "%s: no %s edge leads from %q", places[i], kind, string(n.ID)).
				WithMend("leave rosterKind out, or ask about what such edges lead from")
		}
	}
	return nodes, nil
}

func idsOf(nodes []kg.Node) []kg.ID {
	ids := make([]kg.ID, len(nodes))
	for i, n := range nodes {
		ids[i] = n.ID
	}
	return ids
}
