package memstore

import (
	"context"

	"citygraph/internal/store"
)

// watch looks at the context once in a while, so that long loops end soon after
// it was cancelled at hardly any cost.
type watch struct {
	ctx   context.Context
	steps int
	err   error // set once the context is cancelled
}

// alive counts one step and reports whether the work may go on.
func (w *watch) alive() bool {
	if w.steps++; w.steps&1023 == 0 && w.err == nil {
		w.err = store.Alive(w.ctx)
	}
	return w.err == nil
}
