package server

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"strings"

	"citygraph/internal/export"
	"citygraph/internal/kg"
	"citygraph/internal/store"
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
	sent := &counted{Writer: w}
	if err := f.Write(r.Context(), rev.Reader, sent); err != nil {
		if r.Context().Err() == nil { // else the client left
			s.o.Log.LogAttrs(r.Context(), slog.LevelError, "download broke off", slog.String("request", note(r.Context()).id), slog.Any("error", err))
		}
		if errors.Is(err, store.ErrGone) {
			rev.gone.Store(true) // and the next look at the store moves on
		}
		if sent.bytes > 0 || kg.CodeOf(err) != kg.CodeUnavailable {
			panic(http.ErrAbortHandler) // half a file must not pass for a whole one: the connection breaks off
		}
		for _, name := range []string{"Content-Disposition", "ETag", "Cache-Control"} {
			h.Del(name)
		}
		h.Set("Retry-After", "1")
		sentence(w, http.StatusServiceUnavailable, "The dataset cannot be read now: try again in a moment.")
	}
}

// counted counts what is written.
type counted struct {
	io.Writer
	bytes int
}

// Write implements io.Writer.
func (c *counted) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	c.bytes += n
	return n, err
}
