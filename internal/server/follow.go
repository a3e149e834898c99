package server

import (
	"context"
	"log/slog"
	"time"

	"citygraph/internal/store"
)

// Follow keeps up with a store that others write to, until ctx is done: it asks
// every so often what the store holds, and reloads when that is not what is
// served. While the store does not answer, /readyz says so and why. One question
// may take Timeouts.Request, a reload as long as it needs.
func (s *Server) Follow(ctx context.Context, st store.Store, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		s.lookAt(ctx, st)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (s *Server) lookAt(ctx context.Context, st store.Store) {
	info, err := s.holds(ctx, st)
	if ctx.Err() != nil {
		return
	}
	s.noteStore(ctx, err)
	if err == nil && !s.current.Load().serves(info) {
		_ = s.Reload(ctx) // the log and /readyz say what was wrong; the next look tries again
	}
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
