package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/alecthomas/kong"

	"citygraph/graph"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
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
	variables, err := readFlags(args, c.Args)
	if err != nil {
		return unasked(fmt.Errorf("%w; `citygraph ask %s --help` lists its arguments", sentence(err), q.Name))
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

// readFlags reads `--name value`, `--name=value` and switches.
func readFlags(args []graph.Argument, flags []string) (map[string]any, error) {
	texts := map[string][]string{}
	for len(flags) > 0 {
		name, value, given := strings.Cut(flags[0], "=")
		flags = flags[1:]
		a, ok := argument(args, strings.TrimPrefix(name, "--"))
		if !ok || !strings.HasPrefix(name, "--") {
			return nil, kg.Errorf(kg.CodeInvalid, "%q is no argument of the question", name)
		}
		switch {
		case given:
		case a.IsSwitch():
			value = "true"
		case len(flags) == 0:
			return nil, kg.Errorf(kg.CodeInvalid, "--%s needs a value", a.Name)
		default:
			value, flags = flags[0], flags[1:]
		}
		texts[a.Name] = append(texts[a.Name], value)
	}
	variables := map[string]any{}
	for _, a := range args {
		if len(texts[a.Name]) == 0 {
			if a.Required {
				return nil, kg.Errorf(kg.CodeInvalid, "--%s is missing", a.Name)
			}
			continue
		}
		v, err := a.Parse(texts[a.Name])
		if err != nil {
			return nil, err
		}
		variables[a.Name] = v
	}
	return variables, nil
}

func argument(args []graph.Argument, name string) (graph.Argument, bool) {
	for _, a := range args {
		if a.Name == name {
			return a, true
		}
	}
	return graph.Argument{}, false
}

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
	fmt.Fprintf(p.stdout, "citygraph ask [--data DIR | --store URI] %s ARGUMENT …\n\n%s\n\nArguments; lists take several values between commas:\n", q.Name, q.Asks)
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
