package kg

// Holding is a three-valued answer: whether an edge holds on a day.
type Holding string

// The three answers.
const (
	No       Holding = "NO"
	Possible Holding = "POSSIBLE"
	Certain  Holding = "CERTAIN"
)

// Window is when an edge can hold: not before NotBefore, certainly from
// CertainFrom to CertainTo (empty where they cross), not after NotAfter. All
// bounds are included; Beginning and End mean that there is none.
type Window struct {
	NotBefore, CertainFrom, CertainTo, NotAfter Day
}

// HoldsOn answers whether an edge with this window holds on day d.
func (w Window) HoldsOn(d Day) Holding {
	switch {
	case d < w.NotBefore || d > w.NotAfter:
		return No
	case w.CertainFrom <= d && d <= w.CertainTo:
		return Certain
	}
	return Possible
}

// Window returns when the edge can hold. A deed, once done, stays done. A state
// (since s0..s1, until u0..u1, first and last sighting f and l) can hold from
// s0 to u1 and certainly holds from min(s1, f) to max(u0, l); an open or absent
// bound counts as s0 = u0 = −∞ and s1 = u1 = +∞, an absent sighting as
// f = +∞ and l = −∞.
func (e Edge) Window() Window {
	spec, _ := e.Kind.Spec()
	if spec.Form == Deed {
		return Window{e.Since.Earliest(), e.Since.Latest(), End, End}
	}
	first, last := sightings(e.Since, e.Until, e.Seen)
	return Window{
		NotBefore:   e.Since.Earliest(),
		CertainFrom: min(e.Since.Latest(), first),
		CertainTo:   max(e.Until.Earliest(), last),
		NotAfter:    e.Until.Latest(),
	}
}

// HoldsOn answers whether the edge holds on day d; for a deed: whether it had
// been done by then.
func (e Edge) HoldsOn(d Day) Holding { return e.Window().HoldsOn(d) }

// sightings returns f and l: the day by which the state shows to hold, and the
// last day on which it does; End and Beginning without a sighting. An exact-day
// since or until is a sighting too.
func sightings(since, until Date, seen []Date) (first, last Day) {
	first, last = End, Beginning
	for _, s := range seen {
		first, last = min(first, s.Latest()), max(last, lastShown(s))
	}
	for _, s := range []Date{since, until} {
		if s.precision == PrecisionDay {
			first, last = min(first, s.lo), max(last, s.lo)
		}
	}
	return first, last
}

// lastShown: a day or month counts as its last day; of a year or a span we know
// only that some day of it was seen, so its first day is all that is sure.
func lastShown(s Date) Day {
	if s.precision == PrecisionDay || s.precision == PrecisionMonth {
		return s.hi
	}
	return s.Earliest()
}

// LastSeen returns the last day on which a source shows the state as holding,
// by the reading of HoldsOn; ok is false where none does, and for deeds.
func (e Edge) LastSeen() (day Day, ok bool) {
	spec, _ := e.Kind.Spec()
	if spec.Form == Deed {
		return 0, false
	}
	_, last := sightings(e.Since, e.Until, e.Seen)
	return last, last != Beginning
}
