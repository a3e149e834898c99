package web

import (
	"io"
	"net/http"
	"strings"
	"time"
)

const explorerPage = "explorer.html"

// serveExplorer writes the explorer's page. The build links its files relative to the
// page, so that they are found behind any path prefix; a page served from a deeper
// address climbs up first, and so there is one ETag for each depth.
func (s *site) serveExplorer(w http.ResponseWriter, r *http.Request, status int) {
	framedBy := nobody
	if strings.HasPrefix(r.URL.Path, "/embed/") {
		framedBy = everyone
	}
	h := w.Header()
	setSecurityHeaders(h, explorerPolicy, framedBy)
	h.Set("Cache-Control", "no-cache")
	if s.explorer == "" {
		setSecurityHeaders(h, playgroundPolicy, framedBy) // its styles stand in the page
		absent(w)
		return
	}
	page := s.explorer
	if depth := strings.Count(r.URL.Path, "/") - 1; depth > 0 {
		page = strings.ReplaceAll(page, `"./`, `"`+strings.Repeat("../", depth))
	}
	h.Set("Content-Type", contentTypes[".html"])
	if status == http.StatusOK {
		h.Set("ETag", etag([]byte(page)))
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(page))
		return
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = io.WriteString(w, page) // a reader who left is no error of ours
	}
}
