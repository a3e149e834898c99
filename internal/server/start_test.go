package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"citygraph/internal/server"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// running is a server on a real listener, with a client of its own.
type running struct {
	*server.Server
	t      *testing.T
	url    string
	log    *lockedBuffer
	client *http.Client
	stop   func() error // stops it and returns what Serve returned; further calls do nothing
}

// start serves what load gives, after a first load unless options say otherwise.
func start(t *testing.T, o server.Options) *running {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	log := &lockedBuffer{}
	o.Log = slog.New(slog.NewJSONHandler(log, nil))
	if o.Version == "" {
		o.Version = "test"
	}
	r := &running{Server: server.New(o), t: t, url: "http://" + ln.Addr().String(), log: log}
	transport := &http.Transport{DisableCompression: true}
	r.client = &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- r.Serve(ctx, ln) }()
	r.stop = sync.OnceValue(func() error {
		cancel()
		return <-served
	})
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		if err := r.stop(); err != nil {
			t.Error("stop:", err)
		}
	})
	return r
}

// startTiny serves a tiny schema that is loaded already.
func startTiny(t *testing.T, change func(*server.Options)) (*running, *tiny) {
	t.Helper()
	schema := newTiny("r1")
	o := server.Options{Load: func(context.Context) (server.Graph, error) { return schema.graph(), nil }}
	if change != nil {
		change(&o)
	}
	r := start(t, o)
	if err := r.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r, schema
}

// reply is an answer with its body read.
type reply struct {
	*http.Response
	body string
}

// do sends a request; headers are "Name: value".
func (r *running) do(method, path, body string, headers ...string) reply {
	r.t.Helper()
	req, err := http.NewRequestWithContext(r.t.Context(), method, r.url+path, strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		req.Header.Set(name, value)
	}
	resp, err := r.client.Do(req)
	if err != nil {
		r.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return reply{resp, string(text)}
}

const jsonBody = "Content-Type: application/json"

// ask posts a query.
func (r *running) ask(query string, headers ...string) reply {
	r.t.Helper()
	return r.do(http.MethodPost, "/graphql", jsonText(map[string]string{"query": query}), append(headers, jsonBody)...)
}

// answered is the shape of every answer of /graphql.
type answered struct {
	Errors []struct {
		Message    string
		Path       []any
		Locations  []struct{ Line, Column int }
		Extensions struct{ Code string }
	}
	Data       json.RawMessage
	Extensions struct {
		Dataset struct{ Version, Revision string }
	}
}

func (r reply) parse(t *testing.T) answered {
	t.Helper()
	var a answered
	if err := json.Unmarshal([]byte(r.body), &a); err != nil {
		t.Fatalf("not a GraphQL answer: %v\n%s", err, r.body)
	}
	return a
}

// code is the code of the first error, "" without one.
func (r reply) code(t *testing.T) string {
	t.Helper()
	if a := r.parse(t); len(a.Errors) > 0 {
		return a.Errors[0].Extensions.Code
	}
	return ""
}

// eventually waits until ok.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for range 500 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("not within five seconds: " + what)
}

// lockedBuffer is a log that tests read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
