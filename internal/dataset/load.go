package dataset

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// Open reads and lints the dataset at a path of the file system: a folder, or a
// file that `citygraph export` wrote (JSON lines, or the folder as a zip file),
// told by how it begins. Links that lead out of the folder are not followed.
// Findings and errors are those of Load.
func Open(ctx context.Context, name string) (*Dataset, []Finding, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, unusable(name, causeOf(err), "name a dataset folder, or a file that `citygraph export` wrote").WithCause(err)
	}
	if info.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return nil, nil, unusable(name, causeOf(err), "name a folder that can be read").WithCause(err)
		}
		defer func() { _ = root.Close() }() // only read
		return Load(ctx, root.FS())
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, unusable(name, causeOf(err), "name a file that can be read").WithCause(err)
	}
	defer func() { _ = f.Close() }() // only read
	var magic [2]byte
	if _, err := f.ReadAt(magic[:], 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, unusable(name, causeOf(err), "name a file that can be read").WithCause(err)
	}
	if info.Size() > MaxFile {
		return nil, nil, unusable(name, "is larger than "+plural(MaxFile>>20, "MiB", "MiB"), "split the dataset")
	}
	if string(magic[:]) != "PK" {
		return LoadLines(ctx, f, name)
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, nil, unusable(name, "is a broken zip file", "fetch or write it again").WithCause(err)
	}
	return Load(ctx, z)
}

func unusable(name, what, mend string) *kg.Error {
	return kg.Errorf(kg.CodeInvalid, "the dataset %s: %s", name, what).WithMend("%s", mend)
}

// Load reads and lints the dataset in a folder. It returns the dataset, or
// every finding, grouped and sorted; never both. The error is for input that is
// no dataset folder at all (CodeInvalid), and for a context that is done.
func Load(ctx context.Context, folder fs.FS) (*Dataset, []Finding, error) {
	d := &draft{}
	if err := readHead(folder, d); err != nil {
		return nil, nil, err
	}
	if err := reportStrangers(folder, d); err != nil {
		return nil, nil, err
	}
	for _, t := range datapackage.Tables {
		if err := readTable(ctx, folder, t, d); err != nil {
			return nil, nil, err
		}
	}
	return finish(d)
}

func finish(d *draft) (*Dataset, []Finding, error) {
	lint(d)
	if fs := d.out.sorted(); len(fs) > 0 {
		return nil, fs, nil
	}
	out, err := assemble(d)
	return out, nil, err
}

func readHead(folder fs.FS, d *draft) error {
	f, ok, err := openFile(folder, datapackage.File, MaxHead, &d.out)
	if err != nil {
		return err
	}
	if !ok {
		what := "has no " + datapackage.File
		if len(d.out.list) > 0 {
			what = "is of no use, its " + datapackage.File + " " + d.out.list[0].Message
		}
		return kg.Errorf(kg.CodeInvalid, "the dataset folder %s", what).WithMend("%s", `name a dataset folder, or write one: {"name": "my-cities", "title": "My cities", "version": "1.0.0", "licenses": [{"name": "CC-BY-4.0"}]}`)
	}
	defer func() { _ = f.Close() }() // only read
	text, err := io.ReadAll(io.LimitReader(f, MaxHead))
	if err != nil {
		return fmt.Errorf("read %s: %w", datapackage.File, err)
	}
	desc, err := datapackage.ParseDescriptor(text)
	if err != nil {
		return err
	}
	head, problems := desc.Dataset()
	for _, p := range problems {
		d.out.addProblem(Place{File: datapackage.File}, "", problemOf(BadValue, p))
	}
	d.head = head
	d.checkHead(Place{File: datapackage.File})
	return nil
}

// checkHead looks at the head's texts as at any other.
func (d *draft) checkHead(at Place) {
	text := datapackage.Column{Attr: kg.Attr{Type: kg.TypeText}}
	for name, s := range map[string]*string{"name": &d.head.Name, "title": &d.head.Title, "version": &d.head.Version, "licenses": &d.head.License, "citation": &d.head.Citation} {
		*s = checkText(*s, text, at.in(name), &d.out)
	}
}

// reportStrangers reports tables of kinds that the vocabulary does not have,
// and accompanying files that are no proper CSV.
func reportStrangers(folder fs.FS, d *draft) error {
	for _, dir := range []string{"nodes", "edges"} {
		entries, err := fs.ReadDir(folder, dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			d.out.add(Finding{Group: Unreadable, Place: Place{File: dir}, Message: "cannot be listed: " + causeOf(err), Mend: "make it a folder of CSV files inside the dataset"})
		}
		for _, e := range entries {
			p := path.Join(dir, e.Name())
			if _, known := datapackage.ByPath(p); !known && !strings.HasPrefix(e.Name(), ".") {
				d.out.add(Finding{Group: UnknownKind, Place: Place{File: p}, Message: "no table of a kind that the vocabulary has", Mend: "name it as one of " + strings.Join(filesIn(dir), ", ")})
			}
		}
	}
	extras, err := datapackage.Extras(folder)
	if err != nil {
		return err
	}
	for _, p := range extras {
		err := readCSV(context.Background(), folder, p, &d.out, func([]string, Place) func(Place, []string) {
			return func(Place, []string) {}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func filesIn(dir string) []string {
	var names []string
	for _, t := range datapackage.Tables {
		if path.Dir(t.Path) == dir {
			names = append(names, path.Base(t.Path))
		}
	}
	slices.Sort(names)
	return names
}
