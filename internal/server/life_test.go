package server_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/internal/server"
)

func TestReadinessWhileLoading(t *testing.T) {
	release, schema := make(chan error), newTiny("r1")
	r := start(t, server.Options{Load: func(context.Context) (server.Graph, error) {
		return schema.graph(), <-release
	}})
	loaded := make(chan error, 1)
	load := func() { go func() { loaded <- r.Reload(context.Background()) }() }
	ready := func(status int, says string) {
		t.Helper()
		if got := r.do("GET", "/readyz", ""); got.StatusCode != status || !strings.Contains(got.body, says) {
			t.Errorf("/readyz: %d %s, want %d %s", got.StatusCode, got.body, status, says)
		}
	}

	load()
	ready(503, `"status":"loading"`)
	if got := r.do("GET", "/healthz", ""); got.StatusCode != http.StatusOK {
		t.Errorf("/healthz while loading: %d", got.StatusCode)
	}
	got := r.ask("{ revision }")
	if got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" || got.Header.Get("Retry-After") == "" {
		t.Errorf("a question while loading: %d %s", got.StatusCode, got.body)
	}
	release <- errors.New("nodes/city.csv:3: no name")
	<-loaded
	ready(503, `nodes/city.csv:3: no name`)
	ready(503, `"status":"failed"`)
	load()
	release <- nil
	<-loaded
	ready(200, `"status":"ready"`)
	ready(200, `"revision":"r1"`)
}

// TestFailedReload holds that a dataset that does not load changes nothing but
// what /readyz and the log say.
func TestFailedReload(t *testing.T) {
	var next atomic.Pointer[error]
	revision := atomic.Int32{}
	r := start(t, server.Options{Load: func(context.Context) (server.Graph, error) {
		if err := next.Load(); err != nil {
			return server.Graph{}, *err
		}
		return newTiny(fmt.Sprint("r", revision.Add(1))).graph(), nil
	}})
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("edges/member-of.csv:7: city:nowhere is no node")
	next.Store(&broken)
	if err := r.Reload(t.Context()); !errors.Is(err, broken) {
		t.Errorf("reload says %v", err)
	}
	if got := r.ask("{ revision }"); got.parse(t).Extensions.Dataset.Revision != "r1" || !strings.Contains(got.body, `"revision":"r1"`) {
		t.Errorf("the old revision is gone: %s", got.body)
	}
	if got := r.do("GET", "/readyz", ""); got.StatusCode != http.StatusOK || !strings.Contains(got.body, broken.Error()) || !strings.Contains(got.body, `"ok":false`) {
		t.Errorf("/readyz: %d %s", got.StatusCode, got.body)
	}
	if !strings.Contains(r.log.String(), broken.Error()) {
		t.Errorf("the log does not say why: %s", r.log)
	}
	next.Store(nil)
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := r.ask("{ revision }"); !strings.Contains(got.body, `{"revision":"r2"}`) {
		t.Errorf("after a mended reload: %s", got.body)
	}
}

// TestReloadUnderLoad holds that no answer mixes two revisions and none fails.
func TestReloadUnderLoad(t *testing.T) {
	var revision atomic.Int32
	r := start(t, server.Options{Load: func(context.Context) (server.Graph, error) {
		return newTiny(fmt.Sprint("r", revision.Add(1))).graph(), nil
	}})
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 60 {
				got := r.ask("{ revision }")
				want := fmt.Sprintf(`{"data":{"revision":%q}`, got.parse(t).Extensions.Dataset.Revision)
				if got.StatusCode != http.StatusOK || !strings.HasPrefix(got.body, want) {
					t.Errorf("%d %s", got.StatusCode, got.body)
				}
			}
		})
	}
	for range 20 {
		if err := r.Reload(t.Context()); err != nil {
			t.Error(err)
		}
	}
	wg.Wait()
}

