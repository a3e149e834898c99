package dataset_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"citygraph/internal/dataset"
	"citygraph/seed"
)

// The dataset that is committed passes lint.
func TestSeedHasNoFindings(t *testing.T) {
	d, findings, err := dataset.Load(t.Context(), seed.FS)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Fatalf("%d findings\n%s", len(findings), dataset.Report(findings))
	}
	if len(d.Nodes) < 100 || len(d.Edges) < 100 || d.Head.Hash == "" {
		t.Errorf("%d nodes and %d edges, hash %q", len(d.Nodes), len(d.Edges), d.Head.Hash)
	}
}

// Its changes are told under a heading of its version.
func TestSeedChangelog(t *testing.T) {
	d, findings, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(findings) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(findings))
	}
	changes, err := os.ReadFile("../../seed/CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	heading := `(?m)^## ` + regexp.QuoteMeta(d.Head.Version) + `( |$)`
	if !regexp.MustCompile(heading).Match(changes) {
		t.Errorf("seed/datapackage.json has the version %s, and seed/CHANGELOG.md no heading `## %s`", d.Head.Version, d.Head.Version)
	}
	if !strings.Contains(d.Head.Citation, "version "+d.Head.Version) {
		t.Errorf("the citation %q does not name the version %s", d.Head.Citation, d.Head.Version)
	}
}
