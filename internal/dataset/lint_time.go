package dataset

import (
	"fmt"

	"citygraph/internal/kg"
)

// inOrder names attributes of which the first cannot come after the second.
var inOrder = []struct {
	kind          kg.NodeKind
	before, after string
}{
	{kg.Initiative, "started", "ended"},
	{kg.Source, "published", "retrieved"},
}

// lintTimes: nothing ends before it began, a sighting lies inside the bounds of
// its edge, and a deed has no end.
func lintTimes(w *world) {
	for _, e := range w.edges {
		w.lintEdgeTimes(e)
	}
	for _, n := range w.nodes {
		for _, o := range inOrder {
			before, after := n.val.Attrs[o.before], n.val.Attrs[o.after]
			if n.val.Kind == o.kind && before != "" && after != "" && kg.MustDate(after).Latest() < kg.MustDate(before).Earliest() {
				w.find(EndBeforeStart, n.at.in(o.after), n.val.ID, fmt.Sprintf("%s %s lies before %s %s", o.after, after, o.before, before), "look again at both dates")
			}
		}
	}
}

func (w *world) lintEdgeTimes(e placed[kg.Edge]) {
	v := e.val
	spec, _ := v.Kind.Spec()
	if spec.Form == kg.Deed && v.Until.Known() {
		w.find(BadValue, e.at.in("until"), v.ID, fmt.Sprintf("%s is a deed, which has no end", v.Kind), "leave the cell empty; when it was done stands in since")
	}
	if v.Until.Latest() < v.Since.Earliest() {
		w.find(EndBeforeStart, e.at.in("until"), v.ID, fmt.Sprintf("until %s lies before since %s", v.Until, v.Since), "look again at both dates")
		return
	}
	for _, s := range v.Seen {
		switch {
		case s.Latest() < v.Since.Earliest():
			w.find(OutOfBounds, e.at.in("seen"), v.ID, fmt.Sprintf("seen %s, before since %s", s, v.Since), "widen since, or make the sighting a claim on seen if another source contradicts it")
		case s.Earliest() > v.Until.Latest():
			w.find(OutOfBounds, e.at.in("seen"), v.ID, fmt.Sprintf("seen %s, after until %s", s, v.Until), "widen until, or make the sighting a claim on seen if another source contradicts it")
		}
	}
}
