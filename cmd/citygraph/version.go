package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set by the build: -ldflags "-X main.version=…".
var version = ""

// programVersion returns what the build set, else what Go recorded of the
// module or of the commit, else "dev".
func programVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

type versionCmd struct{}

// Run prints the versions of the program and of Go.
func (versionCmd) Run(p *program) error {
	fmt.Fprintf(p.stdout, "citygraph %s\n%s %s/%s\n", programVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}
