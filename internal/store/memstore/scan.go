package memstore

import (
	"context"
	"iter"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Records returns nodes, edges and retired ids; see store.Reader.
func (r *reader) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	if err := r.store.ready(ctx); err != nil {
		return nil, err
	}
	steps := watch{ctx: ctx}
	out := make(map[kg.ID]kg.Record, len(ids))
	for _, id := range ids {
		if !steps.alive() {
			return nil, steps.err
		}
		if n, ok := r.nodeAt[id]; ok {
			out[id] = r.nodes[n].Clone()
		} else if e, ok := r.edgeAt[id]; ok {
			out[id] = r.edges[e].Clone()
		} else if i, ok := r.retiredAt[id]; ok {
			out[id] = cloneRetired(r.retired[i])
		}
	}
	return out, nil
}

// Info describes the dataset; see store.Reader.
func (r *reader) Info(ctx context.Context) (store.Info, error) {
	if err := r.store.ready(ctx); err != nil {
		return store.Info{}, err
	}
	info := r.info
	info.Nodes, info.Edges = maps.Clone(info.Nodes), maps.Clone(info.Edges)
	return info, nil
}

// Scan yields every record in scope; see store.Reader.
func (r *reader) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		if err := s.Check(); err != nil {
			yield(nil, err)
			return
		}
		for record := range r.records(s) {
			if err := r.store.ready(ctx); err != nil {
				yield(nil, err)
				return
			}
			if !yield(record, nil) {
				return
			}
		}
		if err := r.store.ready(ctx); err != nil {
			yield(nil, err)
		}
	}
}

// records yields copies of the records in scope.
func (g *generation) records(s store.Scope) iter.Seq[kg.Record] {
	everything := s.Everything()
	return func(yield func(kg.Record) bool) {
		for i := range g.nodes {
			if (everything || slices.Contains(s.Nodes, g.nodes[i].Kind)) && !yield(g.nodes[i].Clone()) {
				return
			}
		}
		for i := range g.edges {
			if (everything || slices.Contains(s.Edges, g.edges[i].Kind)) && !yield(g.edges[i].Clone()) {
				return
			}
		}
		if !everything && !s.Rest {
			return
		}
		for _, r := range g.retired {
			if !yield(cloneRetired(r)) {
				return
			}
		}
		for _, c := range g.corrections {
			if !yield(c) {
				return
			}
		}
	}
}
