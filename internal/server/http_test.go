package server_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"citygraph/web"
)

// TestGraphQLOverHTTP has a row for every rule of the transport.
func TestGraphQLOverHTTP(t *testing.T) {
	r, _ := startTiny(t, nil)
	const (
		spec  = "Accept: application/graphql-response+json"
		plain = "Accept: application/json"
		hello = `{"query":"{ __typename }"}`
	)
	get := func(pairs ...string) string {
		v := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			v.Add(pairs[i], pairs[i+1])
		}
		return "/graphql?" + v.Encode()
	}
	rows := []struct {
		name, method, path, body string
		headers                  []string
		status                   int
		contentType              string // "" for plain JSON
		code                     string // "" for none
		data                     bool
	}{
		{"post", "POST", "/graphql", hello, []string{jsonBody}, 200, "", "", true},
		{"charset", "POST", "/graphql", hello, []string{"Content-Type: application/json; charset=UTF-8"}, 200, "", "", true},
		{"get", "GET", get("query", "{ __typename }"), "", nil, 200, "", "", true},
		{"get with variables", "GET", get("query", "query Q($t: String) { echo(text: $t) }", "variables", `{"t":"x"}`, "operationName", "Q"), "", nil, 200, "", "", true},
		{"head", "HEAD", get("query", "{ __typename }"), "", nil, 200, "", "-", false},
		{"accept spec", "POST", "/graphql", hello, []string{jsonBody, spec}, 200, "application/graphql-response+json", "", true},
		{"accept plain", "POST", "/graphql", hello, []string{jsonBody, plain}, 200, "", "", true},
		{"accept anything", "POST", "/graphql", hello, []string{jsonBody, "Accept: */*"}, 200, "", "", true},
		{"accept browser", "GET", get("query", "{ __typename }"), "", []string{"Accept: text/html,application/xhtml+xml,*/*;q=0.8"}, 200, "", "", true},
		{"accept both", "POST", "/graphql", hello, []string{jsonBody, "Accept: application/json, application/graphql-response+json"}, 200, "application/graphql-response+json", "", true},
		{"accept by quality", "POST", "/graphql", hello, []string{jsonBody, "Accept: application/graphql-response+json;q=0.5, application/json;q=0.9"}, 200, "", "", true},
		{"accept refused by quality", "POST", "/graphql", hello, []string{jsonBody, "Accept: application/json;q=0, */*"}, 200, "application/graphql-response+json", "", true},
		{"accept none", "POST", "/graphql", hello, []string{jsonBody, "Accept: text/html"}, 406, "", "invalid", false},
		{"accept another charset", "POST", "/graphql", hello, []string{jsonBody, "Accept: application/json; charset=latin1"}, 406, "", "invalid", false},

		{"no content type", "POST", "/graphql", hello, nil, 415, "", "invalid", false},
		{"form", "POST", "/graphql", "query={__typename}", []string{"Content-Type: application/x-www-form-urlencoded"}, 415, "", "invalid", false},
		{"latin1", "POST", "/graphql", hello, []string{"Content-Type: application/json; charset=latin1"}, 415, "", "invalid", false},
		{"compressed", "POST", "/graphql", hello, []string{jsonBody, "Content-Encoding: gzip"}, 415, "", "invalid", false},
		{"empty body", "POST", "/graphql", "", []string{jsonBody}, 400, "", "invalid", false},
		{"broken JSON", "POST", "/graphql", `{"query": "{ __type`, []string{jsonBody}, 400, "", "invalid", false},
		{"broken JSON, spec", "POST", "/graphql", `{"query": "{ __type`, []string{jsonBody, spec}, 400, "application/graphql-response+json", "invalid", false},
		{"trailing garbage", "POST", "/graphql", hello + ` {}`, []string{jsonBody}, 400, "", "invalid", false},
		{"not UTF-8", "POST", "/graphql", "{\"query\":\"{ echo(text: \\\"\xff\\\") }\"}", []string{jsonBody}, 400, "", "invalid", false},
		{"a list", "POST", "/graphql", "[" + hello + "]", []string{jsonBody}, 400, "", "invalid", false},
		{"a string", "POST", "/graphql", `"{ __typename }"`, []string{jsonBody}, 400, "", "invalid", false},
		{"null", "POST", "/graphql", `null`, []string{jsonBody}, 400, "", "invalid", false},
		{"no query", "POST", "/graphql", `{"qeury":"{ __typename }"}`, []string{jsonBody}, 400, "", "invalid", false},
		{"query is a number", "POST", "/graphql", `{"query":0}`, []string{jsonBody}, 400, "", "invalid", false},
		{"query is null", "POST", "/graphql", `{"query":null}`, []string{jsonBody}, 400, "", "invalid", false},
		{"variables are a list", "POST", "/graphql", `{"query":"{ __typename }","variables":[]}`, []string{jsonBody}, 400, "", "invalid", false},
		{"extensions are text", "POST", "/graphql", `{"query":"{ __typename }","extensions":"x"}`, []string{jsonBody}, 400, "", "invalid", false},
		{"operationName is a number", "POST", "/graphql", `{"query":"{ __typename }","operationName":1}`, []string{jsonBody}, 400, "", "invalid", false},
		{"all null", "POST", "/graphql", `{"query":"{ __typename }","operationName":null,"variables":null,"extensions":null}`, []string{jsonBody}, 200, "", "", true},
		{"get without query", "GET", "/graphql", "", nil, 400, "", "invalid", false},
		{"get with two queries", "GET", get("query", "{ __typename }", "query", "{ revision }"), "", nil, 400, "", "invalid", false},
		{"get with broken variables", "GET", get("query", "{ __typename }", "variables", `{}}`), "", nil, 400, "", "invalid", false},
		{"get with a broken address", "GET", "/graphql?query=%zz", "", nil, 400, "", "invalid", false},

		{"syntax, plain", "POST", "/graphql", `{"query":"{"}`, []string{jsonBody, plain}, 200, "", "invalid", false},
		{"syntax, spec", "POST", "/graphql", `{"query":"{"}`, []string{jsonBody, spec}, 400, "application/graphql-response+json", "invalid", false},
		{"unknown field, plain", "POST", "/graphql", `{"query":"{ nope }"}`, []string{jsonBody}, 200, "", "invalid", false},
		{"unknown field, spec", "POST", "/graphql", `{"query":"{ nope }"}`, []string{jsonBody, spec}, 400, "application/graphql-response+json", "invalid", false},
		{"only a fragment", "POST", "/graphql", `{"query":"fragment F on Query { revision }"}`, []string{jsonBody, spec}, 400, "application/graphql-response+json", "invalid", false},
		{"unknown operation", "POST", "/graphql", `{"query":"query A { revision } query B { revision }","operationName":"C"}`, []string{jsonBody}, 200, "", "invalid", false},
		{"which of two operations", "POST", "/graphql", `{"query":"query A { revision } query B { revision }"}`, []string{jsonBody}, 200, "", "invalid", false},
		{"variable of the wrong type", "POST", "/graphql", `{"query":"query Q($n: Int) { echo(n: $n) }","variables":{"n":"x"}}`, []string{jsonBody, spec}, 400, "application/graphql-response+json", "invalid", false},
		{"variable missing", "POST", "/graphql", `{"query":"query Q($n: Int!) { echo(n: $n) }"}`, []string{jsonBody, spec}, 400, "application/graphql-response+json", "invalid", false},
		{"mutation by POST", "POST", "/graphql", `{"query":"mutation { touch }"}`, []string{jsonBody}, 200, "", "", true},
		{"mutation by GET", "GET", get("query", "mutation { touch }"), "", nil, 405, "", "invalid", false},
		{"resolver's error", "POST", "/graphql", `{"query":"{ missing revision }"}`, []string{jsonBody, spec}, 200, "application/graphql-response+json", "not_found", true},

		{"put", "PUT", "/graphql", hello, []string{jsonBody}, 405, "", "invalid", false},
		{"delete", "DELETE", "/graphql", "", nil, 405, "", "invalid", false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := r.do(row.method, row.path, row.body, row.headers...)
			if got.StatusCode != row.status {
				t.Errorf("status %d, want %d: %s", got.StatusCode, row.status, got.body)
			}
			want := row.contentType
			if want == "" {
				want = "application/json"
			}
			if ct := got.Header.Get("Content-Type"); ct != want+"; charset=utf-8" {
				t.Errorf("content type %q, want %q", ct, want)
			}
			if row.method == http.MethodHead {
				if got.body != "" || got.Header.Get("ETag") == "" {
					t.Errorf("HEAD: body %q, ETag %q", got.body, got.Header.Get("ETag"))
				}
				return
			}
			a := got.parse(t)
			if code := got.code(t); code != row.code {
				t.Errorf("code %q, want %q: %s", code, row.code, got.body)
			}
			if has := strings.Contains(got.body, `"data":`); has != row.data {
				t.Errorf("data entry %t, want %t: %s", has, row.data, got.body)
			}
			if a.Extensions.Dataset.Revision != "r1" || a.Extensions.Dataset.Version != "1.0.0" {
				t.Errorf("the answer does not say what it was read from: %s", got.body)
			}
			if len(a.Errors) > 0 && got.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("an error may be stored: %q", got.Header.Get("Cache-Control"))
			}
		})
	}
}

