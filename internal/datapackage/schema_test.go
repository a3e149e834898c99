package datapackage_test

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// Every kind has a table with all its attributes, and every pattern takes the
// column's own example.
func TestTables(t *testing.T) {
	for _, s := range kg.NodeKinds {
		checkTable(t, s.File(), s.Attrs)
	}
	for _, s := range kg.EdgeKinds {
		checkTable(t, s.File(), s.AllAttrs())
	}
	for _, table := range datapackage.Tables {
		all := func(kg.NodeKind) bool { return true }
		for _, f := range datapackage.ResourceOf(table, table.Header(), all).Schema.Fields {
			if f.Description == "" || f.Constraints == nil || f.Constraints.Pattern == "" || f.Example == "" {
				continue
			}
			if !regexp.MustCompile(`^(?:` + f.Constraints.Pattern + `)$`).MatchString(f.Example) {
				t.Errorf("%s %s: the pattern %s refuses the example %q", table.Path, f.Name, f.Constraints.Pattern, f.Example)
			}
		}
		for _, c := range table.Columns {
			if c.Doc == "" {
				t.Errorf("%s %s has no doc", table.Path, c.Name)
			}
		}
	}
}

func checkTable(t *testing.T, path string, attrs []kg.Attr) {
	t.Helper()
	table, ok := datapackage.ByPath(path)
	if !ok {
		t.Errorf("no table %s", path)
		return
	}
	for _, a := range attrs {
		if c, ok := table.Column(a.Name); !ok || c.Type != a.Type || !slices.Equal(c.Values, a.Values) || c.Required {
			t.Errorf("%s: column %s is %+v", path, a.Name, c)
		}
	}
	if len(table.Header()) != len(slices.Compact(slices.Sorted(slices.Values(table.Header())))) {
		t.Errorf("%s: a column stands twice in %v", path, table.Header())
	}
}

func TestComplete(t *testing.T) {
	folder := fstest.MapFS{}
	for name, text := range map[string]string{
		"datapackage.json":    `{"name":"world","title":"World","version":"1.0.0","licenses":[{"name":"CC0-1.0"}],"citation":"Me","resources":[{"name":"stale"},{"name":"left-out","path":"left-out.csv","description":"By hand.","schema":{"fields":[{"name":"line","type":"integer"},{"name":"why","type":"string"}]}},{"name":"other","path":"other.csv","description":"By hand.","schema":{"fields":[{"name":"gone","type":"integer"}]}}],"sources":[]}`,
		"nodes/source.csv":    "id,name,url\nsource:a,A,https://example.org\nsource:b,\"B, too\",\n",
		"nodes/city.csv":      "id,name,latitude,basis,sources\n",
		"edges/active-in.csv": "from,to,stint,basis,sources\n",
		"edges/calls-for.csv": "from,to,stance,basis,sources\n",
		"left-out.csv":        "line,why\n",
		"other.csv":           "new\n",
	} {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	d, err := datapackage.Complete(folder)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"citation":"Me","sources":[{"title":"A","path":"https://example.org"},{"title":"B, too"}]`,
		`{"name":"latitude","type":"number","description":"Latitude in degrees north, WGS 84.","example":"52.52437","constraints":{"minimum":-90,"maximum":90}}`,
		`"primaryKey":["from","to","stint"],"foreignKeys":[{"fields":["to"],"reference":{"resource":"nodes-city","fields":["id"]}}]`,
		`"name":"stance","type":"string","description":"Whether it is demanded of others or a goal of one's own.","example":"demand","constraints":{"enum":["demand","goal"]}`,
		`"primaryKey":["from","to"]}`, // of calls-for: there is no file of demands to refer to
		`"name":"left-out","path":"left-out.csv","profile":"","description":"By hand.","format":"","mediatype":"","encoding":"","schema":{"fields":[{"name":"line","type":"integer"}`,
		`"schema":{"fields":[{"name":"new","type":"string"}]}`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(string(got), "stale") {
		t.Error("an old resource is still there")
	}
}

func TestCompleteNeedsAHead(t *testing.T) {
	if _, err := datapackage.Complete(fstest.MapFS{}); err == nil {
		t.Error("no error without a datapackage.json")
	}
	broken := fstest.MapFS{"datapackage.json": {Data: []byte("{")}}
	if _, err := datapackage.Complete(broken); kg.CodeOf(err) != kg.CodeInvalid {
		t.Error(err)
	}
}

func TestVersions(t *testing.T) {
	for version, ok := range map[string]bool{
		"1.0.0": true, "0.10.2": true, "1.0.0-draft.1": true, "1.0.0+2026": true, "1.0.0-draft+2026": true,
		"": false, "1": false, "1.0": false, "v1.0.0": false, "1.0.0.0": false, "01.0.0": false, "1.0.0 ": false, "2026-11-22": false, "latest": false,
	} {
		d := datapackage.Head(kg.Dataset{Name: "world", Title: "World", Version: version, License: "CC0-1.0"})
		if _, problems := d.Dataset(); (len(problems) == 0) != ok {
			t.Errorf("%q: %v", version, problems)
		}
	}
	inOrder := []string{"0.9.0", "1.0.0-draft", "1.0.0", "1.9.0", "1.10.0", "2.0.0"}
	for i, a := range inOrder {
		for j, b := range inOrder {
			if got := datapackage.CompareVersions(a, b); got != cmp.Compare(i, j) {
				t.Errorf("%s and %s: %d", a, b, got)
			}
		}
	}
}
