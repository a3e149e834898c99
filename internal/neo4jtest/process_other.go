//go:build !unix

package neo4jtest

import (
	"os"
	"os/exec"
)

// Elsewhere a server cannot be paused, and is killed where it should stop.
var (
	signalPause    os.Signal
	signalContinue os.Signal
	signalStop     = os.Kill
)

func apart(*exec.Cmd) {}

// lock does nothing here: processes that run at once may get in each other's way.
func lock(string) (unlock func(), err error) { return func() {}, nil }