func TestMethodsAreNamed(t *testing.T) {
	r, _ := startTiny(t, nil)
	for path, allow := range map[string]string{
		"/graphql": "GET, HEAD, POST, OPTIONS", "/healthz": "GET, HEAD, OPTIONS", "/readyz": "GET, HEAD, OPTIONS",
		"/playground": "GET, HEAD, OPTIONS", "/": "GET, HEAD, OPTIONS", "/export/dataset.jsonl": "GET, HEAD, OPTIONS",
	} {
		got := r.do("PATCH", path, "")
		if got.StatusCode != http.StatusMethodNotAllowed || got.Header.Get("Allow") != allow || len(got.body) < 20 {
			t.Errorf("PATCH %s: %d, Allow %q, %q", path, got.StatusCode, got.Header.Get("Allow"), got.body)
		}
		got = r.do("OPTIONS", path, "")
		if got.StatusCode != http.StatusNoContent || got.Header.Get("Allow") != allow {
			t.Errorf("OPTIONS %s: %d, Allow %q", path, got.StatusCode, got.Header.Get("Allow"))
		}
	}
	if got := r.do("GET", "/graphql?query=mutation%7Btouch%7D", ""); got.Header.Get("Allow") != "POST" {
		t.Errorf("a mutation by GET: Allow %q", got.Header.Get("Allow"))
	}
}

