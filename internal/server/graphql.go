package server

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/internal/kg"
)

// graphqlMethods are what /graphql answers; OPTIONS is answered by the mux.
const graphqlMethods = "GET, HEAD, POST, OPTIONS"

// graphQL is GraphQL over HTTP (the specification of that name). A request that
// is not one has the status that says so; one whose query is refused has 200 for
// clients of plainJSON and 400 for those of graphqlJSON, without a data entry.
func (s *Server) graphQL(w http.ResponseWriter, r *http.Request) {
	h, rev := w.Header(), s.current.Load()
	h.Add("Vary", "Accept")
	mediaType, ok := negotiate(strings.Join(r.Header.Values("Accept"), ","))
	if !ok {
		rev.send(w, r, errorAnswer(http.StatusNotAcceptable, plainJSON,
			kg.Errorf(kg.CodeInvalid, "answers come as JSON only").WithMend("send Accept: "+graphqlJSON)))
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, s.o.Limits.Body)
	params, wrong := readParams(r)
	if wrong != nil {
		rev.send(w, r, errorAnswer(wrong.status, mediaType, wrong.Error))
		return
	}
	if rev == nil {
		rev.send(w, r, errorAnswer(http.StatusServiceUnavailable, mediaType, errLoading))
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.o.Timeouts.Request)
	defer cancel()
	ctx, explanation := s.explaining(ctx, params)
	r = r.WithContext(ctx)
	a, ok := s.run(ctx, w, r, rev, params, mediaType)
	if ok && a.gone() {
		rev.gone.Store(true)
		if next := s.after(ctx, rev); next != rev { // once more from the beginning, and only once
			rev = next
			a, ok = s.run(ctx, w, r, rev, params, mediaType)
		}
	}
	if ok {
		explanation.into(a)
		rev.send(w, r, a)
	}
}

// after waits until the server has left rev for a newer revision, and returns
// that one; rev itself when the time is up.
func (s *Server) after(ctx context.Context, rev *revision) *revision {
	select {
	case <-rev.left:
		return s.current.Load()
	case <-ctx.Done():
		return rev
	}
}

// run answers one well-formed request on one revision; ok is false where the
// answer has been given already or nobody waits for it any more.
func (s *Server) run(ctx context.Context, w http.ResponseWriter, r *http.Request, rev *revision, params *graphql.RawParams, mediaType string) (_ answer, ok bool) {
	ctx = graphql.StartOperationTrace(ctx)
	params.Headers = r.Header
	oc, errs := rev.exec.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		return rev.refused(graphql.WithOperationContext(ctx, oc), errs, mediaType), true
	}
	note(ctx).operation = oc.Operation.Name
	if r.Method != http.MethodPost {
		if oc.Operation.Operation != ast.Query {
			w.Header().Set("Allow", "POST")
			return errorAnswer(http.StatusMethodNotAllowed, mediaType,
				kg.Errorf(kg.CodeInvalid, "GET answers queries, not a %s", oc.Operation.Operation).WithMend("send it by POST")), true
		}
		if !isExplained(ctx) && s.unchanged(w, r, entityTag(s.o.Version, rev.Info.Revision(), mediaType, r.URL.RawQuery)) {
			return answer{}, false
		}
	}
	respond, ctx := rev.exec.DispatchOperation(ctx, oc)
	resp := respond(ctx)
	if err := ctx.Err(); err != nil {
		return s.tooLate(err, mediaType)
	}
	if resp == nil {
		panic("gqlgen gave no response")
	}
	if len(resp.Errors) > 0 {
		w.Header().Del("ETag")
		w.Header().Del("Cache-Control")
	}
	for _, e := range resp.Errors {
		if e.Extensions["code"] == string(kg.CodeUnavailable) { // the rest of the answer would pass for all there is
			return answer{status: http.StatusServiceUnavailable, mediaType: mediaType,
				Response: &graphql.Response{Errors: gqlerror.List{e}}}, true
		}
	}
	return answer{status: http.StatusOK, mediaType: mediaType, executed: true, Response: resp}, true
}

// refused is the answer to a query that is not run.
func (rev *revision) refused(ctx context.Context, errs gqlerror.List, mediaType string) answer {
	resp := rev.exec.DispatchError(ctx, coded(errs))
	status := http.StatusOK
	if mediaType == graphqlJSON {
		status = http.StatusBadRequest
	}
	return answer{status: status, mediaType: mediaType, Response: resp}
}

// tooLate is the answer when the time is up; a client who left gets none.
func (s *Server) tooLate(err error, mediaType string) (answer, bool) {
	if !errors.Is(err, context.DeadlineExceeded) {
		return answer{}, false
	}
	return errorAnswer(http.StatusServiceUnavailable, mediaType,
		kg.Errorf(kg.CodeUnavailable, "the answer took longer than %s", s.o.Timeouts.Request).WithMend("ask for less, or try again later")), true
}

// unchanged sets the headers by which caches keep an answer, and answers 304 to
// a client who has it. The same question on the same revision, by the same
// program, has the same answer.
func (s *Server) unchanged(w http.ResponseWriter, r *http.Request, tag string) bool {
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "public, no-cache") // keep, but ask each time
	if !matches(r.Header.Values("If-None-Match"), tag) {
		return false
	}
	w.WriteHeader(http.StatusNotModified)
	return true
}

// entityTag is weak: the same answer, compressed or not.
func entityTag(parts ...string) string {
	sum := sha256.New()
	for _, p := range parts {
		_, _ = fmt.Fprintf(sum, "%d:%s", len(p), p) // a hash takes everything
	}
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:15]) + `"`
}

// matches compares weakly (RFC 9110, 8.8.3.2).
func matches(headers []string, tag string) bool {
	for _, h := range headers {
		for candidate := range strings.SplitSeq(h, ",") {
			candidate = strings.TrimSpace(candidate)
			if candidate == "*" || strings.TrimPrefix(candidate, "W/") == strings.TrimPrefix(tag, "W/") {
				return true
			}
		}
	}
	return false
}

// send writes the answer and notes for the log how it went. A nil rev is none.
func (rev *revision) send(w http.ResponseWriter, r *http.Request, a answer) {
	n := note(r.Context())
	for _, e := range a.Errors {
		n.add(e)
	}
	if rev != nil {
		if a.Extensions == nil {
			a.Extensions = map[string]any{}
		}
		d := rev.Info.Dataset
		a.Extensions["dataset"] = datasetEntry{d.Version, d.Hash}
	}
	a.write(w)
}

// datasetEntry tells in every answer what it was read from.
type datasetEntry struct {
	Version  string `json:"version"`
	Revision string `json:"revision"`
}
