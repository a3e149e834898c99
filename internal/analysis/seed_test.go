package analysis_test

import (
	"slices"
	"testing"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
	"citygraph/internal/store/storetest"
	"citygraph/seed"
)

// The seed dataset, as this program loads it and cuts views out of it, against
// networkx on the CSV files. Expected values go with the seed: regenerate them
// when it changes.
func TestMeasuresOfTheSeed(t *testing.T) {
	d, found, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v %v", found, err)
	}
	s := memstore.New()
	if _, err := dataset.Import(t.Context(), d, s); err != nil {
		t.Fatal(err)
	}
	r := storetest.Open(t, s)
	info, err := r.Info(t.Context())
	fatal(t, err)
	graph := projection.NewBuilder(info)
	for record, err := range r.Scan(t.Context(), store.Scope{}) {
		fatal(t, err)
		graph.Add(record)
	}
	p := graph.Projection()
	for _, o := range readOracle(t, "seed.jsonl", 10) {
		t.Run(o.Name, func(t *testing.T) {
			f := projection.Filter{When: store.When{Stated: o.Stated}}
			if o.AsOf != "" {
				day, err := kg.ParseDay(o.AsOf)
				fatal(t, err)
				f.When.AsOf, f.When.Certainty = &day, kg.Possible
				if o.Certain {
					f.When.Certainty = kg.Certain
				}
			}
			v := p.View(f)
			var ids []string
			for i := range v.Vertices() {
				ids = append(ids, string(v.ID(i)))
			}
			if !slices.Equal(ids, o.IDs) || v.Actors() != o.Actors || v.Edges() != len(o.Pairs) {
				t.Fatalf("%d actors, %d groups, %d edges, want %d, %d, %d: if the seed has changed, run %s",
					v.Actors(), v.Groups(), v.Edges(), o.Actors, o.Groups, len(o.Pairs), regenerate)
			}
			if v.Edges() > 0 {
				compare(t, o, v.TwoMode)
			}
		})
	}
}
