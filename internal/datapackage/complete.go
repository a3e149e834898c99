package datapackage

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// Complete returns the descriptor of a folder: the head of the one that it has,
// with every CSV file as a resource and every Source node as a source. What the
// old one says of accompanying files (Extras) is kept as long as their columns
// are the same. It fails where the folder cannot be read.
func Complete(fsys fs.FS) (Descriptor, error) {
	text, err := fs.ReadFile(fsys, File)
	if err != nil {
		return Descriptor{}, fmt.Errorf("read the head of the dataset: %w", err)
	}
	d, err := ParseDescriptor(text)
	if err != nil {
		return d, err
	}
	d.Profile = Profile
	if d.Resources, err = resources(fsys, d.Resources); err != nil {
		return d, err
	}
	d.Sources, err = origins(fsys)
	return d, err
}

func resources(fsys fs.FS, old []Resource) ([]Resource, error) {
	has := func(k kg.NodeKind) bool {
		s, _ := k.Spec()
		_, err := fs.Stat(fsys, s.File())
		return err == nil
	}
	var all []Resource
	for _, t := range Tables {
		header, err := headerOf(fsys, t.Path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, ResourceOf(t, header, has))
	}
	extras, err := Extras(fsys)
	if err != nil {
		return nil, err
	}
	for _, p := range extras {
		header, err := headerOf(fsys, p)
		if err != nil {
			return nil, err
		}
		extra := ExtraOf(strings.TrimSuffix(path.Base(p), ".csv"), p, header)
		if i := slices.IndexFunc(old, func(r Resource) bool { return sameColumns(r, extra) }); i >= 0 {
			extra = old[i]
		}
		all = append(all, extra)
	}
	return all, nil
}

func sameColumns(a, b Resource) bool {
	return a.Path == b.Path && slices.EqualFunc(a.Schema.Fields, b.Schema.Fields, func(a, b Field) bool { return a.Name == b.Name })
}

// Extras returns the CSV files in the folder's top that are no tables of ours,
// by name. They accompany the dataset and are not part of the graph.
func Extras(fsys fs.FS) ([]string, error) {
	files, err := fs.Glob(fsys, "*.csv")
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(files, func(p string) bool {
		_, ours := ByPath(p)
		return ours
	}), nil
}

func headerOf(fsys fs.FS, p string) ([]string, error) {
	f, err := fsys.Open(p)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	header, err := csv.NewReader(f).Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", p, err)
	}
	if len(header) > 0 {
		header[0] = strings.TrimPrefix(header[0], BOM)
	}
	return header, nil
}

func origins(fsys fs.FS) ([]Origin, error) {
	spec, _ := kg.Source.Spec()
	f, err := fsys.Open(spec.File())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	name, url := slices.Index(rows[0], "name"), slices.Index(rows[0], "url")
	var all []Origin
	for _, row := range rows[1:] {
		cell := func(i int) string {
			if i < 0 {
				return ""
			}
			return row[i]
		}
		all = append(all, OriginOf(cell(name), cell(url)))
	}
	return all, nil
}

// OriginOf describes a Source node.
func OriginOf(name, url string) Origin { return Origin{Title: name, Path: url} }
