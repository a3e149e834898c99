package neostore

import (
	"context"
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

// asked is what a look-up asks for: ids by what their prefix names, each once.
type asked struct {
	ids   []string                 // of nodes and retired ones
	edges map[kg.EdgeKind][]string // by kind
}

// asked sorts ids. One with the prefix of an edge kind may still be a retired
// one; and edges whose ids have another kind's prefix are strays: where the
// generation has any, every kind is asked for every id.
func (r *reader) asked(ids []kg.ID) asked {
	a, seen := asked{edges: map[kg.EdgeKind][]string{}}, map[kg.ID]bool{}
	for _, id := range ids {
		if seen[id] || !id.Valid() {
			continue
		}
		seen[id] = true
		k, edge := kg.EdgeKindOf(id)
		if edge {
			a.edges[k] = append(a.edges[k], string(id))
		}
		if !edge || r.generation.strays || r.generation.info.Retired > 0 {
			a.ids = append(a.ids, string(id))
		}
	}
	if r.generation.strays {
		for _, spec := range kg.EdgeKinds {
			a.edges[spec.Kind] = a.ids
		}
	}
	return a
}

// statement looks up what is asked for and nothing else, every one by an index:
// nodes and retired ids by their ids, edges of each kind by theirs.
func (a asked) statement(retired bool) (cypher string, params map[string]any) {
	params = map[string]any{}
	columns := []string{"[] AS nodes", "[] AS retired"}
	if len(a.ids) > 0 {
		params["ids"] = a.ids
		columns[0] = "COLLECT {\n  UNWIND $ids AS id\n  MATCH (n:CityGraphNode {gen: $gen, id: id})\n  RETURN [n.record, n.sortKey, n.degree]\n} AS nodes"
	}
	if len(a.ids) > 0 && retired {
		columns[1] = "COLLECT {\n  UNWIND $ids AS id\n  MATCH (n:Retired {gen: $gen, id: id})\n  RETURN n.record\n} AS retired"
	}
	for _, spec := range kg.EdgeKinds {
		if len(a.edges[spec.Kind]) == 0 {
			continue
		}
		params[string(spec.Kind)] = a.edges[spec.Kind]
		columns = append(columns, fmt.Sprintf("COLLECT {\n  UNWIND $%[1]s AS id\n  MATCH ()-[r:%[1]s {gen: $gen, id: id}]->()\n  RETURN r.record\n} AS %[1]s", spec.Kind))
	}
	return "RETURN " + strings.Join(columns, ",\n"), params
}

// Records returns nodes, edges and retired ids; see store.Reader.
func (r *reader) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	out := map[kg.ID]kg.Record{}
	a := r.asked(ids)
	if len(a.ids) == 0 && len(a.edges) == 0 {
		return out, nil
	}
	cypher, params := a.statement(r.generation.info.Retired > 0)
	rows, err := r.ask(ctx, cypher, params)
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
	for column := 2; column < len(rows[0].Values); column++ {
		for _, item := range list(rows[0], column) {
			e, err := recordOf(item, (*decoder).edge)
			if err != nil {
				return nil, err
			}
			out[e.ID] = e
		}
	}
	return out, nil
}
