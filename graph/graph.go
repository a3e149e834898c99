package graph

import (
	"context"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph/model"
	"citygraph/internal/ask"
	"citygraph/internal/names"
	"citygraph/internal/store"
)

// Options of New.
type Options struct {
	Log *slog.Logger // where errors go that no client may read; nil: slog.Default
}

// New makes the revision that r is pinned to ready to be asked: it builds the
// search index, gathers the corrections and what questions about the whole graph
// are answered from, and returns the schema with its resolvers. Errors are those
// of the Reader.
//
// The schema needs nothing of its executor but a RecoverFunc. It presents errors
// itself, in the order of their paths; it says what a field costs (for
// extensions that limit complexity); and it adds `redirects` and `warnings` to
// the extensions of an answer that has any.
func New(ctx context.Context, r store.Reader, o Options) (graphql.ExecutableSchema, error) {
	index, err := names.Build(ctx, r)
	if err != nil {
		return nil, err
	}
	about, err := model.ReadAbout(ctx, r)
	if err != nil {
		return nil, err
	}
	whole, err := ask.LoadWhole(ctx, r)
	if err != nil {
		return nil, err
	}
	return bind(r, index, about, func(context.Context) (*ask.Whole, error) { return whole, nil }, o.Log), nil
}

func bind(r store.Reader, index *names.Index, about *model.About, whole func(context.Context) (*ask.Whole, error), log *slog.Logger) *schema {
	if log == nil {
		log = slog.Default()
	}
	return &schema{
		ExecutableSchema: NewExecutableSchema(Config{Resolvers: &Resolver{}}),
		reader:           r,
		names:            index,
		about:            about,
		whole:            whole,
		log:              log,
	}
}

// schema is gqlgen's executable schema bound to one revision.
type schema struct {
	graphql.ExecutableSchema
	reader store.Reader
	names  *names.Index
	about  *model.About
	whole  func(context.Context) (*ask.Whole, error)
	log    *slog.Logger
}

// Exec runs one operation, which is one request.
func (s *schema) Exec(ctx context.Context) graphql.ResponseHandler {
	respond := s.ExecutableSchema.Exec(ctx)
	return func(ctx context.Context) *graphql.Response {
		req := model.NewRequest(s.reader, s.names, s.about, s.whole)
		p := &presenter{log: s.log}
		inner := graphql.WithResponseContext(req.With(ctx), p.present, graphql.GetOperationContext(ctx).RecoverFunc)
		resp := respond(inner)
		if resp == nil { // gqlgen's handlers answer once
			return nil
		}
		resp.Errors = tidy(append(resp.Errors, graphql.GetErrors(inner)...))
		if redirects := req.Redirects(); len(redirects) > 0 {
			graphql.RegisterExtension(ctx, "redirects", redirects)
		}
		if warnings := req.Warnings(); len(warnings) > 0 {
			graphql.RegisterExtension(ctx, "warnings", warnings)
		}
		return resp
	}
}
