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

// afford refuses, before any is read, what is more than a question may read. mend
// says what to do then.
func (q *asking) afford(ctx context.Context, at []kg.ID, f store.EdgeFilter, mend string) error {
	counts, err := q.count(ctx, at, f)
	if err == nil && q.read+total(counts) > MaxEdges {
		return kg.Errorf(kg.CodeTooCostly, "the question is about more than %d edges", MaxEdges).WithMend("%s", mend)
	}
	return err
}

// excludes reports whether the assumptions leave an edge out, and counts it where
// they do.
func (q *asking) excludes(e *kg.Edge) bool {
	_, reason := q.common.Assumptions.weigh(e, &q.common.Excluded)
	if reason != nil {
		q.leaveOut(e, reason)
	}
	return reason != nil
}

// leaveOut counts an edge that does not count, once: one without a direction may
// be met at both of its ends.
func (q *asking) leaveOut(e *kg.Edge, reason *int) {
	if spec, _ := e.Kind.Spec(); spec.Symmetric {
		if q.left[e.ID] {
			return
		}
		if q.left == nil {
			q.left = map[kg.ID]bool{}
		}
		q.left[e.ID] = true
	}
	*reason++
}

// warnEver says what an answer about no one day mixes.
func (q *asking) warnEver() {
	if q.common.Assumptions.AsOf == nil {
		q.warn("without asOf everybody counts who was ever recorded: two of them need not have been members at the same time")
	}
}
