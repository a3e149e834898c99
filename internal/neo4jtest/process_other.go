//go:build !unix

package neo4jtest

import "os"

// Elsewhere a server cannot be paused, and is killed where it should stop.
var (
	signalPause    os.Signal
	signalContinue os.Signal
	signalStop     = os.Kill
)

// lock does nothing here: processes that fetch at once may both do it.
func lock(string) (unlock func(), err error) { return func() {}, nil }
