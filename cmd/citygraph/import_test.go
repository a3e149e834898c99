package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

func TestImportRefuses(t *testing.T) {
	const bolt = "bolt://127.0.0.1:1"
	for _, c := range []struct {
		name string
		args []string
		says string
	}{
		{"no store", []string{"import"}, "--store"},
		{"memory", []string{"import", "--store", "memory"}, "filled by serve itself"},
		{"another database", []string{"import", "--store", "postgres://localhost"}, "bolt+ssc://"},
		{"no host", []string{"import", "--store", "bolt://:7687"}, "names no host"},
		{"password in the address", []string{"import", "--store", "bolt://neo4j:hunter2@localhost"}, "NEO4J_PASSWORD"},
		{"database in the address", []string{"import", "--store", "bolt://localhost/cities"}, "--database"},
		{"no dataset", []string{"import", "--store", bolt, "/no/such/folder"}, "/no/such/folder"},
		{"findings", []string{"import", "--store", bolt, brokenDataset(t)}, "is not a country code"},
		{"export from two", []string{"export", "--store", bolt, "--data", "x", "--format", "csv", "-o", "-"}, "exclude each other"},
		{"export from another database", []string{"export", "--store", "sqlite", "--format", "csv", "-o", "-"}, "there is no store"},
		{"serve with a password in the address", []string{"serve", "--store", "neo4j://neo4j:hunter2@localhost"}, "NEO4J_PASSWORD"},
		{"watch with Neo4j", []string{"serve", "--store", bolt, "--watch"}, "without it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := runOnce(t, c.args...)
			if got.code != exitUnfit || got.stdout != "" || !strings.Contains(got.stderr, c.says) || strings.Contains(got.stderr, "hunter2") {
				t.Errorf("%+v", got)
			}
		})
	}
}

// importSeed puts the dataset in the program into a store.
func importSeed(t *testing.T, st store.Store) (string, error) {
	t.Helper()
	d, err := readDataset(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	var stdout bytes.Buffer
	err = (&program{stdout: &stdout, stderr: &bytes.Buffer{}}).importInto(t.Context(), d, st)
	return stdout.String(), err
}

func TestImportTwice(t *testing.T) {
	d, err := readDataset(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	st := memstore.New()
	defer st.Close(t.Context())
	want := fmt.Sprintf("imported %s %s: %d nodes, %d edges, ", d.Head.Name, d.Head.Version, len(d.Nodes), len(d.Edges))
	if said, err := importSeed(t, st); err != nil || !strings.HasPrefix(said, want) {
		t.Errorf("%v: %q, want %q", err, said, want)
	}
	if said, err := importSeed(t, st); err != nil || !strings.HasPrefix(said, "unchanged: ") || !strings.Contains(said, "nothing was written") {
		t.Errorf("again, %v: %q", err, said)
	}
}

// refusing is a store that takes no import.
type refusing struct{ store.Store }

func (refusing) Begin(context.Context, kg.Dataset) (store.Import, error) {
	return nil, kg.Errorf(kg.CodeConflict, "another import runs").WithMend("wait for its end").WithCause(fmt.Errorf("the driver's words"))
}

func TestImportSaysOneSentence(t *testing.T) {
	if said, err := importSeed(t, refusing{}); said != "" || err == nil || err.Error() != "nothing is imported: another import runs: wait for its end" {
		t.Errorf("%q, %v", said, err)
	}
}

func TestBar(t *testing.T) {
	if b := newBar(&bytes.Buffer{}, 10); b.out != nil {
		t.Error("a bar where there is no terminal")
	}
	var out bytes.Buffer
	b := &bar{out: &out, total: 40}
	st := counting{memstore.New(), b}
	in, err := st.Begin(t.Context(), kg.Dataset{Name: "world", Title: "World", Version: "1", Hash: strings.Repeat("0", 64)})
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Put(t.Context(), store.Batch{Nodes: []kg.Node{{ID: "nonsense"}}}); err == nil || out.Len() > 0 {
		t.Errorf("what was not put is counted: %v, %q", err, out.String())
	}
	b.add(20)
	if !strings.HasSuffix(out.String(), "importing ["+strings.Repeat("#", 15)+strings.Repeat(".", 15)+"] 20 of 40 records") {
		t.Errorf("%q", out.String())
	}
	b.add(20)
	b.clear()
	if !strings.HasSuffix(out.String(), "finishing ["+strings.Repeat("#", 30)+"] 40 of 40 records\r\x1b[K") {
		t.Errorf("%q", out.String())
	}
	if err := in.Abort(t.Context()); err != nil {
		t.Error(err)
	}
}
