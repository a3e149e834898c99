package store

import (
	"errors"

	"citygraph/internal/kg"
)

// ErrGone is the cause of every error that a Reader gives because the revision
// that it is pinned to is no longer kept. The request starts once more, from its
// beginning, with a new Reader; the old one answers nothing any more.
var ErrGone = errors.New("the revision is no longer kept")

// Gone returns the CodeUnavailable error whose cause is ErrGone.
func Gone() *kg.Error {
	return kg.Errorf(kg.CodeUnavailable, "the dataset was replaced while the request was answered").
		WithMend("try again").WithCause(ErrGone)
}
