package neo4jtest_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"citygraph/internal/neo4jtest"
)

func TestWipe(t *testing.T) {
	s := neo4jtest.Shared(t)
	s.Wipe(t)
	s.Run(t, "CREATE (:Left)-[:BEHIND]->(:Left)", nil)
	s.Wipe(t)
	if n := s.Run(t, "MATCH (n) RETURN count(n)", nil)[0].Values[0]; n != int64(0) {
		t.Errorf("%v nodes after a wipe", n)
	}
}

// TestLife: a server comes back at its address with its data, whatever ended it.
func TestLife(t *testing.T) {
	s := neo4jtest.Breakable(t)
	uri := s.URI
	s.Wipe(t)
	s.Run(t, "CREATE (:Kept)", nil)
	for name, end := range map[string]func() error{"stop": s.Stop, "kill": s.Kill} {
		if err := end(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := s.Start(); err != nil {
			t.Fatalf("start after %s: %v", name, err)
		}
		if n := s.Run(t, "MATCH (n:Kept) RETURN count(n)", nil)[0].Values[0]; n != int64(1) || s.URI != uri {
			t.Errorf("after %s: %v nodes at %s, want 1 at %s", name, n, s.URI, uri)
		}
	}
	if err := s.Pause(); err != nil {
		t.Fatal(err)
	}
	if err := s.Continue(); err != nil {
		t.Fatal(err)
	}
	s.Run(t, "RETURN 1", nil)
}

// orphaned is set in the process that TestOrphan ends.
const orphaned = "CITYGRAPH_TEST_ORPHANED"

// homeOf matches the folders of servers, in the folder of temporary files.
const homeOf = "citygraph-neo4j-*"

func TestMain(m *testing.M) {
	if os.Getenv(orphaned) != "" {
		orphan()
		return
	}
	os.Exit(m.Run())
}

// orphan pauses a server and ends as by kill -9.
func orphan() {
	s, err := neo4jtest.Launch()
	if err != nil {
		panic(err)
	}
	if err := s.Pause(); err != nil {
		panic(err)
	}
	homes, err := filepath.Glob(filepath.Join(os.TempDir(), homeOf))
	fmt.Println(len(homes), err)
	self, _ := os.FindProcess(os.Getpid())
	_ = self.Kill()
	select {}
}

// TestOrphan: a server ends with the process that started it, even where that is
// killed while the server is paused.
func TestOrphan(t *testing.T) {
	neo4jtest.Breakable(t) // else there is none to be orphaned
	temporary := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), orphaned+"=yes", "TMPDIR="+temporary)
	out, err := child.CombinedOutput()
	if err == nil || string(out) != "1 <nil>\n" {
		t.Fatalf("%v\n%s", err, out)
	}
	for end := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		left, err := filepath.Glob(filepath.Join(temporary, homeOf))
		if err != nil {
			t.Fatal(err)
		}
		if len(left) == 0 {
			return // the server deletes its data before it ends
		}
		if time.Now().After(end) {
			t.Fatalf("the server goes on: %s", left)
		}
	}
}
