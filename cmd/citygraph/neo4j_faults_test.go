package main

import (
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"citygraph/internal/neo4jtest"
	"citygraph/internal/server"
)

// wire stands between the program and Neo4j, and can cut and slow what goes
// through it.
type wire struct {
	ln   net.Listener
	to   string
	slow atomic.Int64 // nanoseconds that each piece waits
	wg   sync.WaitGroup

	mu    sync.Mutex
	conns []net.Conn
}

func newWire(t *testing.T, to string) *wire {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{ln: ln, to: to}
	w.wg.Go(func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			w.wg.Go(func() { w.join(conn) })
		}
	})
	t.Cleanup(func() {
		_ = ln.Close()
		w.cut()
		w.wg.Wait()
	})
	return w
}

func (w *wire) join(near net.Conn) {
	defer near.Close()
	far, err := net.Dial("tcp", w.to)
	if err != nil {
		return
	}
	defer far.Close()
	w.mu.Lock()
	w.conns = append(w.conns, near, far)
	w.mu.Unlock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.carry(far, near)
	}()
	w.carry(near, far)
	<-done
}

// carry copies until one end closes, then closes both.
func (w *wire) carry(to, from net.Conn) {
	defer to.Close()
	defer from.Close()
	buf := make([]byte, 16<<10)
	for {
		n, err := from.Read(buf)
		time.Sleep(time.Duration(w.slow.Load()))
		if _, e := to.Write(buf[:n]); err != nil || e != nil {
			return
		}
	}
}

// cut ends every connection there is, with a reset.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, conn := range w.conns {
		_ = conn.(*net.TCPConn).SetLinger(0)
		_ = conn.Close()
	}
	w.conns = nil
}

// visitors ask questions all the time and hold every answer to be whole, of one
// revision and right, or to say that there is none.
type visitors struct {
	t        *testing.T
	url      string
	right    map[string]bool // by question and answer
	answered atomic.Int64    // rightly
	refused  atomic.Int64
	slowest  atomic.Int64 // nanoseconds
	wrong    atomic.Int64
}

// deadline is how long an answer may take: the request's, and some for a machine
// that has much to do.
var deadline = server.DefaultTimeouts.Request + 3*time.Second

func (l *visitors) ask(query string) {
	start := time.Now()
	status, body, err := post(l.url, query)
	if took := int64(time.Since(start)); took > l.slowest.Load() {
		l.slowest.Store(took)
	}
	switch {
	case err != nil:
		l.t.Errorf("no answer at all: %v", err)
	case status == http.StatusOK && l.right[query+body]:
		l.answered.Add(1)
	case status == http.StatusServiceUnavailable && isUnavailable(body):
		l.refused.Add(1)
	case l.wrong.Add(1) <= 5: // and then enough is told
		l.t.Errorf("neither right nor unavailable: %d %s", status, body)
	}
}

func isUnavailable(body string) bool {
	var a struct {
		Data   json.RawMessage
		Errors []struct{ Extensions struct{ Code string } }
	}
	return json.Unmarshal([]byte(body), &a) == nil && a.Data == nil && len(a.Errors) == 1 && a.Errors[0].Extensions.Code == "unavailable"
}

// run asks from several sides until the function that it returns is called.
func (l *visitors) run(queries []string) (stop func()) {
	done := make(chan struct{})
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for n := i; ; n++ {
				select {
				case <-done:
					return
				default:
					l.ask(queries[n%len(queries)])
					time.Sleep(20 * time.Millisecond) // others work here, too
				}
			}
		})
	}
	return sync.OnceFunc(func() {
		close(done)
		wg.Wait()
	})
}

// learn adds what a server that has all in memory answers.
func (l *visitors) learn(queries []string, args ...string) {
	l.t.Helper()
	s := serve(l.t, args...)
	for _, q := range queries {
		status, body, err := post(s.url, q)
		if err != nil || status != http.StatusOK {
			l.t.Fatalf("%v, %d %s", err, status, body)
		}
		l.right[q+body] = true
	}
	s.stop()
}

