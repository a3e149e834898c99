package dataset

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"citygraph/internal/datapackage"
	"citygraph/internal/jsonl"
	"citygraph/internal/kg"
)

// LoadLines reads and lints a dataset from JSON lines, as package jsonl writes
// them; name is how findings call the file. Keys may stand in any order, lines
// too, but the first line describes the dataset. A revision in it that is not
// that of the content is a finding. Results are those of Load.
func LoadLines(ctx context.Context, r io.Reader, name string) (*Dataset, []Finding, error) {
	d := &draft{}
	l := lineReader{d: d}
	ration := &rationed{r: r}
	ration.renew()
	in := bufio.NewReaderSize(ration, readAhead/2)
	for at := (Place{File: name, Line: 1}); ; at.Line++ {
		if at.Line%1000 == 0 && ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		ration.renew()
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, nil, unusable(name, "line "+strconv.Itoa(at.Line)+" cannot be read: "+err.Error(), "write lines of at most "+plural(MaxRow>>20, "MiB", "MiB"))
		}
		if len(line) > 0 {
			l.line(bytes.TrimSuffix(line, []byte("\n")), at)
		}
		if at.Line == 1 && !l.headed {
			return nil, nil, unusable(name, "it is no dataset: its first line does not describe one", "name a dataset folder, or a file that `citygraph export` wrote")
		}
		if err != nil {
			break
		}
	}
	out, fs, err := finish(d)
	if out != nil && l.revision != "" && l.revision != out.Head.Hash {
		return nil, []Finding{{Group: BadValue, Place: Place{name, 1, "revision"}, Message: "the revision " + quoted(l.revision) + " is not that of what stands below",
			Mend: "fetch the file again, or take the revision out if you changed it yourself"}}, nil
	}
	return out, fs, err
}

type lineReader struct {
	d        *draft
	headed   bool
	revision string
}

func (l *lineReader) line(text []byte, at Place) {
	if !utf8.Valid(text) {
		l.d.out.add(Finding{Group: BadText, Place: at, Message: "not valid UTF-8", Mend: "save the file as UTF-8"})
		return
	}
	v, err := jsonl.Parse(text)
	if err != nil {
		l.d.out.addProblem(at, "", problemOf(Unreadable, err))
		return
	}
	switch v := v.(type) {
	case *jsonl.Head:
		l.head(v, at)
	case *jsonl.Node:
		l.node(v, at)
	case *jsonl.Edge:
		l.edge(v, at)
	case *jsonl.Retired:
		l.add("retired.csv", at, v.Sources, "id", string(v.ID), "date", v.Date, "reason", v.Reason, "replacedBy", string(v.ReplacedBy))
	case *jsonl.Correction:
		l.add("corrections.csv", at, nil, "record", string(v.ID), "date", v.Date, "was", v.Was, "is", v.Is, "why", v.Why)
	}
}

func (l *lineReader) head(h *jsonl.Head, at Place) {
	if at.Line != 1 {
		l.d.out.add(Finding{Group: Unreadable, Place: at, Message: "a second description of the dataset", Mend: "keep the first line alone"})
		return
	}
	l.headed, l.revision = true, h.Revision
	head, problems := datapackage.Head(kg.Dataset{Name: h.Name, Title: h.Title, Version: h.Version, License: h.License, Citation: h.Citation}).Dataset()
	for _, p := range problems {
		l.d.out.addProblem(at, "", problemOf(BadValue, p))
	}
	l.d.head = head
	l.d.checkHead(at)
}

func (l *lineReader) node(n *jsonl.Node, at Place) {
	spec, ok := kg.NodeKind(n.Kind).Spec()
	if !ok {
		l.unknownKind(n.Kind, n.ID, at)
		return
	}
	id := string(n.ID)
	l.add(spec.File(), at, n.Sources, l.attrs(spec.Attrs, n.Attrs, at, "id", id, "name", n.Name, "basis", n.Basis)...)
	for _, p := range n.Names {
		l.add("names.csv", at.in("names"), p.Sources, "node", id, "name", p.Name, "lang", p.Lang, "kind", p.Kind, "basis", p.Basis)
	}
	for _, p := range n.Figures {
		l.add("figures.csv", at.in("figures"), p.Sources, "subject", id, "measure", p.Measure, "qualifier", p.Qualifier, "value", p.Value, "date", p.Date, "basis", p.Basis)
	}
	for _, p := range n.Rosters {
		count := ""
		if p.Count != nil {
			count = strconv.Itoa(*p.Count)
		}
		l.add("rosters.csv", at.in("rosters"), p.Sources, "group", id, "date", p.Date, "scope", p.Scope, "status", p.Status, "count", count, "basis", p.Basis)
	}
	l.claims(id, n.Claims, at)
}

