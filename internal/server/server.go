package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// Options are what a server needs. Load and Log are required.
type Options struct {
	// Load reads the dataset and makes it ready. It is called once by each
	// Reload, never by two at a time.
	Load func(context.Context) (Graph, error)

	Log      *slog.Logger
	Version  string   // of the program
	Limits   Limits   // zero: DefaultLimits
	Timeouts Timeouts // zero: DefaultTimeouts

	// Explain lets clients see how they are answered: to a request with
	// {"explain": true} among its extensions the answer carries an explanation.
	Explain bool
}

// Server answers HTTP requests from the current revision of a dataset. It is
// safe for concurrent use.
type Server struct {
	o        Options
	handler  http.Handler
	current  atomic.Pointer[revision]
	stopping atomic.Bool
	loads    reloads
}

// New returns a server that has loaded nothing yet: until the first Reload it
// answers questions with 503.
func New(o Options) *Server {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	if o.Timeouts == (Timeouts{}) {
		o.Timeouts = DefaultTimeouts
	}
	s := &Server{o: o}
	s.handler = s.logged(s.routes())
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Serve answers requests on ln until ctx is done; then /readyz says no, and
// after Timeouts.Notice the listener closes and requests in flight have
// Timeouts.Drain to finish. It returns nil after a stop in which all of them
// did.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	t := s.o.Timeouts
	base := context.WithoutCancel(ctx) // requests in flight outlive the order to stop
	hs := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: t.Header,
		ReadTimeout:       t.Read,
		WriteTimeout:      t.Write,
		IdleTimeout:       t.Idle,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return base },
		ErrorLog:          slog.NewLogLogger(s.o.Log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- hs.Serve(ln) }()
	select {
	case err := <-failed:
		return fmt.Errorf("listener: %w", err)
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	s.o.Log.LogAttrs(base, slog.LevelInfo, "stopping")
	time.Sleep(t.Notice)
	return s.shutdown(base, hs, failed)
}

func (s *Server) shutdown(ctx context.Context, hs *http.Server, served <-chan error) error {
	ctx, cancel := context.WithTimeout(ctx, s.o.Timeouts.Drain)
	defer cancel()
	err := hs.Shutdown(ctx)
	if err != nil {
		err = errors.Join(fmt.Errorf("requests were still running after %s", s.o.Timeouts.Drain), hs.Close())
	}
	if e := <-served; !errors.Is(e, http.ErrServerClosed) {
		err = errors.Join(err, e)
	}
	return err
}
