package issues

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"citygraph/internal/kg"
)

// Builder finds contradictions in records as Scan yields them: nodes first, then
// edges.
type Builder struct {
	found  []Contradiction            // whatever has two sides
	absent map[absence]*Contradiction // claims of None, until all edges have been seen
}

// absence is what a source says there is none of: a kind of edge that leads to a
// node.
type absence struct {
	node kg.ID
	kind kg.EdgeKind
}

// NewBuilder returns a Builder that has seen nothing.
func NewBuilder() *Builder { return &Builder{absent: map[absence]*Contradiction{}} }

// Add takes a record in.
func (b *Builder) Add(record kg.Record) {
	switch r := record.(type) {
	case kg.Node:
		b.node(r)
	case kg.Edge:
		b.edge(r)
	}
}

// Contradictions returns what was found: those about nodes, by id, then those
// about edges, by id; those about one record by field, then by their first sides.
// stated are those that are left where only stated values count.
func (b *Builder) Contradictions() (all, stated []Contradiction) {
	for _, c := range b.absent {
		b.found = append(b.found, *c)
	}
	b.absent = nil
	b.sort()
	for _, c := range b.found {
		all = append(all, c.settled()...)
		stated = append(stated, c.stated().settled()...)
	}
	return all, stated
}

func (b *Builder) sort() {
	slices.SortFunc(b.found, func(x, y Contradiction) int {
		switch {
		case x.Edge == nil && y.Edge != nil:
			return -1
		case x.Edge != nil && y.Edge == nil:
			return 1
		}
		return cmp.Or(cmp.Compare(x.Record, y.Record), cmp.Compare(x.Field, y.Field), cmp.Compare(x.Sort, y.Sort))
	})
}

// keep keeps what may be a contradiction.
func (b *Builder) keep(c Contradiction) {
	if len(c.Sides) > 1 {
		b.found = append(b.found, c)
	}
}

func (b *Builder) node(n kg.Node) {
	spec, _ := n.Kind.Spec()
	columns := append([]kg.Attr{{Name: "name", Type: kg.TypeText}}, spec.Attrs...)
	for field, sides := range byField(n.Claims) {
		c := Contradiction{Sort: OfField, Record: n.ID, Field: field, Sides: sides}
		if i := slices.IndexFunc(columns, func(a kg.Attr) bool { return a.Name == field }); i >= 0 {
			c.excludes, c.Carried = excluding(columns[i]), n.Attrs[field]
			if field == "name" {
				c.Carried = n.Name
			}
		} else if kind, ok := inverse(field); ok {
			c.excludes = absencesExclude
			b.noteAbsence(absence{n.ID, kind}, c)
		}
		if c.excludes != nil {
			b.keep(c)
		}
	}
	b.figures(n, spec.Roster)
}

// noteAbsence remembers that a source says that there is none.
func (b *Builder) noteAbsence(at absence, c Contradiction) {
	if i := slices.IndexFunc(c.Sides, func(s Side) bool { return s.Value == None }); i >= 0 {
		b.absent[at] = &Contradiction{Sort: OfAbsence, Record: c.Record, Field: c.Field, Sides: []Side{c.Sides[i]}, excludes: absencesExclude}
	}
}

// byField groups the claims of a record, each value once, in the order of the
// claims; words that only claims use, and texts of our own or of one source
// alone, cannot contradict each other.
func byField(claims []kg.Claim) map[string][]Side {
	all := map[string][]Side{}
	for _, c := range claims {
		if slices.Contains(harmless, c.Field) {
			continue
		}
		sides := all[c.Field]
		i := slices.IndexFunc(sides, func(s Side) bool { return s.Value == c.Value })
		if i < 0 {
			i = len(sides)
			sides = append(sides, Side{Value: c.Value})
		}
		sides[i].Sources = append(sides[i].Sources, c.Sources...)
		all[c.Field] = sides
	}
	return all
}

// harmless are the fields on which sources may differ without contradicting each
// other: how each of them words it, our own description, and what only claims
// say.
var harmless = func() []string {
	all := []string{"wording", "description"}
	for _, w := range kg.ClaimWords {
		all = append(all, w.Name)
	}
	return all
}()

// excluding says how two values of a column exclude each other.
func excluding(a kg.Attr) func(x, y Side) kg.Holding {
	switch a.Type {
	case kg.TypeDate:
		return datesExclude
	case kg.TypeNumber, kg.TypeInteger:
		return numbersExclude
	}
	return textsExclude
}

