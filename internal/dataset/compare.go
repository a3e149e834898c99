package dataset

import (
	"cmp"
	"slices"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// Form is what became of a row.
type Form string

// The three forms.
const (
	Added     Form = "added"
	Changed   Form = "changed"
	Withdrawn Form = "withdrawn"
)

// Change is what became of one row between two editions of a dataset.
type Change struct {
	Form   Form          `json:"form"`
	File   string        `json:"file"`   // the table: nodes/city.csv; datapackage.json for the head
	Record kg.ID         `json:"record"` // "" for the head
	Fields []FieldChange `json:"fields"` // in the order of the columns

	table    int // place in datapackage.Tables
	was, now []string
}

// FieldChange is what a column said, and what it says; "" where nothing.
type FieldChange struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Is    string `json:"is"`
}

// compare lists what became of every row, by table and id. Each row of either
// dataset is in one change at most, and those that are the same are in none.
// Accompanying files are not compared.
func compare(old, now *Dataset) []Change {
	c := &comparer{changes: compareHeads(old.Head, now.Head)}
	sideBySide(old.Nodes, now.Nodes, c.record)
	sideBySide(old.Edges, now.Edges, c.record)
	sideBySide(old.Retired, now.Retired, c.record)
	sideBySide(old.Corrections, now.Corrections, c.record)
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.Record, b.Record))
	})
	return c.changes
}

func compareHeads(old, now kg.Dataset) []Change {
	var fields []FieldChange
	for _, f := range []FieldChange{
		{"name", old.Name, now.Name}, {"title", old.Title, now.Title}, {"version", old.Version, now.Version},
		{"licenses", old.License, now.License}, {"citation", old.Citation, now.Citation},
	} {
		if f.Was != f.Is {
			fields = append(fields, f)
		}
	}
	if fields == nil {
		return nil
	}
	return []Change{{Form: Changed, File: datapackage.File, Fields: fields, table: -1}}
}

// sideBySide hands over the records of each id from both lists, which are sorted
// by id; one of the two may have none.
func sideBySide[R kg.Record](old, now []R, use func(old, now []kg.Record)) {
	take := func(rs []R, id kg.ID) ([]kg.Record, []R) {
		var taken []kg.Record
		for len(rs) > 0 && rs[0].RecordID() == id {
			taken, rs = append(taken, rs[0]), rs[1:]
		}
		return taken, rs
	}
	for len(old)+len(now) > 0 {
		var id kg.ID
		switch {
		case len(old) == 0:
			id = now[0].RecordID()
		case len(now) == 0:
			id = old[0].RecordID()
		default:
			id = min(old[0].RecordID(), now[0].RecordID())
		}
		var was, is []kg.Record
		was, old = take(old, id)
		is, now = take(now, id)
		use(was, is)
	}
}

type comparer struct{ changes []Change }

// record compares the rows of the records of one id, table by table.
func (c *comparer) record(old, now []kg.Record) {
	one := slices.Concat(old, now)[0]
	for _, i := range tablesOf(one) {
		t := &datapackage.Tables[i]
		was, is := rowsOf(t, old), rowsOf(t, now)
		for _, p := range pairRows(t, was, is) {
			if change := p.change(t); change.Fields != nil {
				change.table, change.Record = i, one.RecordID()
				c.changes = append(c.changes, change)
			}
		}
	}
}

// tablesOf returns the places of the tables in which the record can have rows.
func tablesOf(r kg.Record) []int {
	switch r := r.(type) {
	case kg.Node:
		return tablesOfKind[string(r.Kind)]
	case kg.Edge:
		return tablesOfKind[string(r.Kind)]
	case kg.Retired:
		return tablesOfKind["retired"]
	}
	return tablesOfKind["corrections"]
}

var tablesOfKind = func() map[string][]int {
	all := map[string][]int{}
	add := func(key, table string) {
		i := slices.IndexFunc(datapackage.Tables, func(t datapackage.Table) bool { return t.Name == table })
		all[key] = append(all[key], i)
	}
	for _, t := range datapackage.Tables {
		switch {
		case t.Node != "":
			for _, table := range []string{t.Name, "names", "figures", "rosters", "claims"} {
				add(string(t.Node), table)
			}
		case t.Edge != "":
			add(string(t.Edge), t.Name)
			add(string(t.Edge), "claims")
		}
	}
	add("retired", "retired")
	add("corrections", "corrections")
	return all
}()

func rowsOf(t *datapackage.Table, records []kg.Record) (rows [][]string) {
	for _, r := range records {
		rows = append(rows, t.Rows(r)...)
	}
	return rows
}
