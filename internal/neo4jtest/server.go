package neo4jtest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// startTime is how long a server may take to answer.
const startTime = 2 * time.Minute

// Server is a Neo4j that tests talk to.
type Server struct {
	URI      string // bolt://127.0.0.1:…
	Username string // "" where the server asks for none
	Password string

	home     string // "" for a server that was not started here
	password string
	settings []string
	port     int
	process  *os.Process
	input    io.Closer // the server ends with it
	guard    io.WriteCloser
	done     chan struct{}
}

// Config says how a server of a test's own is started.
type Config struct {
	Password string   // "" switches authentication off; PasswordFirst leaves the one to be changed
	Settings []string // lines of neo4j.conf, such as "server.databases.default_to_read_only=true"
}

// PasswordFirst is the Config.Password of a server that nobody has logged in to
// yet: its user neo4j has the password neo4j and must change it.
const PasswordFirst = "first"

// errAbsent is what this machine has not, so that no server can be started.
var errAbsent = errors.New("a JDK of Java 17 or later and Maven are needed, or CITYGRAPH_TEST_NEO4J that names a server")

var shared = sync.OnceValues(func() (*Server, error) {
	if uri := os.Getenv("CITYGRAPH_TEST_NEO4J"); uri != "" {
		return &Server{
			URI: uri, Username: os.Getenv("CITYGRAPH_TEST_NEO4J_USERNAME"), Password: os.Getenv("CITYGRAPH_TEST_NEO4J_PASSWORD"),
		}, nil
	}
	s, err := start(Config{})
	if errors.Is(err, errAbsent) && dockerAnswers() {
		return startDocker()
	}
	return s, err
})

// Shared returns the one server of this test process, which is started when
// first asked for. Without one the test is skipped, or fails where one is
// required.
func Shared(t testing.TB) *Server {
	t.Helper()
	notShort(t)
	s, err := shared()
	if err != nil {
		missing(t, err)
	}
	return s
}

// New starts a server that is this test's own, may be stopped, and ends with
// the test.
func New(t testing.TB, c Config) *Server {
	t.Helper()
	notShort(t)
	s, err := start(c)
	if err != nil {
		missing(t, err)
	}
	t.Cleanup(s.end)
	return s
}

func notShort(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("NO NEO4J under -short")
	}
}

// missing skips where there can be no server. One that should start and does
// not is a failure.
func missing(t testing.TB, err error) {
	t.Helper()
	if os.Getenv("CITYGRAPH_REQUIRE_NEO4J") != "" || !errors.Is(err, errAbsent) {
		t.Fatalf("NO NEO4J: %v", err)
	}
	t.Skipf("NO NEO4J: these tests did not run: %v", err)
}

func start(c Config) (*Server, error) {
	home, err := os.MkdirTemp("", "citygraph-neo4j-")
	if err != nil {
		return nil, err
	}
	s := &Server{home: home, password: "-", settings: c.Settings}
	switch c.Password {
	case "":
	case PasswordFirst:
		s.Username, s.Password, s.password = "neo4j", "neo4j", PasswordFirst
	default:
		s.Username, s.Password, s.password = "neo4j", c.Password, c.Password
	}
	if err := s.Start(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	return s, nil
}

// Start starts the server again after Stop or Kill, with the same port and data.
func (s *Server) Start() error {
	lib, err := ready()
	if err != nil {
		return err
	}
	source := filepath.Join(s.home, "Launcher.java")
	if err := os.WriteFile(source, launcher, 0o600); err != nil {
		return err
	}
	// Few of its methods run long enough to be worth the second compiler.
	java := exec.Command("java", slices.Concat(
		[]string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-cp", lib + string(os.PathSeparator) + "*", source, s.home, strconv.Itoa(s.port), s.password},
		s.settings)...)
	log, err := os.Create(filepath.Join(s.home, "stderr.txt"))
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	java.Stderr = log
	input, err := java.StdinPipe()
	if err != nil {
		return err
	}
	output, err := java.StdoutPipe()
	if err != nil {
		return err
	}
	if err := java.Start(); err != nil {
		return err
	}
	done := make(chan struct{})
	s.process, s.input, s.done = java.Process, input, done
	lines := make(chan string, 1)
	go func() {
		defer close(done)
		in := bufio.NewScanner(output)
		for in.Scan() {
			if port, ok := strings.CutPrefix(in.Text(), "READY "); ok {
				lines <- port
			}
		}
		_ = java.Wait() // how it ended is told by who ended it
	}()
	return s.await(lines)
}

func (s *Server) await(lines <-chan string) error {
	select {
	case port := <-lines:
		n, err := strconv.Atoi(port)
		s.port, s.URI = n, "bolt://127.0.0.1:"+port
		return err
	case <-s.done:
	case <-time.After(startTime):
		_ = s.process.Kill()
	}
	text, _ := os.ReadFile(filepath.Join(s.home, "stderr.txt"))
	return fmt.Errorf("Neo4j did not start:\n%s", text)
}

// Owned reports whether the server was started here and may be stopped.
func (s *Server) Owned() bool { return s.home != "" }

var errNotOwned = errors.New("the server was not started by this test")

// Stop ends the server in order.
func (s *Server) Stop() error { return s.over(signalStop) }

// Kill ends the server as kill -9 does.
func (s *Server) Kill() error { return s.over(os.Kill) }

func (s *Server) over(with os.Signal) error {
	if err := s.signal(with); err != nil {
		return err
	}
	<-s.done
	return nil
}

func (s *Server) signal(with os.Signal) error {
	if !s.Owned() {
		return errNotOwned
	}
	if with == nil {
		return errors.ErrUnsupported
	}
	return s.process.Signal(with)
}

// end ends the server for good and deletes its data.
func (s *Server) end() {
	_ = s.process.Kill() // also one that is paused
	<-s.done
	s.unguard()
	_ = s.input.Close()
	_ = os.RemoveAll(s.home)
}
