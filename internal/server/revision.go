package server

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// revision is a Graph with what the server adds to it.
type revision struct {
	Graph
	exec *executor.Executor
	gone atomic.Bool   // its store no longer keeps it
	left chan struct{} // closed once another one is served
}

func (s *Server) newRevision(g Graph) *revision {
	exec := executor.New(g.Schema)
	exec.SetRecoverFunc(s.recovered)
	exec.SetParserTokenLimit(s.o.Limits.Tokens)
	exec.SetQueryCache(newQueryCache())
	exec.SetErrorPresenter(present)
	exec.Use(documentLimit{s.o.Limits})
	exec.Use(&costLimit{most: s.o.Limits.Cost})
	exec.Use(introspection{})
	return &revision{Graph: g, exec: exec, left: make(chan struct{})}
}

// introspection lets everyone read the schema: the playground and every client
// generator live on it.
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

// queryCache keeps valid queries of moderate length, so that many long ones
// cannot fill the memory.
type queryCache struct{ *lru.LRU[*ast.QueryDocument] }

const (
	cachedQueries = 200
	cachedQuery   = 8 << 10 // bytes
)

func newQueryCache() queryCache { return queryCache{lru.New[*ast.QueryDocument](cachedQueries)} }

// Add implements graphql.Cache.
func (c queryCache) Add(ctx context.Context, query string, doc *ast.QueryDocument) {
	if len(query) <= cachedQuery {
		c.LRU.Add(ctx, query, doc)
	}
}

// reloads remembers how the last load went.
type reloads struct {
	turn sync.Mutex // one load at a time

	mu          sync.Mutex
	at          time.Time
	failed      error
	unreachable error // the store did not answer the last time it was asked
}

// Reload loads the dataset and moves to it; requests in flight stay where they
// are. After an error the server stays on the revision that it had; /readyz and
// the log say why. The first load's error is for the caller to tell.
func (s *Server) Reload(ctx context.Context) error {
	s.loads.turn.Lock()
	defer s.loads.turn.Unlock()
	start := time.Now()
	g, err := s.o.Load(ctx)
	s.loads.mu.Lock()
	s.loads.at, s.loads.failed = time.Now(), err
	s.loads.mu.Unlock()
	old := s.current.Load()
	if err != nil {
		if old != nil {
			s.o.Log.LogAttrs(ctx, slog.LevelError, "dataset not loaded, the one before is still served",
				slog.Any("error", err), slog.String("revision", old.Info.Revision()))
		}
		return err
	}
	if old.serves(g.Info) {
		s.o.Log.LogAttrs(ctx, slog.LevelInfo, "dataset unchanged", slog.String("revision", g.Info.Revision()))
		return nil
	}
	s.current.Store(s.newRevision(g))
	if old != nil {
		close(old.left)
	}
	s.o.Log.LogAttrs(ctx, slog.LevelInfo, "dataset loaded",
		slog.String("dataset", g.Info.Dataset.Name),
		slog.String("version", g.Info.Dataset.Version),
		slog.String("revision", g.Info.Revision()),
		slog.Duration("took", time.Since(start)))
	return nil
}

// serves says whether the revision is the one that info describes and can still
// be read. A nil revision is none.
func (rev *revision) serves(info store.Info) bool {
	return rev != nil && rev.Info.Revision() == info.Revision() && !rev.gone.Load()
}

// Dataset describes the dataset that is served; the zero Dataset before the
// first load.
func (s *Server) Dataset() kg.Dataset {
	if rev := s.current.Load(); rev != nil {
		return rev.Info.Dataset
	}
	return kg.Dataset{}
}

// errLoading answers requests that come before the first revision.
var errLoading = kg.Errorf(kg.CodeUnavailable, "the dataset is being loaded").WithMend("try again in a moment")
