package kg

import (
	"slices"
	"strings"
)

type (
	// NodeKind is a kind of node, in the spelling of the GraphQL enum: "CITY".
	NodeKind string
	// EdgeKind is a kind of edge, in the spelling of the GraphQL enum: "MEMBER_OF".
	EdgeKind string
)

// Prefix returns the id prefix and file name of the kind: "city".
func (k NodeKind) Prefix() string { return prefix(string(k)) }

// Prefix returns the id prefix and file name of the kind: "member-of".
func (k EdgeKind) Prefix() string { return prefix(string(k)) }

func prefix(kind string) string {
	return strings.ReplaceAll(strings.ToLower(kind), "_", "-")
}

// Type says how the text of an attribute is read.
type Type string

// The types of attributes.
const (
	TypeText     Type = "text"
	TypeDate     Type = "date"     // EDTF, see Date
	TypeNumber   Type = "number"   // decimal, "." as the point, no grouping
	TypeInteger  Type = "integer"  // whole number, not negative
	TypeCountry  Type = "country"  // ISO 3166-1 alpha-2
	TypeLanguage Type = "language" // BCP 47
	TypeCurrency Type = "currency" // ISO 4217
	TypeURL      Type = "url"      // absolute http or https address
	TypeEnum     Type = "enum"     // one of Attr.Values
	TypeID       Type = "id"       // the id of a record in the dataset
)

// Attr is one attribute of a node or edge kind: a column of its file, a field
// of its GraphQL type.
type Attr struct {
	Name     string
	Type     Type
	Values   []string // for TypeEnum, in their order
	Min, Max float64  // for TypeNumber, where Min < Max
	Interval bool     // for TypeDate: may be written a/b, lasting from a to b
	Doc      string   // what it says, with its unit
	Example  string
}

// Form tells a state (it holds over time) from a deed (it was done once).
type Form string

// The two forms of an edge kind.
const (
	State Form = "state"
	Deed  Form = "deed"
)

// NodeSpec is one row of the vocabulary's table of node kinds.
type NodeSpec struct {
	Kind   NodeKind
	Name   string   // GraphQL type: "City"
	Field  string   // look-up field: "city"
	Plural string   // connection field: "cities"
	Body   bool     // may act: join, sign, fund …
	Roster EdgeKind // the edges that are its roster; "" where it has none
	Dates  []string // attributes that date it, the first known one counts
	Attrs  []Attr
	Color  string // Okabe–Ito hue
	Shape  string
	Doc    string
}

// EdgeSpec is one row of the vocabulary's table of edge kinds.
type EdgeSpec struct {
	Kind      EdgeKind
	Form      Form
	From, To  []NodeKind
	SameKind  bool   // both ends are of one kind
	Symmetric bool   // stored once, the smaller id as from; read from both ends
	Stints    bool   // several episodes between the same ends are allowed
	Forward   string // GraphQL field on From: "memberOf"
	Inverse   string // GraphQL field on To: "members"
	Says      string // sentence from From to To: "is a member of"
	SaysBack  string // sentence from To to From: "has the member"
	Attrs     []Attr // its own, beside CommonEdgeAttrs
	Doc       string
}

// Spec returns the row of node kind k; the second result is false for a kind
// that the vocabulary does not know.
func (k NodeKind) Spec() (NodeSpec, bool) {
	i := slices.IndexFunc(NodeKinds, func(s NodeSpec) bool { return s.Kind == k })
	if i < 0 {
		return NodeSpec{}, false
	}
	return NodeKinds[i], true
}

// Spec returns the row of edge kind k; the second result is false for a kind
// that the vocabulary does not know.
func (k EdgeKind) Spec() (EdgeSpec, bool) {
	i := slices.IndexFunc(EdgeKinds, func(s EdgeSpec) bool { return s.Kind == k })
	if i < 0 {
		return EdgeSpec{}, false
	}
	return EdgeKinds[i], true
}

// Allows reports whether an edge of this kind may run between nodes of these
// kinds.
func (s EdgeSpec) Allows(from, to NodeKind) bool {
	if s.SameKind && from != to {
		return false
	}
	return slices.Contains(s.From, from) && slices.Contains(s.To, to)
}

// AllAttrs returns every attribute of the edge kind: its own, then the common ones.
func (s EdgeSpec) AllAttrs() []Attr { return slices.Concat(s.Attrs, CommonEdgeAttrs) }

// File returns the path of the kind's file in a dataset folder.
func (s NodeSpec) File() string { return "nodes/" + s.Kind.Prefix() + ".csv" }

// File returns the path of the kind's file in a dataset folder.
func (s EdgeSpec) File() string { return "edges/" + s.Kind.Prefix() + ".csv" }

var (
	nodeByPrefix = map[string]NodeKind{}
	edgeByPrefix = map[string]EdgeKind{}
)

func init() {
	for _, s := range NodeKinds {
		nodeByPrefix[s.Kind.Prefix()] = s.Kind
	}
	for _, s := range EdgeKinds {
		edgeByPrefix[s.Kind.Prefix()] = s.Kind
	}
}
