package main

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// relation is one relation field of a node kind.
type relation struct {
	field string
	spec  kg.EdgeSpec
	in    bool          // read from the target
	far   []kg.NodeKind // kinds at the other end
	says  string
}

// relationsOf lists the relation fields of a kind: outgoing ones first, each
// group in the order of the vocabulary; `networks` stands behind `memberOf`.
func relationsOf(k kg.NodeKind) []relation {
	var out, in []relation
	for _, s := range kg.EdgeKinds {
		if slices.Contains(s.From, k) {
			out = append(out, relation{s.Forward, s, false, far(s, k, s.To), s.Says})
		}
		if s.Kind == kg.MemberOf && slices.Contains(s.From, k) {
			out = append(out, relation{"networks", s, false, []kg.NodeKind{kg.Network}, s.Says})
		}
		if slices.Contains(s.To, k) && !s.Symmetric {
			in = append(in, relation{s.Inverse, s, true, far(s, k, s.From), s.SaysBack})
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

// prefix is what the names of the field's connection and edge types begin with:
// "Network" in NetworkRelationEdge, "" where several kinds are at the other end.
func (r relation) prefix() string {
	if len(r.far) > 1 {
		return ""
	}
	return spec(r.far[0]).Name
}

func (r relation) doc(k kg.NodeKind) string {
	names := make([]string, len(r.far))
	for i, f := range r.far {
		names[i] = spec(f).Name
	}
	return fmt.Sprintf("Each reads: this %s %s `node` (%s). %s Example: `%s { edges { node { name } } }`.",
		spec(k).Name, r.says, strings.Join(names, ", "), r.spec.Doc, r.field)
}

func spec(k kg.NodeKind) kg.NodeSpec {
	s, ok := k.Spec()
	if !ok {
		panic("unknown node kind " + k)
	}
	return s
}

// prefixes lists the relation type prefixes in use, "" first.
func prefixes() []string {
	used := map[string]bool{}
	for _, s := range kg.NodeKinds {
		for _, r := range relationsOf(s.Kind) {
			used[r.prefix()] = true
		}
	}
	all := []string{""}
	for _, s := range kg.NodeKinds {
		if used[s.Name] {
			all = append(all, s.Name)
		}
	}
	return all
}

// fields lists the names of all relation fields, each once.
func fields() []relation {
	var all []relation
	for _, s := range kg.NodeKinds {
		for _, r := range relationsOf(s.Kind) {
			if !slices.ContainsFunc(all, func(o relation) bool { return o.field == r.field }) {
				all = append(all, r)
			}
		}
	}
	return all
}

// edgeAttrs lists the attributes of all edge kinds, each name once.
func edgeAttrs() []kg.Attr {
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

// enumName is the GraphQL enum of a closed list; owner is the node kind's name,
// "" for an edge.
func enumName(owner string, a kg.Attr) string {
	name := owner + upperFirst(a.Name)
	switch name {
	case "CityPlaceType":
		return "PlaceType"
	case "AmountQualifier":
		return "Qualifier"
	}
	return name
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
