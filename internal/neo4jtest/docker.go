package neo4jtest

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// dockerAnswers tells whether a Docker engine is there.
func dockerAnswers() bool {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return exec.CommandContext(ctx, "docker", "info").Run() == nil
}

// startDocker starts the official image. Such a server cannot be stopped by
// tests; it ends with this process, since the shell in the container waits for
// the end of our pipe.
func startDocker() (*Server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		return nil, err
	}
	const inside = `/startup/docker-entrypoint.sh neo4j >&2 & server=$!; cat >/dev/null; kill "$server"; wait`
	docker := exec.Command("docker", "run", "--rm", "-i", "-p", "127.0.0.1:"+strconv.Itoa(port)+":7687",
		"-e", "NEO4J_AUTH=none", "--entrypoint", "sh", "neo4j:"+Version()+"-community", "-c", inside)
	docker.Stderr = os.Stderr
	input, err := docker.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := docker.Start(); err != nil {
		return nil, err
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = docker.Wait() // a container that ended early is told by answers
	}()
	s := &Server{URI: "bolt://127.0.0.1:" + strconv.Itoa(port), process: docker.Process, input: input, done: done}
	if err := s.answers(fetchTime); err != nil { // the image may have to be fetched
		_ = input.Close()
		return nil, err
	}
	return s, nil
}

// answers waits until the server answers.
func (s *Server) answers(within time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(s.URI, s.auth())
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	for {
		if err = driver.VerifyConnectivity(ctx); err == nil {
			return nil
		}
		select {
		case <-s.done:
			return fmt.Errorf("the container of Neo4j ended: %w", err)
		case <-ctx.Done():
			return fmt.Errorf("the container of Neo4j did not answer within %s: %w", within, err)
		case <-time.After(500 * time.Millisecond):
		}
	}
}
