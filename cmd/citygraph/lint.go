package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
)

type lintCmd struct {
	Dir     string `arg:"" optional:"" help:"Dataset folder, or a file that export wrote; without it the dataset in the program." placeholder:"DIR"`
	Against string `help:"Older edition to compare with, a folder or a file that export wrote: what was added, changed and withdrawn, and whether retired.csv and corrections.csv tell of it." placeholder:"OLD"`
	JSON    bool   `name:"json" help:"Write JSON: {\"findings\": [{group, file, line, column, record, message, mend}]}, with --against also {\"against\": {old, new, changes: [{form, file, record, fields: [{field, was, is}]}]}}."`
}

// Help is shown by `citygraph lint --help`.
func (lintCmd) Help() string {
	return "Lists everything that is wrong with a dataset at once, grouped, each with file:line and how to mend it. " +
		"With --against it also lists what changed since an older edition, by table and id; " +
		"a withdrawn id that is not retired, a retired id in use again, a stated fact that changed without a correction, and another content under the same version are findings. " +
		"It exits with 0 when nothing was found, 1 when something was, 2 when there is no dataset that can be read, or the older edition is none or does not pass lint itself."
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
	var against *dataset.Comparison
	if c.Against != "" && d != nil {
		old, err := readDataset(ctx, c.Against)
		if err != nil {
			return &exitError{exitUnfit, fmt.Errorf("nothing is compared with %s: %w", c.Against, err)}
		}
		compared := dataset.Against(old, d)
		against, found.list = &compared, compared.Findings
	}
	if c.JSON {
		err = p.printJSON(found.list, against)
	} else {
		err = c.print(p, d, found.list, against)
	}
	if err == nil && len(found.list) > 0 {
		return &exitError{code: exitFailed}
	}
	return err
}

// print tells people; d is nil where it has findings of its own.
func (c lintCmd) print(p *program, d *dataset.Dataset, found []dataset.Finding, against *dataset.Comparison) error {
	if against != nil {
		fmt.Fprintln(p.stdout, against.Report())
	}
	if len(found) == 0 {
		_, err := fmt.Fprintf(p.stdout, "%s %s: no findings in %d nodes and %d edges\n", d.Head.Name, d.Head.Version, len(d.Nodes), len(d.Edges))
		return err
	}
	_, err := fmt.Fprintf(p.stdout, "%s\nfindings: %d\n", dataset.Report(found), len(found))
	if c.Against != "" && against == nil && err == nil {
		_, err = fmt.Fprintf(p.stdout, "not compared with %s: mend these first\n", c.Against)
	}
	return err
}

func (p *program) printJSON(findings []dataset.Finding, against *dataset.Comparison) error {
	if findings == nil {
		findings = []dataset.Finding{}
	}
	out := map[string]any{"findings": findings}
	if against != nil {
		out["against"] = map[string]any{"old": edition(against.Old), "new": edition(against.New), "changes": append([]dataset.Change{}, against.Changes...)}
	}
	enc := json.NewEncoder(p.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func edition(d kg.Dataset) map[string]string {
	return map[string]string{"name": d.Name, "version": d.Version, "revision": d.Hash}
}
