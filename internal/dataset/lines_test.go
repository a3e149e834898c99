package dataset_test

import (
	"strings"
	"testing"

	"citygraph/internal/dataset"
)

const (
	headLine   = `{"record":"dataset","name":"world","title":"World","version":"1.0.0","license":"CC0-1.0"}`
	sourceLine = `{"record":"node","id":"source:page","kind":"SOURCE","name":"Page"}`
	cityLine   = `{"record":"node","id":"city:alba","kind":"CITY","name":"Alba","basis":"stated","sources":[{"source":"source:page","locator":"1","basis":"stated"}]}`
	ringLine   = `{"record":"node","id":"network:ring","kind":"NETWORK","name":"Ring","basis":"stated","sources":[{"source":"source:page","locator":"3","basis":"stated"}]}`
)

func loadLines(t *testing.T, lines ...string) (*dataset.Dataset, []dataset.Finding) {
	t.Helper()
	d, found, err := dataset.LoadLines(t.Context(), strings.NewReader(strings.Join(lines, "\n")), "w.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return d, found
}

// Lines are held to the rules that tables are held to, and to some of their own.
func TestLoadLines(t *testing.T) {
	const cited = `,"basis":"stated","sources":[{"source":"source:page","locator":"1","basis":"stated"}]`
	member := func(more string) string {
		return `{"record":"edge","id":"member-of:alba--ring","kind":"MEMBER_OF","from":"city:alba","to":"network:ring","stint":1` + more + `}`
	}
	for _, c := range []struct{ name, line, want string }{
		{"edge", member(cited), ""},
		{"keys in another order", `{"kind":"DEMAND","name":"Ports","basis":"implied","sources":[{"basis":"implied","locator":"1","source":"source:page"}],"id":"demand:ports","record":"node"}`, ""},
		{"everything", `{"record":"node","id":"network:circle","kind":"NETWORK","name":"Circle","attrs":{"foundingDate":"2015"}` + cited + `,"names":[{"name":"Kreis","lang":"de","kind":"alias"` + cited + `}],"figures":[{"measure":"members","qualifier":"over","value":"5","date":"2016"` + cited + `}],"rosters":[{"date":"2016","scope":"all","status":"partial","count":0` + cited + `}],"claims":[{"field":"note","value":"Small\nand round"` + cited + `}]}`, ""},
		{"retired and corrected", `{"record":"retired","id":"city:old","date":"2027","reason":"Gone.","replacedBy":"city:alba"}` + "\n" + `{"record":"correction","id":"city:alba","date":"2027","was":"A","is":"B","why":"C"}`, ""},
		{"not JSON", `{"record":`, "unreadable w.jsonl:5: not one JSON object"},
		{"two objects", cityLine + cityLine, "unreadable w.jsonl:5: not one JSON object"},
		{"empty line", "\n" + member(cited), "unreadable w.jsonl:5: not one JSON object"},
		{"unknown record", `{"record":"thing"}`, `unreadable w.jsonl:5: a line of the unknown kind "thing"`},
		{"unknown key", member(cited + `,"colour":"red"`), `unreadable w.jsonl:5: unknown field "colour"`},
		{"wrong type", member(cited + `,"since":2015`), "unreadable w.jsonl:5: cannot unmarshal number"},
		{"unknown kind", `{"record":"node","id":"town:alba","kind":"TOWN","name":"Alba"` + cited + `}`, `unknown-kind w.jsonl:5 kind: the vocabulary has no kind "TOWN"`},
		{"unknown edge kind", `{"record":"edge","id":"likes:alba--ring","kind":"LIKES","from":"city:alba","to":"network:ring","stint":1` + cited + `}`, `unknown-kind w.jsonl:5 kind: the vocabulary has no kind "LIKES"`},
		{"unknown attribute", member(`,"attrs":{"colour":"red"}` + cited), `unreadable w.jsonl:5 attrs: unknown attribute "colour"`},
		{"empty attribute", member(`,"attrs":{"office":""}` + cited), "unreadable w.jsonl:5 office: an empty attribute"},
		{"bad date", member(`,"since":"soon"` + cited), `bad-date w.jsonl:5 since: "soon" is not a date`},
		{"bad sighting", member(`,"seen":["2015","soon"]` + cited), `bad-date w.jsonl:5 seen: "soon" is not a date`},
		{"two sightings in one", member(`,"seen":["2015; 2016"]` + cited), "unreadable w.jsonl:5 seen: empty or joined items"},
		{"stint 0", strings.Replace(member(cited), `"stint":1`, `"stint":0`, 1), "bad-stint w.jsonl:5 stint: stints are numbered from 1"},
		{"broken UTF-8", "{\"record\":\"\xff\"}", "bad-text w.jsonl:5: not valid UTF-8"},
		{"NUL", member(`,"attrs":{"wording":"a\u0000b"}` + cited), "bad-text w.jsonl:5 wording: the control character U+0000"},
		{"source with sources", `{"record":"node","id":"source:list","kind":"SOURCE","name":"List"` + cited + `}`, "unreadable w.jsonl:5 basis: does not belong\nunreadable w.jsonl:5 sources: does not belong"},
		{"locator that no table can hold", member(`,"basis":"stated","sources":[{"source":"source:page","locator":"1 (implied)","basis":"stated"}]`), "no-source w.jsonl:5 sources: citations that no table can hold\nno-source w.jsonl:5 sources: no source"},
		{"locator with every mark", member(`,"basis":"implied","sources":[{"source":"source:page","locator":"; a; b;#c##(implied)","basis":"implied"}]`), ""},
		{"citation without basis", member(`,"basis":"stated","sources":[{"source":"source:page","locator":"1"}]`), "bad-basis w.jsonl:5 sources: a citation with the basis \"\"\nno-source w.jsonl:5 sources: no source"},
		{"second head", headLine, "unreadable w.jsonl:5: a second description of the dataset"},
		{"dangling", strings.Replace(member(cited), "network:ring", "network:rings", 1), `dangling w.jsonl:5 to: no record "network:rings"` + "\n" + `bad-id w.jsonl:5 id: is not the computed one`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := loadLines(t, headLine, sourceLine, cityLine, ringLine, c.line)
			compareFindings(t, found, c.want)
		})
	}
}

// The order of lines and keys does not count; the revision in the head does.
func TestLoadLinesRevision(t *testing.T) {
	a, found := loadLines(t, headLine, sourceLine, cityLine, ringLine)
	compareFindings(t, found, "")
	b, found := loadLines(t, headLine, ringLine, cityLine, sourceLine, "")
	compareFindings(t, found, "")
	if a.Head != b.Head {
		t.Errorf("%+v is not %+v", a.Head, b.Head)
	}
	said := strings.Replace(headLine, "}", `,"revision":"`+a.Head.Hash+`"}`, 1)
	if c, found := loadLines(t, said, sourceLine, cityLine, ringLine); c == nil {
		t.Errorf("with its own revision:\n%s", dataset.Report(found))
	}
	d, found := loadLines(t, said, sourceLine, cityLine)
	compareFindings(t, found, "bad-value w.jsonl:1 revision: is not that of what stands below")
	if d != nil {
		t.Error("a dataset with a finding")
	}
}
