package server_test

import (
	"net/http"
	"strings"
	"testing"

	"citygraph/web"
)

// Every node has a page; an address of a node that is not there is 404 for machines,
// with a page for people.
func TestPagesOfNodes(t *testing.T) {
	r := startReal(t, nil, seedStore(t, "1.0.0"))
	const browser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8"
	there := http.StatusOK
	if !web.Built() {
		there = http.StatusNotFound // the page says so
	}
	for path, status := range map[string]int{
		"/city/berlin": there, "/embed/city/berlin": there, "/source/geonames": there,
		"/city/nowhere": http.StatusNotFound, "/embed/city/nowhere": http.StatusNotFound, "/city/No_Slug": http.StatusNotFound,
		"/planet/mars": http.StatusNotFound, "/city/berlin/x": http.StatusNotFound, "/embed/": http.StatusNotFound,
	} {
		got := r.do("GET", path, "", browser)
		if got.StatusCode != status {
			t.Errorf("%s: status %d, want %d", path, got.StatusCode, status)
		}
		if html := strings.Contains(got.Header.Get("Content-Type"), "text/html"); web.Built() && !html {
			t.Errorf("%s: %s instead of a page", path, got.Header.Get("Content-Type"))
		}
		framed := strings.Contains(got.Header.Get("Content-Security-Policy"), "frame-ancestors *")
		if framed != strings.HasPrefix(path, "/embed/") && web.Built() {
			t.Errorf("%s: may be framed: %t", path, framed)
		}
	}
	if got := r.do("GET", "/planet/mars", ""); !strings.Contains(got.Header.Get("Content-Type"), "text/plain") {
		t.Errorf("a program is told by %s", got.Header.Get("Content-Type"))
	}
	if got := r.do("POST", "/city/berlin", "{}"); got.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST to a page: %d", got.StatusCode)
	}
}

// An address with a slash at the end leads to the page, by a way that holds behind a
// proxy's path too, and not to another host.
func TestSlashAtTheEndLeadsToThePage(t *testing.T) {
	r := startReal(t, nil, seedStore(t, "1.0.0"))
	for address, to := range map[string]string{
		"/city/berlin/":             "../berlin",
		"/city/berlin/?fact=a:b":    "../berlin?fact=a:b",
		"/embed/city/berlin/":       "../berlin",
		"/map/?layer=network:x":     "../map?layer=network:x",
		"/city/%2Fevil.example%2F/": "../%2Fevil.example%2F",
	} {
		got := r.do("GET", address, "")
		if got.StatusCode != http.StatusPermanentRedirect || got.Header.Get("Location") != to {
			t.Errorf("%s: status %d to %q, want 308 to %q", address, got.StatusCode, got.Header.Get("Location"), to)
		}
	}
	if got := r.do("POST", "/city/berlin/", "{}"); got.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", got.StatusCode)
	}
}
