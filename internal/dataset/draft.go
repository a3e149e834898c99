package dataset

import (
	"strconv"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// placed is something that was read, with where it stands and, for what hangs
// on a record, the record's id.
type placed[T any] struct {
	at  Place
	on  kg.ID
	val T
}

// draft is what was read so far: whatever could be made of the rows, however
// wrong the rest of them is, so that lint can say everything at once.
type draft struct {
	head        kg.Dataset
	nodes       []placed[kg.Node]
	edges       []placed[kg.Edge]
	names       []placed[kg.Name]
	figures     []placed[kg.Figure]
	rosters     []placed[kg.Roster]
	claims      []placed[kg.Claim]
	retired     []placed[kg.Retired]
	corrections []placed[kg.Correction]
	unread      map[string]bool // prefixes of the ids whose table could not be read
	out         findings
}

// passOver notes that a table cannot be read at all. That its records are
// missing is then said once, and not again wherever one of them is named.
func (d *draft) passOver(t datapackage.Table) {
	if d.unread == nil {
		d.unread = map[string]bool{}
	}
	d.unread[t.Node.Prefix()+t.Edge.Prefix()] = true
}

// passedOver reports whether a record of this id may stand in a table that
// could not be read.
func (d *draft) passedOver(id kg.ID) bool { return d.unread[id.Prefix()] }

// add takes one row in.
func (d *draft) add(r row) {
	d.checkCells(r)
	switch {
	case r.table.Node != "":
		d.addNode(r)
	case r.table.Edge != "":
		d.addEdge(r)
	default:
		d.addPart(r)
	}
}

// checkCells reports cells that are empty or not of their type, and empties the
// latter, so that what follows can rely on the rest.
func (d *draft) checkCells(r row) {
	id := kg.ID(r.cell(r.table.Columns[0].Name))
	for _, c := range r.table.Columns {
		text := r.cell(c.Name)
		if text == "" {
			if c.Required {
				d.out.addProblem(r.in(c.Name), id, missing(c))
			}
			continue
		}
		if p := checkValue(c.Attr, text); p != (problem{}) {
			d.out.addProblem(r.in(c.Name), id, p)
			delete(r.cells, c.Name)
		}
	}
}

func missing(c datapackage.Column) problem {
	switch c.Name {
	case "sources":
		return problem{NoSource, "no source", "cite at least one: source:example#L12"}
	case "basis":
		return problem{BadBasis, "no basis", "write stated, or implied where no source states it"}
	}
	return problem{BadValue, "the " + c.Name + " is missing", "write it: " + c.Doc}
}

func (d *draft) addNode(r row) {
	n := kg.Node{
		ID: kg.ID(r.cell("id")), Kind: r.table.Node, Name: r.cell("name"),
		Attrs: attrs(r), Basis: kg.Basis(r.cell("basis")), Sources: sources(r),
	}
	if n.ID == "" {
		return
	}
	if kind, _ := kg.NodeKindOf(n.ID); kind != n.Kind {
		d.out.add(Finding{Group: BadID, Place: r.in("id"), Record: n.ID, Message: "the id " + quoted(string(n.ID)) + " is not of the kind " + string(n.Kind),
			Mend: "begin it with " + n.Kind.Prefix() + ":, or move the row to the file of its kind"})
		return
	}
	d.nodes = append(d.nodes, placed[kg.Node]{r.at, "", n})
}

func (d *draft) addEdge(r row) {
	e := kg.Edge{
		Kind: r.table.Edge, From: kg.ID(r.cell("from")), To: kg.ID(r.cell("to")), Stint: 1,
		Since: date(r, "since"), Until: date(r, "until"),
		Attrs: attrs(r), Basis: kg.Basis(r.cell("basis")), Sources: sources(r),
	}
	for _, s := range datapackage.SplitList(r.cell("seen")) {
		e.Seen = append(e.Seen, kg.MustDate(s))
	}
	for _, s := range datapackage.SplitList(r.cell("impliedBy")) {
		e.ImpliedBy = append(e.ImpliedBy, kg.ID(s))
	}
	if s := r.cell("stint"); s != "" {
		e.Stint, _ = strconv.Atoi(s)
	}
	if e.From == "" || e.To == "" {
		return
	}
	e.ID = kg.EdgeID(e.Kind, e.From, e.To, e.Stint)
	if given := kg.ID(r.cell("id")); given != "" {
		if kind, _ := kg.EdgeKindOf(given); kind != e.Kind {
			d.out.add(Finding{Group: BadID, Place: r.in("id"), Record: given, Message: "the id " + quoted(string(given)) + " is not of the kind " + string(e.Kind),
				Mend: "begin it with " + e.Kind.Prefix() + ":"})
		} else {
			e.ID = given
		}
	}
	d.edges = append(d.edges, placed[kg.Edge]{r.at, "", e})
}

// attrs returns the row's attributes, nil where it has none.
func attrs(r row) kg.Attrs {
	var all []kg.Attr
	if n, ok := r.table.Node.Spec(); ok {
		all = n.Attrs
	} else if e, ok := r.table.Edge.Spec(); ok {
		all = e.AllAttrs()
	}
	var out kg.Attrs
	for _, a := range all {
		if text := r.cell(a.Name); text != "" {
			if out == nil {
				out = kg.Attrs{}
			}
			out[a.Name] = text
		}
	}
	return out
}

// The cells below were checked by checkCells: what is not of its type is empty.

func date(r row, column string) kg.Date { return kg.MustDate(r.cell(column)) }

func sources(r row) []kg.Citation {
	cs, _ := datapackage.ParseSources(r.cell("sources"))
	return cs
}
