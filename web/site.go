package web

import (
	"crypto/sha256"
	_ "embed" // for absentPage
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed absent.html
var absentPage string

// contentTypes is our own table: mime.TypeByExtension reads the machine's, and
// answers must not depend on it.
var contentTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".html":  "text/html; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".ttf":   "font/ttf",
	".woff":  "font/woff",
	".woff2": "font/woff2",
}

// site is one build of the pages: a folder with playground.html, explorer.html and
// assets/, where FILE.gz beside FILE is the same content compressed.
type site struct {
	files    fs.FS
	etags    map[string]string // by path; the content's hash, quoted
	mux      *http.ServeMux
	explorer string // its page, as built
}

// newSite reads every file of the build once, for its ETag. An unreadable or absent
// folder is a site without pages.
func newSite(files fs.FS) *site {
	s := &site{files: files, etags: map[string]string{}, mux: http.NewServeMux()}
	_ = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		s.etags[name] = etag(content)
		if name == explorerPage {
			s.explorer = string(content)
		}
		return nil
	})
	s.mux.HandleFunc("GET /playground", s.playground)
	s.mux.HandleFunc("GET /assets/{file...}", s.asset)
	return s
}

func etag(content []byte) string {
	sum := sha256.Sum256(content)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}

// ServeHTTP implements http.Handler.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setSecurityHeaders(w.Header(), playgroundPolicy, nobody)
	s.mux.ServeHTTP(w, r)
}

func (s *site) playground(w http.ResponseWriter, r *http.Request) {
	const page = "playground.html"
	w.Header().Set("Cache-Control", "no-cache")
	if _, ok := s.etags[page]; !ok {
		absent(w)
		return
	}
	s.serve(w, r, page)
}

// absent says that the pages are not in this build.
func absent(w http.ResponseWriter) {
	w.Header().Set("Content-Type", contentTypes[".html"])
	w.WriteHeader(http.StatusNotFound)
	_, _ = io.WriteString(w, absentPage) // a reader who left is no error of ours
}

// asset serves a file whose name carries its content's hash, so it never changes.
func (s *site) asset(w http.ResponseWriter, r *http.Request) {
	name := path.Join("assets", r.PathValue("file"))
	_, known := s.etags[name]
	_, typed := contentTypes[path.Ext(name)] // and so not the .gz variants themselves
	if !known || !typed || !strings.HasPrefix(name, "assets/") {
		http.Error(w, "no such file in this build of the pages", http.StatusNotFound)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	s.serve(w, r, name)
}

// serve writes the file, compressed where the client takes gzip and a compressed
// variant was built.
func (s *site) serve(w http.ResponseWriter, r *http.Request, name string) {
	h := w.Header()
	h.Set("Content-Type", contentTypes[path.Ext(name)])
	variant := name
	if _, ok := s.etags[name+".gz"]; ok {
		h.Set("Vary", "Accept-Encoding")
		if acceptsGzip(r.Header.Get("Accept-Encoding")) {
			h.Set("Content-Encoding", "gzip")
			variant = name + ".gz"
		}
	}
	h.Set("ETag", s.etags[variant])
	file, err := s.files.Open(variant)
	if err != nil {
		http.Error(w, "this build of the pages cannot be read", http.StatusInternalServerError)
		return
	}
	defer file.Close()
	content, ok := file.(io.ReadSeeker)
	if !ok {
		http.Error(w, "this build of the pages cannot be read", http.StatusInternalServerError)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, content)
}
