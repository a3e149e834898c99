package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"citygraph/internal/dataset"
	"citygraph/internal/server"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

type serveCmd struct {
	Addr   string        `help:"Address to listen on." default:"127.0.0.1:8080" env:"CITYGRAPH_ADDR" placeholder:"HOST:PORT"`
	Data   string        `help:"Dataset to serve instead of the one in the program: a folder, or a file that export wrote." env:"CITYGRAPH_DATA" placeholder:"DIR"`
	Store  string        `help:"Where the graph is kept while it is served: memory." default:"memory" env:"CITYGRAPH_STORE" placeholder:"STORE"`
	Watch  bool          `help:"Load the dataset anew when a file in it changes; SIGHUP does so at any time." env:"CITYGRAPH_WATCH"`
	Log    string        `help:"Form of the log on stderr: text or json." enum:"text,json" default:"text" env:"CITYGRAPH_LOG"`
	Notice time.Duration `help:"How long /readyz says no before the server stops, for load balancers." default:"0s" env:"CITYGRAPH_NOTICE"`
}

// quiet is how long a watched dataset must be left alone before it is loaded.
const quiet = 300 * time.Millisecond

// Validate is called by kong after parsing.
func (c serveCmd) Validate() error {
	scheme, _, isURI := strings.Cut(c.Store, "://")
	neo4j := isURI && (strings.HasPrefix(scheme, "neo4j") || strings.HasPrefix(scheme, "bolt"))
	switch {
	case !neo4j && c.Store != "memory":
		return fmt.Errorf("there is no store %q: the one store is memory", c.Store)
	case neo4j && c.Data != "":
		return errors.New("--data and a Neo4j --store exclude each other: Neo4j serves what was imported into it")
	case neo4j:
		return errors.New("this version has no Neo4j backend yet: leave --store out to serve from memory")
	case c.Watch && c.Data == "":
		return errors.New("--watch needs --data: the dataset in the program does not change")
	}
	return nil
}

// Run serves until ctx is done.
func (c serveCmd) Run(ctx context.Context, p *program) error {
	ln, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return &exitError{exitUnfit, fmt.Errorf("%w: name another address with --addr", err)}
	}
	log, st := c.logger(p), memstore.New()
	defer func() { _ = st.Close(ctx) }() // frees memory, which cannot fail
	t := server.DefaultTimeouts
	t.Notice = c.Notice
	srv := server.New(server.Options{
		Load:     func(ctx context.Context) (server.Graph, error) { return load(ctx, st, c.Data, log) },
		Log:      log,
		Version:  programVersion(),
		Timeouts: t,
	})

	ctx, stop := context.WithCancel(ctx)
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ctx, ln) }()
	wait := c.reloading(ctx, p, srv) // from before the first load, so that no change is missed
	defer wait()
	defer stop()
	if err := srv.Reload(ctx); err != nil {
		stop()
		stopped := <-served // first, so that the findings end what is printed
		return errors.Join(p.unfit(err), stopped)
	}
	p.announce(srv, ln.Addr())
	return <-served
}

// load reads a dataset into the store and makes what it now holds ready to be
// asked.
func load(ctx context.Context, st store.Store, path string, log *slog.Logger) (server.Graph, error) {
	d, err := readDataset(ctx, path)
	if err != nil {
		return server.Graph{}, err
	}
	if _, err := dataset.Import(ctx, d, st); err != nil {
		return server.Graph{}, fmt.Errorf("import: %w", err)
	}
	return server.Open(ctx, st, log)
}

func (c serveCmd) logger(p *program) *slog.Logger {
	if c.Log == "json" {
		return slog.New(slog.NewJSONHandler(p.stderr, nil))
	}
	return slog.New(slog.NewTextHandler(p.stderr, nil))
}

// reloading loads the dataset anew on SIGHUP and, with --watch, when it changes,
// until ctx is done. The function that it returns waits for the end of it.
func (c serveCmd) reloading(ctx context.Context, p *program, srv *server.Server) (wait func()) {
	due := make(chan os.Signal, 1)
	signal.Notify(due, syscall.SIGHUP)
	var wg sync.WaitGroup
	wg.Go(func() {
		defer signal.Stop(due)
		for {
			select {
			case <-ctx.Done():
				return
			case <-due:
				_ = srv.Reload(ctx) // the log and /readyz say what was wrong
			}
		}
	})
	if c.Watch {
		wg.Go(func() {
			changed := func() { _ = srv.Reload(ctx) } // as above
			if err := server.Watch(ctx, c.Data, quiet, changed); err != nil {
				fmt.Fprintln(p.stderr, "citygraph: --watch does not work here, send SIGHUP instead:", err)
			}
		})
	}
	return wg.Wait
}

// announce prints where the playground is, for people, and the address, for
// programs.
func (p *program) announce(srv *server.Server, addr net.Addr) {
	d := srv.Dataset()
	fmt.Fprintf(p.stdout, "citygraph %s serving %s %s at http://%s/playground\n", programVersion(), d.Title, d.Version, reachable(addr))
	fmt.Fprintf(p.stdout, "listening addr=%s\n", addr)
}

// reachable is an address for this machine's browser, also where the server
// listens on all addresses.
func reachable(addr net.Addr) string {
	ap, err := netip.ParseAddrPort(addr.String())
	if err != nil || !ap.Addr().IsUnspecified() {
		return addr.String()
	}
	return fmt.Sprintf("localhost:%d", ap.Port())
}

// unfit is the error of a dataset that cannot be served; all findings are
// printed.
func (p *program) unfit(err error) error {
	var f *findingsError
	if errors.As(err, &f) {
		fmt.Fprintln(p.stderr, dataset.Report(f.list))
	}
	return &exitError{exitUnfit, fmt.Errorf("nothing is served: %w", err)}
}
