package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/alecthomas/kong"

	"citygraph/graph"
	"citygraph/internal/ask"
)

type askCmd struct {
	Data     string   `help:"Dataset to ask instead of the one in the program: a folder, or a file that export wrote." env:"CITYGRAPH_DATA" placeholder:"DIR"`
	Store    string   `help:"Neo4j database to ask, or memory." default:"memory" env:"CITYGRAPH_STORE" placeholder:"URI"`
	Database string   `help:"Name of the Neo4j database, where it is not the user's own." env:"NEO4J_DATABASE" placeholder:"NAME"`
	Question string   `arg:"" help:"Name of the question."`
	Args     []string `arg:"" optional:"" passthrough:"all" help:"Its arguments, as flags."`
}

// Help is shown by `citygraph ask --help`.
func (askCmd) Help() string {
	text := "Answers one question and writes the whole answer as JSON, as the API gives it. The questions are root fields of the API, " +
		"and their arguments are flags of the same names: citygraph ask intersections --groups network:solidarity-cities,network:solidarity-city --asOf 2018-12-31\n\n" +
		"`citygraph ask QUESTION --help` lists the arguments of a question. The questions are:\n"
	for _, q := range ask.Questions {
		text += fmt.Sprintf("\n  %-16s %s", q.Name, q.Asks)
	}
	return text
}

// Validate is called by kong after parsing.
func (c askCmd) Validate() error {
	switch {
	case c.Store == "memory":
		return nil
	case c.Data != "":
		return errors.New("--data and a Neo4j --store exclude each other: name what is to be asked")
	}
	return checkStore(c.Store)
}

// Run answers a question.
func (c askCmd) Run(ctx context.Context, p *program) error {
	q, ok := ask.Named(c.Question)
	if !ok {
		return unasked(fmt.Errorf("there is no question %q; `citygraph ask --help` lists them", c.Question))
	}
	args, err := graph.Arguments(q)
	if err != nil {
		return err
	}
	texts, err := c.readFlags(args)
	if errors.Is(err, errHelp) {
		return p.questionHelp(q)
	}
	variables, err1 := variablesOf(args, texts)
	if err := cmp.Or(err, err1); err != nil {
		return unasked(fmt.Errorf("%w; `citygraph ask %s --help` lists its arguments", sentence(err), q.Name))
	}
	if err := c.Validate(); err != nil { // --data and --store may have stood behind the name
		return unasked(err)
	}
	st, err := exportCmd{Data: c.Data, Store: c.Store, Database: c.Database}.open(ctx)
	if err != nil {
		return p.unfit("asked", err)
	}
	defer func() { _ = st.Close(context.WithoutCancel(ctx)) }() // nothing was written
	r, err := st.Open(ctx)
	if err != nil {
		return p.unfit("asked", err)
	}
	answer, ok, err := graph.Ask(ctx, r, slog.New(slog.NewTextHandler(p.stderr, nil)), q, variables)
	if err != nil {
		return err
	}
	if _, err := p.stdout.Write(answer); err != nil || ok {
		return err
	}
	return &exitError{code: exitFailed} // the answer says why
}

func unasked(err error) error { return &exitError{exitUnfit, err} }

// help prints the help of a question where one is named, else kong's.
func (p *program) help(o kong.HelpOptions, ctx *kong.Context) error {
	if len(ctx.Args) == 0 || ctx.Args[0] != "ask" {
		return kong.DefaultHelpPrinter(o, ctx)
	}
	for _, word := range ctx.Args[1:] {
		if q, ok := ask.Named(word); ok {
			return p.questionHelp(q)
		}
	}
	return kong.DefaultHelpPrinter(o, ctx)
}

func (p *program) questionHelp(q ask.Question) error {
	args, err := graph.Arguments(q)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "citygraph ask %s ARGUMENT … [--data DIR | --store URI [--database NAME]]\n\n%s\n\nArguments; lists take several values between commas:\n", q.Name, q.Asks)
	for _, a := range args {
		fmt.Fprintf(p.stdout, "\n  --%s  %s", a.Name, a.Type())
		if a.Default != "" {
			fmt.Fprintf(p.stdout, " = %s", a.Default)
		}
		fmt.Fprintf(p.stdout, "\n      %s\n", a.Doc)
		if v := a.Values(); v != nil {
			fmt.Fprintf(p.stdout, "      One of %s.\n", strings.Join(v, ", "))
		}
	}
	return nil
}
