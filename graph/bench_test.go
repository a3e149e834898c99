package graph_test

import "testing"

// BenchmarkAnswer asks for one page, and for 3,600 far ends two levels down.
func BenchmarkAnswer(b *testing.B) {
	a, _ := asker(b, crowd(world(), 60))
	for _, c := range []struct{ name, query string }{
		{"page", `{ cities(first: 25) { edges { node { name country } } } }`},
		{"two levels", `{ cities(first: 100) { edges { node { name networks { edges { node { name } } } } } } }`},
		{"three levels", `{ cities(first: 100) { edges { node { networks { edges { node { members(first: 100) { edges { since node { name } } } } } } } } } }`},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if got := a.Ask(b.Context(), c.query, nil); len(got.Errors) > 0 {
					b.Fatal(got.Errors)
				}
			}
		})
	}
}
