package dataset_test

import (
	"testing"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/internal/store/memstore"
)

// A failed import leaves the store as it was, and free for the next one.
func TestImportFails(t *testing.T) {
	st := memstore.New()
	good, _ := loadLines(t, headLine, sourceLine, cityLine, ringLine)
	if _, err := dataset.Import(t.Context(), good, st); err != nil {
		t.Fatal(err)
	}
	twice := *good
	twice.Head.Hash = "another"
	twice.Nodes = append(twice.Nodes[:len(twice.Nodes):len(twice.Nodes)], twice.Nodes[0])
	if _, err := dataset.Import(t.Context(), &twice, st); kg.CodeOf(err) != kg.CodeConflict {
		t.Errorf("one id twice: %v", err)
	}
	if _, err := dataset.Import(t.Context(), &dataset.Dataset{}, st); kg.CodeOf(err) != kg.CodeInvalid {
		t.Errorf("no hash: %v", err)
	}
	r, err := st.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if info, err := r.Info(t.Context()); err != nil || info.Dataset != good.Head {
		t.Errorf("%+v, %v", info.Dataset, err)
	}
	if applied, err := dataset.Import(t.Context(), good, st); err != nil || !applied.Unchanged {
		t.Errorf("the same again: %+v, %v", applied, err)
	}
}
