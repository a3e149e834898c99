package names

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"citygraph/internal/kg"
)

// word is one folded word of a name in each of its spellings, the one without
// umlauts first.
type word []string

// maxUmlauts is how many umlauts of one word are each taken for themselves; of
// a word with more, all stand one way or all the other.
const maxUmlauts = 6

var spellOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// split folds a name to its words.
func split(text string) []word {
	plain := strings.Fields(kg.Fold(text))
	full := plain
	if spelt := spellOut.Replace(norm.NFC.String(text)); spelt != text {
		full = strings.Fields(kg.Fold(spelt))
	}
	words := make([]word, len(plain))
	for i := range plain {
		words[i] = spellings(plain[i], full[i])
	}
	return words
}

// spellings returns every word between plain, which has no umlaut spelt out,
// and full, which has all.
func spellings(plain, full string) word {
	umlauts := len(full) - len(plain)
	switch {
	case umlauts == 0:
		return word{plain}
	case umlauts > maxUmlauts:
		return word{plain, full}
	}
	out := word{""}
	rest := plain
	for i := range len(full) {
		if rest != "" && rest[0] == full[i] {
			rest = rest[1:]
			for j := range out {
				out[j] += full[i : i+1]
			}
			continue
		}
		for _, s := range out { // an e that an umlaut added
			out = append(out, s+"e")
		}
	}
	return out
}

func (w word) is(s string) bool {
	for _, spelling := range w {
		if spelling == s {
			return true
		}
	}
	return false
}

func (w word) begins(s string) bool {
	for _, spelling := range w {
		if strings.HasPrefix(spelling, s) {
			return true
		}
	}
	return false
}

func (w word) isOneOf(set map[string]bool) bool {
	for _, spelling := range w {
		if set[spelling] {
			return true
		}
	}
	return false
}
