package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"citygraph/internal/dataset"
)

type lintCmd struct {
	Dir  string `arg:"" optional:"" help:"Dataset folder, or a file that export wrote; without it the dataset in the program." placeholder:"DIR"`
	JSON bool   `name:"json" help:"Write the findings as JSON: {\"findings\": [{group, file, line, column, record, message, mend}]}."`
}

// Help is shown by `citygraph lint --help`.
func (lintCmd) Help() string {
	return "Lists everything that is wrong with a dataset at once, grouped, each with file:line and how to mend it. " +
		"It exits with 0 when nothing was found, 1 when something was, 2 when there is no dataset that can be read."
}

// Run checks a dataset and prints what it finds to stdout.
func (c lintCmd) Run(ctx context.Context, p *program) error {
	d, err := readDataset(ctx, c.Dir)
	var found findingsError
	if f := new(findingsError); errors.As(err, &f) {
		found = *f
	} else if err != nil {
		return &exitError{exitUnfit, err}
	}
	switch {
	case c.JSON:
		err = p.printJSON(found.list)
	case d != nil:
		_, err = fmt.Fprintf(p.stdout, "%s %s: no findings in %d nodes and %d edges\n", d.Head.Name, d.Head.Version, len(d.Nodes), len(d.Edges))
	default:
		_, err = fmt.Fprintf(p.stdout, "%s\nfindings: %d\n", dataset.Report(found.list), len(found.list))
	}
	if err == nil && len(found.list) > 0 {
		return &exitError{code: exitFailed}
	}
	return err
}

func (p *program) printJSON(findings []dataset.Finding) error {
	if findings == nil {
		findings = []dataset.Finding{}
	}
	enc := json.NewEncoder(p.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{"findings": findings})
}
