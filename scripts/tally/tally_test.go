package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const goRun = `{"Action":"start","Package":"p/a"}
{"Action":"output","Package":"p/a","Test":"TestOne","Output":"one says\n"}
{"Action":"pass","Package":"p/a","Test":"TestOne","Elapsed":0}
{"Action":"output","Package":"p/a","Test":"TestTwo/sub","Output":"two complains\n"}
{"Action":"fail","Package":"p/a","Test":"TestTwo/sub","Elapsed":0}
{"Action":"fail","Package":"p/a","Test":"TestTwo","Elapsed":0}
{"Action":"skip","Package":"p/a","Test":"TestThree","Elapsed":0}
{"Action":"output","Package":"p/a","Output":"FAIL\tp/a\t0.1s\n"}
{"Action":"fail","Package":"p/a","Elapsed":0.1}
{"ImportPath":"p/b","Action":"build-output","Output":"b.go:1:1: syntax error\n"}
{"Action":"output","Package":"p/b","Output":"FAIL\tp/b [build failed]\n"}
{"Action":"fail","Package":"p/b","Elapsed":0}
{"Action":"output","Package":"p/c","Output":"ok  \tp/c\t0.1s\n"}
{"Action":"pass","Package":"p/c","Elapsed":0.1}
{"Action":"output","Package":"p/d","Output":"?   \tp/d\t[no test files]\n"}
{"Action":"skip","Package":"p/d","Elapsed":0}
go: a line of its own
`

func TestGoTestIsCountedAndFailuresAreShown(t *testing.T) {
	var out strings.Builder
	c, err := countGoTest(strings.NewReader(goRun), &out)
	if err != nil {
		t.Fatal(err)
	}
	if want := (counts{Passed: 1, Failed: 3, Skipped: 1}); c != want {
		t.Errorf("counts = %+v, want %+v", c, want)
	}
	for _, want := range []string{"two complains", "syntax error", "p/b [build failed]", "ok  \tp/c", "a line of its own"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the output lacks %q", want)
		}
	}
	for _, not := range []string{"one says", "no test files"} {
		if strings.Contains(out.String(), not) {
			t.Errorf("the output has %q", not)
		}
	}
}

func TestReports(t *testing.T) {
	for _, c := range []struct {
		format, report string
		want           counts
	}{
		{"vitest", `{"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"success":false}`, counts{5, 1, 2}},
		{"vitest", `{"numPassedTests":5,"success":true}`, counts{5, 0, 0}},
		{"vitest", `{"numPassedTests":0,"success":false}`, counts{0, 1, 0}},
		{"vitest", `{"numPassedTests":0,"success":true}`, counts{0, 1, 0}},
		{"playwright", `{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":1},"errors":[]}`, counts{4, 2, 1}},
		{"playwright", `{"stats":{"expected":0},"errors":[{"message":"no browser"}]}`, counts{0, 1, 0}},
		{"playwright", `{"stats":{"expected":3},"errors":[]}`, counts{3, 0, 0}},
	} {
		file := filepath.Join(t.TempDir(), "report.json")
		if err := os.WriteFile(file, []byte(c.report), 0o644); err != nil {
			t.Fatal(err)
		}
		read := countVitest
		if c.format == "playwright" {
			read = countPlaywright
		}
		got, err := read(file)
		if err != nil || got != c.want {
			t.Errorf("%s of %s = %+v, %v, want %+v", c.format, c.report, got, err, c.want)
		}
	}
}

func TestSumOfARun(t *testing.T) {
	folder := t.TempDir()
	if _, err := run([]string{"sum", folder}, nil, &strings.Builder{}); err == nil {
		t.Error("an empty folder sums up without an error")
	}
	for name, verdict := range map[string]string{"a": "pass", "b": "fail", "c": "pass"} {
		failed, err := run([]string{"one", verdict, filepath.Join(folder, name+".count")}, nil, nil)
		if err != nil || failed != (verdict == "fail") {
			t.Fatalf("one %s = %v, %v", verdict, failed, err)
		}
	}
	var out strings.Builder
	failed, err := run([]string{"sum", folder}, nil, &out)
	if err != nil || !failed || out.String() != "2 passed, 1 failed\n" {
		t.Errorf("sum = %q, %v, %v", out.String(), failed, err)
	}
	if _, err := run([]string{"nonsense"}, nil, nil); err == nil {
		t.Error("an unknown call is no error")
	}
}
