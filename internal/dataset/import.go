package dataset

import (
	"context"
	"errors"
	"slices"

	"citygraph/internal/store"
)

const batchSize = 1000

// Import puts the whole dataset into the store, in batches, and switches its
// readers to it. After an error the store is as it was.
func Import(ctx context.Context, d *Dataset, s store.Store) (store.Applied, error) {
	in, err := s.Begin(ctx, d.Head)
	if err != nil {
		return store.Applied{}, err
	}
	if err := put(ctx, d, in); err != nil {
		return store.Applied{}, errors.Join(err, in.Abort(context.WithoutCancel(ctx)))
	}
	applied, err := in.Commit(ctx)
	if err != nil {
		return store.Applied{}, errors.Join(err, in.Abort(context.WithoutCancel(ctx)))
	}
	return applied, nil
}

func put(ctx context.Context, d *Dataset, in store.Import) error {
	for nodes := range slices.Chunk(d.Nodes, batchSize) {
		if err := in.Put(ctx, store.Batch{Nodes: nodes}); err != nil {
			return err
		}
	}
	for edges := range slices.Chunk(d.Edges, batchSize) {
		if err := in.Put(ctx, store.Batch{Edges: edges}); err != nil {
			return err
		}
	}
	if len(d.Retired)+len(d.Corrections) == 0 {
		return nil
	}
	return in.Put(ctx, store.Batch{Retired: d.Retired, Corrections: d.Corrections})
}
