package model

import (
	"maps"
	"slices"

	"citygraph/internal/kg"
)

// allKinds are the node kinds of the vocabulary.
var allKinds = func() (all []kg.NodeKind) {
	for _, s := range kg.NodeKinds {
		all = append(all, s.Kind)
	}
	return all
}()

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func intersection[T comparable](a, b []T) []T {
	return slices.DeleteFunc(slices.Clone(a), func(x T) bool { return !slices.Contains(b, x) })
}

func union[T comparable](a, b []T) []T {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(slices.Clip(a), x)
		}
	}
	return a
}