func TestAddresses(t *testing.T) {
	r, _ := startTiny(t, nil)
	page := http.StatusNotFound // says that the pages were not built
	if web.Built() {
		page = http.StatusOK
	}
	rows := []struct {
		path   string
		status int
		says   string
	}{
		{"/", page, "<html"},
		{"/overlap", page, "<html"},
		{"/embed/network", page, "<html"},
		{"/cities/berlin", 404, "the explorer at /"},
		{"/healthz", 200, "ok"},
		{"/readyz", 200, `"status":"ready"`},
		{"/reconcile", 404, "does not have yet"},
		{"/metrics", 404, "does not have yet"},
		{"/nope", 404, "/graphql"},
		{"/graphql/", 404, "the API is at /graphql"},
		{"/export/nope", 404, "/export/dataset.jsonl"},
		{"/<script>", 404, "/playground"},
	}
	for _, row := range rows {
		got := r.do("GET", row.path, "")
		if got.StatusCode != row.status || !strings.Contains(got.body, row.says) {
			t.Errorf("%s: %d %q", row.path, got.StatusCode, got.body)
		}
		if got.Header.Get("X-Content-Type-Options") != "nosniff" || got.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s lacks security headers: %v", row.path, got.Header)
		}
	}
	if got := r.do("GET", "/playground", ""); !strings.Contains(got.Header.Get("Content-Type"), "text/html") {
		t.Errorf("/playground: %v", got.Header)
	}
}

