package server

import (
	"net/http"
	"path"
	"strings"

	"citygraph/internal/kg"
	"citygraph/web"
)

// views are the explorer's addresses that name no node.
var views = []string{"overlap", "network", "map", "paths", "timeline", "money", "coverage"}

// pageAddresses lists the mux patterns of the explorer: its first page, its views, a
// page for each node, and the same below /embed/ for other sites to frame.
func pageAddresses() []string {
	all := []string{"/{$}"}
	for _, v := range views {
		all = append(all, "/"+v, "/embed/"+v)
	}
	for _, k := range kg.NodeKinds {
		all = append(all, "/"+k.Kind.Prefix()+"/{slug}", "/embed/"+k.Kind.Prefix()+"/{slug}")
	}
	return all
}

// slashed lists the addresses of pages with a slash at the end, as people type them.
func slashed() []string {
	all := make([]string, 0, len(pageAddresses()))
	for _, address := range pageAddresses() {
		if address != "/{$}" {
			all = append(all, address+"/{$}")
		}
	}
	return all
}

// unslashed leads to the same page without the slash. The way is relative, since a
// proxy may serve us below a path of its own.
func unslashed(w http.ResponseWriter, r *http.Request) {
	to := "../" + path.Base(r.URL.EscapedPath())
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", to) // not by http.Redirect, which would make it absolute
	w.WriteHeader(http.StatusPermanentRedirect)
}

// page answers with the explorer; its status is 404 for a node that is not there, so
// that links can be checked by machines too.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	status := http.StatusOK
	if slug := r.PathValue("slug"); slug != "" && !s.hasNode(r, slug) {
		status = http.StatusNotFound
	}
	web.Explorer(w, r, status)
}

// hasNode reports whether a node, or a retired id that leads on, stands at the
// address. While nobody can tell, it stands: the page says what is wrong.
func (s *Server) hasNode(r *http.Request, slug string) bool {
	rev := s.current.Load()
	if rev == nil {
		return true
	}
	kind := strings.Split(strings.TrimPrefix(r.URL.Path, "/embed"), "/")[1]
	id := kg.ID(kind + ":" + slug)
	found, err := rev.Reader.Records(r.Context(), []kg.ID{id})
	return err != nil || found[id] != nil
}

// elsewhere answers what no other address does: people by a page, programs by a
// sentence.
func elsewhere(w http.ResponseWriter, r *http.Request) {
	read := r.Method == http.MethodGet || r.Method == http.MethodHead
	if read && web.Built() && strings.Contains(r.Header.Get("Accept"), "text/html") {
		w.Header().Set("Vary", "Accept")
		web.Explorer(w, r, http.StatusNotFound)
		return
	}
	apiHeaders(http.HandlerFunc(nowhere)).ServeHTTP(w, r)
}
