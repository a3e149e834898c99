package dataset_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
)

const head = `{"name":"world","title":"World","version":"1.0.0","licenses":[{"name":"CC0-1.0"}]}`

// world returns a folder with a head, a source, two cities and a network, and
// these files over them.
func world(files map[string]string) fstest.MapFS {
	all := map[string]string{
		"datapackage.json":  head,
		"nodes/source.csv":  "id,name\nsource:page,Page\n",
		"nodes/city.csv":    "id,name,basis,sources\ncity:alba,Alba,stated,source:page#1\ncity:bela,Bela,stated,source:page#2\n",
		"nodes/network.csv": "id,name,basis,sources\nnetwork:ring,Ring,stated,source:page#3\n",
	}
	maps.Copy(all, files)
	out := fstest.MapFS{}
	for name, text := range all {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// Bytes that a text archive cannot hold, and limits.
func TestLoadBytes(t *testing.T) {
	const cities = "nodes/city.csv"
	for _, c := range []struct {
		name, file, text, want string // want is "" where nothing is found
	}{
		{"CRLF", cities, "id,name,basis,sources\r\ncity:alba,Alba,stated,source:page#1\r\n", ""},
		{"no line feed at the end", cities, "id,name,basis,sources\ncity:alba,Alba,stated,source:page#1", ""},
		{"byte order mark", cities, "\xef\xbb\xbfid,name,basis,sources\ncity:alba,Alba,stated,source:page#1\n", ""},
		{"byte order mark and quotes", cities, "\xef\xbb\xbf\"id\",\"name\",\"basis\",\"sources\"\r\n\"city:alba\",\"Alba\",\"stated\",\"source:page#1\"\r\n", ""},
		{"byte order mark before the head", "datapackage.json", "\xef\xbb\xbf" + head, ""},
		{"semicolons", cities, "\xef\xbb\xbfid;name;basis;sources\r\ncity:alba;Alba;stated;\"source:page#1, \"\"a\"\"\"\r\n", "unreadable nodes/city.csv:1: the cells are separated by semicolons"},
		{"semicolons and quotes", cities, "\"id\";\"name\";\"basis\";\"sources\"\n\"city:alba\";\"Alba\";\"stated\";\"source:page#1\"\n", "unreadable nodes/city.csv:1: the cells are separated by semicolons"},
		{"tabs", cities, "id\tname\tbasis\tsources\ncity:alba\tAlba\tstated\tsource:page#1\n", "unreadable nodes/city.csv:1: the cells are separated by tabs"},
		{"semicolons in an accompanying file", "notes.csv", "a;b\n1;2\n", "unreadable notes.csv:1: the cells are separated by semicolons"},
		{"one column in an accompanying file", "notes.csv", "a\n1;2\n", ""},
		{"broken UTF-8", cities, "id,name,basis,sources\ncity:alba,Alb\xe4,stated,source:page#1\n", "bad-text nodes/city.csv:2 name: not valid UTF-8\nbad-id nodes/city.csv:2 id: not the computed one"},
		{"UTF-16", cities, "\xff\xfei\x00d\x00", "unreadable nodes/city.csv:1: the file is UTF-16"},
		{"NUL", "claims.csv", "record,field,value,basis,sources\ncity:alba,note,a\x00b,stated,source:page#1\n", "bad-text claims.csv:2 value: the control character U+0000"},
		{"lone CR", "claims.csv", "record,field,value,basis,sources\ncity:alba,note,\"a\rb\",stated,source:page#1\n", "bad-text claims.csv:2 value: the control character U+000D"},
		{"longest cell", "claims.csv", "record,field,value,basis,sources\ncity:alba,note," + strings.Repeat("x", dataset.MaxCell) + ",stated,source:page#1\n", ""},
		{"cell too long", "claims.csv", "record,field,value,basis,sources\ncity:alba,note," + strings.Repeat("x", dataset.MaxCell+1) + ",stated,source:page#1\n", "bad-text claims.csv:2 value: longer than 64 KiB"},
		{"row too long", "claims.csv", "record,field,value,basis,sources\ncity:alba,note,\"" + strings.Repeat("x\n", 2*dataset.MaxRow) + "\",stated,source:page#1\n", "unreadable claims.csv:1: the row behind this one is longer than 1 MiB"},
		{"many rows", "claims.csv", "record,field,value,basis,sources\n" + manyClaims(40_000), ""},
		{"header alone", "claims.csv", "record,field,value,basis,sources\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found, err := dataset.Load(t.Context(), world(map[string]string{c.file: c.text}))
			if err != nil {
				t.Fatal(err)
			}
			compareFindings(t, found, c.want)
		})
	}
}

// manyClaims is longer than what one row may be.
func manyClaims(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("city:alba,note,n" + strings.Repeat("i", i%50) + string(rune('a'+i%26)) + ",stated,source:page#" + strings.Repeat("1", 1+i%7) + "x" + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + string(rune('a'+i/17576)) + "\n")
	}
	return b.String()
}

