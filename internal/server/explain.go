package server

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
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
	asked map[string]any
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
		told := &storeCall{Call: c.Call, Ms: c.Ms, Statements: slices.Clone(c.Statements), began: c.began}
		c.mu.Unlock()
		told.Asked, _ = plain(c.asked).(map[string]any)
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
