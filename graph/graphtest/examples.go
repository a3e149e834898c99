package graphtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Example is a question of docs/examples.
type Example struct {
	Name   string // file name without extension
	Query  string
	Answer any // expected data, numbers as json.Number
}

// Examples reads every *.graphql of a folder with the *.json beside it. An
// example without an expected answer, and an answer without a question, fail the
// test.
func Examples(t testing.TB, folder string) []Example {
	t.Helper()
	var all []Example
	for _, file := range glob(t, folder, "*.graphql") {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".graphql")
		expected, err := os.ReadFile(filepath.Join(folder, name+".json"))
		if err != nil {
			t.Errorf("%s has no expected answer: write it into %s.json, from the documents", name, name)
			continue
		}
		answer, err := decode(expected)
		if err != nil {
			t.Errorf("%s.json: %v", name, err)
			continue
		}
		all = append(all, Example{name, string(query), answer})
	}
	for _, file := range glob(t, folder, "*.json") {
		if query := strings.TrimSuffix(file, ".json") + ".graphql"; !exists(query) {
			t.Errorf("%s answers no question: there is no %s", filepath.Base(file), filepath.Base(query))
		}
	}
	return all
}

// Check asks the example and compares the whole data with the expected answer.
func (e Example) Check(t testing.TB, a *Asker) Answer {
	t.Helper()
	got := a.Ask(t.Context(), e.Query, nil)
	if len(got.Errors) > 0 {
		t.Fatalf("errors: %v", got.Errors)
	}
	data, err := decode(got.Data)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(e.Answer, data); d != "" {
		t.Errorf("the answer differs (- expected, + given):\n%s", d)
	}
	return got
}

func decode(text []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}
	if dec.More() {
		return nil, fmt.Errorf("more than one JSON value")
	}
	return v, nil
}

func glob(t testing.TB, folder, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