func TestCORS(t *testing.T) {
	r, _ := startTiny(t, nil)
	got := r.ask("{ revision }", "Origin: https://journal.example")
	if got.Header.Get("Access-Control-Allow-Origin") != "*" || got.Header.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("a read from elsewhere: %v", got.Header)
	}
	got = r.do("OPTIONS", "/graphql", "", "Origin: https://journal.example",
		"Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type")
	if got.StatusCode != http.StatusNoContent || got.Header.Get("Access-Control-Allow-Origin") != "*" ||
		!strings.Contains(got.Header.Get("Access-Control-Allow-Headers"), "content-type") {
		t.Errorf("preflight: %d %v", got.StatusCode, got.Header)
	}
	got = r.do("OPTIONS", "/graphql", "", "Origin: https://journal.example", "Access-Control-Request-Method: DELETE")
	if got.Header.Get("Access-Control-Allow-Methods") != "" {
		t.Errorf("preflight for DELETE is granted: %v", got.Header)
	}
	if got := r.do("GET", "/readyz", "", "Origin: https://journal.example"); got.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("pages elsewhere can read /readyz")
	}
}

func TestETag(t *testing.T) {
	r, _ := startTiny(t, nil)
	const path = "/graphql?query=%7Brevision%7D"
	first := r.do("GET", path, "")
	tag := first.Header.Get("ETag")
	if first.StatusCode != http.StatusOK || tag == "" || first.Header.Get("Cache-Control") != "public, no-cache" {
		t.Fatalf("first: %d %v", first.StatusCode, first.Header)
	}
	for _, vary := range []string{"Accept", "Accept-Encoding"} {
		if !strings.Contains(strings.Join(first.Header.Values("Vary"), ","), vary) {
			t.Errorf("Vary lacks %s: %v", vary, first.Header.Values("Vary"))
		}
	}
	again := r.do("GET", path, "", `If-None-Match: "other", `+tag)
	if again.StatusCode != http.StatusNotModified || again.body != "" || again.Header.Get("ETag") != tag {
		t.Errorf("again: %d %q %v", again.StatusCode, again.body, again.Header)
	}
	if every := r.do("GET", path, "", "If-None-Match: *"); every.StatusCode != http.StatusNotModified {
		t.Errorf("any tag: %d", every.StatusCode)
	}
	different := map[string]reply{
		"another query":      r.do("GET", "/graphql?query=%7Becho%7D", "", "If-None-Match: "+tag),
		"another variable":   r.do("GET", path+"&variables=%7B%22a%22:1%7D", "", "If-None-Match: "+tag),
		"another media type": r.do("GET", path, "", "If-None-Match: "+tag, "Accept: application/graphql-response+json"),
	}
	for what, got := range different {
		if got.StatusCode != http.StatusOK || got.Header.Get("ETag") == tag {
			t.Errorf("%s: %d with the same tag", what, got.StatusCode)
		}
	}
	for what, got := range map[string]reply{
		"errors":  r.do("GET", "/graphql?query=%7Bmissing%7D", ""),
		"refused": r.do("GET", "/graphql?query=%7Bnope%7D", ""),
		"POST":    r.ask("{ revision }"),
	} {
		if got.Header.Get("ETag") != "" || got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", what, got.Header)
		}
	}
}

func TestGzip(t *testing.T) {
	r, _ := startTiny(t, nil)
	long := strings.Repeat("long ", 1000)
	got := r.ask(`{ echo(text: "`+long+`") }`, "Accept-Encoding: gzip")
	if got.Header.Get("Content-Encoding") != "gzip" {
		t.Fatalf("not compressed: %v", got.Header)
	}
	zr, err := gzip.NewReader(strings.NewReader(got.body))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(zr)
	if err != nil || !strings.Contains(string(text), long) {
		t.Errorf("%v: %.80s", err, text)
	}
	if got := r.ask(`{ echo(text: "` + long + `") }`); got.Header.Get("Content-Encoding") != "" {
		t.Error("compressed without being asked")
	}
}

// A mistake in a variable names the variable; it has no place in the answer.
func TestVariablesAreNamed(t *testing.T) {
	r, _ := startTiny(t, nil)
	got := r.do("POST", "/graphql", `{"query":"query Q($n: Int) { echo(n: $n) }","variables":{"n":"x"}}`, jsonBody).parse(t)
	if len(got.Errors) != 1 || got.Errors[0].Path != nil || !strings.HasPrefix(got.Errors[0].Message, "$n: ") {
		t.Errorf("%+v", got.Errors)
	}
}
