package dataset_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"citygraph/internal/dataset"
	"citygraph/internal/export"
	"citygraph/internal/jsonl"
	"citygraph/internal/store/memstore"
	"citygraph/seed"
)

// What the committed dataset says survives every format.
func TestSeedRoundTrip(t *testing.T) {
	d, found, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	roundTrip(t, t.TempDir(), d)
}

// So does any other dataset without findings, whatever texts stand in it.
func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		d := load(t, w.lines(t))
		if got := fmt.Sprint(linesOf(t, d)); got != fmt.Sprint(w.sorted(t)) {
			t.Fatalf("read\n%s\nof\n%s", got, w.sorted(t))
		}
		roundTrip(t, dir, d)
	})
}

// The order in which rows and lines stand does not count.
func TestHashIgnoresOrder(t *testing.T) {
	csvFormat, _ := export.ByName("csv")
	rapid.Check(t, func(t *rapid.T) {
		lines := drawWorld(t).lines(t)
		d := load(t, lines)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		random.Shuffle(len(lines)-1, func(i, j int) {
			lines[i+1], lines[j+1] = lines[j+1], lines[i+1]
		})
		byLines := load(t, lines)
		byRows, found, err := dataset.Load(background, shuffledRows(t, exported(t, csvFormat, d), random))
		if err != nil || len(found) > 0 {
			t.Fatalf("%v\n%s", err, dataset.Report(found))
		}
		for _, again := range []*dataset.Dataset{byLines, byRows} {
			if again.Head != d.Head || !reflect.DeepEqual(again.Nodes, d.Nodes) || !reflect.DeepEqual(again.Edges, d.Edges) {
				t.Fatalf("%+v became %+v", d.Head, again.Head)
			}
		}
	})
}

// shuffledRows is a zipped folder with the rows of its tables in another order.
func shuffledRows(t tester, zipped []byte, random *rand.Rand) fs.FS {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(zipped), int64(len(zipped)))
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range z.File {
		text, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".csv") {
			rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			random.Shuffle(len(rows)-1, func(i, j int) { rows[i+1], rows[j+1] = rows[j+1], rows[i+1] })
			var b bytes.Buffer
			if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
				t.Fatal(err)
			}
			text = b.Bytes()
		}
		folder[f.Name] = &fstest.MapFile{Data: text}
	}
	return folder
}

// tester is *testing.T or *rapid.T.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func roundTrip(t tester, dir string, d *dataset.Dataset) {
	t.Helper()
	for _, f := range export.Formats {
		first := exported(t, f, d)
		file := filepath.Join(dir, "x."+f.Extension())
		if err := os.WriteFile(file, first, 0o644); err != nil {
			t.Fatal(err)
		}
		back, found, err := dataset.Open(background, file)
		if err != nil || len(found) > 0 {
			t.Fatalf("%s: %v\n%s", f.Name(), err, dataset.Report(found))
		}
		for what, pair := range map[string][2]any{
			"head": {back.Head, d.Head}, "nodes": {back.Nodes, d.Nodes}, "edges": {back.Edges, d.Edges},
			"retired": {back.Retired, d.Retired}, "corrections": {back.Corrections, d.Corrections},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Fatalf("%s: %s\n%+v\nbecame\n%+v", f.Name(), what, pair[1], pair[0])
			}
		}
		if second := exported(t, f, back); !bytes.Equal(first, second) {
			t.Fatalf("%s: not the same bytes twice", f.Name())
		}
	}
}

func exported(t tester, f export.Format, d *dataset.Dataset) []byte {
	t.Helper()
	st := memstore.New()
	applied, err := dataset.Import(background, d, st)
	if err != nil {
		t.Fatal(err)
	}
	if applied.Nodes != len(d.Nodes) || applied.Edges != len(d.Edges) || applied.Retired != len(d.Retired) || applied.Corrections != len(d.Corrections) {
		t.Fatalf("%+v of %d nodes and %d edges", applied, len(d.Nodes), len(d.Edges))
	}
	r, err := st.Open(background)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(background, r, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func load(t tester, lines []string) *dataset.Dataset {
	t.Helper()
	d, found, err := dataset.LoadLines(background, strings.NewReader(strings.Join(lines, "")), "drawn")
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s\n%s", err, dataset.Report(found), strings.Join(lines, ""))
	}
	return d
}

// linesOf are the lines of a dataset's records, in their order.
func linesOf(t tester, d *dataset.Dataset) []string {
	t.Helper()
	var lines []string
	for r := range d.Records() {
		lines = append(lines, lineOf(t, jsonl.Of(r)))
	}
	return lines
}

func lineOf(t tester, v any) string {
	t.Helper()
	line, err := jsonl.Line(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}
