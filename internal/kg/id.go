package kg

import (
	"regexp"
	"strconv"
	"strings"
)

// ID names a record for good: a node is "city:berlin", an edge is
// "member-of:berlin--international-alliance-of-safe-harbours", with "--2" for
// its second stint. Ids are never reused.
type ID string

// Slug folds a name to the second half of an id: lower-case ASCII letters and
// digits, everything else a single "-", none at the ends. German umlauts lose
// their dots (ü→u); search indexes both spellings.
func Slug(name string) string { return fold(name, '-') }

// NodeID returns the id that a node of kind k with this canonical name gets
// unless a clash makes its row carry another one.
func NodeID(k NodeKind, name string) ID { return ID(k.Prefix() + ":" + Slug(name)) }

// EdgeID returns the id of an edge between two nodes. A stint of 0 or 1 leaves
// no mark; later ones end in "--2" and so on.
func EdgeID(k EdgeKind, from, to ID, stint int) ID {
	id := k.Prefix() + ":" + from.Slug() + "--" + to.Slug()
	if stint > 1 {
		id += "--" + strconv.Itoa(stint)
	}
	return ID(id)
}

// Prefix returns what stands before the colon, and "" where there is none.
func (id ID) Prefix() string {
	p, _, ok := strings.Cut(string(id), ":")
	if !ok {
		return ""
	}
	return p
}

// Slug returns what stands after the colon.
func (id ID) Slug() string {
	_, s, _ := strings.Cut(string(id), ":")
	return s
}

var idForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*:[a-z0-9]+(--?[a-z0-9]+)*$`)

// Valid reports whether id has the form of an id whose prefix the vocabulary
// knows.
func (id ID) Valid() bool {
	if !idForm.MatchString(string(id)) {
		return false
	}
	_, node := NodeKindOf(id)
	_, edge := EdgeKindOf(id)
	return node || edge
}

// NodeKindOf returns the node kind that id's prefix names.
func NodeKindOf(id ID) (NodeKind, bool) {
	k, ok := nodeByPrefix[id.Prefix()]
	return k, ok
}

// EdgeKindOf returns the edge kind that id's prefix names.
func EdgeKindOf(id ID) (EdgeKind, bool) {
	k, ok := edgeByPrefix[id.Prefix()]
	return k, ok
}
