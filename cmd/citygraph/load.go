package main

import (
	"context"
	"fmt"

	"citygraph/internal/dataset"
	"citygraph/seed"
)

// readDataset reads and lints the dataset at a path, or the one in the program
// where the path is empty. A dataset with findings is a *findingsError.
func readDataset(ctx context.Context, path string) (*dataset.Dataset, error) {
	read := func() (*dataset.Dataset, []dataset.Finding, error) { return dataset.Load(ctx, seed.FS) }
	if path != "" {
		read = func() (*dataset.Dataset, []dataset.Finding, error) { return dataset.Open(ctx, path) }
	}
	d, found, err := read()
	if err != nil {
		return nil, err
	}
	if len(found) > 0 {
		return nil, &findingsError{found}
	}
	return d, nil
}

// findingsError is a dataset that does not pass lint. Its text is one line;
// dataset.Report tells all.
type findingsError struct{ list []dataset.Finding }

func (e *findingsError) Error() string {
	f := e.list[0]
	place := f.File
	if f.Line > 0 {
		place = fmt.Sprintf("%s:%d", f.File, f.Line)
	}
	return fmt.Sprintf("the dataset does not pass lint (findings: %d), the first: %s: %s; `citygraph lint` lists all", len(e.list), place, f.Message)
}
