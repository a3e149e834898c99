package dataset

import (
	"slices"
	"strings"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// loss is something that a row said and that the dataset no longer says, in texts
// as corrections.csv has them: `field value`.
type loss struct {
	column string
	was    string
	is     string // "" where nothing took its place
}

// losses lists what a changed or withdrawn row of a record that still lives no
// longer says. A row of names.csv and its like counts as one value.
func (a *against) losses(t *datapackage.Table, c Change) []loss {
	if _, part := sameRow[t.Name]; part {
		return a.partLosses(t, c)
	}
	var all []loss
	for _, f := range c.Fields {
		switch was := a.lost(t, c.Record, f); {
		case was == "":
		case f.Is == "" || was != f.Was: // removed, or some of a list
			all = append(all, loss{f.Field, f.Field + " " + was, ""})
		default:
			all = append(all, loss{f.Field, f.Field + " " + was, f.Field + " " + f.Is})
		}
	}
	return all
}

// lost returns what of a field's old value is neither in its new one nor claimed;
// "" where nothing is lost.
func (a *against) lost(t *datapackage.Table, id kg.ID, f FieldChange) string {
	column, _ := t.Column(f.Field)
	switch {
	case f.Was == "", f.Field == "description", f.Field == "impliedBy", f.Field == "id":
		return ""
	case f.Field == "sources":
		return datapackage.FormatList(lostSources(f.Was, f.Is))
	case column.Type == datapackage.TypeDates:
		now := append(datapackage.SplitList(f.Is), a.claimed(id, f.Field)...)
		return datapackage.FormatList(slices.DeleteFunc(datapackage.SplitList(f.Was), func(d string) bool { return refinedBy(d, now) }))
	case column.Type == kg.TypeDate && f.Is != "" && refinedBy(f.Was, []string{f.Is}):
		return ""
	case slices.Contains(a.claimed(id, f.Field), f.Was):
		return ""
	}
	return f.Was
}

func (a *against) partLosses(t *datapackage.Table, c Change) []loss {
	was := partText(t, c.was)
	if sources := lostSources(cellOf(t, c.was, "sources"), cellOf(t, c.now, "sources")); c.Form == Changed && len(sources) > 0 {
		return []loss{{"sources", was + " sources " + datapackage.FormatList(sources), ""}}
	}
	if c.Form == Changed && cellOf(t, c.now, "basis") == string(kg.Implied) {
		return []loss{{"basis", was + " stated", was + " implied"}}
	}
	if is := partText(t, c.now); a.keeps(t, c) || is == was {
		return nil
	} else if c.Form == Changed {
		return []loss{{"", was, is}}
	}
	return []loss{{"", was, ""}}
}

// partText is a row of names.csv or its like in one line, without its record and
// its evidence: `figures members exact 36 2024-08`.
func partText(t *datapackage.Table, row []string) string {
	if row == nil {
		return ""
	}
	texts := []string{t.Name}
	for i, c := range t.Columns {
		if i > 0 && row[i] != "" && !slices.Contains(evidence, c.Name) {
			texts = append(texts, row[i])
		}
	}
	return strings.Join(texts, " ")
}

// keeps reports whether what a row of names.csv or its like said is still said:
// elsewhere in the table, by the record's own row, or by a list of which more is
// recorded.
func (a *against) keeps(t *datapackage.Table, c Change) bool {
	cell := func(column string) string { return cellOf(t, c.was, column) }
	switch now := a.alive[c.Record].(type) {
	case kg.Node:
		switch t.Name {
		case "names":
			return now.Name == cell("name") || slices.ContainsFunc(now.Names, func(n kg.Name) bool {
				return n.Text == cell("name") && n.Lang == cell("lang") && n.Kind == cell("kind")
			})
		case "rosters":
			return c.Form == Changed && growing(cell("status"), cellOf(t, c.now, "status")) && (cell("count") == "" || cell("count") == cellOf(t, c.now, "count"))
		case "claims":
			return now.Attrs[cell("field")] == cell("value") || cell("field") == "name" && now.Name == cell("value") || slices.Contains(a.claimed(c.Record, cell("field")), cell("value"))
		}
	case kg.Edge:
		field, value := cell("field"), cell("value")
		carried := map[string]string{"since": now.Since.String(), "until": now.Until.String()}[field]
		return now.Attrs[field] == value || carried == value || slices.Contains(a.claimed(c.Record, field), value) ||
			field == "seen" && !slices.ContainsFunc(datapackage.SplitList(value), func(d string) bool { return !slices.Contains(now.Seen, kg.MustDate(d)) })
	}
	return false
}

// growing: of a list as much is recorded as was, or more.
func growing(was, is string) bool {
	return slices.Index(kg.RosterStatuses, is) <= slices.Index(kg.RosterStatuses, was)
}

// claimed returns the values that the dataset has as claims on a field.
func (a *against) claimed(id kg.ID, field string) (values []string) {
	var claims []kg.Claim
	switch r := a.alive[id].(type) {
	case kg.Node:
		claims = r.Claims
	case kg.Edge:
		claims = r.Claims
	}
	for _, c := range claims {
		if c.Field == field {
			values = append(values, c.Value)
			values = append(values, datapackage.SplitList(c.Value)...)
		}
	}
	return values
}

// refinedBy reports whether one of the dates says what d says, or more exactly.
func refinedBy(d string, by []string) bool {
	wide := kg.MustDate(d)
	return slices.ContainsFunc(by, func(text string) bool {
		x, err := kg.ParseDate(text)
		return err == nil && x.Known() && x.Earliest() >= wide.Earliest() && x.Latest() <= wide.Latest()
	})
}

func lostSources(was, is string) []kg.ID {
	now := citedIn(is)
	return slices.DeleteFunc(citedIn(was), func(id kg.ID) bool { return slices.Contains(now, id) })
}
