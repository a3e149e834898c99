package neostore_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// openAt opens a store on a server and sees to it that it is closed.
func openAt(t testing.TB, server *neo4jtest.Server, change ...func(*neostore.Options)) *neostore.Store {
	t.Helper()
	o := neostore.Options{URI: server.URI, Username: server.Username, Password: server.Password}
	for _, c := range change {
		c(&o)
	}
	s, err := neostore.Open(t.Context(), o)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}

// fresh opens a store on the shared server, which is wiped before.
func fresh(t testing.TB, change ...func(*neostore.Options)) *neostore.Store {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	return openAt(t, server, change...)
}

// newStore is for the suite. Where nothing is read while an import runs,
// retired generations need not be waited for; and a busy machine may take its
// time to plan a statement.
func newStore(t testing.TB) store.Store {
	return fresh(t, func(o *neostore.Options) {
		o.ReadTimeout, o.Drain = time.Minute, time.Millisecond
		if strings.Contains(t.Name(), "undisturbed") {
			o.ReadTimeout, o.Drain = 2*time.Second, 2*time.Second
		}
	})
}

func TestConformance(t *testing.T) { storetest.Run(t, storetest.Options{New: newStore}) }
