package kg

import (
	"maps"
	"slices"
)

// Record is a node, an edge, a retired id or a correction.
type Record interface {
	RecordID() ID
	isRecord()
}

// Attrs are the attributes of a record: text by column name, typed by the
// vocabulary. An absent attribute is unknown.
type Attrs map[string]string

// Basis says whether a source states a fact or only implies it.
type Basis string

// The two bases.
const (
	Stated  Basis = "stated"
	Implied Basis = "implied"
)

// Citation is one source of a record, with the place in it and its basis.
type Citation struct {
	Source  ID     // of a Source node
	Locator string // such as `L31, "36 IASH Member Cities"`
	Basis   Basis
}

// BasisOf returns the basis of a record with these citations: stated if one of
// them states it.
func BasisOf(cs []Citation) Basis {
	if slices.ContainsFunc(cs, func(c Citation) bool { return c.Basis == Stated }) {
		return Stated
	}
	return Implied
}

// Node is a city, network, declaration or another kind of the vocabulary.
type Node struct {
	ID      ID
	Kind    NodeKind
	Name    string // canonical
	SortKey string // Fold(Name), made at import
	Degree  int    // recorded roster edges at either end, counted at import
	Attrs   Attrs
	Basis   Basis // "" on a Source
	Sources []Citation
	Names   []Name
	Figures []Figure
	Rosters []Roster
	Claims  []Claim
}

// Edge is one relationship, or one stint of it.
type Edge struct {
	ID        ID
	Kind      EdgeKind
	From, To  ID
	Stint     int // 1 for the first or only one
	Since     Date
	Until     Date
	Seen      []Date
	Attrs     Attrs
	ImpliedBy []ID // edges from which this one was inferred
	Basis     Basis
	Sources   []Citation
	Claims    []Claim
}

// Name is another name of a node.
type Name struct {
	Text    string
	Lang    string // BCP 47, "und" where unknown
	Kind    string // of NameKinds
	Basis   Basis
	Sources []Citation
}

// Figure is a number that sources report about a node.
type Figure struct {
	Measure   string // of Measures
	Qualifier string // of Qualifiers
	Value     string // decimal
	Date      Date
	Basis     Basis
	Sources   []Citation
}

// Roster says how much of a group's roster is recorded for a date and a scope.
type Roster struct {
	Date    Date   // the list's date; unknown for an undated list
	Scope   string // ScopeAll, ScopeFounders, a country code or the id of a region
	Status  string // of RosterStatuses
	Count   int    // names on the list; -1 where unknown
	Basis   Basis
	Sources []Citation
}

// Claim is one source's value for one field of a record.
type Claim struct {
	Field   string // a column, an inverse name, or one of ClaimWords
	Value   string
	Basis   Basis
	Sources []Citation
}

// Retired is an id that is no longer in use.
type Retired struct {
	ID         ID
	Date       Date
	Reason     string
	ReplacedBy ID // "" where nothing replaces it
	Sources    []Citation
}

// Correction tells what a record said before, and why it was changed.
type Correction struct {
	Record  ID
	Date    Date
	Was, Is string
	Why     string
}

// Dataset describes a dataset as a whole: the head of its datapackage.json.
type Dataset struct {
	Name     string
	Title    string
	Version  string
	License  string // SPDX identifier
	Citation string
	Hash     string // content hash, hex; the revision
}

// RecordID returns the id.
func (n Node) RecordID() ID { return n.ID }

// RecordID returns the id.
func (e Edge) RecordID() ID { return e.ID }

// RecordID returns the retired id.
func (r Retired) RecordID() ID { return r.ID }

// RecordID returns the id of the corrected record.
func (c Correction) RecordID() ID { return c.Record }

func (Node) isRecord()       {}
func (Edge) isRecord()       {}
func (Retired) isRecord()    {}
func (Correction) isRecord() {}

// Date returns the date that orders the node: the first known one of the
// attributes that the vocabulary names for its kind.
func (n Node) Date() Date {
	spec, _ := n.Kind.Spec()
	for _, a := range spec.Dates {
		if d, err := ParseDate(n.Attrs[a]); err == nil && d.Known() {
			return d
		}
	}
	return Date{}
}

// Other returns the end of the edge that is not anchor; for a self-loop it is
// the anchor.
func (e Edge) Other(anchor ID) ID {
	if e.From == anchor {
		return e.To
	}
	return e.From
}

// OnRoster reports whether the edge counts, by default, for the roster of its
// target, a node of kind to: it is of the kind's roster edge kind and, for
// TOOK_PART_IN, its role is one of RosterRoles or unknown. A node's Degree is
// the number of such edges at either of its ends.
func (e Edge) OnRoster(to NodeKind) bool {
	spec, _ := to.Spec()
	if spec.Roster == "" || spec.Roster != e.Kind {
		return false
	}
	role := e.Attrs["role"]
	return e.Kind != TookPartIn || role == "" || slices.Contains(RosterRoles, role)
}

// Clone returns a deep copy, so that results belong to the caller.
func (n Node) Clone() Node {
	n.Attrs = maps.Clone(n.Attrs)
	n.Sources = slices.Clone(n.Sources)
	n.Names = slices.Clone(n.Names)
	for i := range n.Names {
		n.Names[i].Sources = slices.Clone(n.Names[i].Sources)
	}
	n.Figures = slices.Clone(n.Figures)
	for i := range n.Figures {
		n.Figures[i].Sources = slices.Clone(n.Figures[i].Sources)
	}
	n.Rosters = slices.Clone(n.Rosters)
	for i := range n.Rosters {
		n.Rosters[i].Sources = slices.Clone(n.Rosters[i].Sources)
	}
	n.Claims = cloneClaims(n.Claims)
	return n
}

// Clone returns a deep copy, so that results belong to the caller.
func (e Edge) Clone() Edge {
	e.Seen = slices.Clone(e.Seen)
	e.Attrs = maps.Clone(e.Attrs)
	e.ImpliedBy = slices.Clone(e.ImpliedBy)
	e.Sources = slices.Clone(e.Sources)
	e.Claims = cloneClaims(e.Claims)
	return e
}

func cloneClaims(cs []Claim) []Claim {
	cs = slices.Clone(cs)
	for i := range cs {
		cs[i].Sources = slices.Clone(cs[i].Sources)
	}
	return cs
}
