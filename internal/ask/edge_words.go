package ask

import (
	"strings"

	"citygraph/internal/kg"
)

// beside is what must stand beside the verb of an edge, in brackets behind a blank:
// when it was done or held, and that it is only implied. "" where there is nothing to
// say.
func beside(e kg.Edge) string {
	var parts []string
	if when := whenInWords(e); when != "" {
		parts = append(parts, when)
	}
	if e.Basis == kg.Implied {
		words := "implied"
		if w := e.Attrs["wording"]; w != "" {
			words += ": “" + w + "”" // as the source says
		}
		parts = append(parts, words)
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// whenInWords says when a deed was done, or a state held: "since 2016, last seen
// 2021-06". A state is in the present tense, so one without dates is called undated.
func whenInWords(e kg.Edge) string {
	spec, _ := e.Kind.Spec()
	since, until := dateInWords(e.Since), dateInWords(e.Until)
	first, last := seenBetween(e.Seen)
	switch {
	case spec.Form == kg.Deed:
		return since
	case since != "" && since == until:
		return since
	case since != "" && until != "":
		return "from " + since + " until " + until
	case until != "":
		return "until " + until
	case since != "" && last.Known() && last.Latest() > e.Since.Latest():
		return "since " + since + ", last seen " + dateInWords(last)
	case since != "":
		return "since " + since
	case !last.Known():
		return "undated"
	case first == last:
		return "seen " + dateInWords(first)
	}
	return "seen from " + dateInWords(first) + " to " + dateInWords(last)
}

// seenBetween returns the first and the last sighting; unknown where there is none.
func seenBetween(seen []kg.Date) (first, last kg.Date) {
	for i, d := range seen {
		if i == 0 || d.Compare(first) < 0 {
			first = d
		}
		if i == 0 || d.Latest() > last.Latest() {
			last = d
		}
	}
	return first, last
}

// dateInWords reads an EDTF date out: "[2018..2019-06]" is "between 2018 and 2019-06",
// "2019~" is "about 2019". "" where unknown.
func dateInWords(d kg.Date) string {
	if plain, ok := strings.CutSuffix(d.String(), "~"); ok {
		return "about " + plain
	}
	span, ok := strings.CutPrefix(d.String(), "[")
	if !ok {
		return d.String()
	}
	from, to, _ := strings.Cut(strings.TrimSuffix(span, "]"), "..")
	switch {
	case from == "":
		return to + " or before"
	case to == "":
		return from + " or later"
	}
	return "between " + from + " and " + to
}
