package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citygraph/internal/dataset"
	"citygraph/internal/export"
)

func TestLintCommand(t *testing.T) {
	if r := runOnce(t, "lint"); r.code != exitDone || !strings.Contains(r.stdout, "no findings in") || r.stderr != "" {
		t.Errorf("the dataset in the program: %+v", r)
	}
	if r := runOnce(t, "lint", filepath.Join(t.TempDir(), "nowhere")); r.code != exitUnfit || !strings.Contains(r.stderr, "name a dataset folder") {
		t.Errorf("no dataset: %+v", r)
	}
	dir := brokenDataset(t)
	if r := runOnce(t, "lint", dir); r.code != exitFailed || !strings.Contains(r.stdout, "nodes/city.csv:2 country: \"UK\" is not a country code") || !strings.Contains(r.stdout, "findings: 2") || r.stderr != "" {
		t.Errorf("a broken dataset: %+v", r)
	}
	r := runOnce(t, "lint", dir, "--json")
	var out struct{ Findings []dataset.Finding }
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil || r.code != exitFailed || len(out.Findings) != 2 {
		t.Fatalf("%v: %+v", err, r)
	}
	if f := out.Findings[0]; f.Group != dataset.UnknownCode || f.File != "nodes/city.csv" || f.Line != 2 || f.Column != "country" || f.Record != "city:alba" || f.Mend == "" {
		t.Errorf("%+v", f)
	}
	if r := runOnce(t, "lint", "--json"); r.code != exitDone || strings.TrimSpace(r.stdout) != "{\n  \"findings\": []\n}" {
		t.Errorf("nothing found: %+v", r)
	}
}

// Two editions are compared; the older one may be a folder or an export.
func TestLintAgainst(t *testing.T) {
	dir := t.TempDir()
	edition := func(name, version, cities string) string {
		return writeDataset(t, filepath.Join(dir, name), version, "id,name,country,basis,sources\n"+cities)
	}
	old := edition("old", "1.0.0", "city:alba,Alba,FR,stated,source:page#1\ncity:bela,Bela,RS,stated,source:page#1\n")
	now := edition("now", "1.1.0", "city:alba,Alba,IT,stated,source:page#1\ncity:cena,Cena,IT,stated,source:page#1\n")
	same := edition("same", "1.1.0", "city:cena,Cena,IT,stated,source:page#1\ncity:alba,Alba,IT,stated,source:page#1\n")
	const report = `
nodes/city.csv: added 1, changed 1, withdrawn 1
  ~ city:alba  Alba
      country: FR → IT
  - city:bela  Bela
  + city:cena  Cena
`
	asLines, asZip := filepath.Join(dir, "old.jsonl"), filepath.Join(dir, "old.csv.zip")
	for format, file := range map[string]string{"jsonl": asLines, "csv": asZip} {
		if r := runOnce(t, "export", "--data", old, "--format", format, "-o", file); r.code != exitDone {
			t.Fatalf("%+v", r)
		}
	}
	for _, older := range []string{old, asLines, asZip} {
		r := runOnce(t, "lint", now, "--against", older)
		if r.code != exitFailed || r.stderr != "" || !strings.Contains(r.stdout, report) || !strings.HasSuffix(r.stdout, "\nfindings: 2\n") ||
			!strings.Contains(r.stdout, "add to corrections.csv: city:alba,DATE,country FR,country IT,WHY") {
			t.Errorf("%s: %+v", older, r)
		}
	}
	if r := runOnce(t, "lint", now, "--against", same); r.code != exitDone || !strings.Contains(r.stdout, ": no changes\n\nworld 1.1.0: no findings in 3 nodes") {
		t.Errorf("nothing changed: %+v", r)
	}
	r := runOnce(t, "lint", now, "--against", old, "--json")
	var out struct {
		Findings []dataset.Finding
		Against  struct {
			Old, New map[string]string
			Changes  []dataset.Change
		}
	}
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil || r.code != exitFailed || len(out.Findings) != 2 || len(out.Against.Changes) != 4 {
		t.Fatalf("%v: %+v", err, r)
	}
	c := out.Against.Changes[1]
	if out.Against.Old["version"] != "1.0.0" || len(out.Against.New["revision"]) != 64 || c.Form != dataset.Changed || c.File != "nodes/city.csv" || c.Record != "city:alba" ||
		len(c.Fields) != 1 || c.Fields[0] != (dataset.FieldChange{Field: "country", Was: "FR", Is: "IT"}) {
		t.Errorf("%+v", out.Against)
	}
	if r := runOnce(t, "lint", now, "--against", now, "--json"); r.code != exitDone || !strings.Contains(r.stdout, `"changes": [],`) {
		t.Errorf("nothing changed: %+v", r)
	}
	if r := runOnce(t, "lint", brokenDataset(t), "--against", old); r.code != exitFailed || !strings.HasSuffix(r.stdout, "findings: 2\nnot compared with "+old+": mend these first\n") {
		t.Errorf("the newer one is broken: %+v", r)
	}
	for _, broken := range []string{brokenDataset(t), filepath.Join(dir, "nowhere")} {
		if r := runOnce(t, "lint", now, "--against", broken); r.code != exitUnfit || r.stdout != "" || !strings.Contains(r.stderr, "nothing is compared with "+broken) {
			t.Errorf("%s: %+v", broken, r)
		}
	}
}

