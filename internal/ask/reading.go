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
	by, out := q.common.Assumptions, &q.common.Excluded
	s := by.standing(e)
	reason := by.leftOut(e, s, out)
	if reason == nil && !by.keeps(s) {
		reason = &out.Possible
	}
	if reason == nil {
		return false
	}
	*reason++
	return true
}