// inverse returns the edge kind that has this inverse name.
func inverse(name string) (kg.EdgeKind, bool) {
	i := slices.IndexFunc(kg.EdgeKinds, func(s kg.EdgeSpec) bool { return s.Inverse == name })
	if i < 0 {
		return "", false
	}
	return kg.EdgeKinds[i].Kind, true
}

// RosterMeasure is what figures call the number of those on a roster; "" for
// relationships that make none.
func RosterMeasure(roster kg.EdgeKind) string { return measures[roster] }

var measures = map[kg.EdgeKind]string{kg.MemberOf: "members", kg.Signed: "signatories", kg.TookPartIn: "participants"}

// figures compares what is reported about a node, and how long the lists of its
// whole roster are.
func (b *Builder) figures(n kg.Node, roster kg.EdgeKind) {
	all := map[string][]Side{}
	for _, f := range n.Figures {
		s := Side{Value: f.Value, Qualifier: f.Qualifier, Date: f.Date, Sources: f.Sources}
		for _, c := range f.Sources {
			s.reportedBy = append(s.reportedBy, c.Source)
		}
		all[f.Measure] = append(all[f.Measure], s)
	}
	for _, r := range n.Rosters {
		if r.Scope != kg.ScopeAll || r.Count < 0 || r.Status == "unknown" || measures[roster] == "" {
			continue
		}
		s := Side{Value: strconv.Itoa(r.Count), Qualifier: "exact", Date: r.Date, Roster: true, Sources: r.Sources}
		if r.Status == "partial" {
			s.Qualifier = "at_least"
		}
		for _, f := range all[measures[roster]] { // who reports just as many
			if !f.Roster && f.Value == s.Value && f.Qualifier == s.Qualifier && f.Date == s.Date {
				s.reportedBy = append(s.reportedBy, f.reportedBy...)
			}
		}
		all[measures[roster]] = append(all[measures[roster]], s)
	}
	for measure, sides := range all {
		b.keep(Contradiction{Sort: OfFigure, Record: n.ID, Field: measure, Sides: sides, excludes: figuresExclude})
	}
}

func (b *Builder) edge(e kg.Edge) {
	b.countAbsent(e, e.To)
	if spec, _ := e.Kind.Spec(); spec.Symmetric {
		b.countAbsent(e, e.From)
	}
	if len(e.Claims) == 0 {
		return
	}
	spec, _ := e.Kind.Spec()
	columns := append([]kg.Attr{{Name: "since", Type: kg.TypeDate}, {Name: "until", Type: kg.TypeDate}}, spec.AllAttrs()...)
	bare := e
	bare.Claims = nil
	claimed := byField(e.Claims)
	for field, sides := range claimed {
		c := Contradiction{Sort: OfField, Record: e.ID, Edge: &bare, Field: field, Carried: carried(e, field), Sides: sides}
		if field == "seen" {
			c.Sides, c.among = sightings(claimed), sightingsAmong
		} else if i := slices.IndexFunc(columns, func(a kg.Attr) bool { return a.Name == field }); i >= 0 {
			c.excludes = excluding(columns[i])
		}
		if c.excludes != nil || c.among != nil {
			b.keep(c)
		}
	}
}

// countAbsent notes an edge of which a source says that there is none.
func (b *Builder) countAbsent(e kg.Edge, at kg.ID) {
	c := b.absent[absence{at, e.Kind}]
	if c == nil {
		return
	}
	if len(c.Sides) == 1 {
		c.Sides = append(c.Sides, Side{})
	}
	s := &c.Sides[1]
	s.Count++
	s.Value = strconv.Itoa(s.Count)
	if len(s.Edges) < MaxEdges {
		s.Edges = append(s.Edges, e.ID)
		s.Sources = append(s.Sources, e.Sources...)
	}
}

// sightings returns the claims on when a state was seen, and those on when it
// began and ended.
func sightings(claimed map[string][]Side) []Side {
	sides := slices.Clone(claimed["seen"])
	for _, bound := range []string{"since", "until"} {
		for _, s := range claimed[bound] {
			sides = append(sides, Side{Value: bound + " " + s.Value, Sources: s.Sources, bound: bound})
		}
	}
	return sides
}

func carried(e kg.Edge, field string) string {
	switch field {
	case "since":
		return e.Since.String()
	case "until":
		return e.Until.String()
	case "seen":
		var all []string
		for _, d := range e.Seen {
			all = append(all, d.String())
		}
		return strings.Join(all, "; ")
	}
	return e.Attrs[field]
}
