package store

import (
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

// MaxPage is the largest page that a Reader returns; asking for more, or for
// less than none, is CodeInvalid. Pages of this size are for reading hubs: what
// a client of the API may ask for at once is less.
const MaxPage = 10_000

// Page asks for the records behind a key. First 0 with Total only counts.
type Page struct {
	First  int
	After  *Key // nil: from the beginning
	Total  bool // count all that pass the filter; computed only then
	Others bool // Edges only: bring the node at the far end of each edge
}

// Key is the place of one record in an order. Cursors are made of it, outside.
// A key need not belong to a record that still exists, but one that no record
// of the order can have is CodeInvalid.
type Key struct {
	Value string // "" when ordered by id
	ID    kg.ID
}

// NodePage is one page of nodes. Total is -1 unless asked for.
type NodePage struct {
	Nodes []kg.Node
	Total int
	More  bool // there are more behind this page, also behind a page of none
}

// Anchor is where an edge read starts: a node, and the key behind which its
// page begins (the zero Key: from the beginning). It is comparable, so that it
// can be a map's key.
type Anchor struct {
	ID    kg.ID
	After Key
}

// EdgePage is one page of edges at an anchor. Total is -1 unless asked for.
type EdgePage struct {
	Items []EdgeItem
	Total int
	More  bool
}

// EdgeItem is one edge as read from an anchor, with its key in the order of the
// read and, where Page.Others asked for it, the node at its far end.
type EdgeItem struct {
	Edge  kg.Edge
	Key   Key
	Other kg.Node
}

// By names what an order goes by.
type By string

// What listings can be ordered by. Edges are ordered by the name and degree of
// the node at the far end, and by their own `since`.
const (
	ByID     By = ""
	ByName   By = "name"   // sort key
	ByDate   By = "date"   // earliest day, then latest day; unknown last, also descending
	ByDegree By = "degree" // recorded roster edges
)

// Order is an order of listings. Ties go by id, ascending in both directions.
// Descending ByID reverses the ids themselves.
type Order struct {
	By   By
	Desc bool
}

// NodeKey returns the key of a node in this order.
func (o Order) NodeKey(n kg.Node) Key {
	var d kg.Date
	if o.By == ByDate { // reading it is not for nothing
		d = n.Date()
	}
	return Key{o.value(n, d), n.ID}
}

// EdgeKey returns the key in this order of an edge whose far end is other.
func (o Order) EdgeKey(e kg.Edge, other kg.Node) Key {
	return Key{o.value(other, e.Since), e.ID}
}

func (o Order) value(n kg.Node, d kg.Date) string {
	switch o.By {
	case ByName:
		return n.SortKey
	case ByDate:
		return d.Key()
	case ByDegree:
		return fmt.Sprintf("%010d", n.Degree)
	}
	return ""
}

// Compare returns a negative number where a comes before b in this order, a
// positive one where it comes after, 0 where they are equal.
func (o Order) Compare(a, b Key) int {
	if c := o.compareValues(a.Value, b.Value); c != 0 {
		return c
	}
	c := strings.Compare(string(a.ID), string(b.ID))
	if o.By == ByID && o.Desc {
		return -c
	}
	return c
}

func (o Order) compareValues(a, b string) int {
	unknown := kg.Date{}.Key()
	if o.By == ByDate && (a == unknown) != (b == unknown) {
		return strings.Compare(a, b) // "~" sorts behind every digit
	}
	if o.Desc {
		return strings.Compare(b, a)
	}
	return strings.Compare(a, b)
}
