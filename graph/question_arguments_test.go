package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/graph/graphtest"
	"citygraph/internal/ask"
)

// The set of actors is named once, also where it comes as a variable, on which
// @oneOf is not enforced.
func TestUniverseIsOneByVariable(t *testing.T) {
	a, _ := asker(t, world())
	const query = `query($u: UniverseInput!) { overlap(groups: ["network:alpha", "network:beta", "declaration:delta"], universe: $u) { universe { size } } }`
	for _, c := range []struct{ universe, text string }{
		{`{"recorded": true, "union": true}`, "universe names 2 sets of actors: name one"},
		{`{"union": true, "size": 90}`, "universe names 2 sets of actors: name one"},
		{`{"recorded": true, "union": null}`, "universe names 2 sets of actors: name one"},
		{`{}`, "universe names 0 sets of actors: name one"},
		{`{"recorded": null}`, "universe.recorded is null: write true"},
		{`{"union": false}`, "universe.union is false: write true"},
		{`{"country": null}`, "universe.country: null is not a country code"},
		{`{"size": null}`, "universe.size is null: write"},
		{`{"size": "500"}`, `universe.size is "500": write`},
	} {
		for range 20 { // a map has no order
			got := a.Ask(t.Context(), query, decoded(t, `{"u": `+c.universe+`}`))
			if got.Code(t) != "invalid" || !strings.HasPrefix(got.Errors[0].Message, c.text) {
				t.Fatalf("%s: %v %s", c.universe, got.Errors, got.Data)
			}
		}
	}
}

