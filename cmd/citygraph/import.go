package main

import (
	"context"
	"errors"
	"fmt"

	"citygraph/internal/dataset"
	"citygraph/internal/store"
)

type importCmd struct {
	Store        string `help:"Neo4j database to import into." required:"" env:"CITYGRAPH_STORE" placeholder:"URI"`
	Database     string `help:"Name of the database, where it is not the user's own." env:"NEO4J_DATABASE" placeholder:"NAME"`
	Dir          string `arg:"" optional:"" help:"Dataset folder, or a file that export wrote; without it the dataset in the program." placeholder:"DIR"`
	AllowForeign bool   `help:"Import even where the database holds data of others, which is left alone."`
}

// Help is shown by `citygraph import --help`.
func (importCmd) Help() string {
	return "The dataset is linted first; with findings nothing is written. Servers go on answering from what was there before until the import is complete, then move to it by themselves. " +
		"The same content a second time writes nothing. An import that was broken off leaves readers alone, and the next one clears what is left of it.\n\n" +
		"User and password come from NEO4J_USERNAME and NEO4J_PASSWORD."
}

// Validate is called by kong after parsing.
func (c importCmd) Validate() error {
	if c.Store == "memory" {
		return errors.New("--store memory is filled by serve itself: name a Neo4j database, for example neo4j://localhost:7687")
	}
	return checkStore(c.Store)
}

// Run lints a dataset and puts it into a Neo4j database.
func (c importCmd) Run(ctx context.Context, p *program) error {
	d, err := readDataset(ctx, c.Dir)
	if err != nil {
		return p.unfit("imported", err)
	}
	o := neo4jOptions(c.Store, c.Database)
	o.AllowForeign = c.AllowForeign
	st, err := openNeo4j(ctx, o)
	if err != nil {
		return p.unfit("imported", err)
	}
	defer func() { _ = st.Close(context.WithoutCancel(ctx)) }() // all is committed or given up
	return p.importInto(ctx, d, st)
}

// importInto puts a dataset into a store and says what came of it.
func (p *program) importInto(ctx context.Context, d *dataset.Dataset, st store.Store) error {
	bar := newBar(p.stderr, len(d.Nodes)+len(d.Edges)+len(d.Retired)+len(d.Corrections))
	applied, err := dataset.Import(ctx, d, counting{st, bar})
	bar.clear()
	if err != nil && !bar.begun {
		return p.unfit("imported", err)
	}
	if err != nil {
		return fmt.Errorf("nothing is imported: %w", sentence(err))
	}
	if applied.Unchanged {
		_, err = fmt.Fprintf(p.stdout, "unchanged: the store holds %s %s already, revision %.12s; nothing was written\n", d.Head.Name, d.Head.Version, d.Head.Hash)
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "imported %s %s: %d nodes, %d edges, %d retired ids, %d corrections, revision %.12s\n",
		d.Head.Name, d.Head.Version, applied.Nodes, applied.Edges, applied.Retired, applied.Corrections, d.Head.Hash)
	return err
}
