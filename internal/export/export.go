// Package export writes what a store holds in formats that others read. A
// format is one file of this package and one line of Formats; every one writes
// the whole dataset that a Reader is pinned to, in bytes that depend on nothing
// else.
package export

import (
	"context"
	"io"

	"citygraph/internal/store"
)

// Format writes a dataset to one file.
type Format interface {
	// Name is how people ask for the format: "jsonl".
	Name() string
	// MediaType is that of the file: "application/zip".
	MediaType() string
	// Extension ends the file's name, without a leading dot: "csv.zip".
	Extension() string
	// Write writes the dataset that r reads. Errors are those of r and w.
	Write(ctx context.Context, r store.Reader, w io.Writer) error
}

// Formats lists every format, in the order in which they are offered.
var Formats = []Format{
	jsonLines{},
	csvFolder{},
}

// ByName returns the format of this name.
func ByName(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name() == name {
			return f, true
		}
	}
	return nil, false
}

// Names returns the names of all formats.
func Names() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name()
	}
	return names
}
