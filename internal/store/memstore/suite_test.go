package memstore_test

import (
	"context"
	"testing"

	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
)

var options = storetest.Options{New: func(t testing.TB) store.Store {
	s := memstore.New()
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}}

func TestDifferential(t *testing.T) { storetest.RunDifferential(t, options) }

func TestConformance(t *testing.T) { storetest.Run(t, options) }
