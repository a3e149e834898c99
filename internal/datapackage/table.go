package datapackage

import (
	"slices"
	"strconv"

	"citygraph/internal/kg"
)

// Types of columns beside those of attributes.
const (
	TypeIDs     kg.Type = "ids"     // ids of records, separated by "; "
	TypeDates   kg.Type = "dates"   // EDTF dates, separated by "; "
	TypeSources kg.Type = "sources" // citations, see ParseSources
)

// Column is one column of a table.
type Column struct {
	kg.Attr
	Required bool        // the column must be there, and none of its cells empty
	Refers   kg.NodeKind // for TypeID: the one kind that it may name, "" where there are several
}

// Table is one file of a dataset folder.
type Table struct {
	Name    string      // of the resource: "edges-member-of"
	Path    string      // in the folder, with slashes: "edges/member-of.csv"
	Node    kg.NodeKind // for a file of nodes
	Edge    kg.EdgeKind // for a file of edges
	Doc     string
	Key     []string // columns that together occur once
	Columns []Column // in the order in which they stand
	rows    func(t Table, r kg.Record) [][]string
}

// Tables lists every table that a dataset folder may have, in the order in
// which they are read and written.
var Tables = tables()

// ByPath returns the table with this path.
func ByPath(path string) (Table, bool) {
	i := slices.IndexFunc(Tables, func(t Table) bool { return t.Path == path })
	if i < 0 {
		return Table{}, false
	}
	return Tables[i], true
}

// Column returns the column of this name.
func (t Table) Column(name string) (Column, bool) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return Column{}, false
	}
	return t.Columns[i], true
}

// Header returns the names of all columns.
func (t Table) Header() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Rows returns the rows that a record has in this table, cells in the order of
// Columns; none where it has none here.
func (t Table) Rows(r kg.Record) [][]string { return t.rows(t, r) }

func tables() []Table {
	var all []Table
	for _, s := range kg.NodeKinds {
		all = append(all, nodeTable(s))
	}
	for _, s := range kg.EdgeKinds {
		all = append(all, edgeTable(s))
	}
	return append(all, partTables...)
}

func nodeTable(s kg.NodeSpec) Table {
	cols := []Column{
		need("id", kg.TypeID, "Id of the record, for good: the kind, a colon and the folded name.", s.Kind.Prefix()+":example"),
		need("name", kg.TypeText, "Canonical name; other names stand in names.csv.", "Example"),
	}
	cols = append(cols, attrColumns(s.Attrs)...)
	if s.Kind != kg.Source {
		cols = append(cols, basisColumn, sourcesColumn)
	}
	return Table{
		Name: "nodes-" + s.Kind.Prefix(), Path: s.File(), Node: s.Kind, Doc: s.Doc,
		Key: []string{"id"}, Columns: cols, rows: nodeRows,
	}
}

func edgeTable(s kg.EdgeSpec) Table {
	from := need("from", kg.TypeID, "Id of the node that "+s.Says+" the other.", exampleEnd(s.From))
	from.Refers = only(s.From)
	to := need("to", kg.TypeID, "Id of the node at the other end: it "+s.SaysBack+" the first.", exampleEnd(s.To))
	to.Refers = only(s.To)
	cols := []Column{
		may("id", kg.TypeID, "Id of the edge; only where the computed one is taken.", ""),
		from, to,
		may("stint", kg.TypeInteger, "Number of the episode where one kind of edge stands several times between the same ends; empty for the first or only one.", "2"),
		may("since", kg.TypeDate, sinceDoc(s.Form), "2021-06"),
		may("until", kg.TypeDate, untilDoc(s.Form), "2023"),
		may("seen", TypeDates, "Days on which a source shows it as holding, EDTF dates separated by `; `.", "2021-06-25; 2024-08"),
	}
	cols = append(cols, attrColumns(s.AllAttrs())...)
	cols = append(cols,
		may("impliedBy", TypeIDs, "Edges from which this one was inferred, ids separated by `; `.", ""),
		basisColumn, sourcesColumn)
	return Table{
		Name: "edges-" + s.Kind.Prefix(), Path: s.File(), Edge: s.Kind, Doc: s.Doc,
		Key: []string{"from", "to", "stint"}, Columns: cols, rows: edgeRows,
	}
}

func sinceDoc(f kg.Form) string {
	if f == kg.Deed {
		return "When it was done, as an EDTF date; empty where no source says."
	}
	return "When it began, as an EDTF date; empty where no source says."
}

func untilDoc(f kg.Form) string {
	if f == kg.Deed {
		return "Empty: a deed, once done, stays done."
	}
	return "The last day on which it held, as an EDTF date; empty where no source says."
}

func exampleEnd(kinds []kg.NodeKind) string { return kinds[0].Prefix() + ":example" }

func only(kinds []kg.NodeKind) kg.NodeKind {
	if len(kinds) == 1 {
		return kinds[0]
	}
	return ""
}

func attrColumns(attrs []kg.Attr) []Column {
	cols := make([]Column, len(attrs))
	for i, a := range attrs {
		cols[i] = Column{Attr: a}
	}
	return cols
}

func need(name string, t kg.Type, doc, example string) Column {
	c := may(name, t, doc, example)
	c.Required = true
	return c
}

func may(name string, t kg.Type, doc, example string) Column {
	return Column{Attr: kg.Attr{Name: name, Type: t, Doc: doc, Example: example}}
}

func list(name string, values []string, doc, example string) Column {
	c := need(name, kg.TypeEnum, doc, example)
	c.Values = values
	return c
}

func nodeRows(t Table, r kg.Record) [][]string {
	n, ok := r.(kg.Node)
	if !ok || n.Kind != t.Node {
		return nil
	}
	return one(t, func(col string) string {
		switch col {
		case "id":
			return string(n.ID)
		case "name":
			return n.Name
		case "basis":
			return string(n.Basis)
		case "sources":
			return FormatSources(n.Sources)
		}
		return n.Attrs[col]
	})
}

func edgeRows(t Table, r kg.Record) [][]string {
	e, ok := r.(kg.Edge)
	if !ok || e.Kind != t.Edge {
		return nil
	}
	return one(t, func(col string) string { return edgeCell(e, col) })
}

func edgeCell(e kg.Edge, col string) string {
	switch col {
	case "id":
		if e.ID == kg.EdgeID(e.Kind, e.From, e.To, e.Stint) {
			return ""
		}
		return string(e.ID)
	case "from":
		return string(e.From)
	case "to":
		return string(e.To)
	case "stint":
		return FormatStint(e.Stint)
	case "since":
		return e.Since.String()
	case "until":
		return e.Until.String()
	case "seen":
		return FormatList(e.Seen)
	case "impliedBy":
		return FormatList(e.ImpliedBy)
	case "basis":
		return string(e.Basis)
	case "sources":
		return FormatSources(e.Sources)
	}
	return e.Attrs[col]
}

// FormatStint writes a stint: empty for the first or only one.
func FormatStint(n int) string {
	if n <= 1 {
		return ""
	}
	return strconv.Itoa(n)
}

func one(t Table, cell func(col string) string) [][]string {
	row := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = cell(c.Name)
	}
	return [][]string{row}
}
