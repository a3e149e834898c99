package model

import (
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// MaxListed is how many nodes and relationships one answer names in lists that have
// no page.
const MaxListed = 60_000

// bounded refuses an answer that would name more.
func bounded(listed int, mend string) error {
	if listed <= MaxListed {
		return nil
	}
	return kg.Errorf(kg.CodeTooCostly, "the answer names %d nodes and relationships, and may name %d", listed, MaxListed).WithMend("%s", mend)
}

// listOf cuts the page that the field's arguments ask for out of a list that a
// question has in hand. keyOf names each item; no two items have one key.
func listOf[T any](ctx context.Context, listing string, all []T, keyOf func(T) store.Key) (p page, items []T, err error) {
	q := readQuestion(ctx)
	a := &args{listing: listingName(listing+"#"+questionMark(ctx), store.Order{})}
	if a.first, err = readFirst(q["first"]); err != nil {
		return p, nil, err
	}
	if after, ok := q["after"].(string); ok {
		if a.after, err = decodeCursor(a.listing, after); err != nil {
			return p, nil, err
		}
	}
	p = page{args: a, all: len(all)}
	items = all
	if a.after != (store.Key{}) {
		i := slices.IndexFunc(all, func(item T) bool { return keyOf(item) == a.after })
		if i < 0 {
			return p, nil, kg.Errorf(kg.CodeInvalid, "the cursor in after belongs to an item that is not listed").
				WithMend("begin without one")
		}
		items = all[i+1:]
	}
	p.more = len(items) > a.first
	items = items[:min(a.first, len(items))]
	for _, item := range items {
		p.keys = append(p.keys, keyOf(item))
	}
	return p, items, nil
}
