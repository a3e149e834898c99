package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	script = "console.log('city');"
	gzName = "assets/app-1a2b.js.gz"
)

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b strings.Builder
	zip := gzip.NewWriter(&b)
	if _, err := io.WriteString(zip, text); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

func builtSite(t *testing.T) *site {
	t.Helper()
	return newSite(fstest.MapFS{
		"playground.html":      {Data: []byte("<!doctype html><title>CityGraph</title>")},
		"explorer.html":        {Data: []byte(`<!doctype html><script src="./assets/app-1a2b.js"></script><div data-root="./">`)},
		"assets/app-1a2b.js":   {Data: []byte(script)},
		gzName:                 {Data: gzipped(t, script)},
		"assets/font-3c.woff2": {Data: []byte("font")},
		"assets/notes.txt":     {Data: []byte("a type we do not serve")},
	})
}

func get(h http.Handler, target string, headers ...string) *http.Response {
	return request(h, http.MethodGet, target, headers...)
}

func request(h http.Handler, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func wantHeader(t *testing.T, r *http.Response, name, want string) {
	t.Helper()
	if got := r.Header.Get(name); got != want {
		t.Errorf("%s = %q, want %q", name, got, want)
	}
}

func TestPlaygroundIsRevalidated(t *testing.T) {
	s := builtSite(t)
	r := get(s, "/playground?query=%7Bdataset%7Btitle%7D%7D")
	if r.StatusCode != http.StatusOK || !strings.Contains(body(t, r), "<title>CityGraph") {
		t.Fatalf("status %d, want the page", r.StatusCode)
	}
	wantHeader(t, r, "Content-Type", "text/html; charset=utf-8")
	wantHeader(t, r, "Cache-Control", "no-cache")
	if got := get(s, "/playground", "If-None-Match", r.Header.Get("ETag")).StatusCode; got != http.StatusNotModified {
		t.Errorf("with its own ETag: status %d, want 304", got)
	}
}

func TestAssetsAreImmutableAndTyped(t *testing.T) {
	s := builtSite(t)
	for target, contentType := range map[string]string{
		"/assets/app-1a2b.js":   "text/javascript; charset=utf-8",
		"/assets/font-3c.woff2": "font/woff2",
	} {
		r := get(s, target)
		if r.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d", target, r.StatusCode)
		}
		wantHeader(t, r, "Content-Type", contentType)
		wantHeader(t, r, "Cache-Control", "public, max-age=31536000, immutable")
	}
}

func TestGzipIsNegotiated(t *testing.T) {
	s := builtSite(t)
	plain := get(s, "/assets/app-1a2b.js")
	wantHeader(t, plain, "Vary", "Accept-Encoding")
	wantHeader(t, plain, "Content-Encoding", "")
	if got := body(t, plain); got != script {
		t.Errorf("plain body = %q", got)
	}

	packed := get(s, "/assets/app-1a2b.js", "Accept-Encoding", "br, gzip")
	wantHeader(t, packed, "Vary", "Accept-Encoding")
	wantHeader(t, packed, "Content-Encoding", "gzip")
	wantHeader(t, packed, "Content-Type", "text/javascript; charset=utf-8")
	if plain.Header.Get("ETag") == packed.Header.Get("ETag") {
		t.Error("two encodings share one strong ETag")
	}
	unzip, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := io.ReadAll(unzip); string(got) != script {
		t.Errorf("unpacked body = %q", got)
	}
	wantHeader(t, get(s, "/assets/font-3c.woff2", "Accept-Encoding", "gzip"), "Content-Encoding", "")
}

func TestAcceptsGzip(t *testing.T) {
	for header, want := range map[string]bool{
		"":                     false,
		"gzip":                 true,
		"GZIP;q=0.5":           true,
		"gzip;q=0":             false,
		"gzip; q=0.000":        false,
		"*":                    true,
		"*;q=0":                false,
		"*, gzip;q=0":          false,
		"gzip;q=0, *":          false,
		"*;q=0, gzip":          true,
		"br;q=1.0, deflate":    false,
		"gzip;q=nonsense":      false,
		"identity, x-gzip;q=1": true,
	} {
		if got := acceptsGzip(header); got != want {
			t.Errorf("acceptsGzip(%q) = %v, want %v", header, got, want)
		}
	}
}

