package server_test

import (
	"context"
	"errors"
	"iter"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/internal/server"
	"citygraph/internal/store"
)

// shared is a real store as several servers share one: it can stop answering,
// and stop keeping the revisions that were opened so far.
type shared struct {
	store.Store
	down atomic.Bool
	kept atomic.Int32 // the number of the oldest generation that is kept
	held atomic.Int32 // of the newest
}

var errDown = kg.Errorf(kg.CodeUnavailable, "the database does not answer").WithCause(errors.New("dial tcp 10.0.0.1"))

func (s *shared) Open(ctx context.Context) (store.Reader, error) {
	r, err := s.Store.Open(ctx)
	n := s.held.Load()
	return faultyReader{sharedReader{r, s, n}, func(context.Context) error { return s.fail(n) }}, err
}

func (s *shared) fail(generation int32) error {
	switch {
	case s.down.Load():
		return errDown
	case generation < s.kept.Load():
		return store.Gone()
	}
	return nil
}

// hold commits the dataset under a version; drop forgets what was before it.
func (s *shared) hold(t *testing.T, version string, drop bool) {
	t.Helper()
	if _, err := dataset.Import(t.Context(), readSeed(t, version), s.Store); err != nil {
		t.Fatal(err)
	}
	n := s.held.Add(1)
	if drop {
		s.kept.Store(n)
	}
}

type sharedReader struct {
	store.Reader
	shared     *shared
	generation int32
}

func (r sharedReader) Info(ctx context.Context) (store.Info, error) {
	if err := r.shared.fail(r.generation); err != nil {
		return store.Info{}, err
	}
	return r.Reader.Info(ctx)
}

func (r sharedReader) Scan(ctx context.Context, s store.Scope) iter.Seq2[kg.Record, error] {
	if err := r.shared.fail(r.generation); err != nil {
		return func(yield func(kg.Record, error) bool) { yield(nil, err) }
	}
	return r.Reader.Scan(ctx, s)
}

// following is a server that follows a shared store.
func following(t *testing.T, st *shared, every time.Duration) *running {
	t.Helper()
	r := start(t, server.Options{Load: func(ctx context.Context) (server.Graph, error) {
		return server.Open(ctx, st, slog.New(slog.DiscardHandler))
	}})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Follow(ctx, st, every)
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
	return r
}

const versionQuery = "{ dataset { version } cities(first: 1) { totalCount } }"

func (r *running) serves(version string) bool {
	got := r.ask(versionQuery)
	return got.StatusCode == http.StatusOK && strings.Contains(got.body, `{"version":"`+version+`"}`)
}

func TestFollow(t *testing.T) {
	st := &shared{Store: seedStore(t, "1.0.0")}
	st.down.Store(true)
	r := following(t, st, 5*time.Millisecond)
	status := func(code int, says string) func() bool {
		return func() bool {
			got := r.do("GET", "/readyz", "")
			return got.StatusCode == code && strings.Contains(got.body, says)
		}
	}

	eventually(t, "/readyz tells of a store that does not answer", status(503, `"status":"unavailable"`))
	if got := r.ask(versionQuery); got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" {
		t.Errorf("before the store answers: %d %s", got.StatusCode, got.body)
	}
	st.down.Store(false)
	eventually(t, "the dataset is served", func() bool { return r.serves("1.0.0") })
	eventually(t, "/readyz is content", status(200, `"status":"ready"`))

	st.down.Store(true)
	eventually(t, "/readyz tells of a store that has stopped answering", status(503, "the database does not answer"))
	if got := r.do("GET", "/readyz", ""); strings.Contains(got.body, "10.0.0.1") {
		t.Errorf("/readyz names a host behind the server: %s", got.body)
	}
	got := r.ask(versionQuery)
	if got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" || strings.Contains(got.body, `"data"`) ||
		strings.Contains(got.body, "10.0.0.1") || got.Header.Get("Retry-After") == "" {
		t.Errorf("while it does not: %d %s", got.StatusCode, got.body)
	}
	for _, file := range []string{"/export/dataset.jsonl", "/export/dataset.csv.zip"} {
		if got := r.do("GET", file, ""); got.StatusCode != http.StatusServiceUnavailable || got.Header.Get("ETag") != "" || got.Header.Get("Content-Disposition") != "" {
			t.Errorf("%s while it does not: %d %v", file, got.StatusCode, got.Header)
		}
	}
	st.down.Store(false)
	eventually(t, "/readyz is content again", status(200, `"status":"ready"`))
	if !r.serves("1.0.0") {
		t.Error("it does not answer again")
	}

	st.hold(t, "2.0.0", false)
	eventually(t, "what was committed is served", func() bool { return r.serves("2.0.0") })
	log := r.log.String()
	if n := strings.Count(log, "does not answer, trying on"); n != 2 {
		t.Errorf("the log tells %d times of two outages:\n%s", n, log)
	}
}

// TestNoPartialAnswer fails the second read of an answer: what the first gave must
// not go out alone.
func TestNoPartialAnswer(t *testing.T) {
	var calls atomic.Int32
	r := startReal(t, nil, faulty{seedStore(t, "1.0.0"), func(context.Context) error {
		if calls.Add(1) > 1 {
			return errDown
		}
		return nil
	}})
	got := r.ask(berlin, "Accept: application/graphql-response+json")
	if got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" || strings.Contains(got.body, "Berlin") {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}

// TestGoneRevision asks a revision that the store has dropped: the question
// starts once more on the one that took its place, with its ETag.
func TestGoneRevision(t *testing.T) {
	st := &shared{Store: seedStore(t, "1.0.0")}
	r := following(t, st, 300*time.Millisecond)
	eventually(t, "the dataset is served", func() bool { return r.serves("1.0.0") })
	before := r.do("GET", "/graphql?query=%7Bcities%7BtotalCount%7D%7D", "")
	st.hold(t, "2.0.0", true)
	got := r.do("GET", "/graphql?query=%7Bcities%7BtotalCount%7D%7D", "")
	if got.StatusCode != http.StatusOK || got.parse(t).Extensions.Dataset.Version != "2.0.0" || got.Header.Get("Retry-After") != "" ||
		got.Header.Get("ETag") == before.Header.Get("ETag") || got.Header.Get("ETag") == "" {
		t.Errorf("%d %v %s", got.StatusCode, got.Header, got.body)
	}
}

// TestGoneAndBack drops a revision whose content comes back: the new generation
// has the same revision, but only it can be read.
func TestGoneAndBack(t *testing.T) {
	st := &shared{Store: seedStore(t, "1.0.0")}
	r := following(t, st, 300*time.Millisecond)
	eventually(t, "the dataset is served", func() bool { return r.serves("1.0.0") })
	st.hold(t, "2.0.0", true)
	st.hold(t, "1.0.0", true)
	if !r.serves("1.0.0") {
		t.Error("the same revision of another generation is not served")
	}
}

// TestGoneForGood has nothing to start again with within the request's time.
func TestGoneForGood(t *testing.T) {
	st := &shared{Store: seedStore(t, "1.0.0")}
	r := startReal(t, func(o *server.Options) {
		o.Timeouts = server.DefaultTimeouts
		o.Timeouts.Request = 100 * time.Millisecond
	}, st)
	st.hold(t, "2.0.0", true)
	got := r.ask(versionQuery)
	if got.StatusCode != http.StatusServiceUnavailable || got.code(t) != "unavailable" || strings.Contains(got.body, `"data"`) {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
}
