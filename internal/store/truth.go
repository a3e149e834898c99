package store

import "citygraph/internal/kg"

// Truth is a value of Kleene's strong three-valued logic.
type Truth int8

// The three values, ordered so that "and" is the lesser of two and "or" the
// greater.
const (
	False   Truth = -1
	Unknown Truth = 0
	True    Truth = 1
)

// TruthOf reads a holding as a truth: NO is false, POSSIBLE unknown, CERTAIN true.
func TruthOf(h kg.Holding) Truth {
	switch h {
	case kg.Certain:
		return True
	case kg.Possible:
		return Unknown
	}
	return False
}

// And is false if one of both is, true if both are.
func (t Truth) And(o Truth) Truth { return min(t, o) }

// Or is true if one of both is, false if both are.
func (t Truth) Or(o Truth) Truth { return max(t, o) }

// Not swaps true and false.
func (t Truth) Not() Truth { return -t }

// Keeps reports whether what has this truth passes: Certain keeps what is true,
// Possible (and "") what is not false.
func (w When) Keeps(t Truth) bool {
	if w.Certainty == kg.Certain {
		return t == True
	}
	return t != False
}

// Within compares a date with the range: true where the whole date lies inside,
// unknown where a part of it does, false where none does or it is unknown.
func (r DateRange) Within(d kg.Date) Truth {
	if !d.Known() {
		return False
	}
	from, to := kg.Beginning, kg.End
	if r.From != nil {
		from = *r.From
	}
	if r.To != nil {
		to = *r.To
	}
	switch {
	case d.Latest() < from || d.Earliest() > to:
		return False
	case from <= d.Earliest() && d.Latest() <= to:
		return True
	}
	return Unknown
}
