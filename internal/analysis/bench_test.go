package analysis_test

import (
	"testing"

	"citygraph/internal/analysis"
)

// The size that a request must bear: 5,000 cities, 400 networks, about 75,000
// memberships.
func BenchmarkMeasures(b *testing.B) {
	g := random(b, 5000, 400, 77_000)
	b.Logf("%d edges", g.Edges())
	for _, m := range []struct {
		name string
		do   func() error
	}{
		{"betweenness", func() error { _, _, err := analysis.Betweenness(b.Context(), g); return err }},
		{"closeness", func() error { _, _, err := analysis.Closeness(b.Context(), g); return err }},
		{"pageRank", func() error { analysis.PageRank(g); return nil }},
		{"clustering", func() error { _, err := analysis.CountClustering(b.Context(), g); return err }},
		{"nestedness", func() error { analysis.Nestedness(g); return nil }},
		{"equivalent", func() error { analysis.Equivalent(g); return nil }},
		{"cuts", func() error { analysis.Cuts(g); return nil }},
		{"louvainOnce", func() error { _, _, err := analysis.Louvain(b.Context(), analysis.AsOneMode(g), 1, 1); return err }},
	} {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				if err := m.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