func TestWhatIsNotServed(t *testing.T) {
	s := builtSite(t)
	for _, target := range []string{"/assets/none-00.js", "/" + gzName, "/assets/notes.txt", "/assets/", "/playground/", "/other"} {
		if got := get(s, target).StatusCode; got != http.StatusNotFound {
			t.Errorf("GET %s: status %d, want 404", target, got)
		}
	}
	if got := get(s, "/assets/%2e%2e/playground.html").StatusCode; got != http.StatusNotFound {
		t.Errorf("a path that climbs out: status %d, want 404", got)
	}
	if got := request(s, http.MethodPost, "/playground").StatusCode; got != http.StatusMethodNotAllowed {
		t.Errorf("POST /playground: status %d, want 405", got)
	}
	head := request(s, http.MethodHead, "/playground")
	if head.StatusCode != http.StatusOK || body(t, head) != "" {
		t.Errorf("HEAD /playground: status %d, want 200 without a body", head.StatusCode)
	}
}

func TestSecurityHeadersAreOnEveryAnswer(t *testing.T) {
	for _, s := range []*site{builtSite(t), newSite(fstest.MapFS{})} {
		for _, target := range []string{"/playground", "/assets/app-1a2b.js", "/assets/none.js"} {
			r := get(s, target)
			wantHeader(t, r, "Content-Security-Policy", playgroundPolicy+nobody)
			wantHeader(t, r, "X-Content-Type-Options", "nosniff")
			wantHeader(t, r, "Referrer-Policy", "no-referrer")
			wantHeader(t, r, "Cross-Origin-Opener-Policy", "same-origin")
		}
	}
}

func TestWithoutPagesThePlaygroundExplainsItself(t *testing.T) {
	s := newSite(fstest.MapFS{})
	r := get(s, "/playground")
	if r.StatusCode != http.StatusNotFound {
		t.Errorf("status %d, want 404", r.StatusCode)
	}
	wantHeader(t, r, "Content-Type", "text/html; charset=utf-8")
	text := body(t, r)
	for _, want := range []string{"/graphql", "make build", "Node.js 20.19"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// The embedded build, whichever it is, is served by Handler and agrees with Built.
func TestHandlerServesWhatIsEmbedded(t *testing.T) {
	r := get(Handler(), "/playground")
	want := http.StatusNotFound
	if Built() {
		want = http.StatusOK
	}
	if r.StatusCode != want {
		t.Errorf("Built() = %v and status %d, want %d", Built(), r.StatusCode, want)
	}
}

func explore(s *site, target string, status int, headers ...string) *http.Response {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.serveExplorer(w, r, status) })
	return get(h, target, headers...)
}

func TestExplorerFindsItsFilesFromEveryDepth(t *testing.T) {
	s := builtSite(t)
	for target, up := range map[string]string{
		"/": "./", "/overlap": "./", "/city/berlin?x=./": "../", "/embed/city/berlin": "../../", "/a/b/c/d": "../../../",
	} {
		r := explore(s, target, http.StatusOK)
		wantHeader(t, r, "Content-Type", "text/html; charset=utf-8")
		wantHeader(t, r, "Cache-Control", "no-cache")
		want := `<script src="` + up + `assets/app-1a2b.js"></script><div data-root="` + up + `">`
		if got := body(t, r); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s in it", target, got, want)
		}
		if got := explore(s, target, http.StatusOK, "If-None-Match", r.Header.Get("ETag")).StatusCode; got != http.StatusNotModified {
			t.Errorf("%s with its own ETag: status %d, want 304", target, got)
		}
	}
	missing := explore(s, "/city/nowhere", http.StatusNotFound)
	wantHeader(t, missing, "ETag", "")
	if missing.StatusCode != http.StatusNotFound || !strings.Contains(body(t, missing), "data-root") {
		t.Errorf("an unknown address: status %d, want 404 and the page", missing.StatusCode)
	}
}

func TestOnlyEmbedsMayBeFramed(t *testing.T) {
	s := builtSite(t)
	for target, framedBy := range map[string]string{"/": nobody, "/city/berlin": nobody, "/embedded": nobody, "/embed/city/berlin": everyone} {
		wantHeader(t, explore(s, target, http.StatusOK), "Content-Security-Policy", explorerPolicy+framedBy)
	}
}

func TestWithoutPagesTheExplorerExplainsItself(t *testing.T) {
	r := explore(newSite(fstest.MapFS{}), "/city/berlin", http.StatusOK)
	if r.StatusCode != http.StatusNotFound || !strings.Contains(body(t, r), "make build") {
		t.Errorf("status %d, want 404 and how to build the pages", r.StatusCode)
	}
	wantHeader(t, r, "Content-Security-Policy", playgroundPolicy+nobody) // its styles stand in the page
}
