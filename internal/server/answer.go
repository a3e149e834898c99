package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// maxErrors is how many mistakes of one query are told; the rest follow from
// them more often than not.
const maxErrors = 20

// answer is one GraphQL response on its way out.
type answer struct {
	status    int
	mediaType string
	executed  bool // only then is there a data entry
	*graphql.Response
}

// body writes the entries in their usual order. The data is JSON already and is
// not encoded again.
func (a answer) body() ([]byte, error) {
	var b bytes.Buffer
	entry := func(name string, v any) error {
		if b.Len() == 0 {
			b.WriteByte('{')
		} else {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(name) + ":")
		if raw, ok := v.(json.RawMessage); ok {
			b.Write(raw)
			return nil
		}
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(v); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1) // the encoder's newline
		return nil
	}
	if len(a.Errors) > 0 {
		if err := entry("errors", a.Errors); err != nil {
			return nil, err
		}
	}
	if a.executed {
		data := a.Data
		if data == nil {
			data = json.RawMessage("null")
		}
		_ = entry("data", data) // bytes need no encoding
	}
	if len(a.Extensions) > 0 {
		if err := entry("extensions", a.Extensions); err != nil {
			return nil, err
		}
	}
	b.WriteString("}\n")
	return b.Bytes(), nil
}

// gone says that the store no longer keeps the revision that was asked.
func (a answer) gone() bool {
	for _, e := range a.Errors {
		if errors.Is(e, store.ErrGone) {
			return true
		}
	}
	return false
}

// write sends the answer. Errors are never stored by caches, and what may go well
// a moment later says so.
func (a answer) write(w http.ResponseWriter) {
	body, err := a.body()
	if err != nil { // an extension that is not JSON: ours to mend
		panic(err)
	}
	h := w.Header()
	h.Set("Content-Type", a.mediaType+"; charset=utf-8")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-store")
	}
	if a.status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(body) // a client who left is no error of ours
}

// errorAnswer is a response without data.
func errorAnswer(status int, mediaType string, err *kg.Error) answer {
	return answer{status: status, mediaType: mediaType,
		Response: &graphql.Response{Errors: gqlerror.List{refusal(nil, err)}}}
}

// coded makes sure that every error has one of our codes: what the parser and
// the validator found is the client's to mend.
func coded(errs gqlerror.List) gqlerror.List {
	for _, e := range errs {
		if len(e.Path) > 1 && e.Path[0] == ast.PathName("variable") { // no place in the answer
			e.Message, e.Path = fmt.Sprintf("$%s: %s", e.Path[1:].String(), e.Message), nil
		}
		if c, _ := e.Extensions["code"].(string); known[kg.Code(c)] {
			continue
		}
		if e.Extensions == nil {
			e.Extensions = map[string]any{}
		}
		e.Extensions["code"] = string(kg.CodeInvalid)
	}
	return errs[:min(len(errs), maxErrors)]
}

var known = map[kg.Code]bool{
	kg.CodeInvalid: true, kg.CodeNotFound: true, kg.CodeConflict: true,
	kg.CodeTooCostly: true, kg.CodeUnavailable: true, kg.CodeInternal: true,
}
