package neo4jtest

import (
	"os/exec"
	"strconv"
)

// Pause stops the server in its tracks; it keeps its connections.
func (s *Server) Pause() error {
	if !s.Owned() {
		return errNotOwned
	}
	// A paused server cannot see that this process is gone; somebody must wake it.
	guard := exec.Command("sh", "-c", `read -r line || kill -CONT "$1"`, "sh", strconv.Itoa(s.process.Pid))
	stdin, err := guard.StdinPipe()
	if err != nil {
		return err
	}
	if err := guard.Start(); err != nil {
		return err
	}
	go func() { _ = guard.Wait() }() // it ends by unguard, or after us
	s.guard = stdin
	return s.signal(signalPause)
}

// Continue lets a paused server go on.
func (s *Server) Continue() error {
	defer s.unguard()
	return s.signal(signalContinue)
}

// unguard sends the guard away.
func (s *Server) unguard() {
	if s.guard != nil {
		_, _ = s.guard.Write([]byte("\n"))
		_ = s.guard.Close()
		s.guard = nil
	}
}
