package names_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/names"
)

var equateEmpty = cmpopts.EquateEmpty()

// TestSearchAgainstBruteForce draws small worlds of names and queries and
// compares with the package comment, read as plainly as it can be.
func TestSearchAgainstBruteForce(t *testing.T) {
	words := []string{
		"Bonn", "bon", "Bon", "bönn", "Boenn", "Bön2", "Nöbö", "noeboe", "noboe", "abcd", "abdc", "abc", "abcde", "bcd", "ab", "a", "2015", "2016", "a2b3c4",
	}
	phrase := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 3).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(rt *rapid.T) {
		var nodes []kg.Node
		for i := range rapid.IntRange(0, 6).Draw(rt, "nodes") {
			n := node(kg.City, phrase.Draw(rt, "name"), rapid.SliceOfN(phrase, 0, 2).Draw(rt, "other names")...)
			n.ID = kg.ID("city:" + string(rune('f'-i)))
			nodes = append(nodes, n)
		}
		query := phrase.Draw(rt, "query")
		if runes := []rune(query); rapid.Bool().Draw(rt, "cut") {
			query = string(runes[:rapid.IntRange(1, len(runes)).Draw(rt, "length")])
		}
		got, err := index(t, nodes...).Search(query, nil, 10)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(brute(nodes, query), got, equateEmpty); diff != "" {
			rt.Fatalf("%q (-brute +got):\n%s", query, diff)
		}
	})
}

func brute(nodes []kg.Node, query string) []names.Hit {
	var out []names.Hit
	for _, n := range nodes {
		best := names.Hit{ID: n.ID}
		for i, text := range allNames(n) {
			var words []string // in every spelling
			for _, name := range bothWays(text) {
				words = append(words, strings.Fields(kg.Fold(name))...)
			}
			for _, name := range bothWays(text) {
				if s := tier(kg.Fold(query), kg.Fold(name), words, i == 0); s > best.Score {
					best.Score, best.Matched = s, text
				}
			}
		}
		if best.Score > 0 {
			out = append(out, best)
		}
	}
	slices.SortFunc(out, func(a, b names.Hit) int {
		if a.Score != b.Score {
			return int(100*b.Score) - int(100*a.Score)
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	return out
}

// bothWays returns the name with every choice of umlauts spelt out.
func bothWays(name string) []string {
	i := strings.IndexAny(name, "äöü")
	if i < 0 {
		return []string{name}
	}
	letter := name[i : i+len("ö")]
	base := map[string]string{"ä": "a", "ö": "o", "ü": "u"}[letter]
	var out []string
	for _, rest := range bothWays(name[i+len(letter):]) {
		out = append(out, name[:i]+base+rest, name[:i]+base+"e"+rest)
	}
	return out
}

func tier(query, name string, of []string, canonical bool) float64 {
	words := strings.Fields(query)
	switch {
	case query == name && canonical:
		return 1
	case query == name:
		return 0.95
	case strings.HasPrefix(name, query):
		return 0.8
	case fits(words, of, -1):
		return 0.7
	}
	for i := range words {
		if len(words[i]) >= 4 && !strings.ContainsAny(words[i], "0123456789") && fits(words, of, i) {
			return 0.5
		}
	}
	return 0
}

func fits(words, of []string, typo int) bool {
	for i, w := range words {
		if !slices.ContainsFunc(of, func(o string) bool {
			switch {
			case i == typo:
				return oneEditApart(w, o)
			case i == len(words)-1:
				return strings.HasPrefix(o, w)
			}
			return o == w
		}) {
			return false
		}
	}
	return true
}

func oneEditApart(a, b string) bool {
	if strings.ContainsAny(b, "0123456789") {
		return false
	}
	for i := range a {
		if a[:i]+a[i+1:] == b { // dropped
			return true
		}
		if len(a) == len(b) && a[:i]+b[i:i+1]+a[i+1:] == b { // changed
			return true
		}
		if i > 0 && a[:i-1]+a[i:i+1]+a[i-1:i]+a[i+1:] == b { // swapped
			return true
		}
	}
	for i := range b {
		if b[:i]+b[i+1:] == a { // added
			return true
		}
	}
	return false
}

func allNames(n kg.Node) []string {
	out := []string{n.Name}
	for _, o := range n.Names {
		out = append(out, o.Text)
	}
	return out
}
