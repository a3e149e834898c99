// Command gen writes what derives from the vocabulary and from the seed
// dataset: the resources and sources of seed/datapackage.json, whose head is
// written by hand, and docs/vocabulary.md. It runs in internal/dataset, by
// `go generate` or `make gen`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"citygraph/internal/datapackage"
)

// root is the project's folder, seen from where go generate runs.
const root = "../.."

func main() {
	if err := generate(root); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func generate(root string) error {
	for _, f := range outputs {
		text, err := f.make(root)
		if err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
		if err := os.WriteFile(filepath.Join(root, f.path), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// outputs are the generated files, by their paths from the root.
var outputs = []struct {
	path string
	make func(root string) ([]byte, error)
}{
	{"seed/" + datapackage.File, descriptor},
	{"docs/vocabulary.md", vocabulary},
}

func descriptor(root string) ([]byte, error) {
	d, err := datapackage.Complete(os.DirFS(filepath.Join(root, "seed")))
	if err != nil {
		return nil, err
	}
	return d.Bytes()
}
