package neostore

import (
	"context"
	"fmt"
	"strings"
	"time"

	"citygraph/internal/kg"
)

// cypherBuild makes the marker of a generation that is being built. Its number
// is the server's clock in microseconds, so that no number ever comes again.
const cypherBuild = `MATCH (p:CityGraphPointer {key: 'current'})
OPTIONAL MATCH (old:CityGraphGeneration)
WITH max(coalesce(old.gen, 0)) AS last
WITH CASE WHEN last >= timestamp() * 1000 THEN last + 1 ELSE timestamp() * 1000 END AS gen
CREATE (g:CityGraphGeneration {gen: gen, state: 'building', written: 0, begun: datetime()})
RETURN gen`

func (s *Store) build(ctx context.Context) (int64, error) {
	rows, err := s.change(ctx, cypherBuild, nil)
	if err != nil {
		return 0, err
	}
	gen, ok := only(rows).(int64)
	if !ok {
		return 0, broken("the pointer", nil)
	}
	return gen, nil
}

// cypherRetire marks what only slow readers may still read: live generations
// that are not current.
const cypherRetire = `MATCH (p:CityGraphPointer {key: 'current'})
MATCH (g:CityGraphGeneration {state: 'live'})
WHERE p.gen IS NULL OR g.gen <> p.gen
SET g.state = 'retired', g.retiredAt = timestamp()`

const cypherDead = `MATCH (g:CityGraphGeneration)
WHERE g.state IN $states
RETURN g.gen, CASE g.state WHEN 'retired' THEN timestamp() - g.retiredAt ELSE NULL END AS age`

// clear deletes what earlier imports left: generations that were never
// finished, and retired ones that no read can be at any more. Then it retires
// the generation before the current one, which sweep deletes after the switch.
// Whoever calls it holds the lock.
func (s *Store) clear(ctx context.Context) error {
	if err := s.deleteDead(ctx, 0, "building", "retired"); err != nil {
		return err
	}
	_, err := s.change(ctx, cypherRetire, nil)
	return err
}

// sweep deletes the retired generations, once reads that began before have
// ended. What it cannot do now the next import does. It holds no lock, so that
// what is being built now is another import's.
func (s *Store) sweep(ctx context.Context) {
	_ = s.deleteDead(ctx, s.options.Drain, "retired")
}

// deleteDead deletes generations in these states; for retired ones it waits up
// to wait until they are old enough, and leaves them where they are not.
func (s *Store) deleteDead(ctx context.Context, wait time.Duration, states ...string) error {
	rows, err := s.read(ctx, cypherDead, map[string]any{"states": states})
	if err != nil {
		return err
	}
	for _, row := range rows {
		gen, _ := row.Values[0].(int64)
		if age, retired := row.Values[1].(int64); retired {
			left := s.options.Drain - time.Duration(age)*time.Millisecond
			if left > wait {
				continue
			}
			if left > 0 && !sleep(ctx, left) {
				return s.ready(ctx)
			}
		}
		if err := s.deleteGeneration(ctx, gen); err != nil {
			return err
		}
	}
	return nil
}

// sweepBuilt deletes a generation that was aborted; the next import does what
// this one cannot.
func (s *Store) sweepBuilt(ctx context.Context, gen int64) { _ = s.deleteGeneration(ctx, gen) }

// cypherCondemn marks a generation that is to be deleted, so that no import goes
// on writing it or switches to it meanwhile; one that is live it leaves alone and
// returns no row. It writes before it looks, and so waits for whoever writes
// there: a switch whose answer was lost may still be on its way, and what said
// that the generation is dead may have come from a member that lags behind.
const cypherCondemn = `MATCH (g:CityGraphGeneration {gen: $gen})
SET g.locked = timestamp()
WITH g
WHERE g.state <> 'live'
SET g.state = 'retired', g.retiredAt = coalesce(g.retiredAt, 0)
RETURN g.gen`

// deleteBatch is how many relationships or nodes one transaction deletes.
const deleteBatch = 10000

// cypherTypes counts the relationships of each type, from the database's own
// counters, to know which types are worth asking.
var cypherTypes = func() string {
	var columns []string
	for _, t := range allTypes() {
		columns = append(columns, "COUNT { ()-[:"+t+"]->() } AS "+t)
	}
	return "RETURN " + strings.Join(columns, ",\n")
}()

// deleteGeneration deletes relationships first, in batches: deleting nodes
// with all that hangs on them takes a server's memory where there are hubs.
// The marker goes last, so that what was begun is found again. A live generation
// is never deleted.
func (s *Store) deleteGeneration(ctx context.Context, gen int64) error {
	rows, err := s.change(ctx, cypherCondemn, map[string]any{"gen": gen})
	if err != nil || len(rows) == 0 {
		return err
	}
	if rows, err = s.read(ctx, cypherTypes, nil); err != nil {
		return err
	}
	for i, t := range allTypes() {
		if total(rows[0].Values[i]) == 0 {
			continue
		}
		index, id := "(gen)", ""
		if _, edge := kg.EdgeKind(t).Spec(); edge {
			index, id = "(gen, id)", " AND r.id > ''"
		}
		err := s.deleteAll(ctx, gen, fmt.Sprintf(
			"MATCH ()-[r:%[1]s]->()\nUSING INDEX r:%[1]s%[2]s\nWHERE r.gen = $gen%[3]s\nWITH r LIMIT $limit\nDELETE r\nRETURN count(*)", t, index, id))
		if err != nil {
			return err
		}
	}
	for _, label := range []string{labelDetail, labelNode} {
		if err := s.deleteAll(ctx, gen, "MATCH (n:"+label+" {gen: $gen})\nWITH n LIMIT $limit\nDELETE n\nRETURN count(*)"); err != nil {
			return err
		}
	}
	_, err = s.change(ctx, "MATCH (g:CityGraphGeneration {gen: $gen}) DELETE g", map[string]any{"gen": gen})
	return err
}

// deleteAll runs a statement until it deletes less than a batch.
func (s *Store) deleteAll(ctx context.Context, gen int64, cypher string) error {
	for {
		rows, err := s.change(ctx, cypher, map[string]any{"gen": gen, "limit": int64(deleteBatch)})
		if err != nil {
			return err
		}
		if total(only(rows)) < deleteBatch {
			return nil
		}
	}
}
