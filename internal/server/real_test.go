package server_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/internal/server"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/seed"
)

// seeds are the real dataset under other versions, and so of other revisions.
var seeds sync.Map // by version

var versionEntry = regexp.MustCompile(`"version": "[^"]*"`)

// readSeed reads the real dataset as if it had this version.
func readSeed(t *testing.T, version string) *dataset.Dataset {
	t.Helper()
	if d, ok := seeds.Load(version); ok {
		return d.(*dataset.Dataset)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, seed.FS); err != nil {
		t.Fatal(err)
	}
	head, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "datapackage.json"), versionEntry.ReplaceAllLiteralString(string(head), `"version": "`+version+`"`))
	d, found, err := dataset.Open(t.Context(), dir)
	if err != nil || len(found) > 0 || d.Head.Version != version {
		t.Fatal(err, dataset.Report(found))
	}
	seeds.Store(version, d)
	return d
}

// seedStore is a store with the real dataset under a version.
func seedStore(t *testing.T, version string) store.Store {
	t.Helper()
	st := memstore.New()
	if _, err := dataset.Import(t.Context(), readSeed(t, version), st); err != nil {
		t.Fatal(err)
	}
	return st
}

// startReal serves stores, the next one at each reload.
func startReal(t *testing.T, change func(*server.Options), stores ...store.Store) *running {
	t.Helper()
	var n atomic.Int32
	o := server.Options{Load: func(ctx context.Context) (server.Graph, error) {
		st := stores[(int(n.Add(1))-1)%len(stores)]
		return server.Open(ctx, st, slog.New(slog.DiscardHandler))
	}}
	if change != nil {
		change(&o)
	}
	r := start(t, o)
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r
}

const berlin = `{ city(id: "city:berlin") { id name networks { edges { node { name } sources { locator } } } } dataset { version } }`

func TestRealAnswer(t *testing.T) {
	r := startReal(t, nil, seedStore(t, "1.0.0"))
	got := r.ask(berlin)
	if got.StatusCode != http.StatusOK || got.code(t) != "" || !strings.Contains(got.body, `"name":"Berlin"`) {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
	if again := r.ask(berlin); again.body != got.body {
		t.Errorf("the same question has another answer:\n%s\n%s", got.body, again.body)
	}
	get := r.do("GET", "/graphql?query="+url.QueryEscape(berlin), "")
	if get.body != got.body || get.Header.Get("ETag") == "" {
		t.Errorf("by GET: %s", get.body)
	}
}

// TestRealReloadUnderLoad holds that data, extensions and ETag of an answer are
// of one revision, whatever is loaded meanwhile.
func TestRealReloadUnderLoad(t *testing.T) {
	r := startReal(t, nil, seedStore(t, "1.0.0"), seedStore(t, "2.0.0"))
	var versions sync.Map // by revision and by ETag
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				got := r.do("GET", "/graphql?query="+url.QueryEscape(berlin), "")
				d := got.parse(t).Extensions.Dataset
				if got.StatusCode != http.StatusOK || !strings.Contains(got.body, fmt.Sprintf(`"dataset":{"version":%q}}`, d.Version)) {
					t.Errorf("%d %s", got.StatusCode, got.body)
				}
				for _, name := range []string{d.Revision, got.Header.Get("ETag")} {
					if known, _ := versions.LoadOrStore(name, d.Version); known != d.Version {
						t.Errorf("%s names %s and %s", name, known, d.Version)
					}
				}
			}
		})
	}
	for range 30 {
		if err := r.Reload(t.Context()); err != nil {
			t.Error(err)
		}
	}
	close(done)
	wg.Wait()
}

func TestRealBombs(t *testing.T) {
	r := startReal(t, nil, seedStore(t, "1.0.0"))
	var fragments strings.Builder
	for i := range 25 {
		fmt.Fprintf(&fragments, "fragment F%d on Query{...F%d ...F%d}", i, i+1, i+1)
	}
	deep := "name"
	for range 6 {
		deep = "networks(first: 1000) { edges { node { members(first: 1000) { edges { node { ... on City { " + deep + " } } } } } } }"
	}
	for name, query := range map[string]string{
		"doubling fragments": "{...F0}" + fragments.String() + "fragment F25 on Query{dataset{version}}",
		"one field":          "{" + strings.Repeat(" dataset{version}", 1200) + "}",
		"deep":               `{ city(id: "city:berlin") { ` + deep + ` } }`,
		"wide":               `{ cities(first: 1000) { edges { node { networks(first: 1000) { edges { node { id } } } } } } }`,
		"beyond int":         `{ cities(first: 9223372036854775) { edges { node { networks(first: 1000) { edges { node { id } } } } } } }`,
	} {
		got := r.ask(query)
		if got.code(t) != "too_costly" || strings.Contains(got.body, `"data"`) {
			t.Errorf("%s: %.300s", name, got.body)
		}
	}
}

// TestExamplesPassTheLimits asks the example questions as a client would.
func TestExamplesPassTheLimits(t *testing.T) {
	files, err := filepath.Glob("../../docs/examples/*.graphql")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	r := startReal(t, nil, seedStore(t, "1.0.0"))
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.ask(string(query)); got.StatusCode != http.StatusOK || got.code(t) != "" {
			t.Errorf("%s: %.400s", filepath.Base(file), got.body)
		}
	}
	if got := r.do(http.MethodPost, "/graphql", jsonText(map[string]string{"query": introspection(t)}), jsonBody); got.code(t) != "" || len(got.body) < 10_000 {
		t.Errorf("introspection: %.400s", got.body)
	}
}

