package neostore_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"citygraph/graph/graphtest"
)

// hitsTable is what each example may cost: round trips, and hits of the
// database as PROFILE counts them, when the table was written.
type hitsTable struct {
	allowed map[string][2]int64
	written []string
}

func readHits(t *testing.T) *hitsTable {
	t.Helper()
	h := &hitsTable{allowed: map[string][2]int64{}}
	text, err := os.ReadFile(hitsFile)
	if err != nil && !updating() {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		var name string
		var row [2]int64
		if i == 0 { // the columns' names
			continue
		}
		if _, err := fmt.Sscanf(line, "%s\t%d\t%d", &name, &row[0], &row[1]); err != nil {
			t.Fatalf("%s:%d: %v", hitsFile, i+1, err)
		}
		h.allowed[name] = row
	}
	return h
}

// check leaves room for what the dataset grows by and planners change: a
// quarter more and twenty hits. What costs less than half is told, so that the
// table is written anew.
func (h *hitsTable) check(t *testing.T, name string, trips int, hits int64) {
	t.Helper()
	h.written = append(h.written, fmt.Sprintf("%s\t%d\t%d", name, trips, hits))
	row, ok := h.allowed[name]
	switch most := row[1]*5/4 + 20; {
	case updating():
	case !ok:
		t.Errorf("%s has no line for it: run with -update", hitsFile)
	case hits > most:
		t.Errorf("%d hits, where %s has %d and allows %d", hits, hitsFile, row[1], most)
	case int64(trips) > row[0]:
		t.Errorf("%d round trips instead of %d", trips, row[0])
	case 2*hits < row[1]:
		t.Logf("FAR BELOW: %d hits, where %s has %d: run with -update", hits, hitsFile, row[1])
	}
}

func (h *hitsTable) finish(t *testing.T, examples []graphtest.Example) {
	t.Helper()
	if updating() {
		write(t, hitsFile, "example\tround trips\thits\n"+strings.Join(h.written, "\n")+"\n")
		return
	}
	for name := range h.allowed {
		if !slices.ContainsFunc(examples, func(e graphtest.Example) bool { return e.Name == name }) {
			t.Errorf("%s has a line for %s, which is no example", hitsFile, name)
		}
	}
}
