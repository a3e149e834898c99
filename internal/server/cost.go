package server

import (
	"context"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// documentLimit refuses a costly document before it is parsed again and
// validated.
type documentLimit struct{ limits Limits }

// ExtensionName implements graphql.HandlerExtension.
func (documentLimit) ExtensionName() string { return "DocumentLimit" }

// Validate implements graphql.HandlerExtension.
func (documentLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters implements graphql.OperationParameterMutator.
func (d documentLimit) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	return checkQuery(p.Query, p.OperationName, d.limits)
}

// costLimit refuses a valid query that would be costly to answer: gqlgen's walk
// over what the schema says of each field. The document's limits bound the walk.
type costLimit struct {
	most   int
	schema graphql.ExecutableSchema
}

// ExtensionName implements graphql.HandlerExtension.
func (*costLimit) ExtensionName() string { return "CostLimit" }

// Validate is called when the extension is put into an executor.
func (c *costLimit) Validate(es graphql.ExecutableSchema) error {
	c.schema = saturating{es, c.most + 1}
	return nil
}

// MutateOperationContext implements graphql.OperationContextMutator.
func (c *costLimit) MutateOperationContext(ctx context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	cost := complexity.Calculate(ctx, c.schema, oc.Operation, oc.Variables)
	if cost <= c.most {
		return nil
	}
	return tooCostly(nil, "the query may cost more than %d steps", c.most)
}

// saturating keeps costs at a ceiling, so that products of large pages do not
// overflow.
type saturating struct {
	graphql.ExecutableSchema
	ceiling int
}

// Complexity implements graphql.ExecutableSchema.
func (s saturating) Complexity(ctx context.Context, typeName, field string, child int, args map[string]any) (int, bool) {
	n, ok := s.ExecutableSchema.Complexity(ctx, typeName, field, min(child, s.ceiling), args)
	if ok && (n < 0 || n > s.ceiling) {
		n = s.ceiling
	}
	return n, ok
}
