package names

// tier says how well a name answers a query; see the package comment.
type tier uint8

// The tiers, from the best.
const (
	isCanonical tier = iota
	isOther
	isPrefix
	isWords
	isTypo
	noTier
)

// score returns the number by which clients know the tier.
func (t tier) score() float64 {
	return [...]float64{isCanonical: 1, isOther: 0.95, isPrefix: 0.8, isWords: 0.7, isTypo: 0.5, noTier: 0}[t]
}

// tier returns what a name reaches for this reading of the query.
func (q query) tier(n *name) tier {
	switch {
	case !q.holds(n.words):
		return noTier
	case q.typo >= 0:
		return isTypo
	case !q.begins(n.words):
		return isWords
	case len(n.words) > len(q.words) || !n.words[len(q.words)-1].is(q.words[len(q.words)-1]):
		return isPrefix
	case n.canonical:
		return isCanonical
	}
	return isOther
}

// holds reports whether every word of the query is one of the words.
func (q query) holds(words []word) bool {
	for i := range q.words {
		if !q.among(i, words) {
			return false
		}
	}
	return true
}

func (q query) among(i int, words []word) bool {
	for _, w := range words {
		if q.fits(i, w) {
			return true
		}
	}
	return false
}

// fits reports whether word i of the query is this word, or its beginning if
// it is the last, or meant it if it is the mistyped one.
func (q query) fits(i int, w word) bool {
	switch i {
	case q.typo:
		return w.isOneOf(q.meant)
	case len(q.words) - 1:
		return w.begins(q.words[i])
	}
	return w.is(q.words[i])
}

// begins reports whether the query's words are the first of these, in order.
func (q query) begins(words []word) bool {
	if len(words) < len(q.words) {
		return false
	}
	for i := range q.words {
		if !q.fits(i, words[i]) {
			return false
		}
	}
	return true
}
