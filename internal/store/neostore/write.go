package neostore

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
)

// chunkSize is how many rows one transaction of an import writes: many enough
// that round trips do not count, few enough for a small server's memory.
const chunkSize = 5000

// group is rows that one statement writes.
type group struct {
	rank   int // nodes come before what needs them
	cypher string
	rows   []map[string]any
}

// chunk is what is written next, by statement.
type chunk struct {
	size   int
	groups map[string]*group
}

func (c *chunk) put(rank int, cypher string, row map[string]any) {
	if c.groups == nil {
		c.groups = map[string]*group{}
	}
	g := c.groups[cypher]
	if g == nil {
		g = &group{rank: rank, cypher: cypher}
		c.groups[cypher] = g
	}
	g.rows = append(g.rows, row)
	c.size++
}

// The statements that write. Hints are there because the planner of a database
// that was empty a moment ago would rather scan.
const (
	cypherNode   = "UNWIND $rows AS row\nCREATE (n:CityGraphNode:%s)\nSET n = row"
	cypherRecord = "UNWIND $rows AS row\nCREATE (n:CityGraphDetail:%s)\nSET n = row"
	cypherEdge   = `UNWIND $rows AS row
MATCH (a:CityGraphNode {gen: $gen, id: row.from})
USING INDEX SEEK a:CityGraphNode(gen, id)
MATCH (b:CityGraphNode {gen: $gen, id: row.to})
USING INDEX SEEK b:CityGraphNode(gen, id)
CREATE (a)-[r:%s]->(b)
SET r = row.properties`
	cypherDegree = `UNWIND $rows AS row
MATCH (n:CityGraphNode {gen: $gen, id: row.id})
USING INDEX SEEK n:CityGraphNode(gen, id)
SET n += row.properties`
	cypherDetail = `UNWIND $rows AS row
MATCH (n:CityGraphNode {gen: $gen, id: row.node})
USING INDEX SEEK n:CityGraphNode(gen, id)
CREATE (n)-[:%s {gen: $gen}]->(x:CityGraphDetail:%s)
SET x = row.properties
WITH x, row
UNWIND row.sources AS cited
MATCH (s:CityGraphNode {gen: $gen, id: cited.source})
USING INDEX SEEK s:CityGraphNode(gen, id)
CREATE (x)-[:CITES {gen: $gen, locator: cited.locator, basis: cited.basis}]->(s)`
	cypherCites = `UNWIND $rows AS row
MATCH (n:CityGraphNode {gen: $gen, id: row.node})
USING INDEX SEEK n:CityGraphNode(gen, id)
UNWIND row.sources AS cited
MATCH (s:CityGraphNode {gen: $gen, id: cited.source})
USING INDEX SEEK s:CityGraphNode(gen, id)
CREATE (n)-[:CITES {gen: $gen, locator: cited.locator, basis: cited.basis}]->(s)`
)

func (c *chunk) addNode(gen int64, n kg.Node) {
	spec, _ := n.Kind.Spec()
	c.put(0, fmt.Sprintf(cypherNode, spec.Name), nodeRow(gen, n))
}

func (c *chunk) addEdge(gen int64, e kg.Edge) {
	spec, _ := e.Kind.Spec()
	c.put(1, fmt.Sprintf(cypherEdge, spec.Kind), edgeRow(gen, e))
}

func (c *chunk) add(label string, row map[string]any) {
	c.put(1, fmt.Sprintf(cypherRecord, label), row)
}

func (c *chunk) addDegree(row map[string]any) { c.put(1, cypherDegree, row) }

func (c *chunk) addDetail(d detail) {
	if d.label == "" {
		c.put(1, cypherCites, d.row)
		return
	}
	c.put(1, fmt.Sprintf(cypherDetail, d.relationship, d.label), d.row)
}

// split cuts a chunk into transactions of chunkSize rows, in their order.
func (c *chunk) split() (parts [][]group) {
	groups := []group{}
	for _, g := range c.groups {
		groups = append(groups, *g)
	}
	slices.SortFunc(groups, func(a, b group) int { return cmp.Or(a.rank-b.rank, cmp.Compare(a.cypher, b.cypher)) })
	var part []group
	left := chunkSize
	for _, g := range groups {
		for rows := g.rows; len(rows) > 0; {
			n := min(left, len(rows))
			part = append(part, group{g.rank, g.cypher, rows[:n]})
			rows = rows[n:]
			if left -= n; left == 0 {
				parts, part, left = append(parts, part), nil, chunkSize
			}
		}
	}
	if len(part) > 0 {
		parts = append(parts, part)
	}
	return parts
}

// cypherFence counts the transactions of an import on its marker. One that is
// tried again after its answer was lost finds its number there and writes
// nothing twice; one whose generation was cleared away finds no marker.
const cypherFence = `MATCH (g:CityGraphGeneration {gen: $gen, state: 'building'})
WITH g, g.written AS before
SET g.written = $written
RETURN before`

// write writes one transaction of an import; the driver tries it again where
// that may help.
func (s *Store) write(ctx context.Context, gen int64, number int, part []group) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.WriteTimeout)
	defer cancel()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, s.writeOnce(ctx, tx, gen, number, part)
	}, neo4j.WithTxTimeout(s.options.WriteTimeout))
	return s.failure(ctx, err)
}

func (s *Store) writeOnce(ctx context.Context, tx neo4j.ManagedTransaction, gen int64, number int, part []group) error {
	run := func(cypher string, params map[string]any) ([]*neo4j.Record, error) {
		s.trace(ctx, cypher, params)
		result, err := tx.Run(ctx, cypher, params)
		if err != nil {
			return nil, err
		}
		return result.Collect(ctx)
	}
	rows, err := run(cypherFence, map[string]any{"gen": gen, "written": int64(number)})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return kg.Errorf(kg.CodeConflict, "the import was cleared away by another one").WithMend("import again")
	}
	if total(only(rows)) == number {
		return nil
	}
	for _, g := range part {
		if _, err := run(g.cypher, map[string]any{"gen": gen, "rows": g.rows}); err != nil {
			return err
		}
	}
	return nil
}
