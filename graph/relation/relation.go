// Package relation tells which relation fields the vocabulary gives each node
// kind, and which attributes of edges and conditions on nodes there are. The
// schema is generated from it and the resolvers read by it, so that both say
// the same.
package relation

import (
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Field is one relation field of a node kind, such as Network.members.
type Field struct {
	Name      string
	Spec      kg.EdgeSpec
	Direction store.Direction // from which end the edges are read: Out or In
	Far       []kg.NodeKind   // kinds at the other end
}

// Networks is the field that keeps memberOf to Networks.
const Networks = "networks"

// Of lists the relation fields of a kind: those of outgoing edges, then those of
// incoming ones, each in the order of the vocabulary. A symmetric kind has one
// field, and networks stands behind memberOf.
func Of(k kg.NodeKind) []Field {
	var out, in []Field
	for _, s := range kg.EdgeKinds {
		if slices.Contains(s.From, k) {
			out = append(out, Field{s.Forward, s, store.Out, far(s, k, s.To)})
		}
		if s.Kind == kg.MemberOf && slices.Contains(s.From, k) {
			out = append(out, Field{Networks, s, store.Out, []kg.NodeKind{kg.Network}})
		}
		if slices.Contains(s.To, k) && !s.Symmetric {
			in = append(in, Field{s.Inverse, s, store.In, far(s, k, s.From)})
		}
	}
	return append(out, in...)
}

func far(s kg.EdgeSpec, k kg.NodeKind, kinds []kg.NodeKind) []kg.NodeKind {
	if s.SameKind {
		return []kg.NodeKind{k}
	}
	return kinds
}

// Named returns the relation field of a kind with this name.
func Named(k kg.NodeKind, name string) (Field, bool) {
	for _, f := range Of(k) {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// All lists the relation fields of all kinds, each name once, as the first kind
// has it.
func All() []Field {
	var all []Field
	for _, s := range kg.NodeKinds {
		for _, f := range Of(s.Kind) {
			if !slices.ContainsFunc(all, func(o Field) bool { return o.Name == f.Name }) {
				all = append(all, f)
			}
		}
	}
	return all
}

// One returns the only kind at the other end; ok is false where there are several.
func (f Field) One() (k kg.NodeKind, ok bool) {
	if len(f.Far) != 1 {
		return "", false
	}
	return f.Far[0], true
}

// EdgeAttrs lists the attributes of all edge kinds, each name once.
func EdgeAttrs() []kg.Attr {
	all := slices.Clone(kg.CommonEdgeAttrs)
	for _, s := range kg.EdgeKinds {
		for _, a := range s.Attrs {
			if !slices.ContainsFunc(all, func(o kg.Attr) bool { return o.Name == a.Name }) {
				all = append(all, a)
			}
		}
	}
	return all
}
