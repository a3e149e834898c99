package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citygraph/internal/kg"
)

// What is committed is what would be generated now.
func TestUpToDate(t *testing.T) {
	const root = "../../.."
	for _, f := range outputs {
		want, err := f.make(root)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(root, f.path))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: run `make gen` and commit it", f.path)
		}
	}
}

// The document leaves nothing out.
func TestVocabularyNamesEverything(t *testing.T) {
	text, err := vocabulary("")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	attrs := func(as []kg.Attr) {
		for _, a := range as {
			words = append(words, "`"+a.Name+"`")
			words = append(words, a.Values...)
		}
	}
	for _, s := range kg.NodeKinds {
		words = append(words, string(s.Kind), s.Name, "`"+s.Field+"`", "`"+s.Plural+"`", s.Doc)
		attrs(s.Attrs)
	}
	for _, s := range kg.EdgeKinds {
		words = append(words, string(s.Kind), "`"+s.Forward+"`", "`"+s.Inverse+"`", s.Says, s.SaysBack, s.Doc)
		attrs(s.AllAttrs())
	}
	for _, c := range kg.ClaimWords {
		words = append(words, c.Name, c.Doc)
	}
	for _, w := range words {
		if !strings.Contains(string(text), w) {
			t.Errorf("docs/vocabulary.md does not have %q", w)
		}
	}
}
