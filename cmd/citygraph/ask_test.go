package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"citygraph/internal/ask"
)

var askCommand = regexp.MustCompile("(?m)^`citygraph (ask [^`]+)`$")

// TestCommandsOfTheDocuments runs each example of docs/questions.md; every question
// has one under a heading of its own.
func TestCommandsOfTheDocuments(t *testing.T) {
	text, err := os.ReadFile("../../docs/questions.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := strings.Split(string(text), "\n## ")
	for _, q := range ask.Questions {
		documented := false
		for _, s := range sections {
			if name, _, _ := strings.Cut(s, "\n"); name != q.Name {
				continue
			}
			for _, m := range askCommand.FindAllStringSubmatch(s, -1) {
				documented = true
				got := runOnce(t, strings.Fields(m[1])...)
				if got.code != exitDone || got.stderr != "" {
					t.Errorf("%s: exit code %d\n%s%s", m[1], got.code, got.stdout, got.stderr)
				}
				var answer struct {
					Data map[string]map[string]any
				}
				if err := json.Unmarshal([]byte(got.stdout), &answer); err != nil || len(answer.Data[q.Name]) == 0 {
					t.Errorf("%s: %v: %s", m[1], err, got.stdout)
				}
			}
		}
		if !documented {
			t.Errorf("docs/questions.md has no example under ## %s, a line `citygraph ask …`", q.Name)
		}
	}
}

func TestAskRefuses(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		text string
	}{
		{"ask nothing", exitUnfit, `there is no question "nothing"`},
		{"ask", exitUnfit, "question"},
		{"ask overlap", exitUnfit, "--groups is missing"},
		{"ask overlap --groups", exitUnfit, "--groups needs a value"},
		{"ask overlap --group a", exitUnfit, `"--group" is no argument`},
		{"ask overlap --groups a extra", exitUnfit, `"extra" is no argument`},
		{"ask overlap --groups a,b --universe size:many", exitUnfit, "is no UniverseInput"},
		{"ask overlap --groups a,b --universe world", exitUnfit, "is no UniverseInput"},
		{"ask overlap --groups a,b --universe recorded --first ten", exitUnfit, `--first: "ten" is no Int`},
		{"ask overlap --groups a,b --universe recorded --universe union", exitUnfit, "--universe is given 2 times"},
		{"ask --data nowhere overlap --groups a,b --universe recorded", exitUnfit, "nowhere"},
		{"ask --store memory:// overlap --groups a,b --universe recorded", exitUnfit, "memory://"},
		{"ask --data x --store neo4j://localhost overlap", exitUnfit, "exclude each other"},
		{"ask overlap --groups network:solidarity-cities,network:nowhere --universe recorded", exitFailed, "there is no"},
		{"ask overlap --groups network:solidarity-cities,network:solidarity-city --universe {\"recorded\":false}", exitFailed, "write true"},
		{"ask overlap --groups network:solidarity-cities,network:solidarity-city --universe recorded --certainty sure", exitFailed, "Certainty"},
	} {
		got := runOnce(t, strings.Fields(c.args)...)
		if got.code != c.code || !strings.Contains(got.stdout+got.stderr, c.text) {
			t.Errorf("%s: exit code %d instead of %d\n%s%s", c.args, got.code, c.code, got.stdout, got.stderr)
		}
	}
}

func TestAskHelps(t *testing.T) {
	all := runOnce(t, "ask", "--help")
	for _, q := range ask.Questions {
		if !strings.Contains(all.stdout, q.Name+" ") {
			t.Errorf("help does not list %s", q.Name)
		}
		one := runOnce(t, "ask", q.Name, "--help")
		if one.code != exitDone || !strings.Contains(one.stdout, q.Asks) || !strings.Contains(one.stdout, "Arguments") {
			t.Errorf("help of %s: %s", q.Name, one.stdout)
		}
	}
	if got := runOnce(t, "ask", "overlap", "--help"); !strings.Contains(got.stdout, "One of P_VALUE, SHARED") || !strings.Contains(got.stdout, "--sdsm  Boolean = false") {
		t.Errorf("help of overlap: %s", got.stdout)
	}
}

// The command gives what the server gives for the same arguments, however flags are
// written.
func TestAskAnswersAsTheServerDoes(t *testing.T) {
	const groups = "network:solidarity-cities,network:international-alliance-of-safe-harbours"
	want := runOnce(t, "ask", "overlap", "--groups", groups, "--universe", "size:700", "--sdsm", "--asOf", "2018-12-31", "--certainty", "POSSIBLE", "--orderBy", "SHARED")
	for _, args := range []string{
		"ask overlap --groups=" + groups + " --universe={\"size\":700} --sdsm=true --asOf=2018-12-31 --certainty=possible --orderBy=shared",
		"ask overlap --sdsm --orderBy shared --certainty possible --asOf 2018-12-31 --universe size:700 --groups network:solidarity-cities --groups network:international-alliance-of-safe-harbours",
	} {
		if got := runOnce(t, strings.Fields(args)...); got.stdout != want.stdout || got.code != exitDone {
			t.Errorf("%s:\n%s%s", args, got.stdout, got.stderr)
		}
	}
	query, err := os.ReadFile("../../graph/questions/overlap.graphql")
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(map[string]any{"query": string(query), "variables": map[string]any{
		"groups": strings.Split(groups, ","), "universe": map[string]any{"size": 700}, "sdsm": true, "asOf": "2018-12-31", "certainty": "POSSIBLE", "orderBy": "SHARED"}})
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t)
	resp, err := http.Post(s.url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	defer http.DefaultClient.CloseIdleConnections()
	var served, asked struct{ Data json.RawMessage }
	if err := json.NewDecoder(resp.Body).Decode(&served); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(want.stdout), &asked); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, asked.Data); err != nil {
		t.Fatal(err)
	}
	if compact.String() != string(served.Data) {
		t.Errorf("asked:\n%s\nserved:\n%s", compact.String(), served.Data)
	}
}
