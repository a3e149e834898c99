package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// event is one line of "go test -json" (see "go doc test2json"); build events carry
// only an action and output.
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
}

// countGoTest counts tests and subtests, and prints the output of what failed and one
// line for each package. A package that fails without a failed test of its own (it does
// not build, it panics, it times out) counts as one failure.
func countGoTest(in io.Reader, out io.Writer) (counts, error) {
	var c counts
	output := map[string]*strings.Builder{} // by package and test, of those still running
	failures := map[string]int{}            // by package
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Fprintln(out, lines.Text()) // not from a test: the go command speaking
			continue
		}
		key := e.Package + "\x00" + e.Test
		switch e.Action {
		case "output", "build-output":
			if e.Action == "build-output" {
				fmt.Fprint(out, e.Output)
				continue
			}
			if output[key] == nil {
				output[key] = &strings.Builder{}
			}
			output[key].WriteString(e.Output)
		case "pass", "fail", "skip":
			text := ""
			if output[key] != nil {
				text = output[key].String()
				delete(output, key)
			}
			c.end(e, text, failures, out)
		}
	}
	return c, lines.Err()
}

// end counts and prints the end of one test, or of a whole package where e names none.
func (c *counts) end(e event, text string, failures map[string]int, out io.Writer) {
	switch {
	case e.Test == "":
		if e.Action == "fail" && failures[e.Package] == 0 {
			c.Failed++
			fmt.Fprint(out, text)
			return
		}
		fmt.Fprint(out, lastLine(text))
	case e.Action == "pass":
		c.Passed++
	case e.Action == "skip":
		c.Skipped++
	default:
		c.Failed++
		failures[e.Package]++
		fmt.Fprint(out, text)
	}
}

// lastLine is a package's own verdict, such as "ok  citygraph/web 0.01s".
func lastLine(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	last := lines[len(lines)-1]
	if strings.Contains(last, "[no test files]") || last == "" {
		return ""
	}
	return last + "\n"
}