func introspection(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/introspection.graphql")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// faulty is a real store whose readers do something before they answer.
type faulty struct {
	store.Store
	before func(context.Context) error
}

func (f faulty) Open(ctx context.Context) (store.Reader, error) {
	r, err := f.Store.Open(ctx)
	return faultyReader{r, f.before}, err
}

type faultyReader struct {
	store.Reader
	before func(context.Context) error
}

func (f faultyReader) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	if err := f.before(ctx); err != nil {
		return nil, err
	}
	return f.Reader.Records(ctx, ids)
}

func (f faultyReader) List(ctx context.Context, nf store.NodeFilter, p store.Page) (store.NodePage, error) {
	if err := f.before(ctx); err != nil {
		return store.NodePage{}, err
	}
	return f.Reader.List(ctx, nf, p)
}

func (f faultyReader) Edges(ctx context.Context, at []store.Anchor, ef store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	if err := f.before(ctx); err != nil {
		return nil, err
	}
	return f.Reader.Edges(ctx, at, ef, p)
}

// reads are questions that reach the backend by each of its methods.
var reads = map[string]string{
	"Records": `{ city(id: "city:berlin") { name } }`,
	"List":    `{ cities(first: 1) { edges { node { name } } } }`,
}

// TestRealFaults holds that nothing of a backend's failure reaches a client but
// its code, wherever it happens, and that the server goes on.
func TestRealFaults(t *testing.T) {
	secret := "bolt://admin:hunter2@10.0.0.1"
	rows := []struct {
		name, code string
		fail       func(context.Context) error
	}{
		{"error", "internal", func(context.Context) error { return errors.New(secret) }},
		{"unavailable", "unavailable", func(context.Context) error {
			return kg.Errorf(kg.CodeUnavailable, "the backend does not answer").WithCause(errors.New(secret))
		}},
		{"panic", "internal", func(context.Context) error { panic(secret) }},
	}
	for _, row := range rows {
		for method, query := range reads {
			t.Run(row.name+" in "+method, func(t *testing.T) {
				r := startReal(t, nil, faulty{seedStore(t, "1.0.0"), row.fail})
				got := r.ask(query)
				if got.code(t) != row.code || strings.Contains(got.body, "hunter2") {
					t.Errorf("%d %s", got.StatusCode, got.body)
				}
				if got := r.ask("{ __typename }"); got.StatusCode != http.StatusOK {
					t.Errorf("afterwards: %d %s", got.StatusCode, got.body)
				}
			})
		}
	}
}

// TestRealFaultsBelow fails the reads of relation fields only, which go through
// batches.
func TestRealFaultsBelow(t *testing.T) {
	var calls atomic.Int32
	r := startReal(t, nil, faulty{seedStore(t, "1.0.0"), func(context.Context) error {
		if calls.Add(1) > 1 {
			panic("hunter2")
		}
		return nil
	}})
	got := r.ask(`{ cities(first: 3) { edges { node { name networks { totalCount edges { node { name } } } sources { source { name } } } } } }`)
	if got.code(t) != "internal" || strings.Contains(got.body, "hunter2") {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}

func TestRealDeadline(t *testing.T) {
	r := startReal(t, func(o *server.Options) {
		o.Timeouts = server.DefaultTimeouts
		o.Timeouts.Request = 50 * time.Millisecond
	}, faulty{seedStore(t, "1.0.0"), func(ctx context.Context) error {
		<-ctx.Done()
		return kg.Errorf(kg.CodeUnavailable, "out of time").WithCause(ctx.Err())
	}})
	for method, query := range reads {
		if got := r.ask(query); got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" {
			t.Errorf("%s: %d %s", method, got.StatusCode, got.body)
		}
	}
}

func TestDownloads(t *testing.T) {
	r := startReal(t, nil, seedStore(t, "1.0.0"))
	lines := r.do("GET", "/export/dataset.jsonl", "")
	d, found, err := dataset.LoadLines(t.Context(), strings.NewReader(lines.body), "dataset.jsonl")
	if err != nil || len(found) > 0 || d.Head.Version != "1.0.0" {
		t.Errorf("jsonl does not load again: %v %v", err, found)
	}
	folder := r.do("GET", "/export/dataset.csv.zip", "", "Accept-Encoding: gzip")
	z, err := zip.NewReader(bytes.NewReader([]byte(folder.body)), int64(len(folder.body)))
	if err != nil {
		t.Fatalf("%v %v", err, folder.Header)
	}
	if d, found, err = dataset.Load(t.Context(), z); err != nil || len(found) > 0 || d.Head.Version != "1.0.0" {
		t.Errorf("csv does not load again: %v %v", err, found)
	}
	for path, got := range map[string]reply{"/export/dataset.jsonl": lines, "/export/dataset.csv.zip": folder} {
		if !strings.HasPrefix(got.Header.Get("Content-Disposition"), `attachment; filename=`) {
			t.Errorf("%s: %v", path, got.Header)
		}
		if again := r.do("GET", path, "", "If-None-Match: "+got.Header.Get("ETag")); again.StatusCode != http.StatusNotModified || again.body != "" {
			t.Errorf("%s again: %d", path, again.StatusCode)
		}
		if head := r.do("HEAD", path, ""); head.StatusCode != http.StatusOK || head.Header.Get("ETag") != got.Header.Get("ETag") {
			t.Errorf("HEAD %s: %d %v", path, head.StatusCode, head.Header)
		}
	}
}
