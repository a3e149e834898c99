package neo4jtest

import (
	"io"
	"os/exec"
	"strconv"
)

// guard wakes a paused server when this process ends: the server itself, being
// paused, cannot see that.
type guard struct {
	cmd   *exec.Cmd
	input io.Closer
}

// post sets a guard beside a process. It ends when its input does, which is when
// it is dismissed or we are gone.
func post(pid int) (*guard, error) {
	cmd := exec.Command("sh", "-c", `read -r line; kill -CONT "$1"`, "sh", strconv.Itoa(pid))
	apart(cmd)
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	return &guard{cmd, input}, cmd.Start()
}

// dismiss ends a guard, if there is one; the process goes on.
func (g *guard) dismiss() {
	if g != nil {
		_ = g.input.Close()
		_ = g.cmd.Wait() // it may have had nothing to wake
	}
}

// Pause stops the server in its tracks; it keeps its connections.
func (s *Server) Pause() (err error) {
	if !s.Owned() {
		return errNotOwned
	}
	if s.guard, err = post(s.running.process.Pid); err != nil {
		return err
	}
	return s.signal(signalPause)
}

// Continue lets a paused server go on.
func (s *Server) Continue() error {
	if err := s.signal(signalContinue); err != nil {
		return err
	}
	s.guard.dismiss()
	s.guard = nil
	return nil
}
