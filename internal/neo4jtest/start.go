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
	"time"
)

// startTime is how long a server may take to answer.
const startTime = 2 * time.Minute

// settings are what differs from Neo4j's own, and why.
var settings = []string{
	// Little is stored, and often deleted.
	"server.memory.pagecache.size=64m",
	"db.tx_log.preallocate=false",
	"db.store.files.preallocate=false",
	// Plans take most of the time of tests: one for each text, made once, whatever
	// the length of its parameters and the growth of the data.
	"internal.cypher.use_parameter_size=false",
	"dbms.cypher.statistics_divergence_threshold=1.0",
	"dbms.cypher.min_replan_interval=1h",
	// A stop waits ten seconds for clients that might still come.
	"internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
	"internal.dbms.bolt.netty_server_shutdown_timeout=1s",
	"db.shutdown_transaction_end_timeout=1s",
}

// running is a server's process.
type running struct {
	process *os.Process
	input   io.WriteCloser // the server ends with it
	lines   chan string    // of its output
	ended   chan struct{}
}

// launch starts a server on its home folder and waits until it answers.
func (s *Server) launch() error {
	cp, err := classpath()
	if err != nil {
		return err
	}
	java := exec.Command("java", slices.Concat(
		[]string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-cp", cp, "Launcher", s.home, strconv.Itoa(s.port), s.Password},
		settings)...)
	apart(java)
	errors, err := os.Create(filepath.Join(s.home, "stderr.txt"))
	if err != nil {
		return err
	}
	defer func() { _ = errors.Close() }()
	java.Stderr = errors
	r, err := run(java)
	if err != nil {
		return err
	}
	s.running = r
	return s.await()
}

func run(cmd *exec.Cmd) (*running, error) {
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	r := &running{process: cmd.Process, input: input, lines: make(chan string, 10), ended: make(chan struct{})}
	go r.watch(cmd, output)
	return r, nil
}

// watch reads what a server says until it ends.
func (r *running) watch(cmd *exec.Cmd, output io.Reader) {
	for in := bufio.NewScanner(output); in.Scan(); {
		select {
		case r.lines <- in.Text():
		default: // nobody has asked for it
		}
	}
	_ = cmd.Wait() // how it ended is told by who ended it
	close(r.ended)
}

func (s *Server) await() error {
	port, err := s.running.says("READY ")
	if err == nil {
		s.port, err = strconv.Atoi(port)
		s.URI = "bolt://127.0.0.1:" + port
		return err
	}
	_ = s.running.process.Kill()
	<-s.running.ended
	text, _ := os.ReadFile(filepath.Join(s.home, "stderr.txt"))
	return fmt.Errorf("Neo4j did not start: %w\n%s", err, text)
}

// says waits for a line that begins so and returns the rest of it.
func (r *running) says(begin string) (string, error) {
	timeout := time.After(startTime)
	for {
		select {
		case line := <-r.lines:
			if rest, ok := strings.CutPrefix(line, begin); ok {
				return rest, nil
			}
			if why, ok := strings.CutPrefix(line, "FAILED "); ok {
				return "", errors.New(why)
			}
		case <-r.ended:
			return "", errors.New("it ended")
		case <-timeout:
			return "", fmt.Errorf("it said nothing within %s", startTime)
		}
	}
}
