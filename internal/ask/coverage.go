package ask

import (
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
)

// CoverageOptions are the arguments of Coverage.
type CoverageOptions struct {
	Assumptions
	Groups []kg.ID       // these; empty: all of Kinds
	Kinds  []kg.NodeKind // of groups; empty: networks
}

// CoverageAnswer is the answer: what is known, and what is not, of each group.
type CoverageAnswer struct {
	Common
	Groups []kg.ID // by id, or in the order of the question

	asking *asking
	whole  *Whole
}

// Covered is one group.
type Covered struct {
	Node          kg.Node // with its rosters and figures
	Members       int     // recorded actors who count
	AtMost        int     // with those who may have belonged on the day
	Reported      []Reported
	Relationships int // that count: several stints of one member are several
	NoBeginning   int // of these: it is unknown when they began
	NoDate        Some
	OneSource     Some
	Implied       int // of these: no source states them
}

// Some are edges of which a few are named.
type Some struct {
	Total int
	Edges []kg.ID // by id, MaxNamed of them at most
}

// MaxNamed is how many edges a group names for each thing that is not known of
// them.
const MaxNamed = 100

// Coverage tells how complete the recorded groups are.
func Coverage(ctx context.Context, r store.Reader, w *Whole, o CoverageOptions) (*CoverageAnswer, error) {
	if len(o.Roles) == 0 {
		o.Roles = append(slices.Clone(kg.RosterRoles), "")
	}
	q, err := newAsking(r, o.about("members of every kind"))
	if err != nil {
		return nil, err
	}
	if err := q.common.Assumptions.twoMode(); err != nil {
		return nil, err
	}
	a := &CoverageAnswer{asking: q, whole: w}
	if len(o.Groups) > 0 {
		nodes, err := q.lookUp(ctx, "groups", o.Groups)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			if _, err := q.rosterKind("groups", n); err != nil {
				return nil, err
			}
			a.Groups = append(a.Groups, n.ID)
		}
	} else if a.Groups, err = q.groupsOf(w, o.Kinds); err != nil {
		return nil, err
	}
	q.warn("what is counted is recorded: a group with few unknowns may still lack members that no source names")
	a.Common = q.common
	a.Excluded, err = a.count()
	return a, err
}

// groupsOf lists the nodes of these kinds.
func (q *asking) groupsOf(w *Whole, kinds []kg.NodeKind) ([]kg.ID, error) {
	if len(kinds) == 0 {
		kinds = []kg.NodeKind{kg.Network}
	}
	for _, k := range kinds {
		if _, err := q.rosterKind("kinds", kg.Node{ID: kg.ID(k.Prefix() + ":"), Kind: k}); err != nil {
			return nil, err
		}
	}
	var ids []kg.ID
	for i := range w.projection.Nodes() {
		if slices.Contains(kinds, w.projection.Kind(i)) {
			ids = append(ids, w.projection.ID(i))
		}
	}
	return ids, nil
}

// Page tells about some of the groups, in one read.
func (a *CoverageAnswer) Page(ctx context.Context, ids []kg.ID) ([]Covered, error) {
	nodes, err := a.asking.nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	all := make([]Covered, len(ids))
	for i, id := range ids {
		if all[i], err = a.covered(nodes[id]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (a *CoverageAnswer) covered(n kg.Node) (Covered, error) {
	c := Covered{Node: n}
	kind, err := a.asking.rosterKind("groups", n)
	if err != nil {
		return c, err
	}
	group, _ := a.whole.projection.Number(n.ID)
	members, atMost := map[int]bool{}, map[int]bool{}
	for e := range a.whole.projection.In(group) {
		var left Excluded
		if e.Kind != kind {
			continue
		}
		reason := a.leavesOut(e, &left)
		if reason == nil || reason == &left.Possible {
			atMost[e.From] = true
		}
		if reason == nil {
			members[e.From] = true
			c.Relationships++
			a.note(&c, e)
		}
	}
	c.Members, c.AtMost = len(members), len(atMost)
	for _, f := range n.Figures {
		if !a.Assumptions.Stated || f.Basis != kg.Implied {
			c.Reported = append(c.Reported, a.reported(f, group, kind))
		}
	}
	return c, nil
}

// leavesOut returns the count of the reason for which an edge does not count; nil
// where it does.
func (a *CoverageAnswer) leavesOut(e projection.Edge, out *Excluded) *int {
	by := a.Assumptions
	return by.reason(by.standingOf(e.Window), e.Implied, e.Kind, e.Role, out)
}

// count counts what the groups leave out.
func (a *CoverageAnswer) count() (Excluded, error) {
	var out Excluded
	for _, id := range a.Groups {
		group, _ := a.whole.projection.Number(id)
		kind, err := a.asking.rosterKind("groups", kg.Node{ID: id, Kind: a.whole.projection.Kind(group)})
		if err != nil {
			return out, err
		}
		for e := range a.whole.projection.In(group) {
			if e.Kind != kind {
				continue
			}
			if reason := a.leavesOut(e, &out); reason != nil {
				*reason++
			}
		}
	}
	return out, nil
}

// note counts what is not known of an edge.
func (a *CoverageAnswer) note(c *Covered, e projection.Edge) {
	id := func() kg.ID { return a.whole.projection.EdgeID(e.Number) }
	if e.NoBeginning {
		c.NoBeginning++
	}
	if e.Implied {
		c.Implied++
	}
	if e.NoDate {
		c.NoDate.add(id)
	}
	if e.OneSource {
		c.OneSource.add(id)
	}
}

func (s *Some) add(id func() kg.ID) {
	if s.Total++; len(s.Edges) < MaxNamed {
		s.Edges = append(s.Edges, id())
	}
}
