package dataset_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"citygraph/internal/datapackage"
	"citygraph/internal/dataset"
)

// Whatever stands in the tables: reading says something, and what it lets pass
// survives a round trip.
func FuzzTables(f *testing.F) {
	files, err := filepath.Glob("testdata/lint/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range a.Files {
			if i := slices.IndexFunc(datapackage.Tables, func(t datapackage.Table) bool { return t.Path == x.Name }); i >= 0 {
				f.Add(uint8(i), x.Data)
			}
		}
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, table uint8, text []byte) {
		path := datapackage.Tables[int(table)%len(datapackage.Tables)].Path
		d, found, err := dataset.Load(t.Context(), world(map[string]string{path: string(text)}))
		checkLoaded(t, dir, d, found, err)
	})
}

// The same for JSON lines.
func FuzzLines(f *testing.F) {
	golden, err := os.ReadFile("../export/testdata/small.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for line := range bytes.Lines(golden) {
		f.Add(line)
	}
	f.Add([]byte(`{"record":"edge","id":"member-of:alba--ring","kind":"MEMBER_OF","from":"city:alba","to":"network:ring","stint":1,"basis":"stated","sources":[{"source":"source:page","locator":"1","basis":"stated"}]}`))
	f.Add([]byte(ringLine + "\n" + cityLine))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte) {
		lines := strings.Join([]string{headLine, sourceLine, cityLine, ringLine, string(text)}, "\n")
		d, found, err := dataset.LoadLines(t.Context(), strings.NewReader(lines), "w.jsonl")
		if err != nil && strings.Contains(err.Error(), "cannot be read") {
			return // an endless line
		}
		checkLoaded(t, dir, d, found, err)
	})
}

func checkLoaded(t *testing.T, dir string, d *dataset.Dataset, found []dataset.Finding, err error) {
	t.Helper()
	if err != nil || (d == nil) != (len(found) > 0) {
		t.Fatalf("dataset %v, %d findings, %v", d != nil, len(found), err)
	}
	for _, x := range found {
		if x.Message == "" || x.Mend == "" || x.File == "" {
			t.Errorf("a finding that does not help: %+v", x)
		}
	}
	if d != nil {
		roundTrip(t, dir, d)
	}
}
