package store

import "citygraph/internal/kg"

// When says which edges count, and how sure that must be.
//
// Without AsOf every recorded edge counts as true, ended ones and planned ones
// too. With AsOf an edge is true on that day where it is CERTAIN, unknown where
// it is POSSIBLE, false where it is NO; Certainty Certain keeps what is true,
// Possible (the default) what is not false.
type When struct {
	AsOf      *kg.Day
	Certainty kg.Holding // Certain, Possible or ""; given without AsOf it is CodeInvalid
	Stated    bool       // leave out edges whose basis is implied
}

// NodeFilter selects nodes. The zero filter selects all, by id.
type NodeFilter struct {
	Kinds []kg.NodeKind // empty: every kind
	Where *Condition    // nil: no condition
	When  When
	Order Order
}

// Direction says from which end an edge is read. Symmetric kinds are read from
// both ends whatever the direction.
type Direction string

// The directions, seen from the anchor.
const (
	Out  Direction = "out"  // the anchor is the edge's from
	In   Direction = "in"   // the anchor is the edge's to
	Both Direction = "both" // either; a self-loop is read once
)

// EdgeFilter selects edges at an anchor. Direction "" is CodeInvalid.
type EdgeFilter struct {
	Kinds      []kg.EdgeKind // empty: every kind
	Direction  Direction
	OtherKinds []kg.NodeKind // kinds of the far end; empty: every kind
	Roles      []string      // TOOK_PART_IN edges of other roles are left out, "" is an unknown role; empty: every role
	Where      *Condition    // on the far end
	When       When
	Order      Order
}

// MaxDepth is how deep relation conditions may nest; deeper is CodeTooCostly.
const MaxDepth = 3

// Condition is a condition on a node. All its parts must hold; the zero
// Condition is true. It is three-valued, as time is: a Date part may be unknown
// and so may a Relations part; all others are true or false. A part on an
// attribute or a date that is unknown, or that the node's kind does not have,
// is false. Empty lists ask nothing. A filter holds at most MaxConditions
// conditions, nested ones counted; more is CodeTooCostly.
type Condition struct {
	IDs       []kg.ID       // the node is one of these
	Kinds     []kg.NodeKind // its kind is one of these
	Attrs     []AttrIn
	Name      *NameMatch
	Date      *DateRange
	Relations []Relation
	AnyOf     []Condition // at least one of these holds
}

// AttrIn holds where the attribute is one of the values, to the letter. An
// absent or empty attribute is unknown, whatever the values.
type AttrIn struct {
	Name   string
	Values []string
}

// NameMatch holds where any one name of the node, folded by kg.Fold, matches all
// the texts that are given, folded too ("" asks nothing). A text that folds to
// nothing is CodeInvalid.
type NameMatch struct {
	Equals, StartsWith, Contains string
}

// DateRange compares the node's Date with From..To, both included, nil for
// open: true where the whole date lies inside, unknown where a part of it does,
// false where none does or the date is unknown. A range that runs backwards is
// CodeInvalid.
type DateRange struct {
	From, To *kg.Day
}

// Quantifier says how many of a node's related nodes must meet a condition.
type Quantifier string

// The quantifiers. Over edges that do not hold, all and none are true.
const (
	Some Quantifier = "some"
	All  Quantifier = "all"
	None Quantifier = "none"
)

// Relation holds where some, all or none of the node's edges of these kinds
// lead to a node that meets Where (nil: any node). An edge counts as When says;
// the values are joined by Kleene's strong three-valued logic. A self-loop is
// one edge. Direction "" is CodeInvalid.
type Relation struct {
	Quantifier Quantifier
	Kinds      []kg.EdgeKind // empty: every kind
	Direction  Direction
	Roles      []string
	Where      *Condition
}
