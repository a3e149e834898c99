// Command neo4j starts a real Neo4j for as long as another command runs, and
// tells that one by its environment where it is:
//
//	go run ./scripts/neo4j bin/citygraph import
//
// It needs a JDK and Maven (see package neo4jtest). What the database holds is
// gone afterwards.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"citygraph/internal/neo4jtest"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "neo4j: name the command to run")
		os.Exit(2)
	}
	code, err := run(os.Args[1], os.Args[2:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "neo4j:", err)
	}
	os.Exit(code)
}

// run returns the command's exit code.
func run(name string, args []string) (int, error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM) // the command ends by them, and then we do
	s, err := neo4jtest.Launch()
	if err != nil {
		return 1, err
	}
	defer s.End()
	fmt.Fprintf(os.Stderr, "neo4j: Neo4j %s at %s, user %s, password %s\n", neo4jtest.Version(), s.URI, s.Username, s.Password)
	cmd := exec.Command(name, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Env = append(os.Environ(), "CITYGRAPH_STORE="+s.URI, "NEO4J_USERNAME="+s.Username, "NEO4J_PASSWORD="+s.Password)
	if err := cmd.Start(); err != nil {
		return 1, err
	}
	go func() {
		for sig := range signals {
			_ = cmd.Process.Signal(sig) // it may have ended
		}
	}()
	err = cmd.Wait()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	return 0, err
}
