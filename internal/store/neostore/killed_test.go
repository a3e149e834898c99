package neostore_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/internal/kg"
	"citygraph/internal/neo4jtest"
	"citygraph/internal/store"
	"citygraph/internal/store/neostore"
	"citygraph/internal/store/storetest"
)

// killedAt is set in the process that TestKilled kills: before which statement.
const killedAt = "CITYGRAPH_TEST_KILLED_AT"

// importAndDie imports a world and kills itself before a statement.
func importAndDie() {
	ctx := context.Background()
	left, err := strconv.Atoi(os.Getenv(killedAt))
	if err != nil {
		panic(err)
	}
	last := ""
	s, err := neostore.Open(ctx, neostore.Options{
		URI: os.Getenv("CITYGRAPH_TEST_KILLED_URI"), Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Drain: 1,
		Trace: func(_ context.Context, cypher string, _ map[string]any) {
			line, _, _ := strings.Cut(cypher, "\n")
			shape, _, _ := strings.Cut(line, ":") // one of several that differ by a type is enough
			if shape == last {
				return
			}
			last = shape
			if left--; left == 0 {
				fmt.Println(line)
				self, _ := os.FindProcess(os.Getpid())
				_ = self.Kill()
				select {}
			}
		},
	})
	if err != nil {
		panic(err)
	}
	if _, err := importWorld(ctx, s, otherWorld()); err != nil {
		panic(err)
	}
	fmt.Println("complete")
}

// otherWorld has records enough for several transactions.
func otherWorld() storetest.World { return manyCities(2600) }

func importWorld(ctx context.Context, s store.Store, w storetest.World) (store.Applied, error) {
	imp, err := s.Begin(ctx, w.Dataset)
	if err != nil {
		return store.Applied{}, err
	}
	if err := imp.Put(ctx, w.Batch); err != nil {
		return store.Applied{}, err
	}
	return imp.Commit(ctx)
}

// TestKilled kills an import with kill -9 before each kind of its statements.
// Readers stay on what was there, until the switch was made, and the next
// import succeeds and leaves nothing of the killed one behind.
func TestKilled(t *testing.T) {
	server := neo4jtest.Shared(t)
	s := fresh(t, func(o *neostore.Options) { o.ReadTimeout, o.Drain, o.Fresh = time.Minute, 1, 1 })
	first := storetest.NewWorld(store.Batch{Nodes: []kg.Node{{ID: "city:first", Kind: kg.City, Name: "First"}}})
	old := storetest.Sample()
	storetest.Import(t, s, first) // so that there is a generation to retire, as after each round
	complete := false
	for at := 1; !complete; at++ {
		storetest.Import(t, s, old)
		pinned := storetest.Open(t, s)

		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), fmt.Sprintf("%s=%d", killedAt, at), "CITYGRAPH_TEST_KILLED_URI="+server.URI, "NEO4J_USERNAME="+server.Username, "NEO4J_PASSWORD="+server.Password)
		out, err := child.CombinedOutput()
		line := strings.TrimSpace(string(out))
		complete = line == "complete"
		if complete != (err == nil) {
			t.Fatalf("killed before statement %d: %v\n%s", at, err, out)
		}
		t.Run(fmt.Sprintf("%02d %s", at, strings.ReplaceAll(line, "/", " ")), func(t *testing.T) {
			same(t, "the pinned reader", old, pinned)
			now := storetest.Open(t, s)
			info, err := now.Info(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if switched := info.Revision() == otherWorld().Dataset.Hash; !switched {
				same(t, "a reader opened afterwards", old, now)
			}
			third := storetest.NewWorld(store.Batch{Nodes: []kg.Node{{ID: "city:third", Kind: kg.City, Name: "Third"}}})
			storetest.Import(t, s, third)
			same(t, "the next import", third, storetest.Open(t, s))
			storetest.Import(t, s, first)
			nothingBut(t, server, 2)
		})
	}
}

// nothingBut: so many generations are there, and nothing of others.
func nothingBut(t *testing.T, server *neo4jtest.Server, generations int) {
	t.Helper()
	got := server.Run(t, "MATCH (g:CityGraphGeneration) RETURN count(g)", nil)[0].Values[0]
	if got != int64(generations) {
		t.Errorf("%v generations, want %d", got, generations)
	}
	for _, row := range server.Run(t, `MATCH (n) WHERE n.gen IS NOT NULL AND NOT EXISTS { MATCH (g:CityGraphGeneration {gen: n.gen}) WHERE g.state = 'live' }
		RETURN labels(n) AS what, count(*) AS many`, nil) {
		t.Errorf("left behind: %v", row.Values)
	}
}

// same compares a scan with the reference.
func same(t *testing.T, about string, w storetest.World, r store.Reader) {
	t.Helper()
	var got []kg.Record
	for record, err := range r.Scan(t.Context(), store.Scope{}) {
		if err != nil {
			t.Fatalf("%s: %v", about, err)
		}
		got = append(got, record)
	}
	want := storetest.NewReference(w).Scan(store.Scope{})
	if diff := cmp.Diff(want, got, equality); diff != "" {
		t.Errorf("%s (-want +got):\n%s", about, diff)
	}
}
