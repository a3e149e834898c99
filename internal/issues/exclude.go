package issues

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"citygraph/internal/kg"
)

// textsExclude: two values of a field exclude each other where they differ.
func textsExclude(a, b Side) kg.Holding { return certainIf(a.Value != b.Value) }

// numbersExclude: 36 and 36.0 are one number.
func numbersExclude(a, b Side) kg.Holding {
	x, err1 := strconv.ParseFloat(a.Value, 64)
	y, err2 := strconv.ParseFloat(b.Value, 64)
	if err1 != nil || err2 != nil {
		return textsExclude(a, b)
	}
	return certainIf(x != y)
}

// datesExclude: two dates exclude each other only where they share no day; a
// narrower one refines a wider one.
func datesExclude(a, b Side) kg.Holding {
	x, err1 := kg.ParseDate(a.Value)
	y, err2 := kg.ParseDate(b.Value)
	if err1 != nil || err2 != nil {
		return textsExclude(a, b)
	}
	return certainIf(!x.Overlaps(y))
}

// boundsExclude: two claims of one bound share no day.
func boundsExclude(a, b Side) bool {
	a.Value, b.Value = strings.TrimPrefix(a.Value, a.bound+" "), strings.TrimPrefix(b.Value, b.bound+" ")
	return datesExclude(a, b) == kg.Certain
}

// sightingsExclude: what began later was not seen before, what ended earlier was
// not seen afterwards.
func sightingsExclude(a, b Side) kg.Holding {
	if a.bound != "" {
		a, b = b, a
	}
	if a.bound != "" || b.bound == "" {
		return kg.No
	}
	seen, err1 := kg.ParseDate(a.Value)
	bound, err2 := kg.ParseDate(strings.TrimPrefix(b.Value, b.bound+" "))
	if err1 != nil || err2 != nil || !bound.Known() {
		return kg.No
	}
	if b.bound == "since" {
		return certainIf(bound.Earliest() > seen.Latest())
	}
	return certainIf(bound.Latest() < seen.Earliest())
}

// sightingsAmong is sightingsExclude, but for what is told already: where another
// claim of the bound agrees with the sighting, these two claims are what disagrees.
func sightingsAmong(sides []Side) func(a, b Side) kg.Holding {
	return func(a, b Side) kg.Holding {
		h, seen, bound := sightingsExclude(a, b), a, b
		if h == kg.No {
			return h
		}
		if seen.bound != "" {
			seen, bound = b, a
		}
		for _, o := range sides {
			if o.bound == bound.bound && boundsExclude(o, bound) && sightingsExclude(seen, o) == kg.No {
				return kg.No
			}
		}
		return h
	}
}

// figuresExclude: two numbers of one thing exclude each other where none can be
// both and they are of one time. For sure they do so where both are of the same
// day and neither is "about"; where their dates only share days, or neither has
// one, they may be of different days. A number without a date says nothing against
// one that has one. Nor does one against another where one document gives both: it
// means two things or two moments (12 founders, 13 members at the end of the day).
func figuresExclude(a, b Side) kg.Holding {
	lo1, hi1 := numbers(a)
	lo2, hi2 := numbers(b)
	switch {
	case lo1 <= hi2 && lo2 <= hi1, a.Date.Known() != b.Date.Known(), !a.Date.Overlaps(b.Date), oneDocument(a, b):
		return kg.No
	case isDay(a.Date) && isDay(b.Date) && a.Qualifier != about && b.Qualifier != about:
		return kg.Certain
	}
	return kg.Possible
}

// oneDocument says whether some document reports both numbers.
func oneDocument(a, b Side) bool {
	return slices.ContainsFunc(a.reportedBy, func(id kg.ID) bool { return slices.Contains(b.reportedBy, id) })
}

const about = "about" // the qualifier whose reach is a guess

func isDay(d kg.Date) bool { return d.Precision() == kg.PrecisionDay }

// numbers returns the smallest and the largest number that a figure can mean.
// "About" is taken as a tenth more or less, though nobody says how far it reaches.
func numbers(s Side) (lo, hi float64) {
	v, err := strconv.ParseFloat(s.Value, 64)
	if err != nil {
		return math.Inf(-1), math.Inf(1)
	}
	switch s.Qualifier {
	case "at_least":
		return v, math.Inf(1)
	case "over":
		return math.Nextafter(v, math.Inf(1)), math.Inf(1)
	case "up_to":
		return 0, v
	case about:
		return 0.9 * v, 1.1 * v
	}
	return v, v
}

// absencesExclude: none excludes some. Who is named by one source and not by another
// is none: each may name a few, at its time.
func absencesExclude(a, b Side) kg.Holding {
	return certainIf((a.Value == None) != (b.Value == None))
}

// None is the value of a claim that there is nothing: "funders = none".
const None = "none"

func certainIf(b bool) kg.Holding {
	if b {
		return kg.Certain
	}
	return kg.No
}
