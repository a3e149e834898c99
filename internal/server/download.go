package server

import (
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"strings"

	"citygraph/internal/export"
)

const downloads = "/export/dataset."

// downloadAddresses lists the address of every format.
func downloadAddresses() string {
	var all []string
	for _, f := range export.Formats {
		all = append(all, downloads+f.Extension())
	}
	return strings.Join(all, ", ")
}

// download sends the dataset as a file, in the format that the address ends
// with.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	for _, f := range export.Formats {
		if r.URL.Path == downloads+f.Extension() {
			s.sendFile(w, r, f)
			return
		}
	}
	nowhere(w, r)
}

func (s *Server) sendFile(w http.ResponseWriter, r *http.Request, f export.Format) {
	rev := s.current.Load()
	if rev == nil {
		w.Header().Set("Retry-After", "1")
		sentence(w, http.StatusServiceUnavailable, "%s", errLoading.Public())
		return
	}
	d, h := rev.Info.Dataset, w.Header()
	if s.unchanged(w, r, entityTag(s.o.Version, d.Hash, f.Name())) {
		return
	}
	name := fmt.Sprintf("%s-%s.%s", d.Name, d.Version, f.Extension())
	h.Set("Content-Type", f.MediaType())
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	if r.Method == http.MethodHead {
		return
	}
	if err := f.Write(r.Context(), rev.Reader, w); err != nil {
		// Half a file must not pass for a whole one: the connection breaks off.
		if r.Context().Err() == nil { // else the client left
			s.o.Log.LogAttrs(r.Context(), slog.LevelError, "download broke off", slog.String("request", note(r.Context()).id), slog.Any("error", err))
		}
		panic(http.ErrAbortHandler)
	}
}
