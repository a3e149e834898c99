package dataset

import (
	"cmp"
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
		spec, _ := n.val.Kind.Spec()
		return append([]kg.Attr{{Name: "name", Type: kg.TypeText}}, spec.Attrs...)
	}
	if e := w.edge[id]; e != nil {
		spec, _ := e.val.Kind.Spec()
		return append([]kg.Attr{
			{Name: "since", Type: kg.TypeDate}, {Name: "until", Type: kg.TypeDate}, {Name: "seen", Type: datapackage.TypeDates},
		}, spec.AllAttrs()...)
	}
	return nil
}

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
// dates, the smallest span that covers them. Sightings are a list: those that
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

func covered(column kg.Attr, have string, values []string) bool {
	if slices.Contains(values, have) {
		return true
	}
	lo, hi, ok := span(column, values)
	d, err := kg.ParseDate(have)
	return ok && err == nil && d.Known() && d.Earliest() == lo && d.Latest() == hi
}

// span returns the smallest span that covers the dates; ok is false where they
// are no dates.
func span(column kg.Attr, values []string) (lo, hi kg.Day, ok bool) {
	if column.Type != kg.TypeDate {
		return 0, 0, false
	}
	var dates []kg.Date
	for _, v := range values {
		if d, err := kg.ParseDate(v); err == nil && d.Known() {
			dates = append(dates, d)
		}
	}
	if len(dates) == 0 {
		return 0, 0, false
	}
	lo = slices.MinFunc(dates, func(a, b kg.Date) int { return cmp.Compare(a.Earliest(), b.Earliest()) }).Earliest()
	hi = slices.MaxFunc(dates, func(a, b kg.Date) int { return cmp.Compare(a.Latest(), b.Latest()) }).Latest()
	return lo, hi, true
}

func coverMend(column kg.Attr, values []string) string {
	lo, hi, ok := span(column, values)
	if !ok {
		return "carry one of the claimed values in the row"
	}
	text := func(d kg.Day) string {
		if d == kg.Beginning || d == kg.End {
			return ""
		}
		return d.String()
	}
	return fmt.Sprintf("carry one of the claimed values in the row, or where they exclude each other the span of all: [%s..%s]", text(lo), text(hi))
}
