package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"citygraph/seed"
)

func TestMain(m *testing.M) {
	sharedServer := goleak.IgnoreAnyFunction("citygraph/internal/neo4jtest.(*running).watch") // ends with us
	goleak.VerifyTestMain(m, sharedServer)
}

// result is what one run of the program left.
type result struct {
	code           int
	stdout, stderr string
}

// runOnce runs the program to its end.
func runOnce(t *testing.T, args ...string) result {
	t.Helper()
	var stdout, stderr syncBuffer
	p := &program{stdout: &stdout, stderr: &stderr}
	code := p.run(t.Context(), args)
	return result{code, stdout.String(), stderr.String()}
}

// serving is a program that serves, with its own listener and output.
type serving struct {
	t              *testing.T
	stdout, stderr *syncBuffer
	url            string
	stop           func() int // stops it and returns its exit code; further calls return the same
}

var listening = regexp.MustCompile(`(?m)^listening addr=(\S+)$`)

// serve runs `citygraph serve` on a free port until it says its address.
func serve(t *testing.T, args ...string) *serving {
	t.Helper()
	s := &serving{t: t, stdout: &syncBuffer{}, stderr: &syncBuffer{}}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	p := &program{stdout: s.stdout, stderr: s.stderr}
	go func() { ended <- p.run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)) }()
	s.stop = sync.OnceValue(func() int {
		cancel()
		http.DefaultClient.CloseIdleConnections()
		return <-ended
	})
	t.Cleanup(func() { s.stop() })
	s.eventually("it says its address", func() bool { return listening.MatchString(s.stdout.String()) })
	s.url = "http://" + listening.FindStringSubmatch(s.stdout.String())[1]
	return s
}

func (s *serving) eventually(what string, ok func() bool) {
	s.t.Helper()
	for range 3000 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatalf("not within half a minute: %s\nstdout: %s\nstderr: %s", what, s.stdout, s.stderr)
}

