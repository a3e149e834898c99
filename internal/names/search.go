package names

import (
	"slices"
	"unicode/utf8"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// MaxText is how many characters a query may have, MaxHits how many hits may be
// asked for.
const (
	MaxText = 200
	MaxHits = 1000
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
	var found []match
	for _, q := range x.plan(text) {
		for number := range q.candidates {
			n := &x.names[number]
			if len(kinds) > 0 && !slices.Contains(kinds, x.nodes[n.node].kind) {
				continue
			}
			if t := q.tier(n); t != noTier {
				found = append(found, newMatch(t, number))
			}
		}
	}
	slices.Sort(found)
	return x.hits(found, first), nil
}

// hits takes the first hits out of sorted matches, one for each node.
func (x *Index) hits(found []match, first int) []Hit {
	hits := []Hit{}
	seen := map[int32]bool{}
	for _, m := range found {
		if len(hits) == first {
			break
		}
		n := &x.names[m.name()]
		if seen[n.node] {
			continue
		}
		seen[n.node] = true
		hits = append(hits, Hit{x.nodes[n.node].id, m.tier().score(), n.text})
	}
	return hits
}

// match is a name with the tier that it reached. Matches sort as hits do, since
// tiers are numbered from the best and names by their nodes' ids.
type match uint64

func newMatch(t tier, name int32) match { return match(t)<<32 | match(name) }

func (m match) tier() tier  { return tier(m >> 32) }
func (m match) name() int32 { return int32(m & 0xffffffff) }

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
