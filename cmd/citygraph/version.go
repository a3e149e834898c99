package main

import (
	"context"
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

// Run prints the versions of the program, of Go, and of the dataset in the
// program with its revision.
func (versionCmd) Run(ctx context.Context, p *program) error {
	fmt.Fprintf(p.stdout, "citygraph %s\n%s %s/%s\n", programVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	d, err := readDataset(ctx, "")
	if err != nil {
		return fmt.Errorf("the dataset in the program: %w", err)
	}
	fmt.Fprintf(p.stdout, "dataset %s %s %s\n", d.Head.Name, d.Head.Version, d.Head.Hash)
	return nil
}
