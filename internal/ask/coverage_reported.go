package ask

import (
	"fmt"
	"math"
	"strconv"

	"citygraph/internal/issues"
	"citygraph/internal/kg"
	"citygraph/internal/projection"
)

// Reported is a number that a source reports of a group, beside what is recorded
// of the same time.
type Reported struct {
	Figure  kg.Figure
	Members *int   // recorded for sure on the figure's last day, or ever where it has no date; nil where the measure is not of members
	AtMost  *int   // recorded who may have belonged on some day of its date
	Others  *int   // further bodies of that sort that other relationships, other roles or left out evidence tie to the group then
	Missing *int   // how many are not recorded, at least; nil where that cannot be told
	Why     string // why Missing is nil; "" where it is not
}

// sorts says of which kinds of nodes a measure is a number that need not be one of
// the roster.
var sorts = map[string]kg.NodeKind{"cities": kg.City, "jurisdictions": kg.City, "organizations": kg.Organization}

// reported sets a figure beside who is recorded for its date. A number of those on
// the roster tells how many are missing: so many as all who are tied to the group
// cannot make up for. A number of cities or organizations tells it only where some
// are on the roster and nothing else ties any to the group; it may count otherwise.
func (a *CoverageAnswer) reported(f kg.Figure, group int, kind kg.EdgeKind) Reported {
	r := Reported{Figure: f}
	sort, general := sorts[f.Measure]
	value, err := strconv.ParseFloat(f.Value, 64)
	if issues.RosterMeasure(kind) != f.Measure && !general || err != nil {
		r.Why = fmt.Sprintf("a number of %s is not compared with %s relationships", f.Measure, kind)
		return r
	}
	counts := func(k kg.NodeKind) bool {
		spec, _ := k.Spec()
		return k == sort || !general && spec.Body
	}
	t := a.tiedAt(f.Date, group, kind, counts)
	members, atMost, others := len(t.sure), len(t.maybe), len(t.others)
	r.Members, r.AtMost, r.Others = &members, &atMost, &others
	least, ok := atLeast(f.Qualifier, value)
	missing := max(least-atMost-others, 0)
	switch {
	case !ok:
		r.Why = "the number is vague, or a bound from above"
	case general && least > atMost && others > 0:
		r.Why = fmt.Sprintf("%d further ones are tied to it in other ways: the number may count them", others)
	case general && least > atMost && !t.onRoster:
		r.Why = "none of that sort is on the roster: the number may count others"
	default:
		r.Missing = &missing
	}
	return r
}

// tiedThen are the bodies of a sort that are tied to a group at some time, by
// number.
type tiedThen struct {
	sure, maybe map[int]bool // on the roster
	others      map[int]bool // not on it, but tied otherwise
	onRoster    bool         // whether some are on it at any time
}

func (a *CoverageAnswer) tiedAt(d kg.Date, group int, kind kg.EdgeKind, counts func(kg.NodeKind) bool) tiedThen {
	t := tiedThen{map[int]bool{}, map[int]bool{}, map[int]bool{}, false}
	ever := *a
	ever.Assumptions.AsOf, ever.Assumptions.Certainty = nil, "" // the figure has a date of its own
	tie := func(body int, e projection.Edge, in bool) {
		if !counts(a.whole.projection.Kind(body)) {
			return
		}
		member := in && e.Kind == kind && ever.leavesOut(e, &Excluded{}) == nil
		t.onRoster = t.onRoster || member
		if member && (!d.Known() || e.Window.HoldsOn(d.Latest()) == kg.Certain) {
			t.sure[body] = true
		}
		switch then := e.Window.NotBefore <= d.Latest() && d.Earliest() <= e.Window.NotAfter; {
		case then && member:
			t.maybe[body] = true
		case then:
			t.others[body] = true
		}
	}
	for e := range a.whole.projection.In(group) {
		tie(e.From, e, true)
	}
	for e := range a.whole.projection.Out(group) {
		tie(e.To, e, false)
	}
	for body := range t.maybe {
		delete(t.others, body)
	}
	return t
}

// atLeast is the smallest whole number that a figure can mean; ok is false where
// it has no such bound, or is vague.
func atLeast(qualifier string, value float64) (n int, ok bool) {
	switch qualifier {
	case "exact", "at_least":
		return int(math.Ceil(value)), true
	case "over":
		return int(math.Floor(value)) + 1, true
	}
	return 0, false
}
