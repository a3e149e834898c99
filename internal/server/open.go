package server

import (
	"context"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph"
	"citygraph/internal/store"
)

// Graph is a dataset made ready to be asked: all that was built for one
// revision.
type Graph struct {
	Schema graphql.ExecutableSchema // its resolvers read this revision and no other
	Reader store.Reader             // pinned to the revision
	Info   store.Info
}

// Open makes what the store holds now ready to be asked. Errors that no client
// may read go to log.
func Open(ctx context.Context, st store.Store, log *slog.Logger) (Graph, error) {
	r, err := st.Open(ctx)
	if err != nil {
		return Graph{}, err
	}
	info, err := r.Info(ctx)
	if err != nil {
		return Graph{}, err
	}
	schema, err := graph.New(ctx, explainable{r}, graph.Options{Log: log})
	return Graph{schema, r, info}, err
}
