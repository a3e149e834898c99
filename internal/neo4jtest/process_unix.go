//go:build unix

package neo4jtest

import (
	"os"
	"os/exec"
	"syscall"
)

var (
	signalPause    os.Signal = syscall.SIGSTOP
	signalContinue os.Signal = syscall.SIGCONT
	signalStop     os.Signal = syscall.SIGTERM
)

// apart has a program not be interrupted from the keyboard with us: it ends after
// us, by the end of its input.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

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