// brokenDataset is a folder with two findings.
func brokenDataset(t *testing.T) string {
	t.Helper()
	return writeDataset(t, t.TempDir(), "1.0.0", "id,name,country,basis,sources\ncity:alba,Alba,UK,stated,source:page\n")
}

// writeDataset writes a folder with one source and a table of cities.
func writeDataset(t *testing.T, dir, version, cities string) string {
	t.Helper()
	for name, text := range map[string]string{
		"datapackage.json": `{"name":"world","title":"World","version":"` + version + `","licenses":[{"name":"CC0-1.0"}]}`,
		"nodes/source.csv": "id,name\nsource:page,Page\n",
		"nodes/city.csv":   cities,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Each format is written, read back and written again, and nothing is lost.
func TestExportCommand(t *testing.T) {
	for _, f := range export.Formats {
		t.Run(f.Name(), func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "world."+f.Extension())
			if r := runOnce(t, "export", "--format", f.Name(), "-o", file); r.code != exitDone || r.stdout != "" || !strings.Contains(r.stderr, "wrote "+file) {
				t.Fatalf("%+v", r)
			}
			written, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if r := runOnce(t, "export", "--data", file, "--format", f.Name(), "-o", "-"); r.code != exitDone || r.stdout != string(written) {
				t.Errorf("again: %d, %s, the same bytes: %v", r.code, r.stderr, r.stdout == string(written))
			}
			if r := runOnce(t, "lint", file); r.code != exitDone {
				t.Errorf("%+v", r)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
				t.Errorf("left in the folder: %v, %v", left, err)
			}
		})
	}
}

func TestExportLeavesFilesAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.jsonl")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"export", "--format", "jsonl", "-o", file},
		{"export", "--format", "jsonl", "-o", file, "--force", "--data", brokenDataset(t)},
	} {
		if r := runOnce(t, args...); r.code == exitDone {
			t.Errorf("%v: %+v", args, r)
		}
		if text, err := os.ReadFile(file); err != nil || string(text) != "mine" {
			t.Errorf("%v: %.20q, %v", args, text, err)
		}
	}
	if r := runOnce(t, "export", "--format", "jsonl", "-o", file, "--force"); r.code != exitDone {
		t.Errorf("%+v", r)
	}
	if text, err := os.ReadFile(file); err != nil || string(text) == "mine" {
		t.Errorf("not overwritten, %v", err)
	}
}

func TestExportRefuses(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"export", "-o", "-"}, exitUnfit, "the formats are jsonl, csv"},
		{[]string{"export", "--format", "jsonl"}, exitUnfit, "--output"},
		{[]string{"export", "--format", "papyrus", "-o", "-"}, exitUnfit, "the formats are jsonl, csv"},
		{[]string{"export", "--format", "csv", "-o", filepath.Join(t.TempDir(), "no", "such", "folder.zip")}, exitFailed, filepath.Join("no", "such") + " to write into: make it first"},
		{[]string{"export", "--format", "csv", "-o", t.TempDir()}, exitFailed, "is a folder: name a file in it"},
		{[]string{"export", "--format", "csv", "-o", "-", "--data", brokenDataset(t)}, exitUnfit, "is not a country code"},
	} {
		if r := runOnce(t, c.args...); r.code != c.code || !strings.Contains(r.stderr, c.says) || r.stdout != "" {
			t.Errorf("%v: %+v", c.args, r)
		}
	}
}
