package names

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// MaxText is how many characters a query may have, MaxHits how many hits may be
// asked for.
const (
	MaxText = 200
	MaxHits = store.MaxPage
)

// Hit is a node that a query found.
type Hit struct {
	ID      kg.ID
	Score   float64 // a tier, from 0.5 to 1; see the package comment
	Matched string  // the name that reached it; of several the canonical one, else the first
}

// Search returns the first hits for text among nodes of these kinds (none
// given: all), best first. It is CodeInvalid for a text without letter or
// digit or of more than MaxText characters, for an unknown kind and for fewer
// than 0 or more than MaxHits hits.
func (x *Index) Search(text string, kinds []kg.NodeKind, first int) ([]Hit, error) {
	if err := check(text, kinds, first); err != nil {
		return nil, err
	}
	best := map[int32]match{}
	for _, q := range x.plan(text) {
		for number := range q.candidates {
			n := &x.names[number]
			if len(kinds) > 0 && !slices.Contains(kinds, x.nodes[n.node].kind) {
				continue
			}
			m := match{q.score(n), number}
			if m.score > 0 && m.betterThan(best[n.node]) {
				best[n.node] = m
			}
		}
	}
	hits := make([]Hit, 0, len(best))
	for node, m := range best {
		hits = append(hits, Hit{x.nodes[node].id, m.score, x.names[m.name].text})
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID)) })
	return slices.Clone(hits[:min(first, len(hits))]), nil
}

// match is a name with the score that it reached.
type match struct {
	score float64
	name  int32
}

// betterThan prefers the higher score, then the earlier name, so that the
// order in which names are looked at does not matter.
func (m match) betterThan(o match) bool {
	return m.score > o.score || m.score == o.score && m.name < o.name
}

func check(text string, kinds []kg.NodeKind, first int) error {
	switch {
	case utf8.RuneCountInString(text) > MaxText:
		return kg.Errorf(kg.CodeInvalid, "the text to search for is longer than %d characters", MaxText).
			WithMend("search for a few words of the name")
	case kg.Fold(text) == "":
		return kg.Errorf(kg.CodeInvalid, "the text to search for has no letter and no digit").
			WithMend("write a part of a name")
	case first < 0 || first > MaxHits:
		return kg.Errorf(kg.CodeInvalid, "%d hits cannot be had", first).WithMend("ask for 0 to %d", MaxHits)
	}
	return store.Scope{Nodes: kinds}.Check()
}
