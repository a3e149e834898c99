// Command citygraph serves a dataset of cities and networks as a GraphQL API,
// answers questions to it, lints it, exports it, and imports it into Neo4j. This
// package only wires: it is the one place where a backend is opened.
//
// It exits with 0 when it did what it was asked, 1 when that failed or lint
// found something, and 2 when it could not begin: arguments that make no sense,
// an address that is taken, a dataset that does not pass lint, a database that
// refuses.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUnfit  = 2 // could not begin
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	p := &program{stdout: os.Stdout, stderr: os.Stderr}
	os.Exit(p.run(ctx, os.Args[1:]))
}

// program is one run of citygraph. Every subcommand's Run method may take it, as
// *program, and the run's context.Context.
type program struct {
	stdout, stderr io.Writer
}

// commands is the command line. Every flag can be given in the environment too,
// as its help says.
type commands struct {
	Serve   serveCmd   `cmd:"" help:"Serve a dataset: GraphQL API, playground and downloads."`
	Import  importCmd  `cmd:"" help:"Put a dataset into a Neo4j database."`
	Ask     askCmd     `cmd:"" help:"Answer a question, such as how two networks overlap, as JSON."`
	Lint    lintCmd    `cmd:"" help:"Check a dataset folder and list everything that is wrong with it."`
	Export  exportCmd  `cmd:"" help:"Write a dataset to a file in another format."`
	Version versionCmd `cmd:"" help:"Print the versions of the program and of the dataset in it."`
}

// exitError ends the program with a code of its own instead of exitFailed. A nil
// err says that everything has been said already.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// run parses the arguments, runs the subcommand that they name and returns the
// exit code. It returns soon after ctx is done.
func (p *program) run(ctx context.Context, args []string) int {
	helped := false
	var cli commands
	parser := kong.Must(&cli,
		kong.Name("citygraph"),
		kong.Description("A knowledge graph of cities and networks, in which every fact names its source.\n\n"+
			"Exit codes: 0 done; 1 it failed, or lint found something; 2 it could not begin, for bad arguments, a taken address, a dataset that does not pass lint or a database that refuses."),
		kong.Help(p.help),
		kong.Writers(p.stdout, p.stderr),
		kong.Exit(func(int) { helped = true }), // called by --help alone
	)
	cmd, err := parser.Parse(args)
	if helped {
		return exitDone
	}
	if err != nil {
		return p.say(&exitError{exitUnfit, fmt.Errorf("%w; `citygraph --help` lists what there is", err)})
	}
	cmd.BindTo(ctx, (*context.Context)(nil))
	return p.say(cmd.Run(p))
}

// say prints err where there is something to print and returns its exit code.
func (p *program) say(err error) int {
	if err == nil {
		return exitDone
	}
	code := exitFailed
	var exit *exitError
	if errors.As(err, &exit) {
		code = exit.code
	}
	if exit == nil || exit.err != nil {
		fmt.Fprintln(p.stderr, "citygraph:", err)
	}
	return code
}
