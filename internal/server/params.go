package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph"
	"citygraph/internal/kg"
)

// badRequest is a request that is not GraphQL over HTTP: it is answered with its
// status whatever media type was asked for.
type badRequest struct {
	status int
	*kg.Error
}

func bad(status int, format string, args ...any) *badRequest {
	return &badRequest{status, kg.Errorf(kg.CodeInvalid, format, args...)}
}

func (b *badRequest) mend(how string) *badRequest {
	return &badRequest{b.status, b.WithMend("%s", how)}
}

// readParams reads the query and what comes with it from the address of a GET or
// the body of a POST.
func readParams(r *http.Request) (*graphql.RawParams, *badRequest) {
	if r.Method == http.MethodPost {
		return readBody(r)
	}
	return readAddress(r)
}

func readBody(r *http.Request) (*graphql.RawParams, *badRequest) {
	mediaType, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset, given := params["charset"]
	if err != nil || mediaType != plainJSON || given && !utf8Name(charset) {
		return nil, bad(http.StatusUnsupportedMediaType, "the body must be JSON in UTF-8").
			mend("send Content-Type: application/json")
	}
	if e := r.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		return nil, bad(http.StatusUnsupportedMediaType, "the body must not be compressed").mend("send it without Content-Encoding")
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, bodyError(err)
	}
	if !utf8.Valid(body) {
		return nil, bad(http.StatusBadRequest, "the body is not UTF-8")
	}
	return decodeBody(body)
}

func bodyError(err error) *badRequest {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return &badRequest{http.StatusRequestEntityTooLarge,
			kg.Errorf(kg.CodeTooCostly, "the body is larger than %d bytes", large.Limit).WithMend("ask for less, or in several requests")}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return bad(http.StatusRequestTimeout, "the body did not arrive in time")
	}
	return bad(http.StatusBadRequest, "the body broke off")
}

// decodeBody reads {"query": …, "operationName": …, "variables": …,
// "extensions": …}; other names are left alone, as the specification wants.
func decodeBody(body []byte) (*graphql.RawParams, *badRequest) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, notAnObject(body, err)
	}
	p := &graphql.RawParams{}
	if !text(fields["query"], &p.Query) {
		return nil, bad(http.StatusBadRequest, "query must be a string")
	}
	if !text(fields["operationName"], &p.OperationName) {
		return nil, bad(http.StatusBadRequest, "operationName must be a string or null")
	}
	if !object(fields["variables"], &p.Variables) {
		return nil, bad(http.StatusBadRequest, "variables must be an object or null")
	}
	graph.WholeNumbers(p.Variables)
	if !object(fields["extensions"], &p.Extensions) {
		return nil, bad(http.StatusBadRequest, "extensions must be an object or null")
	}
	return p, queryGiven(p)
}

func queryGiven(p *graphql.RawParams) *badRequest {
	if p.Query != "" {
		return nil
	}
	return bad(http.StatusBadRequest, "the query is missing").
		mend(`send {"query": "{ dataset { title } }"} by POST, or ?query=… by GET; /playground helps to write one`)
}

func notAnObject(body []byte, err error) *badRequest {
	trimmed := bytes.TrimLeft(body, " \t\r\n")
	switch {
	case len(trimmed) == 0:
		return bad(http.StatusBadRequest, "the body is empty").mend(`send {"query": "{ dataset { title } }"}`)
	case trimmed[0] == '[':
		return bad(http.StatusBadRequest, "the body is a list").mend("send one query in a request")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return bad(http.StatusBadRequest, "the body is not JSON: %s at byte %d", syntax.Error(), syntax.Offset)
	}
	return bad(http.StatusBadRequest, "the body must be a JSON object")
}

// text reads a string; absent and null leave it empty.
func text(raw json.RawMessage, into *string) bool {
	return absent(raw) || json.Unmarshal(raw, into) == nil
}

// object reads an object, its numbers as they are written; absent and null leave
// it nil.
func object(raw json.RawMessage, into *map[string]any) bool {
	if absent(raw) {
		return true
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return json.Valid(raw) && d.Decode(into) == nil
}

func absent(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

func readAddress(r *http.Request) (*graphql.RawParams, *badRequest) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, bad(http.StatusBadRequest, "the address cannot be read").mend("percent-encode the query")
	}
	for name, all := range values {
		if len(all) > 1 {
			return nil, bad(http.StatusBadRequest, "%q is given more than once", name)
		}
		if !utf8.ValidString(all[0]) {
			return nil, bad(http.StatusBadRequest, "%q is not UTF-8", name)
		}
	}
	p := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	if !object(json.RawMessage(values.Get("variables")), &p.Variables) {
		return nil, bad(http.StatusBadRequest, "variables must be a JSON object")
	}
	graph.WholeNumbers(p.Variables)
	if !object(json.RawMessage(values.Get("extensions")), &p.Extensions) {
		return nil, bad(http.StatusBadRequest, "extensions must be a JSON object")
	}
	return p, queryGiven(p)
}
