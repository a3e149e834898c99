// Package store is the narrow interface behind which every backend stands: the
// embedded memstore and Neo4j. Its contract is written on the methods; every
// sentence of it is a case of the suite in storetest, so that all backends give
// the same answers, byte for byte.
//
// Batches go down, maps come up, pages are cut by key and never by offset, and
// kinds are values. Errors are *kg.Error: CodeInvalid for a malformed argument,
// CodeUnavailable where the backend cannot answer now (a cancelled context
// included; ErrGone is among the causes where the Reader's revision is no longer
// kept), CodeConflict where said below. What a call returns belongs to the
// caller, who may change it without changing the store; so does what a call is
// given. An empty list and none, an empty map and none are the same.
package store

import (
	"context"
	"iter"

	"citygraph/internal/kg"
)

// Store is one dataset behind one backend. It is safe for concurrent use.
type Store interface {
	// Open returns a Reader pinned to the revision that is current now; a
	// later Commit does not change what it reads. One request uses one Reader.
	// A store that holds no dataset yet is CodeUnavailable.
	Open(ctx context.Context) (Reader, error)

	// Begin starts the import of a whole dataset. Only one import runs at a
	// time; a second one is CodeConflict until the first commits or aborts.
	// A dataset without a hash is CodeInvalid.
	Begin(ctx context.Context, d kg.Dataset) (Import, error)

	// Close frees what the store holds; readers and imports fail from then on
	// with CodeUnavailable. Closing twice does nothing.
	Close(ctx context.Context) error
}

// Reader reads one revision. It is safe for concurrent use.
type Reader interface {
	// Records returns the nodes, edges and retired ids with these ids. Unknown
	// ids are absent from the map, and repeated ones are answered once.
	Records(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Record, error)

	// List returns one page of the nodes that pass the filter, in its order.
	List(ctx context.Context, f NodeFilter, p Page) (NodePage, error)

	// Edges returns, for each anchor, one page of its edges that pass the
	// filter, in its order. An unknown anchor has an empty page; the map has
	// every anchor asked for. Page.After is ignored: each anchor brings its own.
	Edges(ctx context.Context, at []Anchor, f EdgeFilter, p Page) (map[Anchor]EdgePage, error)

	// Scan yields every record in scope: nodes by id, then edges by id, then
	// retired ids by id, then corrections by record, date and text. After an
	// error it yields no more. Ids order by their bytes.
	Scan(ctx context.Context, s Scope) iter.Seq2[kg.Record, error]

	// Info describes the dataset that is read, with its counts.
	Info(ctx context.Context) (Info, error)
}

// Import is a dataset on its way in. It is not safe for concurrent use. After
// Commit or Abort every call but Abort is CodeConflict.
type Import interface {
	// Put adds records; readers do not see them before Commit. SortKey and
	// Degree of a node are made by the store, whatever the batch says. An edge
	// whose ends were put neither before nor in this batch, and a record of an
	// unknown kind or with a malformed id, is CodeInvalid; an id that was put
	// before, by whatever record, is CodeConflict.
	// After an error nothing of the batch is kept.
	Put(ctx context.Context, b Batch) error

	// Commit switches readers opened from now on to what was put, in one small
	// step; what was not put is gone. If the store already holds a dataset
	// with the same hash, nothing is written and Applied.Unchanged is true.
	Commit(ctx context.Context) (Applied, error)

	// Abort drops the import; readers never see any of it. After Commit, or a
	// second time, it does nothing.
	Abort(ctx context.Context) error
}

// Batch is a number of records to put.
type Batch struct {
	Nodes       []kg.Node
	Edges       []kg.Edge
	Retired     []kg.Retired
	Corrections []kg.Correction
}

// Applied tells what a Commit wrote: nothing where Unchanged.
type Applied struct {
	Nodes, Edges, Retired, Corrections int
	Unchanged                          bool // the same hash was there already
}

// Scope says what a scan covers. The zero Scope covers everything; any other one
// only nodes and edges of the kinds given and, where Rest is set, retired ids and
// corrections.
type Scope struct {
	Nodes []kg.NodeKind
	Edges []kg.EdgeKind
	Rest  bool
}

// Everything reports whether s is the zero Scope.
func (s Scope) Everything() bool { return len(s.Nodes) == 0 && len(s.Edges) == 0 && !s.Rest }

// Info describes the dataset that a Reader reads.
type Info struct {
	Dataset     kg.Dataset
	Nodes       map[kg.NodeKind]int // kinds without nodes are absent
	Edges       map[kg.EdgeKind]int // kinds without edges are absent
	Retired     int
	Corrections int
}

// Revision names what is read: the dataset's content hash.
func (i Info) Revision() string { return i.Dataset.Hash }
