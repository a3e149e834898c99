// Package names searches over all names of all nodes. It is portable code above
// the store: an index is built once per revision from Scan, so every backend
// finds the same hits with the same scores.
//
// Names and queries are folded by kg.Fold and compared word by word. A German
// umlaut in a name stands both ways, as u and as ue, each one for itself, so
// that "Munchen" and "Muenchen" both are München.
//
// The score is a tier, the best that one of the node's names reaches:
//
//	1.0   the query is the canonical name
//	0.95  the query is another name
//	0.8   prefix: the name begins with the query; the query's last word may be
//	      the beginning of a word ("solidarity ci" of "Solidarity Cities")
//	0.7   word: every word of the query is a word of the name, in any order; the
//	      last one may be the beginning of a word ("harbours safe" of
//	      "International Alliance of Safe Harbours")
//	0.5   typo: as word, but one word of the query, of four letters or more, is
//	      one edit away from a whole word of the name ("safe harbors")
//
// An edit adds, drops or changes one letter a–z, or swaps two neighbours. A
// word with a digit in it is never taken for a typo: 2015 is not 2016. Ties go
// by id.
package names

import (
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Index finds nodes by their names. It never changes and is safe for
// concurrent use.
type Index struct {
	nodes      []node           // by id, as Scan yields them
	names      []name           // of the first node, then of the second …; canonical first
	vocabulary []string         // every word in every spelling, sorted
	words      map[string]int32 // place of each word in vocabulary
	postings   [][]int32        // for each word the names that hold it, ascending
}

type node struct {
	id   kg.ID
	kind kg.NodeKind
}

type name struct {
	node      int32
	canonical bool
	text      string
	words     []word
}

// Build reads all nodes of a revision. Errors are those of Scan.
func Build(ctx context.Context, r store.Reader) (*Index, error) {
	scope := store.Scope{}
	for _, spec := range kg.NodeKinds {
		scope.Nodes = append(scope.Nodes, spec.Kind)
	}
	x := &Index{}
	for record, err := range r.Scan(ctx, scope) {
		if err != nil {
			return nil, err
		}
		x.add(record.(kg.Node))
	}
	x.index()
	return x, nil
}

func (x *Index) add(n kg.Node) {
	number := int32(len(x.nodes))
	x.nodes = append(x.nodes, node{n.ID, n.Kind})
	x.names = append(x.names, name{number, true, n.Name, split(n.Name)})
	for _, other := range n.Names {
		x.names = append(x.names, name{number, false, other.Text, split(other.Text)})
	}
}

// index makes vocabulary and postings from names.
func (x *Index) index() {
	x.words = map[string]int32{}
	x.eachSpelling(func(_ int32, s string) {
		if _, ok := x.words[s]; !ok {
			x.words[s] = 0
			x.vocabulary = append(x.vocabulary, s)
		}
	})
	slices.Sort(x.vocabulary)
	for i, s := range x.vocabulary {
		x.words[s] = int32(i)
	}
	x.postings = make([][]int32, len(x.vocabulary))
	x.eachSpelling(func(name int32, s string) {
		list := &x.postings[x.words[s]]
		if len(*list) == 0 || (*list)[len(*list)-1] != name {
			*list = append(*list, name)
		}
	})
}

func (x *Index) eachSpelling(yield func(name int32, spelling string)) {
	for i := range x.names {
		for _, w := range x.names[i].words {
			for _, s := range w {
				yield(int32(i), s)
			}
		}
	}
}
