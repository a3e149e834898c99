package dataset_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"citygraph/internal/dataset"
)

// Each archive of testdata/lint is a small dataset with what lint must find in
// it: exactly that, so that whatever else stands there is a case that does not
// fire. One with files in old/ is compared with the dataset that these make, and
// the section changes has the report of it.
func TestLint(t *testing.T) {
	base := archive(t, "testdata/lint/base.txtar")
	files, err := filepath.Glob("testdata/lint/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	fired := map[dataset.Group]bool{}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			changed := archive(t, file)
			older, newer := editions(changed)
			d, found, err := dataset.Load(t.Context(), overlay(t, base, newer))
			if err != nil {
				t.Fatal(err)
			}
			if (d == nil) != (len(found) > 0) {
				t.Errorf("dataset %v with %d findings", d != nil, len(found))
			}
			if d != nil && len(older.Files) > 0 {
				c := dataset.Against(loaded(t, overlay(t, base, older)), d)
				found = c.Findings
				_, changes, _ := strings.Cut(c.Report(), "\n")
				if want := section(t, changed, "changes"); strings.TrimSpace(changes) != strings.TrimSpace(want) {
					t.Errorf("the report is\n%s", changes)
				}
			}
			compareFindings(t, found, section(t, changed, "findings"))
			for _, f := range found {
				fired[f.Group] = true
				if f.Message == "" || f.Mend == "" {
					t.Errorf("no message or mend: %+v", f)
				}
			}
		})
	}
	for _, g := range dataset.Groups() {
		if !fired[g] {
			t.Errorf("no case fires %s", g)
		}
	}
}

// editions takes an archive apart: the files in old/, and the others.
func editions(a *txtar.Archive) (older, newer *txtar.Archive) {
	older, newer = &txtar.Archive{}, &txtar.Archive{}
	for _, f := range a.Files {
		if name, old := strings.CutPrefix(f.Name, "old/"); old {
			f.Name = name
			older.Files = append(older.Files, f)
		} else {
			newer.Files = append(newer.Files, f)
		}
	}
	return older, newer
}

func loaded(t *testing.T, folder fs.FS) *dataset.Dataset {
	t.Helper()
	d, found, err := dataset.Load(t.Context(), folder)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	return d
}

func archive(t *testing.T, file string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func section(t *testing.T, a *txtar.Archive, name string) string {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no section %s", name)
	}
	return string(a.Files[i].Data)
}

func overlay(t *testing.T, archives ...*txtar.Archive) fs.FS {
	t.Helper()
	merged := &txtar.Archive{}
	for _, a := range archives {
		for _, f := range a.Files {
			merged.Files = slices.DeleteFunc(merged.Files, func(old txtar.File) bool { return old.Name == f.Name })
			if f.Name != "findings" && f.Name != "changes" {
				merged.Files = append(merged.Files, f)
			}
		}
	}
	world, err := txtar.FS(merged)
	if err != nil {
		t.Fatal(err)
	}
	return world
}

// compareFindings compares findings with lines "group file:line column: part of
// the message".
func compareFindings(t *testing.T, found []dataset.Finding, want string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(want), "\n")
	if want == "" {
		lines = nil
	}
	rest := slices.Clone(found)
	for _, line := range lines {
		place, part, _ := strings.Cut(line, ": ")
		i := slices.IndexFunc(rest, func(f dataset.Finding) bool {
			return strings.TrimSpace(fmt.Sprintf("%s %s:%d %s", f.Group, f.File, f.Line, f.Column)) == place && strings.Contains(f.Message, part)
		})
		if i < 0 {
			t.Errorf("not found: %s", line)
			continue
		}
		rest = slices.Delete(rest, i, i+1)
	}
	if len(rest) > 0 {
		t.Errorf("found beyond what is listed:\n%s", dataset.Report(rest))
	}
}

// A folder on disk is read as an embedded one is.
func TestOpenFolder(t *testing.T) {
	dir := t.TempDir()
	writeArchive(t, dir, archive(t, "testdata/lint/base.txtar"))
	d, found, err := dataset.Open(t.Context(), dir)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	if p, ok := d.Place("member-of:bela--ring"); !ok || p != (dataset.Place{File: "edges/member-of.csv", Line: 3}) {
		t.Errorf("member-of:bela--ring stands in %+v, %v", p, ok)
	}
	if len(d.Edges) != 2 || d.Edges[0].ID != "member-of:alba--ring" {
		t.Errorf("edges %v", d.Edges)
	}
}

func writeArchive(t *testing.T, dir string, a *txtar.Archive) {
	t.Helper()
	for _, f := range a.Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A misspelt id comes with the one that was meant.
func TestLintGuesses(t *testing.T) {
	_, found, err := dataset.Load(t.Context(), world(map[string]string{
		"claims.csv": "record,field,value,basis,sources\ncity:albo,note,x,stated,source:page#1\ncity:quite-another,note,x,stated,source:page#1\n",
	}))
	if err != nil || len(found) != 2 {
		t.Fatal(found, err)
	}
	if !strings.HasSuffix(found[0].Mend, "(did you mean city:alba?)") || strings.Contains(found[1].Mend, "did you mean") {
		t.Errorf("%q, %q", found[0].Mend, found[1].Mend)
	}
}

func TestReport(t *testing.T) {
	got := dataset.Report([]dataset.Finding{
		{Group: dataset.Dangling, Place: dataset.Place{File: "claims.csv", Line: 2, Column: "record"}, Message: "no record", Mend: "add it"},
		{Group: dataset.Dangling, Place: dataset.Place{File: "claims.csv", Line: 3}, Message: "no record", Mend: "add it"},
		{Group: dataset.BadWording, Place: dataset.Place{File: "names.csv"}, Message: "long"},
	})
	const want = `Ids of records that do not exist (dangling, 2)
  claims.csv:2 record: no record
      mend: add it
  claims.csv:3: no record
      mend: add it

Wording, persons and offices (bad-wording, 1)
  names.csv: long
`
	if got != want {
		t.Errorf("%s", got)
	}
	if r := dataset.Report(nil); r != "" {
		t.Errorf("%q", r)
	}
}
