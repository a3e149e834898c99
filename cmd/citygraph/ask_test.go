package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/ask"
)

var askCommand = regexp.MustCompile("(?m)^`citygraph (ask [^`]+)`$")

// TestCommandsOfTheDocuments runs each example of docs/questions.md; every question
// has one under a heading of its own, and a *Read* paragraph that says what the
// answers say.
func TestCommandsOfTheDocuments(t *testing.T) {
	text, err := os.ReadFile("../../docs/questions.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := strings.Split(string(text), "\n## ")
	for _, q := range ask.Questions {
		i := slices.IndexFunc(sections, func(s string) bool { return strings.HasPrefix(s, q.Name+"\n") })
		if i < 0 {
			t.Errorf("docs/questions.md has no heading ## %s", q.Name)
			continue
		}
		var answers []map[string]any
		for _, m := range askCommand.FindAllStringSubmatch(sections[i], -1) {
			got := runOnce(t, strings.Fields(m[1])...)
			if got.code != exitDone || got.stderr != "" {
				t.Errorf("%s: exit code %d\n%s%s", m[1], got.code, got.stdout, got.stderr)
			}
			var answer struct {
				Data map[string]map[string]any
			}
			d := json.NewDecoder(strings.NewReader(got.stdout))
			d.UseNumber()
			if err := d.Decode(&answer); err != nil || len(answer.Data[q.Name]) == 0 {
				t.Fatalf("%s: %v: %s", m[1], err, got.stdout)
			}
			answers = append(answers, answer.Data[q.Name])
		}
		if len(answers) == 0 {
			t.Errorf("docs/questions.md has no example under ## %s, a line `citygraph ask …`", q.Name)
			continue
		}
		checkReading(t, q.Name, sections[i], answers)
	}
}

var shown = regexp.MustCompile(`(?m)^    \$ bin/citygraph (ask [^|\n]+) \| jq .*\n((?:    [^$\n].*\n)+)`)

// What README.md shows of a question is in its answer, line for line.
func TestAnswersOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := shown.FindAllStringSubmatch(string(readme), -1)
	if len(examples) < 2 {
		t.Errorf("README.md shows %d questions", len(examples))
	}
	for _, m := range examples {
		got := runOnce(t, strings.Fields(m[1])...)
		for line := range strings.Lines(m[2]) {
			if text := strings.TrimSpace(line); !strings.Contains(got.stdout, `"`+text+`"`) {
				t.Errorf("%s does not answer %q", m[1], text)
			}
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
		{"ask overlap --groups network:solidarity-cities,network:solidarity-city --universe recorded --certainty sure", exitUnfit, `--certainty: "sure" is no Certainty: write CERTAIN, POSSIBLE`},
		{"ask centrality --measure pagerank", exitUnfit, `--measure: "pagerank" is no CentralityMeasure: write DEGREE, CLOSENESS, BETWEENNESS, PAGE_RANK`},
		{"ask overlap --groups a,b --universe recorded --orderBy FOO", exitUnfit, `--orderBy: "FOO" is no PairOrder: write P_VALUE, SHARED`},
		{"ask overlap --groups a,b --universe {\"size\":20}garbage", exitUnfit, "is no UniverseInput"},
		{"ask overlap --groups a,b --universe {\"size\":20}}", exitUnfit, "is no UniverseInput"},
		{"ask overlap --groups= --universe recorded", exitUnfit, "--groups has an empty value"},
		{"ask overlap --groups a,,b --universe recorded", exitUnfit, "--groups has an empty value"},
		{"ask overlap --groups --universe recorded", exitUnfit, "--groups needs a value"},
		{"ask overlap --groups network:solidarity-cities,network:solidarity-city --universe {\"recorded\":true,\"union\":true}", exitFailed, "universe names 2 sets of actors"},
		{"ask overlap --groups network:solidarity-cities,network:solidarity-city --universe {\"size\":\"many\"}", exitFailed, "invalid"},
		{"ask overlap --groups a,b --universe recorded --data nowhere", exitUnfit, "nowhere"},
		{"ask overlap --groups a,b --universe recorded --data", exitUnfit, "--data needs a value"},
		{"ask overlap --groups a,b --universe recorded --data x --store neo4j://localhost", exitUnfit, "exclude each other"},
		{"ask overlap --groups a,b --universe recorded --store memory://", exitUnfit, "memory://"},
	} {
		got := runOnce(t, strings.Fields(c.args)...)
		if strings.Contains(got.stdout, "GRAPHQL_") {
			t.Errorf("%s: a code that is not ours: %s", c.args, got.stdout)
		}
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
	if late := runOnce(t, "ask", "subgraph", "--around", "city:berlin", "--help"); late.code != exitDone || !strings.Contains(late.stdout, "Arguments") {
		t.Errorf("help behind arguments: %+v", late)
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
		"ask overlap --store memory --groups " + groups + " --universe {\"size\":700.0} --sdsm true --asOf 2018-12-31 --certainty POSSIBLE --orderBy SHARED --store memory",
		"ask overlap --sdsm --orderBy shared --certainty possible --asOf 2018-12-31 --universe size:700 --groups network:solidarity-cities --groups network:international-alliance-of-safe-harbours",
	} {
		if got := runOnce(t, strings.Fields(args)...); got.stdout != want.stdout || got.code != exitDone {
			t.Errorf("%s:\n%s%s", args, got.stdout, got.stderr)
		}
	}
	off := runOnce(t, "ask", "overlap", "--groups", groups, "--universe", "size:700")
	if got := runOnce(t, "ask", "overlap", "--sdsm", "false", "--groups", groups, "--universe", "size:700"); got.stdout != off.stdout || got.code != exitDone || off.stdout == want.stdout {
		t.Errorf("--sdsm false:\n%s%s", got.stdout, got.stderr)
	}
	query, err := os.ReadFile("../../graph/questions/overlap.graphql")
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(map[string]any{"query": string(query), "variables": map[string]any{
		"groups": strings.Split(groups, ","), "universe": map[string]any{"size": json.RawMessage("7e2")}, "sdsm": true, "asOf": "2018-12-31", "certainty": "POSSIBLE", "orderBy": "SHARED"}})
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
