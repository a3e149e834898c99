package names

import (
	"iter"
	"sort"
	"strings"

	"citygraph/internal/kg"
)

// minTypo is how many letters a word has at least that may be mistyped.
const minTypo = 4

// query is one reading of what was asked: as it stands, or with one word
// mistyped.
type query struct {
	words      []string
	typo       int             // the place of the mistyped word, -1 without one
	meant      map[string]bool // the words one edit away from it
	candidates iter.Seq[int32] // every name that can reach a score, and others
}

// plan returns the readings of a text.
func (x *Index) plan(text string) []query {
	words := strings.Fields(kg.Fold(text))
	readings := []query{{words: words, typo: -1}}
	for i, w := range words {
		if !mistypeable(w) {
			continue
		}
		if meant := x.oneEdit(w); len(meant) > 0 {
			readings = append(readings, query{words, i, meant, nil})
		}
	}
	for i := range readings {
		readings[i].candidates = x.candidates(readings[i])
	}
	return readings
}

func mistypeable(w string) bool {
	return len(w) >= minTypo && !strings.ContainsAny(w, "0123456789")
}

// candidates yields the names that hold the rarest word of the query.
func (x *Index) candidates(q query) iter.Seq[int32] {
	var rarest [][]int32
	least := -1
	for i := range q.words {
		lists, n := x.holding(q, i)
		if least < 0 || n < least {
			rarest, least = lists, n
		}
	}
	return func(yield func(int32) bool) {
		for _, list := range rarest {
			for _, name := range list {
				if !yield(name) {
					return
				}
			}
		}
	}
}

// holding returns the names that hold word i of the query, as postings, with
// the number of entries.
func (x *Index) holding(q query, i int) (lists [][]int32, n int) {
	w := q.words[i]
	switch {
	case i == q.typo:
		for s := range q.meant {
			lists = append(lists, x.postings[x.words[s]])
		}
	case i == len(q.words)-1:
		from := sort.SearchStrings(x.vocabulary, w)
		to := from + sort.Search(len(x.vocabulary)-from, func(j int) bool {
			return !strings.HasPrefix(x.vocabulary[from+j], w)
		})
		lists = x.postings[from:to]
	default:
		if p, ok := x.words[w]; ok {
			lists = x.postings[p : p+1]
		}
	}
	for _, list := range lists {
		n += len(list)
	}
	return lists, n
}

// oneEdit returns the words of the vocabulary that are one edit away from w.
func (x *Index) oneEdit(w string) map[string]bool {
	found := map[string]bool{}
	try := func(b []byte) {
		if _, ok := x.words[string(b)]; ok {
			found[string(b)] = true
		}
	}
	b := make([]byte, 0, len(w)+1)
	for i := range len(w) + 1 {
		for c := byte('a'); c <= 'z'; c++ {
			try(append(append(append(b, w[:i]...), c), w[i:]...)) // add
			if i < len(w) {
				try(append(append(append(b, w[:i]...), c), w[i+1:]...)) // change
			}
		}
		if i < len(w) {
			try(append(append(b, w[:i]...), w[i+1:]...)) // drop
		}
		if i+1 < len(w) {
			try(append(append(append(b, w[:i]...), w[i+1], w[i]), w[i+2:]...)) // swap
		}
	}
	delete(found, w)
	return found
}
