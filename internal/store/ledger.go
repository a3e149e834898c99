package store

import (
	"iter"
	"maps"

	"citygraph/internal/kg"
)

// Ledger holds an import to the contract of Put, for every backend: it knows
// what was put, refuses what may not be, and counts degrees. The zero Ledger is
// ready to use. It is not safe for concurrent use.
type Ledger struct {
	nodes  map[kg.ID]kg.NodeKind
	others map[kg.ID]bool // ids of edges and retired ids
	degree map[kg.ID]int
}

// Admit takes a batch in, or nothing of it: CodeInvalid for a malformed id, an
// unknown kind and an edge with a missing end, CodeConflict for an id that was
// put before.
func (l *Ledger) Admit(b Batch) error {
	l.init()
	fresh := Ledger{}
	fresh.init()
	for _, n := range b.Nodes {
		if _, ok := n.Kind.Spec(); !ok {
			return unknownKind(n.ID, string(n.Kind))
		}
		if err := l.claim(n.ID, fresh); err != nil {
			return err
		}
		fresh.nodes[n.ID] = n.Kind
	}
	for _, e := range b.Edges {
		if err := l.admitEdge(e, fresh); err != nil {
			return err
		}
	}
	for _, r := range b.Retired {
		if err := l.claim(r.ID, fresh); err != nil {
			return err
		}
		fresh.others[r.ID] = true
	}
	l.take(fresh)
	return nil
}

// Degree returns the degree of a node: the roster edges put so far at either of
// its ends.
func (l *Ledger) Degree(id kg.ID) int { return l.degree[id] }

// Degrees yields the degree of every node that has one, in no order.
func (l *Ledger) Degrees() iter.Seq2[kg.ID, int] { return maps.All(l.degree) }

func (l *Ledger) init() {
	if l.nodes == nil {
		l.nodes, l.others, l.degree = map[kg.ID]kg.NodeKind{}, map[kg.ID]bool{}, map[kg.ID]int{}
	}
}

func (l *Ledger) admitEdge(e kg.Edge, fresh Ledger) error {
	if _, ok := e.Kind.Spec(); !ok {
		return unknownKind(e.ID, string(e.Kind))
	}
	if err := l.claim(e.ID, fresh); err != nil {
		return err
	}
	fresh.others[e.ID] = true
	for _, end := range []kg.ID{e.From, e.To} {
		if _, ok := l.kind(end, fresh); !ok {
			return kg.Errorf(kg.CodeInvalid, "the edge %q ends at %q, which is not there", e.ID, end).
				WithMend("put its nodes before the edge or in the same batch")
		}
	}
	if to, _ := l.kind(e.To, fresh); !e.OnRoster(to) {
		return nil
	}
	fresh.degree[e.To]++
	if e.From != e.To {
		fresh.degree[e.From]++
	}
	return nil
}

func (l *Ledger) kind(id kg.ID, fresh Ledger) (kg.NodeKind, bool) {
	if k, ok := l.nodes[id]; ok {
		return k, true
	}
	k, ok := fresh.nodes[id]
	return k, ok
}

func (l *Ledger) claim(id kg.ID, fresh Ledger) error {
	if !id.Valid() {
		return kg.Errorf(kg.CodeInvalid, "%q is not an id", id).
			WithMend("write kind:slug in lower-case ASCII, with a kind of the vocabulary")
	}
	if _, ok := l.kind(id, fresh); ok || l.others[id] || fresh.others[id] {
		return kg.Errorf(kg.CodeConflict, "the id %q was put twice", id).
			WithMend("give one of both records an id of its own")
	}
	return nil
}

func (l *Ledger) take(fresh Ledger) {
	for id, k := range fresh.nodes {
		l.nodes[id] = k
	}
	for id := range fresh.others {
		l.others[id] = true
	}
	for id, n := range fresh.degree {
		l.degree[id] += n
	}
}

func unknownKind(id kg.ID, kind string) error {
	return kg.Errorf(kg.CodeInvalid, "the record %q is of the kind %q, which the vocabulary does not know", id, kind).
		WithMend("use a kind of the vocabulary")
}
