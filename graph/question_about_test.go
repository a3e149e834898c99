package graph

import (
	"bytes"
	"io/fs"
	"testing"
)

// TestQuestionsNeedNoAbout: Ask spares itself what a revision says of itself.
func TestQuestionsNeedNoAbout(t *testing.T) {
	files, err := fs.Glob(questions, "questions/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(questions, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"errorReport", "corrections"} {
			if bytes.Contains(text, []byte(field)) {
				t.Errorf("%s asks for %s: then Ask must read it", file, field)
			}
		}
	}
}
