package ask

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Limits of Paths.
const (
	MaxPaths   = 100     // chains in one answer
	MaxLength  = 12      // hops of a chain
	MaxVisited = 100_000 // edges that a search reads before it gives up
)

// PathsOptions are the arguments of Paths.
type PathsOptions struct {
	Assumptions
	From, To  kg.ID
	K         int           // so many chains, 1 to MaxPaths
	MaxLength int           // of so many hops at most, 1 to MaxLength
	Kinds     []kg.EdgeKind // hops of these kinds; empty: every kind
	NodeKinds []kg.NodeKind // nodes between the ends are of these kinds; empty: every kind
	Avoid     []kg.ID       // nodes that no chain passes
	MaxDegree *int          // no chain passes a node of a greater degree; nil: whatever the degree
}

// PathsAnswer is the answer.
type PathsAnswer struct {
	Common
	From, To  kg.Node
	Paths     []Path // the shortest first, those of one length by the ids of their edges
	Depth     int    // every chain of so many hops or fewer was looked at
	Visited   int    // edges read
	Truncated bool   // the search gave up: there may be further chains of more than Depth hops
}

// Paths returns the k shortest loopless chains of edges between two nodes, read
// against their direction too. Edges of whatever kind between the same two nodes
// are one hop: they stand side by side as its evidence, and the one of the least id
// stands for it.
//
// The search reads the graph from both ends, one ring of neighbours at a time,
// that of fewer edges first. When the rings of a hops around one end and of b hops
// around the other have been read, every chain of a + b hops or fewer is among the
// edges that were read; with the edges between both outermost rings, every chain of
// one hop more. What is read is given to analysis.Chains, which is exact.
func Paths(ctx context.Context, r store.Reader, o PathsOptions) (*PathsAnswer, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	q, err := newAsking(r, o.about(subjectOf(o.Kinds, o.NodeKinds)))
	if err != nil {
		return nil, err
	}
	places, ids := []string{"from", "to"}, []kg.ID{o.From, o.To}
	for _, id := range o.Avoid {
		places, ids = append(places, "avoid"), append(ids, id)
	}
	nodes, err := q.lookUpEach(ctx, places, ids)
	if err != nil {
		return nil, err
	}
	s := newSearch(q, o, nodes[0], nodes[1], nodes[2:])
	chains, err := s.run(ctx)
	if err != nil {
		return nil, err
	}
	a := &PathsAnswer{From: nodes[0], To: nodes[1], Depth: s.covered, Visited: q.read, Truncated: s.gaveUp}
	if a.Paths, err = q.paths(ctx, s.tied(chains), chains); err != nil {
		return nil, err
	}
	if s.gaveUp {
		q.warn(fmt.Sprintf("the search gave up: it had read %d relationships, and with the next step would have read more than %d; "+
			"every chain of %d hops or fewer was looked at, longer ones were not; avoid hubs (avoid, maxDegree) or name kinds", q.read, MaxVisited, s.covered))
	}
	a.Common = q.common
	return a, nil
}

func (o PathsOptions) check() error {
	switch {
	case o.K < 1 || o.K > MaxPaths:
		return kg.Errorf(kg.CodeInvalid, "k is %d", o.K).WithMend("ask for 1 to %d chains", MaxPaths)
	case o.MaxLength < 1 || o.MaxLength > MaxLength:
		return kg.Errorf(kg.CodeInvalid, "maxLength is %d", o.MaxLength).WithMend("write a number of hops from 1 to %d", MaxLength)
	case o.MaxDegree != nil && *o.MaxDegree < 0:
		return kg.Errorf(kg.CodeInvalid, "maxDegree is %d", *o.MaxDegree).WithMend("write a whole number of 0 or more")
	}
	return store.EdgeFilter{Kinds: o.Kinds, OtherKinds: o.NodeKinds, Direction: store.Both}.Check()
}

// subjectOf says in words what a question about relationships of some kinds, through
// nodes of some kinds, is about.
func subjectOf(kinds []kg.EdgeKind, nodeKinds []kg.NodeKind) string {
	text := "relationships of every kind"
	if len(kinds) > 0 {
		text = "relationships of the kinds " + listed(kinds)
	}
	if len(nodeKinds) > 0 {
		text += ", nodes of the kinds " + listed(nodeKinds)
	}
	return text
}

func listed[K ~string](all []K) string {
	texts := make([]string, len(all))
	for i, k := range all {
		texts[i] = string(k)
	}
	slices.Sort(texts)
	return strings.Join(slices.Compact(texts), ", ")
}
