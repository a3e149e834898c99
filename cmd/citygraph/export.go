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
	Data     string `help:"Dataset to export instead of the one in the program: a folder, or a file that export wrote." env:"CITYGRAPH_DATA" placeholder:"DIR"`
	Store    string `help:"Neo4j database to export what it holds from, or memory." default:"memory" env:"CITYGRAPH_STORE" placeholder:"URI"`
	Database string `help:"Name of the Neo4j database, where it is not the user's own." env:"NEO4J_DATABASE" placeholder:"NAME"`
	Format   string `help:"Name of the format." required:"" placeholder:"NAME"`
	Output   string `short:"o" help:"File to write; - for stdout." required:"" placeholder:"FILE"`
	Force    bool   `help:"Overwrite the file where it is there already."`
}

// Help is shown by `citygraph export --help`.
func (exportCmd) Help() string {
	return "The formats are " + strings.Join(export.Names(), " and ") + ". " +
		"What they write can be served, linted and exported again, by --data, and nothing is lost: jsonl has one JSON object a line, csv is the dataset folder as a zip file. " +
		"The file appears when it is complete; one that is there already is left alone without --force.\n\n" +
		"With --store, user and password come from NEO4J_USERNAME and NEO4J_PASSWORD."
}

// Validate is called by kong after parsing.
func (c exportCmd) Validate() error {
	if _, ok := export.ByName(c.Format); !ok {
		return fmt.Errorf("there is no format %q: the formats are %s", c.Format, strings.Join(export.Names(), ", "))
	}
	switch {
	case c.Store == "memory":
		return nil
	case c.Data != "":
		return errors.New("--data and a Neo4j --store exclude each other: name what is to be exported")
	}
	return checkStore(c.Store)
}

// Run writes a dataset to a file.
func (c exportCmd) Run(ctx context.Context, p *program) error {
	format, _ := export.ByName(c.Format)
	if err := c.mayWrite(); err != nil {
		return err
	}
	st, err := c.open(ctx)
	if err != nil {
		return p.unfit("exported", err)
	}
	defer func() { _ = st.Close(context.WithoutCancel(ctx)) }() // nothing was written
	r, err := st.Open(ctx)
	if err != nil {
		return p.unfit("exported", err)
	}
	if c.Output == "-" {
		return sentence(writeExport(ctx, format, r, p.stdout))
	}
	if err := c.writeFile(func(w io.Writer) error { return writeExport(ctx, format, r, w) }); err != nil {
		return sentence(err)
	}
	return p.wrote(ctx, c.Output, r)
}

// open returns the store that holds what is exported.
func (c exportCmd) open(ctx context.Context) (store.Store, error) {
	if isNeo4j(c.Store) {
		return openNeo4j(ctx, neo4jOptions(c.Store, c.Database))
	}
	d, err := readDataset(ctx, c.Data)
	if err != nil {
		return nil, err
	}
	st := memstore.New()
	_, err = dataset.Import(ctx, d, st)
	return st, err
}

// wrote tells what was written where.
func (p *program) wrote(ctx context.Context, file string, r store.Reader) error {
	info, err := r.Info(ctx)
	if err != nil {
		return sentence(err)
	}
	fmt.Fprintf(p.stderr, "wrote %s: %d nodes and %d edges, revision %.12s\n", file, sum(info.Nodes), sum(info.Edges), info.Revision())
	return nil
}

func sum[K comparable](counts map[K]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func writeExport(ctx context.Context, f export.Format, r store.Reader, w io.Writer) error {
	out := bufio.NewWriter(w)
	if err := f.Write(ctx, r, out); err != nil {
		return err
	}
	return out.Flush()
}

func (c exportCmd) mayWrite() error {
	if c.Output == "-" {
		return nil
	}
	if folder := filepath.Dir(c.Output); !isFolder(folder) {
		return fmt.Errorf("there is no folder %s to write into: make it first (mkdir -p), or name a file elsewhere", folder)
	}
	if isFolder(c.Output) {
		return fmt.Errorf("%s is a folder: name a file in it", c.Output)
	}
	if _, err := os.Lstat(c.Output); err == nil && !c.Force {
		return fmt.Errorf("%s is there already: name another file, or overwrite it with --force", c.Output)
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
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
