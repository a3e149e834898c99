package dataset

import (
	"slices"
	"strings"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// evidence are the columns that say how a row is known, not what it says.
var evidence = []string{"basis", "sources"}

// sameRow names the columns by which two rows of one record that differ are taken
// for one row that was changed, if they also have a source in common. A table that
// is not here has one row a record.
var sameRow = map[string][]string{
	"names":       {"name"},
	"figures":     {"measure", "date"},
	"rosters":     {"date", "scope"},
	"claims":      {"field"},
	"corrections": {"date", "was"},
}

// rowPair is a row as it was and as it is; nil where there is none.
type rowPair struct{ was, is []string }

// pairRows pairs the rows of one record in one table: first those that are the
// same, then those that differ in their evidence alone, then those that are the
// same by sameRow. What is left was withdrawn or added.
func pairRows(t *datapackage.Table, old, now [][]string) []rowPair {
	by, several := sameRow[t.Name]
	if !several {
		return pairOne(old, now)
	}
	p := &pairing{t: t, old: old, now: now, taken: make([]bool, len(now)), done: make([]bool, len(old))}
	says := slices.DeleteFunc(t.Header(), func(c string) bool { return slices.Contains(evidence, c) })
	p.pass(func(row []string) []string { return []string{cellsOf(t, row, t.Header())} })
	p.pass(func(row []string) []string { return withSources(t, row, says) })
	p.pass(func(row []string) []string { return []string{cellsOf(t, row, says)} })
	p.pass(func(row []string) []string { return withSources(t, row, by) })
	for i, row := range old {
		if !p.done[i] {
			p.pairs = append(p.pairs, rowPair{was: row})
		}
	}
	for i, row := range now {
		if !p.taken[i] {
			p.pairs = append(p.pairs, rowPair{is: row})
		}
	}
	return p.pairs
}

// pairOne pairs where a record has one row at most.
func pairOne(old, now [][]string) []rowPair {
	var p rowPair
	if len(old) > 0 {
		p.was = old[0]
	}
	if len(now) > 0 {
		p.is = now[0]
	}
	if p.was == nil && p.is == nil {
		return nil
	}
	return []rowPair{p}
}

type pairing struct {
	t           *datapackage.Table
	old, now    [][]string
	done, taken []bool
	pairs       []rowPair
}

// pass pairs rows that share one of their keys, each with the first one that is
// left.
func (p *pairing) pass(keys func(row []string) []string) {
	left := map[string][]int{}
	for i, row := range p.now {
		if !p.taken[i] {
			for _, k := range keys(row) {
				left[k] = append(left[k], i)
			}
		}
	}
	for i, row := range p.old {
		if p.done[i] {
			continue
		}
		for _, k := range keys(row) {
			queue := left[k]
			for len(queue) > 0 && p.taken[queue[0]] {
				queue = queue[1:]
			}
			left[k] = queue
			if len(queue) > 0 {
				p.done[i], p.taken[queue[0]] = true, true
				p.pairs = append(p.pairs, rowPair{row, p.now[queue[0]]})
				break
			}
		}
	}
}

func cellOf(t *datapackage.Table, row []string, column string) string {
	i := slices.IndexFunc(t.Columns, func(c datapackage.Column) bool { return c.Name == column })
	if i < 0 || row == nil {
		return ""
	}
	return row[i]
}

func cellsOf(t *datapackage.Table, row, columns []string) string {
	var b strings.Builder
	for _, c := range columns {
		b.WriteString(cellOf(t, row, c))
		b.WriteByte(0)
	}
	return b.String()
}

// withSources returns a key for each source that the row cites; one where the
// table has no sources.
func withSources(t *datapackage.Table, row, columns []string) []string {
	cells := cellsOf(t, row, columns)
	if _, ok := t.Column("sources"); !ok {
		return []string{cells}
	}
	var keys []string
	for _, id := range citedIn(cellOf(t, row, "sources")) {
		keys = append(keys, cells+string(id))
	}
	return keys
}

// citedIn returns the sources of a cell, each once.
func citedIn(cell string) (ids []kg.ID) {
	cs, _ := datapackage.ParseSources(cell) // it was written by FormatSources
	for _, c := range cs {
		if !slices.Contains(ids, c.Source) {
			ids = append(ids, c.Source)
		}
	}
	return ids
}

// change tells the fields in which the two differ; none where they do not. The
// column that names the record is not among them.
func (p rowPair) change(t *datapackage.Table) Change {
	c := Change{Form: Changed, File: t.Path, was: p.was, now: p.is}
	switch {
	case p.was == nil:
		c.Form = Added
	case p.is == nil:
		c.Form = Withdrawn
	}
	for i, column := range t.Columns {
		f := FieldChange{Field: column.Name}
		if p.was != nil {
			f.Was = p.was[i]
		}
		if p.is != nil {
			f.Is = p.is[i]
		}
		if f.Was != f.Is && (i > 0 || t.Edge != "") {
			c.Fields = append(c.Fields, f)
		}
	}
	return c
}
