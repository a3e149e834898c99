package names_test

import (
	"fmt"
	"testing"

	"citygraph/internal/kg"
)

// BenchmarkSearch asks 100,000 nodes with two names each.
func BenchmarkSearch(b *testing.B) {
	syllables := []string{"ber", "lin", "ham", "burg", "mün", "ster", "pa", "ler", "mo", "köln", "dres", "den", "rot", "ten", "frei", "stutt", "gart", "bonn", "ulm", "jena"}
	word := func(n int) string {
		s := ""
		for range 3 {
			s += syllables[n%len(syllables)]
			n /= len(syllables)
		}
		return s
	}
	nodes := make([]kg.Node, 100_000)
	for i := range nodes {
		n := node(kg.City, fmt.Sprintf("%s %s", word(i), word(i*7)), fmt.Sprintf("Bündnis %s", word(i*13)))
		n.ID = kg.ID(fmt.Sprintf("city:c%06d", i))
		nodes[i] = n
	}
	x := index(b, nodes...)
	for _, text := range []string{"berlinham", "muensterpa", "bündnis köln", "palermp hamburg", "b"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Search(text, nil, 10); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