func (s *serving) get(path string) (int, string) {
	s.t.Helper()
	resp, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// version is the dataset's version as a question answers it.
func (s *serving) version() string {
	s.t.Helper()
	_, body := s.get("/graphql?query=%7Bdataset%7Bversion%7D%7D")
	var a struct {
		Data struct{ Dataset struct{ Version string } }
	}
	if err := json.Unmarshal([]byte(body), &a); err != nil || a.Data.Dataset.Version == "" {
		s.t.Fatalf("%v: %s", err, body)
	}
	return a.Data.Dataset.Version
}

// copySeed returns a folder with the dataset in the program.
func copySeed(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dataset")
	if err := os.CopyFS(dir, seed.FS); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces was by is in a file, once.
func edit(t *testing.T, path, was, is string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), was) {
		t.Fatalf("%s has no %q", path, was)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), was, is, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

var versionEntry = regexp.MustCompile(`"version": "[^"]*"`)

// setVersion changes the dataset's version, and so its revision.
func setVersion(t *testing.T, dir, version string) {
	t.Helper()
	path := filepath.Join(dir, "datapackage.json")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	edit(t, path, versionEntry.FindString(string(text)), `"version": "`+version+`"`)
}

func TestServeTheSeed(t *testing.T) {
	s := serve(t)
	if line := s.stdout.String(); !strings.HasPrefix(line, "citygraph ") || !strings.Contains(line, " at "+s.url+"/playground\n") {
		t.Errorf("it says %q", line)
	}
	if code, body := s.get("/readyz"); code != 200 {
		t.Errorf("/readyz: %d %s", code, body)
	}
	if v := s.version(); v == "" {
		t.Error("no version")
	}
	if code := s.stop(); code != exitDone {
		t.Errorf("exit code %d: %s", code, s.stderr)
	}
}

func TestServeFromTheEnvironment(t *testing.T) {
	dir := copySeed(t)
	setVersion(t, dir, "77.0.0")
	t.Setenv("CITYGRAPH_DATA", dir)
	t.Setenv("CITYGRAPH_STORE", "memory")
	t.Setenv("CITYGRAPH_LOG", "json")
	s := serve(t)
	if v := s.version(); v != "77.0.0" {
		t.Errorf("version %q", v)
	}
	s.stop()
	var line struct{ Msg string }
	first, _, _ := strings.Cut(s.stderr.String(), "\n")
	if err := json.Unmarshal([]byte(first), &line); err != nil || line.Msg == "" {
		t.Errorf("the log is not JSON: %q", first)
	}
}

func TestReloadBySignal(t *testing.T) {
	dir := copySeed(t)
	s := serve(t, "--data", dir)
	setVersion(t, dir, "78.0.0")
	hangUp(t)
	s.eventually("the new version is served", func() bool { return s.version() == "78.0.0" })

	// A dataset that does not pass lint is refused, and why is told.
	members := filepath.Join(dir, "edges", "member-of.csv")
	edit(t, members, "city:berlin", "city:nowhere-at-all")
	setVersion(t, dir, "79.0.0")
	hangUp(t)
	s.eventually("/readyz says why", func() bool {
		code, body := s.get("/readyz")
		return code == 200 && strings.Contains(body, "does not pass lint") && strings.Contains(body, ".csv:")
	})
	if v := s.version(); v != "78.0.0" {
		t.Errorf("version %q after a failed reload", v)
	}
	if !strings.Contains(s.stderr.String(), "does not pass lint") {
		t.Errorf("the log does not say why: %s", s.stderr)
	}

	edit(t, members, "city:nowhere-at-all", "city:berlin")
	hangUp(t)
	s.eventually("the mended version is served", func() bool { return s.version() == "79.0.0" })
}

func hangUp(t *testing.T) {
	t.Helper()
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
}

func TestReloadByWatch(t *testing.T) {
	dir := copySeed(t)
	s := serve(t, "--data", dir, "--watch")
	version := "80.0.0"
	s.eventually("the watch sees a change", func() bool {
		setVersion(t, dir, version) // again until the watch has begun
		time.Sleep(2 * quiet)
		return s.version() == version
	})
}

// TestUnfit has a row for everything that keeps the program from beginning.
func TestUnfit(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	broken := copySeed(t)
	edit(t, filepath.Join(broken, "edges", "member-of.csv"), "city:berlin", "city:nowhere-at-all")
	rows := []struct {
		name string
		args []string
		says []string
	}{
		{"no command", nil, []string{"serve", "--help"}},
		{"unknown command", []string{"serv"}, []string{"serv"}},
		{"unknown flag", []string{"serve", "--port", "1"}, []string{"--port"}},
		{"unknown store", []string{"serve", "--store", "sqlite"}, []string{`"sqlite"`, "memory"}},
		{"neo4j with data", []string{"serve", "--store", "bolt://localhost", "--data", "x"}, []string{"exclude each other"}},
		{"watch without data", []string{"serve", "--watch"}, []string{"--data"}},
		{"address taken", []string{"serve", "--addr", taken.Addr().String()}, []string{taken.Addr().String(), "--addr"}},
		{"no such folder", []string{"serve", "--addr", "127.0.0.1:0", "--data", "/no/such/folder"}, []string{"/no/such/folder"}},
		{"empty folder", []string{"serve", "--addr", "127.0.0.1:0", "--data", t.TempDir()}, []string{"datapackage.json"}},
		{"findings", []string{"serve", "--addr", "127.0.0.1:0", "--data", broken}, []string{"edges/member-of.csv:", "nowhere-at-all", "mend:", "nothing is served"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := runOnce(t, row.args...)
			if got.code != exitUnfit || got.stdout != "" {
				t.Errorf("exit code %d, stdout %q", got.code, got.stdout)
			}
			for _, want := range row.says {
				if !strings.Contains(got.stderr, want) {
					t.Errorf("stderr lacks %q: %s", want, got.stderr)
				}
			}
		})
	}
}

func TestHelpAndVersion(t *testing.T) {
	got := runOnce(t, "serve", "--help")
	if got.code != exitDone || !strings.Contains(got.stdout, "CITYGRAPH_ADDR") || got.stderr != "" {
		t.Errorf("help: %+v", got)
	}
	got = runOnce(t, "version")
	if got.code != exitDone || !regexp.MustCompile(`(?m)^dataset .*\b[0-9a-f]{64}$`).MatchString(got.stdout) || !strings.Contains(got.stdout, "go1.") {
		t.Errorf("version: %+v", got)
	}
}

// syncBuffer is output that tests read while it is written.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