// Input that is no dataset at all is an error, not a finding.
func TestLoadUnusable(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, want string }{
		{"missing", filepath.Join(dir, "nowhere"), "no such file"},
		{"folder without a head", empty, "has no datapackage.json"},
		{"text", write("notes.txt", "Notes\n"), "first line does not describe"},
		{"empty file", write("empty.jsonl", ""), "first line does not describe"},
		{"broken zip", write("broken.zip", "PK\x03\x04 and no more"), "is a broken zip file"},
		{"endless line", write("endless.jsonl", strings.Repeat("x", 2*dataset.MaxRow)), "line 1 cannot be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, found, err := dataset.Open(t.Context(), c.path)
			if kg.CodeOf(err) != kg.CodeInvalid || !strings.Contains(err.Error(), c.want) || d != nil || found != nil {
				t.Errorf("%v, %v, %v", d, found, err)
			}
		})
	}
	for name, text := range map[string]string{"not JSON": "{", "a list": "[]"} {
		if _, _, err := dataset.Load(t.Context(), world(map[string]string{"datapackage.json": text})); kg.CodeOf(err) != kg.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLoadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := dataset.Load(ctx, world(nil)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	lines := `{"record":"dataset","name":"world","title":"World","version":"1.0.0","license":"CC0-1.0"}` + "\n" + strings.Repeat("{}\n", 2000)
	if _, _, err := dataset.LoadLines(ctx, strings.NewReader(lines), "x"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A link that leads out of the folder is not followed; one inside it is.
func TestOpenLinks(t *testing.T) {
	dir := t.TempDir()
	for name, file := range world(nil) {
		path := filepath.Join(dir, "data", filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, file.Data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(dir, "secret.csv")
	if err := os.WriteFile(outside, []byte("record,field,value,basis,sources\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(
		os.Symlink(outside, filepath.Join(dir, "data", "claims.csv")),
		os.Symlink("nodes/city.csv", filepath.Join(dir, "data", "cities.csv")),
	); err != nil {
		t.Skip("no links on this file system:", err)
	}
	_, found, err := dataset.Open(t.Context(), filepath.Join(dir, "data"))
	if err != nil {
		t.Fatal(err)
	}
	compareFindings(t, found, "unreadable claims.csv:0: cannot be opened: path escapes from parent")
}

// A folder where a file should be.
func TestLoadFolderForFile(t *testing.T) {
	w := world(nil)
	w["claims.csv"] = &fstest.MapFile{Mode: fs.ModeDir}
	_, found, err := dataset.Load(t.Context(), w)
	if err != nil {
		t.Fatal(err)
	}
	compareFindings(t, found, "unreadable claims.csv:0: is not a file")
}

// The zip of a folder is the folder.
func TestOpenZip(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := errors.Join(z.AddFS(world(nil)), z.Close()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "world.csv.zip")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	zipped, found, err := dataset.Open(t.Context(), file)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	folder, _, _ := dataset.Load(t.Context(), world(nil))
	if zipped.Head != folder.Head {
		t.Errorf("%+v is not %+v", zipped.Head, folder.Head)
	}
}

// A hopeless file costs no more than maxFindings findings.
func TestFindingsAreBounded(t *testing.T) {
	_, found, err := dataset.Load(t.Context(), world(map[string]string{
		"claims.csv": "record,field,value,basis,sources\n" + strings.Repeat("city:nowhere,note,x,stated,source:page#1\n", 20_000),
	}))
	if err != nil {
		t.Fatal(err)
	}
	if last := found[len(found)-1]; len(found) != 10_001 || last.Message != "10000 further findings" {
		t.Errorf("%d findings, the last is %+v", len(found), last)
	}
}
