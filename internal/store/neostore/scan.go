package neostore

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// scanPage is how many records one statement of a scan brings.
const scanPage = 1000

// Scan yields every record in scope, a page at a time; see store.Reader.
func (r *reader) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		if err := s.Check(); err != nil {
			yield(nil, err)
			return
		}
		everything := s.Everything()
		parts := []iter.Seq2[kg.Record, error]{}
		if everything || len(s.Nodes) > 0 {
			parts = append(parts, r.scanNodes(ctx, s.Nodes))
		}
		if everything || len(s.Edges) > 0 {
			parts = append(parts, r.scanEdges(ctx, s.Edges))
		}
		if everything || s.Rest {
			parts = append(parts, r.scanRest(ctx))
		}
		for _, part := range parts {
			for record, err := range part {
				if err == nil {
					err = r.ready(ctx)
				}
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(record, nil) {
					return
				}
			}
		}
		if err := r.ready(ctx); err != nil {
			yield(nil, err)
		}
	}
}

func (r *reader) scanNodes(ctx context.Context, kinds []kg.NodeKind) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		p := store.Page{First: scanPage}
		for more := true; more; {
			page, err := r.List(ctx, store.NodeFilter{Kinds: kinds}, p)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, n := range page.Nodes {
				if !yield(n, nil) {
					return
				}
				p.After = &store.Key{ID: n.ID}
			}
			more = page.More
		}
	}
}

// run is the edges of one kind on their way, by id. Ids of edges begin with
// their kind, so that runs hardly ever meet; each is opened when its turn comes.
type run struct {
	kind   kg.EdgeKind
	next   string // the id with which it goes on, "" at its end
	edges  []kg.Edge
	behind string // the first id behind these edges, "" where none is
}

// cypherFirstEdges returns the first id of each kind.
var cypherFirstEdges = func() string {
	var columns []string
	for _, spec := range kg.EdgeKinds {
		columns = append(columns, fmt.Sprintf(`COLLECT {
  MATCH ()-[r:%[1]s]->()
  WHERE r.gen = $gen AND r.id > ''
  RETURN r.id ORDER BY r.gen, r.id LIMIT 1
} AS %[1]s`, spec.Kind))
	}
	return "RETURN " + strings.Join(columns, ",\n")
}()

func edgeRunStatement(kind kg.EdgeKind) string {
	return fmt.Sprintf(`RETURN COLLECT {
  MATCH ()-[r:%s]->()
  WHERE r.gen = $gen AND r.id >= $from
  WITH r ORDER BY r.gen, r.id LIMIT $limit
  RETURN r.record
} AS page`, kind)
}

func (r *reader) scanEdges(ctx context.Context, kinds []kg.EdgeKind) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		runs, err := r.firstEdges(ctx, kinds)
		for err == nil && len(runs) > 0 {
			least := slices.MinFunc(runs, func(a, b *run) int { return strings.Compare(a.next, b.next) })
			if len(least.edges) == 0 {
				if err = r.fill(ctx, least); err != nil {
					break
				}
			}
			e := least.edges[0]
			if !yield(e, nil) {
				return
			}
			least.pass()
			runs = slices.DeleteFunc(runs, func(one *run) bool { return one.next == "" })
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func (r *reader) firstEdges(ctx context.Context, kinds []kg.EdgeKind) (runs []*run, err error) {
	rows, err := r.ask(ctx, cypherFirstEdges, map[string]any{})
	if err != nil {
		return nil, err
	}
	for i, spec := range kg.EdgeKinds {
		first := list(rows[0], i)
		if len(first) == 0 || len(kinds) > 0 && !slices.Contains(kinds, spec.Kind) {
			continue
		}
		runs = append(runs, &run{kind: spec.Kind, next: first[0].(string)})
	}
	return runs, nil
}

// fill reads the next page of a run, and one edge more.
func (r *reader) fill(ctx context.Context, run *run) error {
	rows, err := r.ask(ctx, edgeRunStatement(run.kind), map[string]any{"from": run.next, "limit": int64(scanPage + 1)})
	if err != nil {
		return err
	}
	page := list(rows[0], 0)
	for _, item := range page {
		e, err := recordOf(item, (*decoder).edge)
		if err != nil {
			return err
		}
		run.edges = append(run.edges, e)
	}
	if len(run.edges) == 0 {
		return broken("the index of edges", nil)
	}
	run.behind = ""
	if len(run.edges) > scanPage {
		run.behind = string(run.edges[scanPage].ID)
		run.edges = run.edges[:scanPage]
	}
	return nil
}

// pass goes past the first edge.
func (run *run) pass() {
	run.edges, run.next = run.edges[1:], run.behind
	if len(run.edges) > 0 {
		run.next = string(run.edges[0].ID)
	}
}

const cypherRest = `RETURN COLLECT {
  MATCH (n:Retired) WHERE n.gen = $gen AND n.id > ''
  RETURN n.record
} AS retired,
COLLECT {
  MATCH (n:Correction {gen: $gen})
  RETURN n.record
} AS corrections`

func (r *reader) scanRest(ctx context.Context) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		records, err := r.rest(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, record := range records {
			if !yield(record, nil) {
				return
			}
		}
	}
}

// rest returns retired ids by id, then corrections in their order; there are
// few of both.
func (r *reader) rest(ctx context.Context) (out []kg.Record, err error) {
	rows, err := r.ask(ctx, cypherRest, map[string]any{})
	if err != nil {
		return nil, err
	}
	for _, item := range list(rows[0], 0) {
		gone, err := recordOf(item, (*decoder).retired)
		if err != nil {
			return nil, err
		}
		out = append(out, gone)
	}
	slices.SortFunc(out, func(a, b kg.Record) int { return strings.Compare(string(a.RecordID()), string(b.RecordID())) })
	var corrections []kg.Correction
	for _, item := range list(rows[0], 1) {
		c, err := recordOf(item, (*decoder).correction)
		if err != nil {
			return nil, err
		}
		corrections = append(corrections, c)
	}
	slices.SortFunc(corrections, store.CompareCorrections)
	for _, c := range corrections {
		out = append(out, c)
	}
	return out, nil
}
