package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"citygraph/internal/dataset"
	"citygraph/internal/export"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

type exportCmd struct {
	Data   string `help:"Dataset to export instead of the one in the program: a folder, or a file that export wrote." env:"CITYGRAPH_DATA" placeholder:"DIR"`
	Format string `help:"Name of the format." required:"" placeholder:"NAME"`
	Output string `short:"o" help:"File to write; - for stdout." required:"" placeholder:"FILE"`
	Force  bool   `help:"Overwrite the file where it is there already."`
}

// Help is shown by `citygraph export --help`.
func (exportCmd) Help() string {
	return "The formats are " + strings.Join(export.Names(), " and ") + ". " +
		"What they write can be served, linted and exported again, by --data, and nothing is lost: jsonl has one JSON object a line, csv is the dataset folder as a zip file. " +
		"The file appears when it is complete; one that is there already is left alone without --force."
}

// Validate is called by kong after parsing.
func (c exportCmd) Validate() error {
	if _, ok := export.ByName(c.Format); !ok {
		return fmt.Errorf("there is no format %q: the formats are %s", c.Format, strings.Join(export.Names(), ", "))
	}
	return nil
}

// Run writes a dataset to a file.
func (c exportCmd) Run(ctx context.Context, p *program) error {
	format, _ := export.ByName(c.Format)
	if err := c.mayWrite(); err != nil {
		return err
	}
	d, err := readDataset(ctx, c.Data)
	if err != nil {
		if found := new(findingsError); errors.As(err, &found) {
			fmt.Fprintln(p.stderr, dataset.Report(found.list))
		}
		return &exitError{exitUnfit, fmt.Errorf("nothing is exported: %w", err)}
	}
	st := memstore.New()
	defer func() { _ = st.Close(ctx) }() // frees memory, which cannot fail
	if _, err := dataset.Import(ctx, d, st); err != nil {
		return err
	}
	r, err := st.Open(ctx)
	if err != nil {
		return err
	}
	if c.Output == "-" {
		return writeExport(ctx, format, r, p.stdout)
	}
	if err := c.writeFile(func(w io.Writer) error { return writeExport(ctx, format, r, w) }); err != nil {
		return err
	}
	fmt.Fprintf(p.stderr, "wrote %s: %d nodes and %d edges, revision %.12s\n", c.Output, len(d.Nodes), len(d.Edges), d.Head.Hash)
	return nil
}

func writeExport(ctx context.Context, f export.Format, r store.Reader, w io.Writer) error {
	out := bufio.NewWriter(w)
	if err := f.Write(ctx, r, out); err != nil {
		return err
	}
	return out.Flush()
}

func (c exportCmd) mayWrite() error {
	if _, err := os.Lstat(c.Output); err == nil && !c.Force && c.Output != "-" {
		return fmt.Errorf("%s is there already: name another file, or overwrite it with --force", c.Output)
	}
	return nil
}

// writeFile writes beside the file and puts it in place when all is written.
func (c exportCmd) writeFile(write func(io.Writer) error) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(c.Output), ".citygraph-export-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tmp.Close()
			_ = os.Remove(tmp.Name())
		}
	}()
	if err := write(tmp); err != nil {
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), c.Output)
}
