package dataset

import (
	"fmt"
	"slices"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// claimable returns the column that a claim's field names on this record, and
// whether a claim may speak of the field at all: of a column (but for ids, ends
// and evidence), of the inverse name of an edge kind, or by a claim-only word.
func (w *world) claimable(id kg.ID, field string) (column kg.Attr, isColumn, ok bool) {
	if slices.ContainsFunc(kg.ClaimWords, func(c kg.ClaimWord) bool { return c.Name == field }) {
		return kg.Attr{}, false, true
	}
	for _, a := range w.columns(id) {
		if a.Name == field {
			return a, true, true
		}
	}
	n := w.node[id]
	return kg.Attr{}, false, n != nil && slices.ContainsFunc(kg.EdgeKinds, func(s kg.EdgeSpec) bool {
		return s.Inverse == field && slices.Contains(s.To, n.val.Kind)
	})
}

// columns are those of a record on which sources can differ.
func (w *world) columns(id kg.ID) []kg.Attr {
	if n := w.node[id]; n != nil {
		return claimColumns[string(n.val.Kind)]
	}
	if e := w.edge[id]; e != nil {
		return claimColumns[string(e.val.Kind)]
	}
	return nil
}

var claimColumns = func() map[string][]kg.Attr {
	all := map[string][]kg.Attr{}
	for _, s := range kg.NodeKinds {
		all[string(s.Kind)] = append([]kg.Attr{{Name: "name", Type: kg.TypeText}}, s.Attrs...)
	}
	for _, s := range kg.EdgeKinds {
		all[string(s.Kind)] = append([]kg.Attr{
			{Name: "since", Type: kg.TypeDate}, {Name: "until", Type: kg.TypeDate}, {Name: "seen", Type: datapackage.TypeDates},
		}, s.AllAttrs()...)
	}
	return all
}()

// lintClaimFields: a claim is of a record that exists, on a field that it can
// have, with a value of the field's type, and stands once.
func lintClaimFields(w *world) {
	type key struct {
		on           kg.ID
		field, value string
		source       kg.Citation
	}
	seen := map[key]Place{}
	for _, p := range w.draft.claims {
		if !w.exists(p.on) {
			w.dangling(p.at.in("record"), p.on, p.on, "a record")
			continue
		}
		column, isColumn, ok := w.claimable(p.on, p.val.Field)
		if !ok {
			w.find(UnknownField, p.at.in("field"), p.on, fmt.Sprintf("%s has no field %s", p.on, quoted(p.val.Field)),
				"name a column of its file, an inverse name such as members, or one of the claim-only words (docs/vocabulary.md)")
			continue
		}
		if problem := checkValue(column, p.val.Value); isColumn && p.val.Value != "" && problem.message != "" {
			w.out.addProblem(p.at.in("value"), p.on, problem)
		} else if to := kg.ID(p.val.Value); column.Type == kg.TypeID && to != "" && !w.exists(to) {
			w.dangling(p.at.in("value"), p.on, to, "a record")
		}
		for _, c := range p.val.Sources {
			k := key{p.on, p.val.Field, p.val.Value, c}
			if at, twice := seen[k]; twice {
				w.find(Duplicate, p.at, p.on, "the same claim stands in "+where(at), "keep one of the rows")
				break
			}
			seen[k] = p.at
		}
	}
}

// lintCover: where a field has claims, the row carries one of them or, for
// dates that share no day, the smallest span that covers them. Sightings are a list: those that
// are contradicted stand in claims alone.
func lintCover(w *world) {
	for id, claims := range w.claims {
		byField := map[string][]string{}
		for _, c := range claims {
			byField[c.val.Field] = append(byField[c.val.Field], c.val.Value)
		}
		for field, values := range byField {
			column, isColumn, _ := w.claimable(id, field)
			if !isColumn || column.Type == datapackage.TypeDates {
				continue
			}
			have, at := w.carried(id, field)
			if !covered(column, have, values) {
				slices.Sort(values)
				w.find(Uncovered, at, id, fmt.Sprintf("%s is %s, but the claims on it are %q", field, quoted(have), slices.Compact(values)), coverMend(column, values))
			}
		}
	}
}

// carried returns the value in the record's own row, and where it stands.
func (w *world) carried(id kg.ID, field string) (string, Place) {
	if n := w.node[id]; n != nil {
		if field == "name" {
			return n.val.Name, n.at.in(field)
		}
		return n.val.Attrs[field], n.at.in(field)
	}
	e := w.edge[id]
	switch field {
	case "since":
		return e.val.Since.String(), e.at.in(field)
	case "until":
		return e.val.Until.String(), e.at.in(field)
	}
	return e.val.Attrs[field], e.at.in(field)
}

// covered reports whether the row's value is one of the claimed ones and, where
// claimed dates share no day, the smallest span of them: neither is picked, and
// the disputed time is possible. A date that only widens another claim is
// refined by it and does not count.
func covered(column kg.Attr, have string, values []string) bool {
	dates := refined(column, values)
	if slices.Contains(values, have) && !disjoint(dates) {
		return true
	}
	lo, hi := span(dates)
	d, err := kg.ParseDate(have)
	return len(dates) > 0 && err == nil && d.Known() && d.Earliest() == lo && d.Latest() == hi
}

// refined returns the claimed dates without those that cover a narrower one.
func refined(column kg.Attr, values []string) []kg.Date {
	if column.Type != kg.TypeDate {
		return nil
	}
	var dates []kg.Date
	for _, v := range values {
		if d, err := kg.ParseDate(v); err == nil && d.Known() {
			dates = append(dates, d)
		}
	}
	return slices.DeleteFunc(slices.Clone(dates), func(wide kg.Date) bool {
		return slices.ContainsFunc(dates, func(d kg.Date) bool { return wide.Covers(d) && !d.Covers(wide) })
	})
}

// disjoint reports whether two of the dates share no day.
func disjoint(dates []kg.Date) bool {
	for i, d := range dates {
		if slices.ContainsFunc(dates[:i], func(o kg.Date) bool { return !d.Overlaps(o) }) {
			return true
		}
	}
	return false
}

// span returns the bounds of the smallest span that covers the dates.
func span(dates []kg.Date) (lo, hi kg.Day) {
	lo, hi = kg.End, kg.Beginning
	for _, d := range dates {
		lo, hi = min(lo, d.Earliest()), max(hi, d.Latest())
	}
	return lo, hi
}

func coverMend(column kg.Attr, values []string) string {
	dates := refined(column, values)
	if len(dates) == 0 {
		return "carry one of the claimed values in the row"
	}
	lo, hi := span(dates)
	text := func(d kg.Day) string {
		if d == kg.Beginning || d == kg.End {
			return ""
		}
		return d.String()
	}
	return fmt.Sprintf("carry one of the claimed values in the row, or where they exclude each other the span of all: [%s..%s]", text(lo), text(hi))
}