// TestRequestStaysOnItsRevision begins a request, reloads, and lets it finish.
func TestRequestStaysOnItsRevision(t *testing.T) {
	schemas := []*tiny{newTiny("r1"), newTiny("r2")}
	var n atomic.Int32
	r := start(t, server.Options{Load: func(context.Context) (server.Graph, error) {
		return schemas[n.Add(1)-1].graph(), nil
	}})
	for range 1 {
		if err := r.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	answer := make(chan reply, 1)
	go func() { answer <- r.ask("{ slow revision }") }()
	<-schemas[0].waiting
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	close(schemas[0].wait)
	got := <-answer
	if !strings.Contains(got.body, `"revision":"r1"`) || got.parse(t).Extensions.Dataset.Revision != "r1" {
		t.Errorf("the request moved: %s", got.body)
	}
}

func TestGracefulStop(t *testing.T) {
	r, schema := startTiny(t, func(o *server.Options) {
		o.Timeouts = server.DefaultTimeouts
		o.Timeouts.Notice = 300 * time.Millisecond
	})
	answer := make(chan reply, 1)
	go func() { answer <- r.ask("{ slow }") }()
	<-schema.waiting
	stopped := make(chan error, 1)
	go func() { stopped <- r.stop() }()
	eventually(t, "/readyz says no", func() bool {
		got := r.do("GET", "/readyz", "")
		return got.StatusCode == http.StatusServiceUnavailable && strings.Contains(got.body, "stopping")
	})
	eventually(t, "the listener is closed", func() bool {
		conn, err := net.Dial("tcp", strings.TrimPrefix(r.url, "http://"))
		if err == nil {
			_ = conn.Close()
		}
		return err != nil
	})
	select {
	case err := <-stopped:
		t.Fatalf("stopped before the request in flight was answered: %v", err)
	default:
	}
	close(schema.wait)
	if got := <-answer; !strings.Contains(got.body, "at last") {
		t.Errorf("the request in flight: %d %s", got.StatusCode, got.body)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// TestStopDoesNotWaitForEver holds that a stop ends what does not end by itself,
// and says so.
func TestStopDoesNotWaitForEver(t *testing.T) {
	r, schema := startTiny(t, func(o *server.Options) {
		o.Timeouts = server.DefaultTimeouts
		o.Timeouts.Drain = 50 * time.Millisecond
	})
	broken := make(chan error, 1)
	go func() {
		resp, err := r.client.Post(r.url+"/graphql", "application/json", strings.NewReader(`{"query":"{ slow }"}`))
		if err == nil {
			_ = resp.Body.Close()
		}
		broken <- err
	}()
	<-schema.waiting
	if err := r.stop(); err == nil || !strings.Contains(err.Error(), "still running") {
		t.Errorf("stop says %v", err)
	}
	if err := <-broken; err == nil {
		t.Error("the request was answered")
	}
	r.stop = func() error { return nil } // the error is as it should be
	close(schema.wait)
}

func TestDeadline(t *testing.T) {
	r, _ := startTiny(t, func(o *server.Options) {
		o.Timeouts = server.DefaultTimeouts
		o.Timeouts.Request = 50 * time.Millisecond
	})
	got := r.ask("{ revision slow }")
	if got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" || strings.Contains(got.body, `"data"`) {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}

// TestClientLeaves holds that work stops when nobody waits for it.
func TestClientLeaves(t *testing.T) {
	r, schema := startTiny(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.url+"/graphql", strings.NewReader(`{"query":"{ slow }"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	gone := make(chan error, 1)
	go func() {
		_, err := r.client.Do(req)
		gone <- err
	}()
	<-schema.waiting
	cancel()
	<-gone
	eventually(t, "the request is over", func() bool { return strings.Contains(r.log.String(), `"msg":"request"`) })
	if got := r.ask("{ revision }"); got.StatusCode != http.StatusOK {
		t.Errorf("the next request: %d", got.StatusCode)
	}
}

func TestBodies(t *testing.T) {
	r, _ := startTiny(t, func(o *server.Options) {
		o.Timeouts = server.DefaultTimeouts
		o.Timeouts.Read = 200 * time.Millisecond
	})
	got := r.do("POST", "/graphql", `{"query":"`+strings.Repeat(" ", 300<<10)+`"}`, jsonBody)
	if got.StatusCode != http.StatusRequestEntityTooLarge || got.code(t) != "too_costly" {
		t.Errorf("an oversized body: %d %s", got.StatusCode, got.body)
	}
	pr, pw := io.Pipe()
	defer pw.Close()
	go func() { _, _ = pw.Write([]byte(`{"query":`)) }()
	resp, err := r.client.Post(r.url+"/graphql", "application/json", pr)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusRequestTimeout {
		t.Errorf("a body that does not arrive: %d", resp.StatusCode)
	}
}

// TestNothingLeaks holds that neither panics nor unknown errors reach a client,
// and that the log has both.
func TestNothingLeaks(t *testing.T) {
	r, _ := startTiny(t, nil)
	for query, secret := range map[string]string{"{ revision panic }": "the secret of the panic", "{ revision secret }": "10.0.0.1"} {
		got := r.ask(query, "X-Request-Id: trace-me")
		if got.StatusCode != http.StatusOK || got.code(t) != "internal" || strings.Contains(got.body, "secret of") ||
			strings.Contains(got.body, secret) || !strings.Contains(got.body, `"revision":"r1"`) {
			t.Errorf("%s: %d %s", query, got.StatusCode, got.body)
		}
		if got.Header.Get("X-Request-Id") != "trace-me" {
			t.Errorf("request id %q", got.Header.Get("X-Request-Id"))
		}
		eventually(t, "the log tells", func() bool { return strings.Contains(r.log.String(), secret) })
	}
}

// panicking panics where no resolver is at work.
type panicking struct{ graphql.ExecutableSchema }

func (panicking) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	panic("the secret of the panic")
}

func TestPanicOutsideOfResolvers(t *testing.T) {
	r := start(t, server.Options{Load: func(context.Context) (server.Graph, error) {
		g := newTiny("r1").graph()
		g.Schema = panicking{g.Schema}
		return g, nil
	}})
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := r.ask("{ revision }")
	if got.StatusCode != http.StatusInternalServerError || got.code(t) != "internal" || strings.Contains(got.body, "secret") {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}

func TestLog(t *testing.T) {
	r, _ := startTiny(t, nil)
	r.do("POST", "/graphql", `{"query":"query Who($t: String) { echo(text: $t) missing }","variables":{"t":"private"}}`, jsonBody, "X-Request-Id: bad id!")
	eventually(t, "a line", func() bool { return strings.Contains(r.log.String(), `"operation":"Who"`) })
	text := r.log.String()
	if strings.Contains(text, "private") || strings.Contains(text, "bad id!") || !strings.Contains(text, `"errors":["not_found"]`) {
		t.Error(text)
	}
}

func TestTooCostly(t *testing.T) {
	r, _ := startTiny(t, nil)
	for name, query := range map[string]string{
		"pages of pages": "{ things(first: 1000) { things(first: 1000) { name } } }",
		"beyond int":     "{" + strings.Repeat("things(first: 2147483647) {", 8) + "name" + strings.Repeat("}", 9),
		"one field":      "{" + strings.Repeat(" revision", 4000) + "}",
	} {
		got := r.ask(query, "Accept: application/graphql-response+json")
		if got.StatusCode != http.StatusBadRequest || got.code(t) != "too_costly" || strings.Contains(got.body, `"data"`) {
			t.Errorf("%s: %d %s", name, got.StatusCode, got.body)
		}
	}
	var many strings.Builder
	for i := range 100 {
		fmt.Fprintf(&many, " nope%d", i)
	}
	if got := r.ask("{" + many.String() + "}"); len(got.parse(t).Errors) != 20 {
		t.Errorf("%d mistakes are told, want 20", len(got.parse(t).Errors))
	}
}
