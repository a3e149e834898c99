// Package graphtest helps to test the API on any backend: it asks a schema
// questions as a server would, counts the store calls behind an answer, and runs
// the questions of docs/examples against their expected answers.
package graphtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/graph"
	"citygraph/internal/store"
)

// Asker asks one revision. It is safe for concurrent use.
type Asker struct {
	exec  *executor.Executor
	calls *Calls
}

// Open returns an Asker for the current revision of a store.
func Open(t testing.TB, s store.Store, o graph.Options) *Asker {
	t.Helper()
	r, err := s.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	calls := &Calls{Reader: r}
	schema, err := graph.New(t.Context(), calls, o)
	if err != nil {
		t.Fatal(err)
	}
	exec := executor.New(schema)
	exec.SetRecoverFunc(func(_ context.Context, v any) error { return fmt.Errorf("panic: %v", v) })
	exec.Use(introspection{})
	calls.Reset()
	return &Asker{exec, calls}
}

// introspection lets everyone read the schema, as the server does.
type introspection struct{}

// ExtensionName implements graphql.HandlerExtension.
func (introspection) ExtensionName() string { return "Introspection" }

// Validate implements graphql.HandlerExtension.
func (introspection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (introspection) MutateOperationContext(_ context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	oc.DisableIntrospection = false
	return nil
}

// Answer is what a client reads.
type Answer struct {
	Data       json.RawMessage `json:"data,omitempty"`
	Errors     gqlerror.List   `json:"errors,omitempty"`
	Extensions map[string]any  `json:"extensions,omitempty"`

	Calls []string `json:"-"` // the store calls behind it, by name
}

// Ask runs a query with variables, which may be nil.
func (a *Asker) Ask(ctx context.Context, query string, variables map[string]any) Answer {
	a.calls.Reset()
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := a.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: variables})
	var resp *graphql.Response
	if len(errs) > 0 {
		resp = a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	} else {
		respond, ctx := a.exec.DispatchOperation(ctx, op)
		resp = respond(ctx)
	}
	return Answer{resp.Data, resp.Errors, resp.Extensions, a.calls.Names()}
}

// Text is the whole answer as JSON.
func (a Answer) Text() string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(a); err != nil {
		return err.Error()
	}
	return b.String()
}

// Code is the code of the only error, "" where there is none.
func (a Answer) Code(t testing.TB) string {
	t.Helper()
	if len(a.Errors) == 0 {
		return ""
	}
	if len(a.Errors) > 1 {
		t.Fatalf("%d errors instead of one: %v", len(a.Errors), a.Errors)
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}
