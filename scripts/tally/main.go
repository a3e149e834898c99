// Command tally counts test results, so that one line at the end of a run can say how
// many passed and how many failed, whatever ran them.
//
//	go test -json ./... | tally gotest FILE    print what a reader wants, count into FILE
//	tally vitest REPORT FILE                   count a vitest JSON report into FILE
//	tally playwright REPORT FILE               count a Playwright JSON report into FILE
//	tally one pass|fail FILE                   count one check into FILE
//	tally sum FOLDER                           print "N passed, N failed" over all files
//
// It exits with 1 where something failed or a report cannot be read, with 2 where it was
// called wrongly.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	failed, err := run(os.Args[1:], os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "tally:", err)
		os.Exit(2)
	}
	if failed {
		os.Exit(1)
	}
}

// run does what the arguments say and reports whether anything counted had failed.
func run(args []string, in io.Reader, out io.Writer) (bool, error) {
	var c counts
	var err error
	switch {
	case len(args) == 2 && args[0] == "sum":
		if c, err = sum(args[1]); err != nil {
			return false, err
		}
		_, err = fmt.Fprintln(out, c)
		return c.Failed > 0, err
	case len(args) == 2 && args[0] == "gotest":
		c, err = countGoTest(in, out)
	case len(args) == 3 && args[0] == "vitest":
		c, err = countVitest(args[1])
	case len(args) == 3 && args[0] == "playwright":
		c, err = countPlaywright(args[1])
	case len(args) == 3 && args[0] == "one" && args[1] == "pass":
		c = counts{Passed: 1}
	case len(args) == 3 && args[0] == "one" && args[1] == "fail":
		c = counts{Failed: 1}
	default:
		return false, fmt.Errorf("unknown call %q: see the comment at the head of scripts/tally/main.go", args)
	}
	if err != nil {
		return false, err
	}
	return c.Failed > 0, c.write(args[len(args)-1])
}
