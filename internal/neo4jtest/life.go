package neo4jtest

import (
	"errors"
	"fmt"
	"os"
	"testing"
)

var errNotOwned = errors.New("the server was not started by this test")

// Start starts the server again after Stop or Kill, with the same port and data.
func (s *Server) Start() error {
	if !s.Owned() {
		return errNotOwned
	}
	return s.launch()
}

// Stop ends the server in order.
func (s *Server) Stop() error { return s.over(signalStop) }

// Kill ends the server as kill -9 does.
func (s *Server) Kill() error { return s.over(os.Kill) }

// Set changes a setting that can be changed while the server runs; when the test
// ends it is empty again.
func (s *Server) Set(t testing.TB, setting, value string) {
	t.Helper()
	set := func(value string) error {
		if !s.Owned() {
			return errNotOwned
		}
		if _, err := fmt.Fprintf(s.running.input, "%s=%s\n", setting, value); err != nil {
			return err
		}
		_, err := s.running.says("DONE")
		return err
	}
	t.Cleanup(func() {
		if err := set(""); err != nil {
			t.Errorf("%s: %v", setting, err)
		}
	})
	if err := set(value); err != nil {
		t.Fatalf("%s=%s: %v", setting, value, err)
	}
}

// End ends the server for good and deletes its data.
func (s *Server) End() {
	_ = s.Kill()
	_ = s.running.input.Close()
	_ = os.RemoveAll(s.home)
}

func (s *Server) over(with os.Signal) error {
	if err := s.signal(with); err != nil {
		return err
	}
	<-s.running.ended // a paused one ends by Kill alone
	s.guard.dismiss()
	s.guard = nil
	return nil
}

func (s *Server) signal(with os.Signal) error {
	if !s.Owned() {
		return errNotOwned
	}
	if with == nil {
		return errors.ErrUnsupported
	}
	return s.running.process.Signal(with)
}

// mend has a server run again that a test has left otherwise.
func (s *Server) mend() error {
	select {
	case <-s.running.ended:
		return s.Start()
	default:
	}
	if s.guard != nil {
		return s.Continue()
	}
	return nil
}
