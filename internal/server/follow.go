package server

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"

	"citygraph/internal/store"
)

// Follow keeps up with a store that others write to, until ctx is done: it asks
// every so often what the store holds, and reloads when that is not what is
// served. While the store does not answer, /readyz says so and why, and it is
// asked less often. One question may take Timeouts.Request, a reload as long as
// it needs.
func (s *Server) Follow(ctx context.Context, st store.Store, every time.Duration) {
	failed := 0 // looks, one after the other
	for {
		if s.lookAt(ctx, st) {
			failed = 0
		} else {
			failed++
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(untilNext(every, failed)):
		}
	}
}

// longest is up to how many times as long as usual the pause grows before a
// store that failed is asked again: a dead one is not the busier for it, one
// that is back is noticed within seconds.
const longest = 3

// untilNext is the pause before the next look: twice as long after each that
// failed, and a quarter more or less at random, so that many servers do not all
// ask a store at once that has just come back.
func untilNext(every time.Duration, failed int) time.Duration {
	pause := every
	for range failed {
		pause = min(2*pause, longest*every)
	}
	return pause*3/4 + rand.N(pause/2+1)
}

// lookAt reports whether the store answers and what it holds is served.
func (s *Server) lookAt(ctx context.Context, st store.Store) (ok bool) {
	info, err := s.holds(ctx, st)
	if ctx.Err() != nil {
		return false
	}
	s.noteStore(ctx, err)
	if err == nil && !s.current.Load().serves(info) {
		err = s.Reload(ctx) // the log and /readyz say what was wrong; a later look tries again
	}
	return err == nil
}

// holds asks what the store holds now.
func (s *Server) holds(ctx context.Context, st store.Store) (store.Info, error) {
	ctx, cancel := context.WithTimeout(ctx, s.o.Timeouts.Request)
	defer cancel()
	r, err := st.Open(ctx)
	if err != nil {
		return store.Info{}, err
	}
	return r.Info(ctx)
}

// noteStore remembers whether the store answers, and logs when that changes.
func (s *Server) noteStore(ctx context.Context, err error) {
	s.loads.mu.Lock()
	before := s.loads.unreachable
	s.loads.unreachable = err
	s.loads.mu.Unlock()
	switch {
	case err != nil && (before == nil || before.Error() != err.Error()):
		s.o.Log.LogAttrs(ctx, slog.LevelError, "the store does not answer, trying on", slog.Any("error", err))
	case err == nil && before != nil:
		s.o.Log.LogAttrs(ctx, slog.LevelInfo, "the store answers again")
	}
}