func (l *lineReader) edge(e *jsonl.Edge, at Place) {
	spec, ok := kg.EdgeKind(e.Kind).Spec()
	if !ok {
		l.unknownKind(e.Kind, e.ID, at)
		return
	}
	l.add(spec.File(), at, e.Sources, l.attrs(spec.AllAttrs(), e.Attrs, at,
		"id", string(e.ID), "from", string(e.From), "to", string(e.To), "stint", strconv.Itoa(e.Stint),
		"since", e.Since, "until", e.Until, "seen", list(l, e.Seen, at.in("seen")),
		"impliedBy", list(l, e.ImpliedBy, at.in("impliedBy")), "basis", e.Basis)...)
	l.claims(string(e.ID), e.Claims, at)
}

func (l *lineReader) claims(id string, cs []jsonl.Claim, at Place) {
	for _, c := range cs {
		l.add("claims.csv", at.in("claims"), c.Sources, "record", id, "field", c.Field, "value", c.Value, "basis", c.Basis)
	}
}

func (l *lineReader) unknownKind(kind string, id kg.ID, at Place) {
	l.d.out.add(Finding{Group: UnknownKind, Place: at.in("kind"), Record: id, Message: "the vocabulary has no kind " + quoted(kind), Mend: "write one of its kinds in capitals, such as CITY or MEMBER_OF"})
}

// attrs appends a record's attributes to the cells that are already there.
func (l *lineReader) attrs(known []kg.Attr, given kg.Attrs, at Place, cells ...string) []string {
	for name, value := range given {
		if !slices.ContainsFunc(known, func(a kg.Attr) bool { return a.Name == name }) {
			l.d.out.add(Finding{Group: Unreadable, Place: at.in("attrs"), Message: "unknown attribute " + quoted(name), Mend: "take it out, or write the name that the vocabulary has"})
			continue
		}
		if value == "" {
			l.d.out.add(Finding{Group: Unreadable, Place: at.in(name), Message: "an empty attribute", Mend: "take it out: what is unknown does not stand there"})
		}
		cells = append(cells, name, value)
	}
	return cells
}

// add hands a record's part over as the row that would say the same, so that
// both forms of a dataset are held to the same rules.
func (l *lineReader) add(path string, at Place, sources []jsonl.Citation, cells ...string) {
	t, _ := datapackage.ByPath(path)
	r := row{t, at, map[string]string{}}
	for i := 0; i < len(cells); i += 2 {
		l.cell(r, cells[i], cells[i+1])
	}
	l.cell(r, "sources", l.sources(sources, at))
	l.d.add(r)
}

func (l *lineReader) cell(r row, name, text string) {
	c, ok := r.table.Column(name)
	if !ok && text != "" {
		l.d.out.add(Finding{Group: Unreadable, Place: r.in(name), Message: quoted(name) + " does not belong to what stands in " + r.table.Path, Mend: "take it out"})
	}
	if ok {
		r.cells[name] = checkText(text, c, r.in(name), &l.d.out)
	}
}

// list writes a list as the cell that would say the same.
func list[T ~string](l *lineReader, items []T, at Place) string {
	cell := datapackage.FormatList(items)
	if len(datapackage.SplitList(cell)) != len(items) {
		l.d.out.add(Finding{Group: Unreadable, Place: at, Message: "empty or joined items in a list", Mend: "write one value an item"})
	}
	return cell
}

func (l *lineReader) sources(cs []jsonl.Citation, at Place) string {
	var out []kg.Citation
	for _, c := range cs {
		out = append(out, kg.Citation{Source: c.Source, Locator: c.Locator, Basis: kg.Basis(c.Basis)})
		if b := kg.Basis(c.Basis); b != kg.Stated && b != kg.Implied {
			l.d.out.add(Finding{Group: BadBasis, Place: at.in("sources"), Message: "a citation with the basis " + quoted(c.Basis), Mend: "write stated or implied"})
			return ""
		}
	}
	text := datapackage.FormatSources(out)
	if back, err := datapackage.ParseSources(text); err != nil || !slices.Equal(back, out) || strings.Contains(text, "\n") {
		l.d.out.add(Finding{Group: NoSource, Place: at.in("sources"), Message: "citations that no table can hold: " + quoted(text), Mend: "cite an id; let no locator end in ` (implied)` or begin or end with a blank"})
		return ""
	}
	return text
}
