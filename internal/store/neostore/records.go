package neostore

import (
	"context"
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

// cypherRecords looks nodes and retired ids up by their ids, and edges of each
// kind by theirs, every one by an index.
var cypherRecords = func() string {
	var b strings.Builder
	b.WriteString(`RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
COLLECT {
  UNWIND $ids AS id
  MATCH (n:Retired {gen: $gen, id: id})
  RETURN n.record
} AS retired`)
	for _, spec := range kg.EdgeKinds {
		fmt.Fprintf(&b, `,
COLLECT {
  UNWIND $edges.%[1]s AS id
  MATCH ()-[r:%[1]s {gen: $gen, id: id}]->()
  RETURN r.record
} AS %[1]s`, spec.Kind)
	}
	return b.String()
}()

// Records returns nodes, edges and retired ids; see store.Reader.
func (r *reader) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	out := map[kg.ID]kg.Record{}
	params := r.wanted(ids)
	if params == nil {
		return out, nil
	}
	rows, err := r.ask(ctx, cypherRecords, params)
	if err != nil {
		return nil, err
	}
	for _, item := range list(rows[0], 0) {
		n, err := nodeOf(item)
		if err != nil {
			return nil, err
		}
		out[n.ID] = n
	}
	for _, item := range list(rows[0], 1) {
		gone, err := recordOf(item, (*decoder).retired)
		if err != nil {
			return nil, err
		}
		out[gone.ID] = gone
	}
	for i := range kg.EdgeKinds {
		for _, item := range list(rows[0], 2+i) {
			e, err := recordOf(item, (*decoder).edge)
			if err != nil {
				return nil, err
			}
			out[e.ID] = e
		}
	}
	return out, nil
}

// wanted sorts ids by the kind that their prefix names, each once; nil where no
// id can be one. Edges whose ids have another kind's prefix are strays: where
// the generation has any, every kind is asked for every id.
func (r *reader) wanted(ids []kg.ID) map[string]any {
	all, edges, seen := []string{}, map[string]any{}, map[kg.ID]bool{}
	for _, spec := range kg.EdgeKinds {
		edges[string(spec.Kind)] = []string{}
	}
	for _, id := range ids {
		if seen[id] || !id.Valid() {
			continue
		}
		seen[id] = true
		all = append(all, string(id))
		if k, ok := kg.EdgeKindOf(id); ok {
			edges[string(k)] = append(edges[string(k)].([]string), string(id))
		}
	}
	if len(all) == 0 {
		return nil
	}
	if r.generation.strays {
		for kind := range edges {
			edges[kind] = all
		}
	}
	return map[string]any{"ids": all, "edges": edges}
}
