package server

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Statement is what a backend asked a database for one store call.
type Statement struct {
	Text   string         `json:"cypher"`
	Params map[string]any `json:"parameters"`
	Rows   int            `json:"rows"`
	Ms     float64        `json:"ms"`               // the round trip, seen from here
	There  float64        `json:"neo4jMs"`          // as the database says, in whole milliseconds
	Failed bool           `json:"failed,omitempty"` // it may have been tried again, as another statement
}

// NoteStatement tells the explanation of the request, where one is written, what
// was asked. ctx is the one that the store was called with.
func NoteStatement(ctx context.Context, st Statement) {
	if c, ok := ctx.Value(callKey{}).(*storeCall); ok {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.Statements = append(c.Statements, st)
	}
}

// Millis is a duration as explanations write it: milliseconds to the microsecond.
func Millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// explanation is extensions.explain: how a request was answered.
type explanation struct {
	mu    sync.Mutex
	began time.Time
	calls []*storeCall
}

// storeCall is one call of a store.Reader.
type storeCall struct {
	Call       string         `json:"call"`
	Ms         float64        `json:"ms"`
	Asked      map[string]any `json:"asked,omitempty"` // where no statement says it
	Statements []Statement    `json:"statements,omitempty"`

	mu    sync.Mutex
	began time.Time
}

type explanationKey struct{}
type callKey struct{}

// explaining begins an explanation of a request, where the client asks for one
// and the operator allows it; else it returns nil.
func (s *Server) explaining(ctx context.Context, params *graphql.RawParams) (context.Context, *explanation) {
	if wanted, _ := params.Extensions["explain"].(bool); !wanted || !s.o.Explain {
		return ctx, nil
	}
	e := &explanation{began: time.Now()}
	return context.WithValue(ctx, explanationKey{}, e), e
}

// isExplained says whether an explanation is written. It tells of one request:
// no cache may keep it.
func isExplained(ctx context.Context) bool { return ctx.Value(explanationKey{}) != nil }

// explained is what a client reads.
type explained struct {
	Ms         float64      `json:"ms"`
	StoreCalls int          `json:"storeCalls"`
	RoundTrips int          `json:"roundTrips"`
	Calls      []*storeCall `json:"calls"`
}

// into puts the explanation into an answer. A nil explanation does nothing.
func (e *explanation) into(a answer) {
	if e == nil || a.Response == nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	x := explained{Ms: Millis(time.Since(e.began)), StoreCalls: len(e.calls), Calls: []*storeCall{}}
	for _, c := range e.calls {
		c.mu.Lock()
		told := &storeCall{Call: c.Call, Ms: c.Ms, Asked: c.Asked, Statements: slices.Clone(c.Statements), began: c.began}
		c.mu.Unlock()
		if len(told.Statements) > 0 {
			told.Asked = nil
		}
		x.RoundTrips += len(told.Statements)
		x.Calls = append(x.Calls, told)
	}
	slices.SortStableFunc(x.Calls, func(a, b *storeCall) int { return cmp.Compare(a.began.UnixNano(), b.began.UnixNano()) })
	if a.Extensions == nil {
		a.Extensions = map[string]any{}
	}
	a.Extensions["explain"] = x
}

// explainable is a Reader that tells the explanation of a request, where one is
// written, how it was called.
type explainable struct{ store.Reader }

// calling notes a call; done is to be called at its end.
func calling(ctx context.Context, name string, asked map[string]any) (_ context.Context, done func()) {
	e, ok := ctx.Value(explanationKey{}).(*explanation)
	if !ok {
		return ctx, func() {}
	}
	c := &storeCall{Call: name, Asked: asked, began: time.Now()}
	e.mu.Lock()
	e.calls = append(e.calls, c)
	e.mu.Unlock()
	return context.WithValue(ctx, callKey{}, c), func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.Ms = Millis(time.Since(c.began))
	}
}

// Records implements store.Reader.
func (r explainable) Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error) {
	ctx, done := calling(ctx, "Records", map[string]any{"ids": ids})
	defer done()
	return r.Reader.Records(ctx, ids)
}

// List implements store.Reader.
func (r explainable) List(ctx context.Context, f store.NodeFilter, p store.Page) (store.NodePage, error) {
	ctx, done := calling(ctx, "List", map[string]any{"filter": f, "page": p})
	defer done()
	return r.Reader.List(ctx, f, p)
}

// Edges implements store.Reader.
func (r explainable) Edges(ctx context.Context, at []store.Anchor, f store.EdgeFilter, p store.Page) (map[store.Anchor]store.EdgePage, error) {
	ctx, done := calling(ctx, "Edges", map[string]any{"anchors": at, "filter": f, "page": p})
	defer done()
	return r.Reader.Edges(ctx, at, f, p)
}

// Scan implements store.Reader.
func (r explainable) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	return func(yield func(kg.Record, error) bool) {
		ctx, done := calling(ctx, "Scan", map[string]any{"scope": s})
		defer done()
		r.Reader.Scan(ctx, s)(yield)
	}
}

// Info implements store.Reader.
func (r explainable) Info(ctx context.Context) (store.Info, error) {
	ctx, done := calling(ctx, "Info", nil)
	defer done()
	return r.Reader.Info(ctx)
}
