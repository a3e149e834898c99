package storetest

import (
	"testing"

	"citygraph/internal/store"
)

// Options describe a backend to the suite.
type Options struct {
	New     func(t testing.TB) store.Store
	Without map[string]string
}
