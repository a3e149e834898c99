//go:build unix

package neo4jtest

import (
	"os"
	"syscall"
)

var (
	signalPause    os.Signal = syscall.SIGSTOP
	signalContinue os.Signal = syscall.SIGCONT
	signalStop     os.Signal = syscall.SIGTERM
)

// lock waits until no other process holds the lock file.
func lock(file string) (unlock func(), err error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		_ = f.Close()
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}
