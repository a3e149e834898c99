package main

import (
	"fmt"
	"strings"

	"citygraph/graph/relation"
	"citygraph/internal/kg"
)

// prefix is what the names of a field's connection and edge types begin with:
// "Network" in NetworkRelationEdge, "" where several kinds are at the other end.
func prefix(f relation.Field) string {
	k, ok := f.One()
	if !ok {
		return ""
	}
	return spec(k).Name
}

// prefixes lists the prefixes in use, "" first.
func prefixes() []string {
	used := map[string]bool{}
	for _, s := range kg.NodeKinds {
		for _, f := range relation.Of(s.Kind) {
			used[prefix(f)] = true
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

func relationDoc(f relation.Field, k kg.NodeKind) string {
	names := make([]string, len(f.Far))
	for i, far := range f.Far {
		names[i] = spec(far).Name
	}
	says := f.Spec.Says
	if f.Name == f.Spec.Inverse {
		says = f.Spec.SaysBack
	}
	return fmt.Sprintf("Each reads: this %s %s `node` (%s). %s Example: `%s { edges { node { name } } }`.",
		spec(k).Name, says, strings.Join(names, ", "), f.Spec.Doc, f.Name)
}

func spec(k kg.NodeKind) kg.NodeSpec {
	s, ok := k.Spec()
	if !ok {
		panic("unknown node kind " + k)
	}
	return s
}