func decoded(t testing.TB, text string) (v map[string]any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// least is what each question must be given.
var least = map[string]string{
	"overlap":        `{"groups": ["network:alpha", "network:beta"], "universe": {"size": 50}}`,
	"intersections":  `{"groups": ["network:alpha", "network:beta"]}`,
	"sharedNetworks": `{"cities": ["city:aby", "city:bie"]}`,
	"coMembership":   `{"a": "city:aby", "b": "city:bie"}`,
	"similarCities":  `{"city": "city:aby"}`,
	"paths":          `{"from": "city:aby", "to": "city:bie"}`,
	"funding":        `{"from": "funder:fund"}`,
	"timeline":       `{"of": ["network:alpha"]}`,
	"subgraph":       `{"around": ["city:aby"]}`,
	"centrality":     `{"measure": "DEGREE"}`,
	"communities":    `{}`, "structure": `{}`, "contradictions": `{}`, "coverage": `{}`,
}

// others are values of arguments that are not their defaults; those of one question
// alone by its name and theirs.
var others = map[string]string{
	"asOf": `"2021-12-31"`, "certainty": `"POSSIBLE"`, "rosterKind": `"MEMBER_OF"`, "roles": `["PARTNER"]`, "placeTypes": `["DISTRICT"]`, "actorKinds": `["NETWORK"]`,
	"sdsm": `true`, "minSize": `2`, "first": `3`, "orderBy": `"DEGREE"`, "atLeast": `1`, "side": `"GROUPS"`, "from": `"2001-02-03"`, "until": `"2031-02-03"`,
	"measure": `"NEWMAN"`, "minShared": `2`, "k": `1`, "maxLength": `2`, "kinds": `["MEMBER_OF"]`, "nodeKinds": `["NETWORK"]`, "avoid": `["city:eem"]`, "maxDegree": `9`,
	"funding.to": `"network:alpha"`, "depth": `0`, "limit": `7`, "perNode": `6`, "of": `["city:aby"]`, "among": `"GROUPS"`, "seed": `5`, "runs": `2`,
	"sorts": `["FIGURE"]`, "fields": `["since"]`, "groups": `["network:alpha"]`, "coverage.kinds": `["EVENT"]`, "basis": `"ANY"`,
	"contradictions.basis": `"STATED"`, "coverage.basis": `"STATED"`, "timeline.rosterKind": `"FOUNDED"`, "coMembership.b": `"network:beta"`,
}

// Whatever is asked otherwise than by default is told: in the sentence to quote, and
// with its value among the arguments. What is null is the default.
func TestAnswersTellTheirArguments(t *testing.T) {
	a, _ := asker(t, world())
	told := 0
	for _, q := range ask.Questions {
		for _, d := range parsed().Query.Fields.ForName(q.Name).Arguments {
			base := decoded(t, least[q.Name])
			if _, required := base[d.Name]; required {
				continue
			}
			if d.Name == "certainty" {
				base["asOf"] = "2021-12-31"
			}
			if d.Name == "side" {
				base["a"], base["b"] = "network:alpha", "network:beta"
			}
			other, ok := others[q.Name+"."+d.Name]
			if !ok {
				other, ok = others[d.Name]
			}
			if !ok {
				t.Errorf("%s(%s:) is not tried: write a value into others", q.Name, d.Name)
				continue
			}
			plain, _ := tellsOf(t, a, q.Name, base)
			changed := maps.Clone(base)
			maps.Copy(changed, decoded(t, `{"`+d.Name+`": `+other+`}`))
			sentence, arguments := tellsOf(t, a, q.Name, changed)
			if sentence == plain {
				t.Errorf("%s(%s: %s) is not told: %s", q.Name, d.Name, other, sentence)
			}
			if want := strings.ReplaceAll(other, `"`, ""); strings.ReplaceAll(arguments[d.Name], `"`, "") != want {
				t.Errorf("%s(%s: %s) is among the arguments as %q", q.Name, d.Name, other, arguments[d.Name])
			}
			if d.Type.NonNull {
				continue
			}
			null := maps.Clone(base)
			null[d.Name] = nil
			if sentence, _ := tellsOf(t, a, q.Name, null); sentence != plain {
				t.Errorf("%s(%s: null) is not the default: %s instead of %s", q.Name, d.Name, sentence, plain)
			}
			told++
		}
	}
	if told < 100 {
		t.Errorf("%d arguments were tried", told)
	}
}

// tellsOf asks a question with variables of the schema's types and returns what its
// answer tells of them.
func tellsOf(t *testing.T, a *graphtest.Asker, question string, variables map[string]any) (string, map[string]string) {
	t.Helper()
	var heads, args []string
	for _, d := range parsed().Query.Fields.ForName(question).Arguments {
		if _, given := variables[d.Name]; given {
			heads, args = append(heads, "$"+d.Name+": "+typeOf(d)), append(args, d.Name+": $"+d.Name)
		}
	}
	head, arg := "", ""
	if len(heads) > 0 {
		head, arg = "("+strings.Join(heads, ", ")+")", "("+strings.Join(args, ", ")+")"
	}
	got := a.Ask(t.Context(), fmt.Sprintf("query%s { it: %s%s { assumptions { sentence arguments { name value } } } }", head, question, arg), variables)
	if len(got.Errors) > 0 {
		t.Fatalf("%s %v: %v", question, variables, got.Errors)
	}
	var data struct {
		It struct {
			Assumptions struct {
				Sentence  string
				Arguments []struct{ Name, Value string }
			}
		}
	}
	if err := json.Unmarshal(got.Data, &data); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, one := range data.It.Assumptions.Arguments {
		all[one.Name] = one.Value
	}
	return data.It.Assumptions.Sentence, all
}

func typeOf(d *ast.ArgumentDefinition) string { return d.Type.String() }

// The universe says which relationships put somebody into it.
func TestUniverseTellsWhatNarrowsIt(t *testing.T) {
	a, _ := asker(t, world())
	for _, universe := range []string{"{recorded: true}", "{union: true}", "{size: 50}", `{country: "DE"}`} {
		got := a.Ask(t.Context(), `{ overlap(groups: ["network:alpha", "network:beta", "initiative:map"], universe: `+universe+`, roles: [PARTNER]) { universe { description } } }`, nil)
		if len(got.Errors) > 0 || !strings.Contains(string(got.Data), "; participants as partner") {
			t.Errorf("%s: %s %v", universe, got.Data, got.Errors)
		}
		got = a.Ask(t.Context(), `{ overlap(groups: ["network:alpha", "network:beta", "initiative:map"], universe: `+universe+`) { universe { description } } }`, nil)
		if len(got.Errors) > 0 || strings.Contains(string(got.Data), "participants as") {
			t.Errorf("%s: %s", universe, got.Data)
		}
	}
}

// A cursor goes on with the question that gave it, with every argument but the size
// of the page; elsewhere it is refused, for it would give another list's rows.
func TestCursorsBelongToTheirQuestion(t *testing.T) {
	a, _ := asker(t, crowd(world(), 20))
	end := func(query string) string {
		got := a.Ask(t.Context(), query, nil)
		if len(got.Errors) > 0 {
			t.Fatalf("%s: %v", query, got.Errors)
		}
		_, rest, _ := strings.Cut(string(got.Data), `"endCursor":"`)
		cursor, _, ok := strings.Cut(rest, `"`)
		if !ok {
			t.Fatalf("%s: %s", query, got.Data)
		}
		return cursor
	}
	degree := end(`{ centrality(measure: DEGREE) { actors(first: 2) { pageInfo { endCursor } } } }`)
	pairs := end(`{ overlap(groups: ["network:alpha", "network:beta", "network:crowd"], universe: {recorded: true}) { pairs(first: 1) { pageInfo { endCursor } } } }`)
	for _, c := range []struct {
		query string
		good  bool
	}{
		{`{ centrality(measure: DEGREE) { actors(first: 7, after: "` + degree + `") { totalCount } } }`, true},
		{`{ again: centrality(basis: STATED, measure: DEGREE, of: null) { some: actors(after: "` + degree + `") { totalCount } } }`, true},
		{`{ centrality(measure: CLOSENESS) { actors(after: "` + degree + `") { totalCount } } }`, false},
		{`{ centrality(measure: DEGREE, basis: ANY) { actors(after: "` + degree + `") { totalCount } } }`, false},
		{`{ centrality(measure: DEGREE) { groups(after: "` + degree + `") { totalCount } } }`, false},
		{`{ overlap(groups: ["network:alpha", "network:beta", "network:crowd"], universe: {recorded: true}) { pairs(after: "` + pairs + `") { totalCount } } }`, true},
		{`{ overlap(groups: ["network:alpha", "network:beta", "network:crowd"], universe: {size: 5000}) { pairs(after: "` + pairs + `") { totalCount } } }`, false},
		{`{ overlap(groups: ["network:alpha", "network:beta", "network:crowd"], universe: {recorded: true}, asOf: "2021-06-01") { pairs(after: "` + pairs + `") { totalCount } } }`, false},
		{`{ overlap(groups: ["network:alpha", "network:beta", "network:crowd"], universe: {recorded: true}) { pairs(minShared: 1, after: "` + pairs + `") { totalCount } } }`, false},
	} {
		got := a.Ask(t.Context(), c.query, nil)
		if good := len(got.Errors) == 0; good != c.good || !good && got.Code(t) != "invalid" {
			t.Errorf("%s: %v", c.query, got.Errors)
		}
	}
}

// A number says in which range it must be, as it was written.
func TestNumbersTellTheirRange(t *testing.T) {
	a, _ := asker(t, world())
	const ends = `from: "city:aby", to: "city:bie", `
	for query, want := range map[string]string{
		`{ paths(` + ends + `k: -1) { depth } }`:                           "k is -1: write a whole number from 1 to 100",
		`{ paths(` + ends + `maxLength: -1) { depth } }`:                   "maxLength is -1: write a whole number from 1 to 12",
		`{ subgraph(around: ["city:aby"], depth: -1) { leftOut } }`:        "depth is -1: write a whole number from 0 to 4",
		`{ subgraph(around: ["city:aby"], limit: 0) { leftOut } }`:         "limit is 0: write a whole number from 1 to 1000",
		`{ funding(from: "funder:fund", k: 0) { reached } }`:               "k is 0: write a whole number from 1 to 100",
		`{ similarCities(city: "city:aby", first: -1) { total } }`:         "first is -1: write a whole number from 0 to 1000",
		`{ sharedNetworks(cities: ["city:aby"], atLeast: 0) { atLeast } }`: "atLeast is 0: write a whole number from 1 to 1",
		`{ sharedNetworks(cities: []) { atLeast } }`:                       "cities is an empty list: name one at least",
		`{ communities(runs: 0) { seed } }`:                                "runs is 0: write a whole number from 1 to 100",
		`{ coverage(kinds: [CITY]) { warnings } }`:                         "kinds: nobody is a member of a City: name NETWORK, ORGANIZATION, DECLARATION, EVENT or INITIATIVE, or give a rosterKind",
		`{ coverage(kinds: [CITY], rosterKind: MEMBER_OF) { warnings } }`:  "kinds: no MEMBER_OF relationship leads to a City: leave rosterKind out, or name kinds that have such relationships",
	} {
		got := a.Ask(t.Context(), query, nil)
		if got.Code(t) != "invalid" || got.Errors[0].Message != want {
			t.Errorf("%s: %v", query, got.Errors)
		}
	}
	for variable, want := range map[string]string{`"7"`: `k is "7": write`} {
		got := a.Ask(t.Context(), `query($v: Int) { paths(`+ends+`k: $v) { depth } }`, decoded(t, `{"v": `+variable+`}`))
		if got.Code(t) != "invalid" || !strings.HasPrefix(got.Errors[0].Message, want) {
			t.Errorf("%s: %v", variable, got.Errors)
		}
	}
}