// within waits longer than eventually does.
func (s *serving) within(d time.Duration, what string, ok func() bool) {
	s.t.Helper()
	for end := time.Now().Add(d); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok() {
			return
		}
	}
	_, body := s.get("/readyz")
	s.t.Fatalf("not within %s: %s\n/readyz: %s\nstderr: %s", d, what, body, s.stderr)
}

func (s *serving) readiness(code int, says string) func() bool {
	return func() bool {
		got, body := s.get("/readyz")
		return got == code && strings.Contains(body, says)
	}
}

// TestNeo4jFaults breaks a real Neo4j in every way while it is asked.
func TestNeo4jFaults(t *testing.T) {
	db := emptyNeo4j(t, neo4jtest.Breakable(t))
	w := newWire(t, strings.TrimPrefix(db.URI, "bolt://"))
	s := serve(t, "--store", "bolt://"+w.ln.Addr().String())

	// It begins without a dataset, and finds one by itself.
	if out := s.stdout.String(); !strings.Contains(out, "waiting for a dataset") {
		t.Errorf("it says %q", out)
	}
	s.eventually("/readyz says that there is no dataset", s.readiness(503, "holds no dataset yet"))
	if status, body, err := post(s.url, "{ dataset { version } }"); err != nil || status != 503 || !isUnavailable(body) {
		t.Errorf("%v, %d %s", err, status, body)
	}
	importOK(t, db.URI, "imported ")
	s.eventually("the dataset is served", s.readiness(200, `"ready"`))

	var queries []string
	for _, q := range examples(t) {
		queries = append(queries, q)
	}
	dir := copySeed(t)
	setVersion(t, dir, "82.0.0")
	l := &visitors{t: t, url: s.url, right: map[string]bool{}}
	l.learn(queries)
	l.learn(queries, "--data", dir)
	stop := l.run(queries)
	defer stop()

	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	began := time.Now()
	again := func(after string) { // all is well again
		t.Helper()
		defer func() {
			t.Logf("%s: %s", after, time.Since(began).Round(time.Second))
			began = time.Now()
		}()
		s.within(2*time.Minute, "/readyz is content again", s.readiness(200, `"ready"`))
		n := l.answered.Load()
		s.within(2*time.Minute, "questions are answered again", func() bool { return l.answered.Load() > n+20 })
	}
	again("at first")

	must(db.Kill())
	s.within(deadline, "/readyz tells of a killed server", s.readiness(503, `"unavailable"`))
	must(db.Start())
	again("killed")

	must(db.Pause())
	s.within(2*deadline, "/readyz tells of a paused server", s.readiness(503, `"unavailable"`))
	must(db.Continue())
	again("paused")

	for range 10 {
		w.cut()
		time.Sleep(50 * time.Millisecond)
	}
	again("cut")

	w.slow.Store(int64(100 * time.Millisecond))
	time.Sleep(3 * time.Second)
	w.slow.Store(0)
	again("slow")

	// Versions come and go while it is asked.
	importOK(t, db.URI, "imported ", dir)
	importOK(t, db.URI, "imported ") // and the first is deleted
	again("imports")

	must(db.Stop())
	s.within(deadline, "/readyz tells of a stopped server", s.readiness(503, `"unavailable"`))
	must(db.Start())
	again("stopped")

	stop()
	if l.wrong.Load() > 0 {
		t.Log(s.stderr)
	}
	if slowest := time.Duration(l.slowest.Load()); slowest > deadline {
		t.Errorf("an answer took %s", slowest)
	}
	if l.refused.Load() == 0 {
		t.Error("no fault was felt")
	}
	t.Logf("%d answered, %d unavailable, the slowest in %s", l.answered.Load(), l.refused.Load(), time.Duration(l.slowest.Load()))
}
