package store

import (
	"context"

	"citygraph/internal/kg"
)

// Alive returns CodeUnavailable once ctx is cancelled or past its deadline, and
// nil before: every method of a backend begins with it.
func Alive(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return kg.Errorf(kg.CodeUnavailable, "the request was cancelled or ran out of time").
			WithMend("try again, or ask for less at once").WithCause(err)
	}
	return nil
}
