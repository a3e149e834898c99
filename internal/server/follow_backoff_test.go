package server_test

import (
	"context"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"citygraph/internal/server"
	"citygraph/internal/store"
)

// counted is a store that counts how often it is opened.
type counted struct {
	*shared
	opened atomic.Int32
}

func (c *counted) Open(ctx context.Context) (store.Reader, error) {
	c.opened.Add(1)
	if c.down.Load() {
		return nil, errDown
	}
	return c.shared.Open(ctx)
}

// TestFollowBacksOff: a dead store is asked again and again, but less often, and
// served soon after it is back.
func TestFollowBacksOff(t *testing.T) {
	const every = 20 * time.Millisecond
	st := &counted{shared: &shared{Store: seedStore(t, "1.0.0")}}
	st.down.Store(true)
	r := start(t, server.Options{Load: func(ctx context.Context) (server.Graph, error) {
		return server.Open(ctx, st, slog.New(slog.DiscardHandler))
	}})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Follow(ctx, st, every)
	}()
	time.Sleep(40 * every)
	n := st.opened.Load()
	if n < 3 || n > 40*4/(3*3)+5 { // three quarters of three times the pause at least, but for the first ones
		t.Errorf("a dead store was asked %d times in %s", n, 40*every)
	}
	st.down.Store(false)
	eventually(t, "the dataset is served", func() bool { return r.serves("1.0.0") })
	cancel()
	<-done
}
