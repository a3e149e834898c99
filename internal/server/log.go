package server

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/internal/kg"
)

// notes gather what the log says of one request. Neither the query nor its
// variables are in it.
type notes struct {
	id        string
	operation string   // its name, where it has one
	codes     []string // of the answer's errors, each once
	causes    []error  // private halves of those that are ours
}

type notesKey struct{}

// note returns the notes of the request, and a blank page outside of one.
func note(ctx context.Context) *notes {
	if n, ok := ctx.Value(notesKey{}).(*notes); ok {
		return n
	}
	return &notes{}
}

// add notes an error of the answer. The causes of those that are ours to mend go
// to the log, since they go nowhere else.
func (n *notes) add(e *gqlerror.Error) {
	code, _ := e.Extensions["code"].(string)
	if !slices.Contains(n.codes, code) {
		n.codes = append(n.codes, code)
	}
	if e.Err != nil && (code == string(kg.CodeInternal) || code == string(kg.CodeUnavailable)) {
		n.causes = append(n.causes, e.Err)
	}
}

var idForm = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// logged gives each request an id (the caller's, if it sends a sensible one),
// writes one line when it is done, and answers 500 where a handler panics.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		n := &notes{id: r.Header.Get("X-Request-Id")}
		if !idForm.MatchString(n.id) {
			n.id = rand.Text()
		}
		w.Header().Set("X-Request-Id", n.id)
		r = r.WithContext(context.WithValue(r.Context(), notesKey{}, n))
		seen := &watched{ResponseWriter: w}
		defer func() { s.logRequest(r, n, seen, time.Since(start)) }()
		defer func() { s.recoverRequest(seen, r, recover()) }()
		next.ServeHTTP(seen, r)
	})
}

// recoverRequest answers for a handler that panicked. http.ErrAbortHandler means
// that the answer broke off and the connection with it.
func (s *Server) recoverRequest(w *watched, r *http.Request, v any) {
	if v == nil {
		return
	}
	err, _ := v.(error)
	aborted := errors.Is(err, http.ErrAbortHandler)
	if !aborted {
		s.logPanic(r.Context(), v)
	}
	if aborted || w.status != 0 {
		panic(http.ErrAbortHandler)
	}
	s.current.Load().send(w, r, errorAnswer(http.StatusInternalServerError, plainJSON, errInternal))
}

var errInternal = kg.Errorf(kg.CodeInternal, "something went wrong on our side").
	WithMend("the log has more under this answer's X-Request-Id")

// recovered turns a resolver's panic into an error without a word of it.
func (s *Server) recovered(ctx context.Context, v any) error {
	s.logPanic(ctx, v)
	return errInternal
}

func (s *Server) logPanic(ctx context.Context, v any) {
	s.o.Log.LogAttrs(ctx, slog.LevelError, "panic", slog.String("request", note(ctx).id),
		slog.Any("value", v), slog.String("stack", string(debug.Stack())))
}

func (s *Server) logRequest(r *http.Request, n *notes, w *watched, took time.Duration) {
	level := slog.LevelInfo
	switch {
	case r.URL.Path == "/healthz" || r.URL.Path == "/readyz": // asked every few seconds, and what changes is logged by itself
		level = slog.LevelDebug
	case w.status >= http.StatusInternalServerError || len(n.causes) > 0:
		level = slog.LevelError
	}
	attrs := []slog.Attr{
		slog.String("request", n.id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
		slog.Int("status", w.status), slog.Int64("bytes", w.bytes), slog.Duration("took", took),
	}
	if n.operation != "" {
		attrs = append(attrs, slog.String("operation", n.operation[:min(len(n.operation), 100)]))
	}
	if len(n.codes) > 0 {
		attrs = append(attrs, slog.Any("errors", n.codes))
	}
	if len(n.causes) > 0 {
		attrs = append(attrs, slog.Any("causes", n.causes))
	}
	s.o.Log.LogAttrs(r.Context(), level, "request", attrs...)
}

// watched remembers the status and the size of an answer; a status of 0 says
// that none was sent.
type watched struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader implements http.ResponseWriter.
func (w *watched) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (w *watched) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap serves http.ResponseController.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
