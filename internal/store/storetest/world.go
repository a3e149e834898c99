package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// World is a small dataset.
type World struct {
	Dataset kg.Dataset
	store.Batch
}

// NewWorld returns a world of these records. Its hash follows from them.
func NewWorld(b store.Batch) World {
	sum := sha256.Sum256(fmt.Appendf(nil, "%v", b))
	return World{
		Dataset: kg.Dataset{
			Name: "world", Title: "A small world", Version: "1.0.0", License: "CC-BY-4.0", Citation: "A small world, 1.0.0",
			Hash: hex.EncodeToString(sum[:]),
		},
		Batch: b,
	}
}

// Import puts a world into a store and commits it.
func Import(t testing.TB, s store.Store, w World) store.Applied {
	t.Helper()
	imp := begin(t, s, w.Dataset)
	put(t, imp, w.Batch)
	return commit(t, imp)
}

// Open opens a reader.
func Open(t testing.TB, s store.Store) store.Reader {
	t.Helper()
	r, err := s.Open(t.Context())
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return r
}

func begin(t testing.TB, s store.Store, d kg.Dataset) store.Import {
	t.Helper()
	imp, err := s.Begin(t.Context(), d)
	if err != nil {
		t.Fatalf("Begin: %v", err)
	}
	return imp
}

func put(t testing.TB, imp store.Import, b store.Batch) {
	t.Helper()
	if err := imp.Put(t.Context(), b); err != nil {
		t.Fatalf("Put: %v", err)
	}
}

func commit(t testing.TB, imp store.Import) store.Applied {
	t.Helper()
	applied, err := imp.Commit(t.Context())
	if err != nil {
		t.Fatalf("Commit: %v", err)
	}
	return applied
}

// node makes a node whose id follows from its name.
func node(kind kg.NodeKind, name string, attrs ...string) kg.Node {
	n := kg.Node{
		ID: kg.NodeID(kind, name), Kind: kind, Name: name, Attrs: attributes(attrs), Basis: kg.Stated,
		Sources: []kg.Citation{{Source: "source:list", Locator: "L1", Basis: kg.Stated}},
	}
	if kind == kg.Source {
		n.Basis, n.Sources = "", nil
	}
	return n
}

// edge makes an edge whose id follows from its ends.
func edge(kind kg.EdgeKind, from, to kg.ID, attrs ...string) kg.Edge {
	return kg.Edge{
		ID: kg.EdgeID(kind, from, to, 1), Kind: kind, From: from, To: to, Stint: 1, Attrs: attributes(attrs), Basis: kg.Stated,
		Sources: []kg.Citation{{Source: "source:list", Locator: "L2", Basis: kg.Stated}},
	}
}

// attributes makes attributes of "name=value" written as pairs.
func attributes(pairs []string) kg.Attrs {
	if len(pairs) == 0 {
		return nil
	}
	attrs := kg.Attrs{}
	for i := 0; i < len(pairs); i += 2 {
		attrs[pairs[i]] = pairs[i+1]
	}
	return attrs
}

// during dates an edge: when it began, when it ended, when it was seen.
func during(e kg.Edge, since, until string, seen ...string) kg.Edge {
	e.Since, e.Until = kg.MustDate(since), kg.MustDate(until)
	for _, s := range seen {
		e.Seen = append(e.Seen, kg.MustDate(s))
	}
	return e
}

// implied makes an edge one that a source only implies.
func implied(e kg.Edge) kg.Edge {
	e.Basis = kg.Implied
	return e
}
