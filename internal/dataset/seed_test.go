package dataset_test

import (
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
