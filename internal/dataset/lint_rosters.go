package dataset

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// lintRosters: a roster is of a group, for a scope that exists, and stands once
// (an undated one: once a source); as many names are recorded as it counts, and
// a complete one has everybody who was certainly on it that day.
func lintRosters(w *world) {
	type key struct {
		on                 kg.ID
		date, scope, cites string
	}
	seen := map[key]Place{}
	for _, r := range w.rosters {
		if w.node[r.on] == nil {
			w.dangling(r.at.in("group"), r.on, r.on, "a node")
			continue
		}
		k := key{r.on, r.val.Date.String(), r.val.Scope, ""}
		if !r.val.Date.Known() {
			k.cites = datapackage.FormatSources(r.val.Sources)
		}
		if at, twice := seen[k]; twice {
			w.find(Duplicate, r.at, r.on, "a roster of this group, date and scope stands in "+where(at), "keep one row with the sources of both; a number that another source reports is a figure")
			continue
		}
		seen[k] = r.at
		kind := rosterKind(w.node[r.on].val.Kind, r.val.Scope)
		if kind == "" {
			w.find(WrongEnds, r.at.in("group"), r.on, fmt.Sprintf("a %s has no roster of the scope %s", w.node[r.on].val.Kind, r.val.Scope), "name a group: a node that has members, signatories or participants")
			continue
		}
		if w.lintScope(r) && len(w.unread) == 0 {
			w.lintRoster(r, kind)
		}
	}
}

// rosterKind returns the kind of edges that a roster lists, "" for none.
func rosterKind(group kg.NodeKind, scope string) kg.EdgeKind {
	spec, _ := group.Spec()
	if founded, _ := kg.Founded.Spec(); scope == kg.ScopeFounders && slices.Contains(founded.To, group) {
		return kg.Founded
	}
	if scope == kg.ScopeFounders {
		return ""
	}
	return spec.Roster
}

func (w *world) lintScope(r placed[kg.Roster]) bool {
	scope := r.val.Scope
	switch {
	case scope == "": // reported when the row was read
		return false
	case scope == kg.ScopeAll || scope == kg.ScopeFounders:
	case strings.Contains(scope, ":"):
		if w.node[kg.ID(scope)] == nil {
			w.dangling(r.at.in("scope"), r.on, kg.ID(scope), "a node")
			return false
		}
	case !isCountry(scope):
		w.find(UnknownCode, r.at.in("scope"), r.on, quoted(scope)+" is no scope", "write all, founders, a country code in capitals or the id of a region")
		return false
	}
	return true
}

func (w *world) lintRoster(r placed[kg.Roster], kind kg.EdgeKind) {
	listed := map[kg.ID]bool{}
	for _, e := range w.into[r.on] {
		if w.onRoster(e.val, r) && w.counts(e.val, kind) && w.inScope(e.val.From, r.val.Scope) {
			listed[e.val.From] = true
		}
	}
	if n := r.val.Count; n >= 0 && n != len(listed) {
		w.find(RosterCount, r.at.in("count"), r.on, fmt.Sprintf("the roster of %s (%s, scope %s) counts %d, its edges are %d", r.on, dateText(r.val.Date), r.val.Scope, n, len(listed)),
			fmt.Sprintf("give each %s edge of a name on the list the roster's date in seen, or as a claim on seen, or mend the count", kind))
	}
	day := r.val.Date.Latest()
	if r.val.Status != "complete" || day == kg.End {
		return
	}
	for _, e := range w.into[r.on] {
		if !listed[e.val.From] && w.counts(e.val, kind) && w.inScope(e.val.From, r.val.Scope) && e.val.HoldsOn(day) == kg.Certain {
			w.find(RosterLacks, e.at, e.val.ID, fmt.Sprintf("certain on %s, but not on the complete roster of that day (%s)", day, where(r.at)),
				"make its dates a span where the sources contradict each other, or add the sighting")
		}
	}
}

// counts reports whether the edge is of the roster's kind and, for the kind's
// own roster, of a role that counts.
func (w *world) counts(e kg.Edge, kind kg.EdgeKind) bool {
	if e.Kind != kind {
		return false
	}
	return kind == kg.Founded || e.OnRoster(w.node[e.To].val.Kind)
}

// onRoster: a sighting, an exact-day since or a claim on the sightings has
// exactly the roster's date; of founders, the founding itself has it. An
// undated list has the edges that cite one of its sources.
func (w *world) onRoster(e kg.Edge, r placed[kg.Roster]) bool {
	date := r.val.Date
	if !date.Known() {
		return slices.ContainsFunc(e.Sources, func(c kg.Citation) bool { return citedBy(r.val, c) })
	}
	is := func(d kg.Date) bool { return d.String() == date.String() }
	switch {
	case slices.ContainsFunc(e.Seen, is):
		return true
	case is(e.Since) && (e.Since.Precision() == kg.PrecisionDay || r.val.Scope == kg.ScopeFounders):
		return true
	}
	return slices.ContainsFunc(w.claims[e.ID], func(c placed[kg.Claim]) bool {
		return c.val.Field == "seen" && slices.Contains(datapackage.SplitList(c.val.Value), date.String())
	})
}

func citedBy(r kg.Roster, c kg.Citation) bool {
	return slices.ContainsFunc(r.Sources, func(o kg.Citation) bool { return o.Source == c.Source })
}

// inScope: an actor is in a country by its own attribute, in a region if it
// reaches it by PART_OF, whatever the date.
func (w *world) inScope(actor kg.ID, scope string) bool {
	switch {
	case scope == kg.ScopeAll || scope == kg.ScopeFounders:
		return true
	case strings.Contains(scope, ":"):
		return w.partsOf(kg.ID(scope))[actor]
	}
	n := w.node[actor]
	if n == nil {
		return false
	}
	spec, _ := n.val.Kind.Spec()
	return slices.ContainsFunc(spec.Attrs, func(a kg.Attr) bool { return a.Type == kg.TypeCountry && n.val.Attrs[a.Name] == scope })
}

// partsOf returns what is part of a region, and what is part of that. It is
// gathered once a region.
func (w *world) partsOf(region kg.ID) map[kg.ID]bool {
	if parts, known := w.within[region]; known {
		return parts
	}
	parts := map[kg.ID]bool{}
	for next := []kg.ID{region}; len(next) > 0; {
		whole := next[0]
		next = next[1:]
		for _, part := range w.parts[whole] {
			if !parts[part] {
				parts[part] = true
				next = append(next, part)
			}
		}
	}
	w.within[region] = parts
	return parts
}

func dateText(d kg.Date) string {
	if !d.Known() {
		return "undated"
	}
	return d.String()
}
