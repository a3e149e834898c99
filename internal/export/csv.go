package export

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"io"
	"time"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// csvFolder writes the dataset folder as a zip file: a table for each kind that
// has records, with all its columns, a datapackage.json made for it, and a
// README.txt for who has nothing else. What a
// store does not keep is not in it: files that accompanied the folder, and of the
// descriptor's head all but name, title, version, licence and citation.
//
// Cells are quoted as RFC 4180 says; rows end in LF, as those of the folder in
// the project do. No value is ever altered: one that begins with "=" stays what
// it is, since a changed value would be a false one. Who opens the file in a
// spreadsheet imports the columns as text.
type csvFolder struct{}

// Name implements Format.
func (csvFolder) Name() string { return "csv" }

// MediaType implements Format.
func (csvFolder) MediaType() string { return "application/zip" }

// Extension implements Format.
func (csvFolder) Extension() string { return "csv.zip" }

// Write implements Format.
func (csvFolder) Write(ctx context.Context, r store.Reader, w io.Writer) error {
	info, err := r.Info(ctx)
	if err != nil {
		return err
	}
	folder := &zipFolder{out: zip.NewWriter(w)}
	desc := datapackage.Head(info.Dataset)
	has := func(k kg.NodeKind) bool { return info.Nodes[k] > 0 }
	counts := map[string]int{}
	for _, t := range datapackage.Tables {
		rows, err := writeTable(ctx, r, t, folder)
		if err != nil {
			return err
		}
		if counts[t.Path] = rows; rows > 0 {
			desc.Resources = append(desc.Resources, datapackage.ResourceOf(t, t.Header(), has))
		}
	}
	if desc.Sources, err = sourcesOf(ctx, r); err != nil {
		return err
	}
	text, err := desc.Bytes()
	if err != nil {
		return err
	}
	if err := folder.write(datapackage.File, text); err != nil {
		return err
	}
	if err := folder.write(readmeFile, []byte(readme(info.Dataset, desc, counts))); err != nil {
		return err
	}
	return folder.out.Close()
}

// writeTable writes the table's file, none where it has no rows, and returns
// how many it has.
func writeTable(ctx context.Context, r store.Reader, t datapackage.Table, folder *zipFolder) (int, error) {
	var out *csv.Writer
	n := 0
	for record, err := range r.Scan(ctx, scopeOf(t)) {
		if err != nil {
			return n, err
		}
		for _, row := range t.Rows(record) {
			if out == nil {
				file, err := folder.create(t.Path)
				if err != nil {
					return n, err
				}
				out = csv.NewWriter(file)
				if err := out.Write(t.Header()); err != nil {
					return n, err
				}
			}
			if err := out.Write(row); err != nil {
				return n, err
			}
			n++
		}
	}
	if out == nil {
		return 0, nil
	}
	out.Flush()
	return n, out.Error()
}

// scopeOf narrows a scan to the records that can have rows in the table.
func scopeOf(t datapackage.Table) store.Scope {
	switch {
	case t.Node != "":
		return store.Scope{Nodes: []kg.NodeKind{t.Node}}
	case t.Edge != "":
		return store.Scope{Edges: []kg.EdgeKind{t.Edge}}
	case t.Name == "retired" || t.Name == "corrections":
		return store.Scope{Rest: true}
	}
	return store.Scope{}
}

func sourcesOf(ctx context.Context, r store.Reader) ([]datapackage.Origin, error) {
	var all []datapackage.Origin
	for record, err := range r.Scan(ctx, store.Scope{Nodes: []kg.NodeKind{kg.Source}}) {
		if err != nil {
			return nil, err
		}
		if n, ok := record.(kg.Node); ok {
			all = append(all, datapackage.OriginOf(n.Name, n.Attrs["url"]))
		}
	}
	return all, nil
}

// zipFolder is a zip file whose bytes depend on its content alone.
type zipFolder struct{ out *zip.Writer }

// zipEpoch is the time of every file in it, the earliest that the format has.
var zipEpoch = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func (z *zipFolder) create(path string) (io.Writer, error) {
	return z.out.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Deflate, Modified: zipEpoch})
}

func (z *zipFolder) write(path string, text []byte) error {
	file, err := z.create(path)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return err
}
