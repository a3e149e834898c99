package ask

import (
	"context"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// count counts the edges at nodes that pass the filter, before they are read.
func (q *asking) count(ctx context.Context, at []kg.ID, f store.EdgeFilter) (map[kg.ID]int, error) {
	counts := make(map[kg.ID]int, len(at))
	if len(at) == 0 {
		return counts, nil
	}
	anchors := make([]store.Anchor, len(at))
	for i, id := range at {
		anchors[i] = store.Anchor{ID: id}
	}
	pages, err := q.reader.Edges(ctx, anchors, f, store.Page{Total: true})
	if err != nil {
		return nil, err
	}
	for a, page := range pages {
		counts[a.ID] = page.Total
	}
	return counts, nil
}

// excludes reports whether the assumptions leave an edge out, and counts it where
// they do.
func (q *asking) excludes(e *kg.Edge) bool {
	reason := q.common.Assumptions.reasonAgainst(e, &q.common.Excluded)
	if reason == nil {
		return false
	}
	*reason++
	return true
}

// reasonAgainst returns the count of the reason for which the assumptions leave an
// edge out, whoever is at its ends; nil where they keep it.
func (a Assumptions) reasonAgainst(e *kg.Edge, out *Excluded) *int {
	s := a.standing(e)
	reason := a.leftOut(e, s, out)
	if reason == nil && !a.keeps(s) {
		reason = &out.Possible
	}
	return reason
}
