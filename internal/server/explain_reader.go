package server

import (
	"context"
	"encoding/json"
	"iter"
	"strings"
	"time"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// explainable is a Reader that tells the explanation of a request, where one is
// written, how it was called.
type explainable struct{ store.Reader }

// calling notes a call; done is to be called at its end.
func calling(ctx context.Context, name string, asked map[string]any) (_ context.Context, done func()) {
	e, ok := ctx.Value(explanationKey{}).(*explanation)
	if !ok {
		return ctx, func() {}
	}
	c := &storeCall{Call: name, asked: asked, began: time.Now()}
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

// plain is a value of Go as JSON would have it: without what asks nothing, names
// beginning with a small letter.
func plain(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	var decoded any
	if json.Unmarshal(text, &decoded) != nil {
		return nil
	}
	return pruned(decoded)
}

func pruned(v any) any {
	switch x := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for name, value := range x {
			if value = pruned(value); value != nil {
				out[small(name)] = value
			}
		}
		return zeroIf(len(out) == 0, out)
	case []any:
		for i := range x {
			x[i] = pruned(x[i])
		}
		return zeroIf(len(x) == 0, x)
	case string:
		return zeroIf(x == "", x)
	case bool:
		return zeroIf(!x, x)
	}
	return v
}

// small is AsOf as asOf and IDs as ids.
func small(name string) string {
	if rest, ok := strings.CutPrefix(name, "ID"); ok {
		return "id" + rest
	}
	return strings.ToLower(name[:1]) + name[1:]
}

func zeroIf(zero bool, v any) any {
	if zero {
		return nil
	}
	return v
}
