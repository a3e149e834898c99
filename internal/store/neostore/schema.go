package neostore

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Labels of ours, beside the kinds'. A node of ours has exactly one of the
// first four, so that the database's own counts tell whether others are there.
const (
	labelNode       = "CityGraphNode"
	labelDetail     = "CityGraphDetail" // names, figures, rosters, claims, retired ids, corrections
	labelGeneration = "CityGraphGeneration"
	labelPointer    = "CityGraphPointer"
)

// Relationship types that hold the graph of details together, beside the kinds'.
var detailTypes = []string{"HAS_NAME", "HAS_FIGURE", "HAS_ROSTER", "HAS_CLAIM", "CITES"}

// allTypes are all relationship types of ours.
func allTypes() []string {
	var types []string
	for _, spec := range kg.EdgeKinds {
		types = append(types, string(spec.Kind))
	}
	return append(types, detailTypes...)
}

// schema returns the constraints and indexes by name. All begin with citygraph_.
func schema() map[string]string {
	all := map[string]string{
		"citygraph_pointer":    "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:CityGraphPointer) REQUIRE n.key IS UNIQUE",
		"citygraph_generation": "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:CityGraphGeneration) REQUIRE n.gen IS UNIQUE",
		"citygraph_node":       "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:CityGraphNode) REQUIRE (n.gen, n.id) IS UNIQUE",
		"citygraph_retired":    "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:Retired) REQUIRE (n.gen, n.id) IS UNIQUE",
		"citygraph_detail":     "CREATE INDEX %s IF NOT EXISTS FOR (n:CityGraphDetail) ON (n.gen)",
		"citygraph_names":      "CREATE INDEX %s IF NOT EXISTS FOR (n:Name) ON (n.gen, n.folded)",
		"citygraph_location":   "CREATE POINT INDEX %s IF NOT EXISTS FOR (n:City) ON (n.location)",
		"citygraph_text":       "CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:CityGraphNode|CityGraphDetail) ON EACH [n.name, n.text, n.description]",
	}
	for _, by := range []store.By{store.ByID, store.ByName, store.ByDate, store.ByDegree} {
		for _, desc := range []bool{false, true} {
			p := placeProperty(store.Order{By: by, Desc: desc})
			all["citygraph_by_"+strings.ToLower(p)] = "CREATE INDEX %s IF NOT EXISTS FOR (n:CityGraphNode) ON (n.gen, n.kind, n." + p + ")"
		}
	}
	for _, spec := range kg.EdgeKinds {
		for name, on := range map[string]string{"edge": "r.gen, r.id", "from": "r.gen, r.from, r.id", "to": "r.gen, r.to, r.id"} {
			all["citygraph_"+name+"_"+strings.ToLower(string(spec.Kind))] =
				"CREATE INDEX %s IF NOT EXISTS FOR ()-[r:" + string(spec.Kind) + "]-() ON (" + on + ")"
		}
	}
	for _, t := range detailTypes {
		all["citygraph_edge_"+strings.ToLower(t)] = "CREATE INDEX %s IF NOT EXISTS FOR ()-[r:" + t + "]-() ON (r.gen)"
	}
	return all
}

const cypherIndexes = "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'citygraph_' RETURN name, state"

// prepare makes the constraints and indexes that are missing and waits until
// they can be used.
func (s *Store) prepare(ctx context.Context) error {
	rows, err := s.read(ctx, cypherIndexes, nil)
	if err != nil {
		return err
	}
	missing := schema()
	waiting := false
	for _, row := range rows {
		name, _ := row.Values[0].(string)
		delete(missing, name)
		waiting = waiting || row.Values[1] != "ONLINE"
	}
	for name, statement := range missing {
		if _, err := s.change(ctx, fmt.Sprintf(statement, name), nil); err != nil {
			return err
		}
	}
	if len(missing) > 0 || waiting {
		_, err = s.change(ctx, "CALL db.awaitIndexes(120)", nil)
	}
	return err
}

// cypherForeign counts, from the database's own counters, what is there and
// what of it is ours.
var cypherForeign = func() string {
	parts := []string{}
	for _, label := range []string{labelNode, labelDetail, labelGeneration, labelPointer} {
		parts = append(parts, "COUNT { (:"+label+") }")
	}
	return "RETURN COUNT { () } - " + strings.Join(parts, " - ") + " AS foreign"
}()

// refuseForeign returns CodeConflict where the database holds nodes that are
// not ours and Options.AllowForeign is not set.
func (s *Store) refuseForeign(ctx context.Context) error {
	if s.options.AllowForeign {
		return nil
	}
	rows, err := s.read(ctx, cypherForeign, nil)
	if err != nil {
		return err
	}
	if n := total(rows[0].Values[0]); n > 0 {
		return kg.Errorf(kg.CodeConflict, "the database holds %d nodes that CityGraph did not import", n).
			WithMend("import into an empty database, or allow other data beside it (import --allow-foreign), which is not touched")
	}
	return nil
}

// only returns the single value of a statement's single row.
func only(rows []*neo4j.Record) any {
	if len(rows) == 0 || len(rows[0].Values) == 0 {
		return nil
	}
	return rows[0].Values[0]
}
