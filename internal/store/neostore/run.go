package neostore

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// A read that failed for a reason that passes is tried again so often, with
// pauses that grow from pauseFirst. Reads change nothing and their rows are
// used only once all have come, so trying again is safe.
const (
	attempts   = 5
	pauseFirst = 20 * time.Millisecond
)

// read runs one statement in one round trip (an auto-commit transaction, half
// the price of a managed one) and returns its rows.
func (s *Store) read(ctx context.Context, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	within, cancel := context.WithTimeout(ctx, s.options.ReadTimeout)
	defer cancel()
	pause := pauseFirst
	for attempt := 1; ; attempt++ {
		rows, err := s.readOnce(within, cypher, params)
		if err == nil {
			return rows, nil
		}
		if attempt == attempts || !passing(err) || !sleep(within, pause/2+rand.N(pause)) {
			s.bookmarks.forget()
			if alive := store.Alive(ctx); alive != nil {
				return nil, alive
			}
			return nil, s.failure(within, err)
		}
		pause *= 3
	}
}

func (s *Store) readOnce(ctx context.Context, cypher string, params map[string]any) (rows []*neo4j.Record, err error) {
	s.trace(ctx, cypher, params)
	began := time.Now()
	var result neo4j.ResultWithContext
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() {
		if e := session.Close(context.WithoutCancel(ctx)); err == nil {
			err = e // not joined: the driver tells its errors by their outermost type
		}
		s.tripped(ctx, Trip{Cypher: cypher, Params: params, Rows: len(rows), Took: time.Since(began), Err: err}, result)
	}()
	result, err = session.Run(ctx, cypher, params, neo4j.WithTxTimeout(s.options.ReadTimeout))
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.options.Database, BookmarkManager: s.bookmarks,
	})
}

func (s *Store) trace(ctx context.Context, cypher string, params map[string]any) {
	if s.options.Trace != nil {
		s.options.Trace(ctx, cypher, params)
	}
}

// passing reports whether trying again may help: what the driver itself would
// try again, but not a statement that ran too long.
func passing(err error) bool {
	var theirs *neo4j.Neo4jError
	if errors.As(err, &theirs) && sentences[theirs.Code] != nil {
		return false
	}
	return neo4j.IsRetryable(err) || isCut(err)
}

// sleep waits, and reports whether ctx let it.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// ask runs a statement of a Reader. It begins with the marker of the reader's
// generation, so that no row means that the generation is gone.
func (r *reader) ask(ctx context.Context, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	params["gen"] = r.generation.number
	rows, err := r.read(ctx, live+cypher, params)
	if err == nil && len(rows) == 0 {
		return nil, gone
	}
	return rows, err
}

// live matches the marker of the generation that is read.
const live = "MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})\n"

// change runs one statement that writes, by itself and without trying again.
func (s *Store) change(ctx context.Context, cypher string, params map[string]any) (rows []*neo4j.Record, err error) {
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.options.WriteTimeout)
	defer cancel()
	s.trace(ctx, cypher, params)
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	result, err := session.Run(ctx, cypher, params, neo4j.WithTxTimeout(s.options.WriteTimeout))
	if err != nil {
		return nil, s.failure(ctx, err)
	}
	rows, err = result.Collect(ctx)
	return rows, s.failure(ctx, err)
}

// broken is an answer that cannot come from a database that we wrote.
func broken(what string, err error) error {
	return kg.Errorf(kg.CodeInternal, "%s in the database is not what was imported", what).WithMend("import the dataset again").WithCause(err)
}
