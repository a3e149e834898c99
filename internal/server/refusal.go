package server

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/internal/kg"
)

// refusal is err as GraphQL puts it: the public text, the code, and the place in
// the query where there is one.
func refusal(at *ast.Position, err *kg.Error) *gqlerror.Error {
	e := &gqlerror.Error{Err: err, Message: err.Public(), Extensions: map[string]any{"code": string(err.Code)}}
	if at != nil {
		e.Locations = []gqlerror.Location{{Line: at.Line, Column: at.Column}}
	}
	return e
}

func tooCostly(at *ast.Position, format string, args ...any) *gqlerror.Error {
	return refusal(at, kg.Errorf(kg.CodeTooCostly, format, args...).WithMend("ask for less, or in several queries"))
}

// parseError keeps the parser's text and place, and tells its token limit from
// a mistake in the query.
func parseError(err error, l Limits) *gqlerror.Error {
	if strings.Contains(err.Error(), "exceeded token limit") {
		return tooCostly(nil, "the query has more than %d names, numbers and signs", l.Tokens)
	}
	var g *gqlerror.Error
	if !errors.As(err, &g) {
		return refusal(nil, kg.Errorf(kg.CodeInvalid, "the query cannot be read").WithCause(err))
	}
	g.Extensions = map[string]any{"code": string(kg.CodeInvalid)}
	return g
}

// noOperation tells a client which operation the document lacks, or that it must
// choose one.
func noOperation(doc *ast.QueryDocument, name string) *gqlerror.Error {
	switch {
	case len(doc.Operations) == 0:
		return refusal(nil, kg.Errorf(kg.CodeInvalid, "the document has no operation").WithMend("write one, such as { dataset { title } }"))
	case name == "":
		return refusal(nil, kg.Errorf(kg.CodeInvalid, "the document has %d operations", len(doc.Operations)).
			WithMend("name the one to run in operationName"))
	}
	return refusal(nil, kg.Errorf(kg.CodeInvalid, "the document has no operation %q", name).
		WithMend("name one that it has in operationName"))
}

// present is the last door before a client: what the graph presented has a code
// and passes, as does every refusal; of all else no word gets out.
func present(ctx context.Context, err error) *gqlerror.Error {
	var g *gqlerror.Error
	if errors.As(err, &g) && g.Extensions["code"] != nil {
		return g
	}
	var k *kg.Error
	if !errors.As(err, &k) {
		k = errInternal.WithCause(err)
	}
	g = refusal(nil, k)
	g.Err, g.Path = err, graphql.GetPath(ctx)
	return g
}
