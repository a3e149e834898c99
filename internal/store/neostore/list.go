package neostore

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// List returns a page of nodes; see store.Reader.
func (r *reader) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, error) {
	if err := r.ready(ctx); err != nil {
		return store.NodePage{}, err
	}
	if err := store.CheckList(f, p); err != nil {
		return store.NodePage{}, err
	}
	count := p.Total && f.Where != nil
	if p.Total && !count && p.First == 0 && p.After == nil { // known from the import: no round trip
		all := r.generation.count(f.Kinds)
		return store.NodePage{Total: all, More: all > 0}, nil
	}
	cypher, params := listStatement(f, p, count)
	rows, err := r.ask(ctx, cypher, params)
	if err != nil {
		return store.NodePage{}, err
	}
	page := store.NodePage{Total: -1}
	items, _ := rows[0].Values[0].([]any)
	page.More = len(items) > p.First
	for _, item := range items[:min(p.First, len(items))] {
		n, err := nodeOf(item)
		if err != nil {
			return store.NodePage{}, err
		}
		page.Nodes = append(page.Nodes, n)
	}
	switch {
	case count:
		page.Total = total(rows[0].Values[1])
	case p.Total:
		page.Total = r.generation.count(f.Kinds)
	}
	return page, nil
}

// listStatement reads, for each kind, one range of one index in its order, and
// of all these the first; or, where a condition names few nodes to begin with,
// those. One more node than the page holds tells whether there are more. Where
// no condition asks about nodes, the import's counts tell the total; else it is
// counted where count says so.
func listStatement(f store.NodeFilter, p store.Page, count bool) (cypher string, params map[string]any) {
	b := newPredicate(f.When)
	b.params["kinds"] = texts(kindsOf(f.Kinds))
	b.params["limit"] = int64(p.First + 1)
	property, way, than := placeProperty(f.Order), "", ">"
	if f.Order == (store.Order{By: store.ByID, Desc: true}) {
		way, than = " DESC", "<"
	}
	behind := ""
	if p.After != nil {
		behind = fmt.Sprintf("n.%s %s %s", property, than, b.param(place(f.Order, *p.After)))
	}
	begin, rest := b.begin(f.Where)
	where := b.meets(rest, "n", b.sure())
	if begin == "" {
		cypher = everyKind(property, way, behind, where, b.listed())
		begin = "  MATCH (n:CityGraphNode)\n  USING INDEX n:CityGraphNode(gen, kind, id)\n"
		where = and("n.gen = $gen AND n.kind IN $kinds AND n.id IS NOT NULL", where) // all that the index is on
	} else {
		where = and("n.kind IN $kinds", where)
		cypher = begin + "  WHERE " + and(where, behind) + "\n"
	}
	cypher = fmt.Sprintf("RETURN COLLECT {\n%s  WITH n ORDER BY n.%s%s LIMIT $limit\n  RETURN [n.record, n.sortKey, n.degree]\n} AS page", cypher, property, way)
	if count {
		cypher += ",\nCOUNT {\n" + begin + "  WHERE " + where + "\n} AS total"
	}
	return b.before() + cypher, b.params
}

// everyKind reads the first nodes of each kind in the order of an index; that
// it is the one for the order is not left to the planner's guess.
func everyKind(property, way, behind, where, listed string) string {
	if behind == "" {
		behind = "n." + property + " IS NOT NULL" // says that the index has every node
	}
	return fmt.Sprintf(`  UNWIND $kinds AS kind
  CALL {
    WITH kind%[4]s
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, %[1]s)
    WHERE %[3]s
    WITH n ORDER BY n.gen%[2]s, n.kind%[2]s, n.%[1]s%[2]s LIMIT $limit
    RETURN n
  }
`, property, way, and("n.gen = $gen AND n.kind = kind", behind, where), listed)
}

// kindsOf returns the kinds that are asked for, each once; none means all.
func kindsOf(kinds []kg.NodeKind) (out []kg.NodeKind) {
	for _, spec := range kg.NodeKinds {
		if len(kinds) == 0 || slices.Contains(kinds, spec.Kind) {
			out = append(out, spec.Kind)
		}
	}
	return out
}

// count returns how many nodes of these kinds there are.
func (g *generation) count(kinds []kg.NodeKind) int {
	n := 0
	for _, k := range kindsOf(kinds) {
		n += g.info.Nodes[k]
	}
	return n
}

// nodeOf reads [record, sortKey, degree].
func nodeOf(value any) (kg.Node, error) {
	columns, ok := value.([]any)
	if !ok || len(columns) < 3 {
		return kg.Node{}, broken("a node", nil)
	}
	n, err := recordOf(columns[0], (*decoder).node)
	if err != nil {
		return kg.Node{}, err
	}
	sortKey, ok1 := columns[1].(string)
	degree, ok2 := columns[2].(int64)
	if !ok1 || !ok2 {
		return kg.Node{}, broken("a node", nil)
	}
	n.SortKey, n.Degree = sortKey, int(degree)
	return n, nil
}

// recordOf decodes the value of a property `record`.
func recordOf[R any](value any, read func(*decoder) R) (R, error) {
	b, _ := value.([]byte)
	r, err := decode(b, read)
	if err != nil {
		return r, broken("a record", err)
	}
	return r, nil
}

func total(value any) int {
	n, _ := value.(int64)
	return int(n)
}

// list reads a column of a row as a list.
func list(row *neo4j.Record, column int) []any {
	l, _ := row.Values[column].([]any)
	return l
}
