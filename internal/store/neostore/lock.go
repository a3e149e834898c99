package neostore

import (
	"context"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
)

// lock is held by the one import that runs. It is a transaction that has
// written to the pointer and stays open: the server lets nobody else write
// there until it ends, ends it as soon as its connection is gone, even by
// kill -9, and the switch is its last statement, so that only the import that
// held the lock all the time can switch.
type lock struct {
	store   *Store
	mu      sync.Mutex // Store.Close may come while an import uses it
	session neo4j.SessionWithContext
	tx      neo4j.ExplicitTransaction
}

// lockWait is how long an import waits for the lock. It is not long: another
// import takes minutes.
const lockWait = 2 * time.Second

const (
	cypherPointerThere = "MERGE (p:CityGraphPointer {key: 'current'})"
	cypherLock         = "MATCH (p:CityGraphPointer {key: 'current'}) SET p.locked = timestamp()"
)

func (s *Store) takeLock(ctx context.Context) (*lock, error) {
	rows, err := s.read(ctx, "RETURN COUNT { (:CityGraphPointer) }", nil)
	if err != nil {
		return nil, err
	}
	if total(only(rows)) == 0 {
		if _, err := s.change(ctx, cypherPointerThere, nil); err != nil {
			return nil, err
		}
	}
	l := &lock{store: s, session: s.session(ctx, neo4j.AccessModeWrite)}
	s.setLock(l)
	if err := l.take(ctx); err != nil {
		s.dropLock(context.WithoutCancel(ctx))
		return nil, err
	}
	return l, nil
}

// take asks with a deadline; where that passes, another import holds the lock.
func (l *lock) take(ctx context.Context) (err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	begin, done := context.WithTimeout(ctx, l.store.options.WriteTimeout)
	defer done()
	if l.tx, err = l.session.BeginTransaction(begin, neo4j.WithTxTimeout(0)); err != nil {
		return l.store.failure(begin, err)
	}
	within, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	l.store.trace(ctx, cypherLock, nil)
	result, err := l.tx.Run(within, cypherLock, nil)
	if err == nil {
		_, err = result.Consume(within)
	}
	if err != nil && within.Err() != nil && ctx.Err() == nil {
		return errRunning.WithCause(err)
	}
	return l.store.failure(ctx, err)
}

const cypherMove = `MATCH (g:CityGraphGeneration {gen: $gen, state: 'building'})
MATCH (p:CityGraphPointer {key: 'current'})
SET g += $marker, g.state = 'live', g.committed = datetime(), p.gen = $gen
REMOVE p.locked
RETURN p.gen`

// move makes a generation the current one and ends the lock.
func (l *lock) move(ctx context.Context, gen int64, marker map[string]any) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	within, cancel := context.WithTimeout(ctx, l.store.options.WriteTimeout)
	defer cancel()
	params := map[string]any{"gen": gen, "marker": marker}
	l.store.trace(ctx, cypherMove, params)
	result, err := l.tx.Run(within, cypherMove, params)
	if err != nil {
		return l.lost(within, err)
	}
	rows, err := result.Collect(within)
	if err != nil {
		return l.lost(within, err)
	}
	if len(rows) == 0 {
		return kg.Errorf(kg.CodeConflict, "the import was cleared away by another one").WithMend("import again")
	}
	if err := l.tx.Commit(within); err != nil && !l.moved(within, gen) {
		return l.lost(within, err)
	}
	return nil
}

// moved reports whether the pointer shows the generation: the answer to a
// commit may be lost where the commit was not.
func (l *lock) moved(ctx context.Context, gen int64) bool {
	g, err := l.store.lookUp(ctx)
	return err == nil && g != nil && g.number == gen
}

func (l *lock) lost(ctx context.Context, err error) error {
	if l.store.closed.Load() || ctx.Err() != nil {
		return l.store.failure(ctx, err)
	}
	return kg.Errorf(kg.CodeUnavailable, "the import lost its hold on the database before it was complete").
		WithMend("import again; what was current still is").WithCause(err)
}

// release gives the lock back; a second time it does nothing.
func (l *lock) release(ctx context.Context) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.tx != nil {
		_ = l.tx.Close(ctx) // rolls back what was not committed
	}
	_ = l.session.Close(ctx)
}

func (s *Store) setLock(l *lock) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lock = l
}

// dropLock gives back the lock of an import that was left open: the driver
// does not close connections that are in use.
func (s *Store) dropLock(ctx context.Context) {
	s.mu.Lock()
	l := s.lock
	s.lock = nil
	s.mu.Unlock()
	if l != nil {
		l.release(ctx)
	}
}
