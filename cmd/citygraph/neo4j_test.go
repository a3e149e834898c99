package main

import (
	"bytes"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"citygraph/internal/neo4jtest"
)

// emptyNeo4j empties a server and names it to the program by the environment.
func emptyNeo4j(t *testing.T, db *neo4jtest.Server) *neo4jtest.Server {
	t.Helper()
	db.Wipe(t)
	t.Setenv("NEO4J_USERNAME", db.Username)
	t.Setenv("NEO4J_PASSWORD", db.Password)
	return db
}

// examples are the questions of docs/examples by file name.
func examples(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../docs/examples/*.graphql")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	all := map[string]string{}
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(file)] = string(query)
	}
	return all
}

// post asks a question and returns status and body.
func post(url, query string) (int, string, error) {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return 0, "", err
	}
	resp, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	var text bytes.Buffer
	_, err = text.ReadFrom(resp.Body)
	return resp.StatusCode, text.String(), err
}

func importOK(t *testing.T, uri, says string, args ...string) {
	t.Helper()
	if got := runOnce(t, append([]string{"import", "--store", uri}, args...)...); got.code != exitDone || !strings.HasPrefix(got.stdout, says) || got.stderr != "" {
		t.Fatalf("%+v, want %q", got, says)
	}
}

// TestNeo4j puts the dataset in the program into a real Neo4j and asks it what
// the same program answers from memory.
func TestNeo4j(t *testing.T) {
	db := emptyNeo4j(t, neo4jtest.Shared(t))
	t.Run("empty", func(t *testing.T) {
		got := runOnce(t, "export", "--store", db.URI, "--format", "jsonl", "-o", "-")
		if got.code != exitUnfit || !strings.Contains(got.stderr, "holds no dataset yet") {
			t.Errorf("%+v", got)
		}
	})
	t.Run("wrong password", func(t *testing.T) {
		if db.Username == "" {
			t.Skip("the server asks for none")
		}
		t.Setenv("NEO4J_PASSWORD", "battery staple")
		for _, args := range [][]string{{"import"}, {"serve", "--addr", "127.0.0.1:0"}} {
			got := runOnce(t, append(args, "--store", db.URI)...)
			if got.code != exitUnfit || lastLine(got.stderr) != "citygraph: nothing is "+map[string]string{"import": "imported", "serve": "served"}[args[0]]+
				": Neo4j refused the user name or the password: check NEO4J_USERNAME and NEO4J_PASSWORD" {
				t.Errorf("%+v", got)
			}
		}
	})
	t.Run("broken dataset", func(t *testing.T) {
		got := runOnce(t, "import", "--store", db.URI, brokenDataset(t))
		if got.code != exitUnfit || !strings.Contains(got.stderr, "nodes/city.csv:2 country") || !strings.Contains(got.stderr, "nothing is imported") {
			t.Errorf("%+v", got)
		}
		if n := db.Run(t, "MATCH (n) RETURN count(n)", nil)[0].Values[0]; n != int64(0) {
			t.Errorf("%v nodes were written", n)
		}
	})
	t.Run("foreign data", func(t *testing.T) {
		db.Run(t, "CREATE (:Invoice {number: 1})", nil)
		if got := runOnce(t, "import", "--store", db.URI); got.code == exitDone || !strings.Contains(got.stderr, "--allow-foreign") {
			t.Errorf("%+v", got)
		}
		importOK(t, db.URI, "imported ", "--allow-foreign")
		if n := db.Run(t, "MATCH (n:Invoice) RETURN count(n)", nil)[0].Values[0]; n != int64(1) {
			t.Errorf("%v invoices are left", n)
		}
		db.Run(t, "MATCH (n:Invoice) DELETE n", nil)
	})
	t.Run("again", func(t *testing.T) {
		importOK(t, db.URI, "unchanged: ")
	})
	memory, neo4j := serve(t), serve(t, "--store", db.URI)
	if line := neo4j.stdout.String(); !strings.Contains(line, " serving ") {
		t.Errorf("it says %q", line)
	}
	queries := examples(t)
	queries["error reports and corrections"] = `{ cities(first: 5) { edges { node { errorReport corrections { date was is why }
		memberOf { edges { errorReport corrections { date was is why } } } } } } }`
	for name, query := range queries {
		t.Run(name, func(t *testing.T) {
			_, want, err1 := post(memory.url, query)
			status, got, err2 := post(neo4j.url, query)
			for tries := 1; status == http.StatusServiceUnavailable && tries < 3; tries++ { // a busy machine plans it for the first time
				status, got, err2 = post(neo4j.url, query)
			}
			if err1 != nil || err2 != nil || status != http.StatusOK || got != want || strings.Contains(got, `"errors"`) {
				t.Errorf("%v, %v, %d\nmemory: %s\nNeo4j:  %s", err1, err2, status, want, got)
			}
		})
	}
	t.Run("downloads", func(t *testing.T) {
		for _, path := range []string{"/export/dataset.jsonl", "/export/dataset.csv.zip"} {
			_, want := memory.get(path)
			if status, got := neo4j.get(path); status != http.StatusOK || got != want || len(got) < 10_000 {
				t.Errorf("%s: %d, %d bytes instead of %d", path, status, len(got), len(want))
			}
		}
	})
	t.Run("statements of the guide", func(t *testing.T) {
		guide, err := os.ReadFile("../../docs/neo4j.md")
		if err != nil {
			t.Fatal(err)
		}
		blocks := strings.Split(string(guide), "```cypher\n")[1:]
		if len(blocks) < 3 {
			t.Errorf("%d statements", len(blocks))
		}
		for _, block := range blocks {
			statement, _, _ := strings.Cut(block, "```")
			if rows := db.Run(t, statement, nil); len(rows) == 0 {
				t.Errorf("nothing is found by\n%s", statement)
			}
		}
	})
	t.Run("export", func(t *testing.T) {
		want := runOnce(t, "export", "--format", "jsonl", "-o", "-")
		if got := runOnce(t, "export", "--store", db.URI, "--format", "jsonl", "-o", "-"); got != want || got.code != exitDone {
			t.Errorf("%d, %s, %d bytes instead of %d", got.code, got.stderr, len(got.stdout), len(want.stdout))
		}
		file := filepath.Join(t.TempDir(), "world.jsonl")
		if got := runOnce(t, "export", "--store", db.URI, "--format", "jsonl", "-o", file); got.code != exitDone || !strings.Contains(got.stderr, " nodes and ") {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a new version is served by itself, then the old one again", func(t *testing.T) {
		dir, before := copySeed(t), neo4j.version()
		setVersion(t, dir, "81.0.0")
		importOK(t, db.URI, "imported ", dir)
		neo4j.eventually("the new version is served", func() bool { return neo4j.version() == "81.0.0" })
		importOK(t, db.URI, "imported ")
		neo4j.eventually("the old version is served", func() bool { return neo4j.version() == before })
		hangUp(t)
		neo4j.eventually("a signal reads anew", func() bool { return strings.Contains(neo4j.stderr.String(), "dataset unchanged") })
	})
	if memory.stop() != exitDone || neo4j.stop() != exitDone {
		t.Errorf("%s", neo4j.stderr)
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

// TestNeo4jRefuses has the servers that take no import, and what each gets as an
// answer.
func TestNeo4jRefuses(t *testing.T) {
	t.Run("unreachable", func(t *testing.T) {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		uri := "bolt://" + ln.Addr().String()
		if err := ln.Close(); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		got := runOnce(t, "import", "--store", uri)
		if got.code != exitUnfit || !strings.HasPrefix(got.stderr, "citygraph: nothing is imported: Neo4j cannot be reached: ") || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%+v", got)
		}
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("it took %s to say so", took)
		}
	})
	t.Run("first password", func(t *testing.T) {
		db := emptyNeo4j(t, neo4jtest.Shared(t))
		if db.Username == "" {
			t.Skip("the server asks for none")
		}
		name, password := db.Newcomer(t)
		t.Setenv("NEO4J_USERNAME", name)
		t.Setenv("NEO4J_PASSWORD", password)
		got := runOnce(t, "import", "--store", db.URI)
		if got.code != exitUnfit || !strings.Contains(got.stderr, "first password to be changed") || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("read-only", func(t *testing.T) {
		db := emptyNeo4j(t, neo4jtest.Breakable(t))
		db.Set(t, "server.databases.read_only", "neo4j")
		got := runOnce(t, "import", "--store", db.URI)
		if got.code == exitDone || !strings.Contains(got.stderr, "read-only") || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%+v", got)
		}
	})
}
