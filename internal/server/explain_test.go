package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"citygraph/internal/server"
)

// explanation is what a client reads in extensions.explain.
type explanation struct {
	Ms         float64
	StoreCalls int
	RoundTrips int
	Calls      []struct {
		Call       string
		Ms         float64
		Asked      map[string]any
		Statements []struct {
			Cypher     string
			Parameters map[string]any
			Rows       int
			Ms         float64
			Neo4jMs    float64
			Failed     bool
		}
	}
}

func explained(t *testing.T, body string) *explanation {
	t.Helper()
	var a struct {
		Extensions struct{ Explain *explanation }
	}
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	return a.Extensions.Explain
}

const explain = `{"explain":true}`

// askExplained posts a question with extensions.
func askExplained(r *running, query, extensions string) reply {
	return r.do("POST", "/graphql", jsonText(map[string]any{"query": query, "extensions": json.RawMessage(extensions)}), jsonBody)
}

func TestExplainIsTheOperatorsToAllow(t *testing.T) {
	st := seedStore(t, "1.0.0")
	closed := startReal(t, nil, st)
	open := startReal(t, func(o *server.Options) { o.Explain = true }, st)
	plain := closed.ask(berlin).body
	for name, got := range map[string]string{
		"asked for where it is not allowed": askExplained(closed, berlin, explain).body,
		"allowed and not asked for":         open.ask(berlin).body,
		"declined":                          askExplained(open, berlin, `{"explain":false}`).body,
		"not yes":                           askExplained(open, berlin, `{"explain":"true"}`).body,
	} {
		if got != plain {
			t.Errorf("%s: %s\ninstead of\n%s", name, got, plain)
		}
	}
	got := askExplained(open, berlin, explain)
	data, _, _ := strings.Cut(plain, `,"extensions":`)
	if x := explained(t, got.body); x == nil || !strings.HasPrefix(got.body, data) {
		t.Errorf("no explanation, or another answer: %s", got.body)
	}
}

func TestExplainCalls(t *testing.T) {
	r := startReal(t, func(o *server.Options) { o.Explain = true }, seedStore(t, "1.0.0"))
	for range 3 { // each of one request alone
		x := explained(t, askExplained(r, `{ cities(first: 2, where: {country: ["IT"]}, orderBy: {by: NAME}) { edges { node { networks { totalCount } } } } dataset { title } }`, explain).body)
		if x == nil || x.StoreCalls != 3 || x.RoundTrips != 0 || len(x.Calls) != 3 || x.Ms <= 0 {
			t.Fatalf("%+v", x)
		}
		calls := map[string]string{}
		for _, c := range x.Calls {
			calls[c.Call] = jsonText(c.Asked)
			if c.Ms > x.Ms {
				t.Errorf("%s took %v of %v ms", c.Call, c.Ms, x.Ms)
			}
		}
		for call, asked := range map[string]string{
			"Info": "null",
			"List": `{"filter":{"kinds":["CITY"],"order":{"by":"name"},"where":{"attrs":[{"name":"country","values":["IT"]}],"kinds":["CITY"]}},"page":{"first":2,"others":true}}`,
		} {
			if calls[call] != asked {
				t.Errorf("%s asked %s instead of %s", call, calls[call], asked)
			}
		}
		if edges := calls["Edges"]; !strings.Contains(edges, `"kinds":["MEMBER_OF"]`) || !strings.Contains(edges, `"total":true`) || strings.Count(edges, `"id":"city:`) != 2 {
			t.Errorf("Edges asked %s", edges)
		}
	}
}

// TestExplainStatements has a store that asks a database in every call.
func TestExplainStatements(t *testing.T) {
	r := startReal(t, func(o *server.Options) { o.Explain = true }, faulty{seedStore(t, "1.0.0"), func(ctx context.Context) error {
		server.NoteStatement(ctx, server.Statement{Text: "RETURN 1", Params: map[string]any{"a": 1}, Failed: true})
		server.NoteStatement(ctx, server.Statement{Text: "RETURN 1", Params: map[string]any{"a": 1}, Rows: 7, Ms: server.Millis(1500 * time.Microsecond), There: 1})
		return nil
	}})
	x := explained(t, askExplained(r, `{ city(id: "city:berlin") { networks { totalCount } } }`, explain).body)
	if x == nil || x.StoreCalls != 2 || x.RoundTrips != 4 {
		t.Fatalf("%+v", x)
	}
	for i, call := range []string{"Records", "Edges"} {
		c := x.Calls[i]
		if c.Call != call || c.Asked != nil || len(c.Statements) != 2 || !c.Statements[0].Failed || c.Statements[1].Failed {
			t.Fatalf("%+v", c)
		}
		if s := c.Statements[1]; s.Cypher != "RETURN 1" || jsonText(s.Parameters) != `{"a":1}` || s.Rows != 7 || s.Ms != 1.5 || s.Neo4jMs != 1 {
			t.Errorf("%+v", s)
		}
	}
	server.NoteStatement(t.Context(), server.Statement{}) // outside a request it tells nobody
}

// TestExplainIsNotKept: an explanation is of one request, so no cache may keep it.
func TestExplainIsNotKept(t *testing.T) {
	r := startReal(t, func(o *server.Options) { o.Explain = true }, seedStore(t, "1.0.0"))
	address := "/graphql?" + url.Values{"query": {berlin}, "extensions": {explain}}.Encode()
	got := r.do("GET", address, "", "If-None-Match: *")
	if got.StatusCode != http.StatusOK || got.Header.Get("ETag") != "" || got.Header.Get("Cache-Control") != "no-store" || explained(t, got.body) == nil {
		t.Errorf("%d %v %.200s", got.StatusCode, got.Header, got.body)
	}
}

// TestExplainFailures: where a question fails, what was asked before is told.
func TestExplainFailures(t *testing.T) {
	r := startReal(t, func(o *server.Options) { o.Explain = true }, faulty{seedStore(t, "1.0.0"), func(context.Context) error { return errDown }})
	got := askExplained(r, berlin, explain)
	if x := explained(t, got.body); got.code(t) != "unavailable" || x == nil || x.StoreCalls == 0 {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}
