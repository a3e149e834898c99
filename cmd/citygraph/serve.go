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
	"sync"
	"syscall"
	"time"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/internal/server"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/neostore"
)

type serveCmd struct {
	Addr     string        `help:"Address to listen on." default:"127.0.0.1:8080" env:"CITYGRAPH_ADDR" placeholder:"HOST:PORT"`
	Data     string        `help:"Dataset to serve instead of the one in the program: a folder, or a file that export wrote." env:"CITYGRAPH_DATA" placeholder:"DIR"`
	Store    string        `help:"Where the graph is: memory, or a Neo4j database that import has filled, such as neo4j://localhost:7687." default:"memory" env:"CITYGRAPH_STORE" placeholder:"STORE"`
	Database string        `help:"Name of the Neo4j database, where it is not the user's own." env:"NEO4J_DATABASE" placeholder:"NAME"`
	Watch    bool          `help:"Load the dataset anew when a file in it changes; SIGHUP does so at any time." env:"CITYGRAPH_WATCH"`
	Log      string        `help:"Form of the log on stderr: text or json." enum:"text,json" default:"text" env:"CITYGRAPH_LOG"`
	Explain  bool          `help:"Let clients ask how they are answered: store calls, Cypher, parameters, times. Off, since it tells more than most need to know." env:"CITYGRAPH_EXPLAIN"`
	Notice   time.Duration `help:"How long /readyz says no before the server stops, for load balancers." default:"0s" env:"CITYGRAPH_NOTICE"`
}

// Help is shown by `citygraph serve --help`.
func (serveCmd) Help() string {
	return "With a Neo4j store, user and password come from NEO4J_USERNAME and NEO4J_PASSWORD. What import commits is served a moment later, without a restart. " +
		"While the database does not answer, questions are answered with `unavailable`, and /readyz says why."
}

// follow is how often a Neo4j store is asked whether it holds something new.
const follow = time.Second

// quiet is how long a watched dataset must be left alone before it is loaded.
const quiet = 300 * time.Millisecond

// Validate is called by kong after parsing.
func (c serveCmd) Validate() error {
	switch {
	case c.Store != "memory" && c.Data != "":
		return errors.New("--data and a Neo4j --store exclude each other: Neo4j serves what was imported into it")
	case c.Store != "memory" && c.Watch:
		return errors.New("--watch is for --data: what import commits to Neo4j is served without it")
	case c.Store != "memory":
		return checkStore(c.Store)
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
	log := c.logger(p)
	st, load := c.open(log)
	defer func() { _ = st.Close(context.WithoutCancel(ctx)) }() // nothing was written
	t := server.DefaultTimeouts
	t.Notice = c.Notice
	srv := server.New(server.Options{Load: load, Log: log, Version: programVersion(), Timeouts: t, Explain: c.Explain})

	ctx, stop := context.WithCancel(ctx)
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ctx, ln) }()
	wait := c.reloading(ctx, p, srv) // from before the first load, so that no change is missed
	defer wait()
	defer stop()
	if err := srv.Reload(ctx); err != nil && !c.mayComeLater(err) {
		stop()
		stopped := <-served // first, so that the findings end what is printed
		return errors.Join(p.unfit("served", err), stopped)
	}
	p.announce(srv, ln.Addr())
	if isNeo4j(c.Store) {
		srv.Follow(ctx, st, follow)
	}
	return <-served
}

// open returns the store, and what makes its dataset ready to be asked.
func (c serveCmd) open(log *slog.Logger) (store.Store, func(context.Context) (server.Graph, error)) {
	if isNeo4j(c.Store) {
		o := neo4jOptions(c.Store, c.Database)
		o.Fresh = follow / 2 // so that each look is one
		if c.Explain {
			o.Traced = noteTrip
		}
		st := &late{options: o}
		return st, func(ctx context.Context) (server.Graph, error) { return server.Open(ctx, st, log) }
	}
	st := memstore.New()
	return st, func(ctx context.Context) (server.Graph, error) { return load(ctx, st, c.Data, log) }
}

// mayComeLater says that a database that cannot be asked now, or holds no dataset
// yet, is no reason not to begin; one that refuses us is.
func (c serveCmd) mayComeLater(err error) bool {
	return isNeo4j(c.Store) && kg.CodeOf(err) == kg.CodeUnavailable && !neostore.Refused(err)
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
	what := "waiting for a dataset, to be served"
	if d := srv.Dataset(); d.Hash != "" {
		what = "serving " + d.Title + " " + d.Version
	}
	fmt.Fprintf(p.stdout, "citygraph %s %s at http://%s/playground\n", programVersion(), what, reachable(addr))
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

// unfit is the error of a dataset that cannot be served, exported or imported;
// all findings are printed.
func (p *program) unfit(done string, err error) error {
	var f *findingsError
	if errors.As(err, &f) {
		fmt.Fprintln(p.stderr, dataset.Report(f.list))
	}
	return &exitError{exitUnfit, fmt.Errorf("nothing is %s: %w", done, sentence(err))}
}
