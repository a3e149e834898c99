package storetest

import (
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// The three values, as words; an edge may also be "left out".
const (
	yes     = "true"
	unknown = "unknown"
	no      = "false"
	leftOut = "left out"
)

func and(values ...string) string {
	switch {
	case slices.Contains(values, no):
		return no
	case slices.Contains(values, unknown):
		return unknown
	}
	return yes
}

func or(values ...string) string {
	switch {
	case slices.Contains(values, yes):
		return yes
	case slices.Contains(values, unknown):
		return unknown
	}
	return no
}

func not(value string) string {
	return map[string]string{yes: no, no: yes, unknown: unknown}[value]
}

func truly(b bool) string {
	if b {
		return yes
	}
	return no
}

// keeps reports whether what has this value passes.
func keeps(w store.When, value string) bool {
	if w.Certainty == kg.Certain {
		return value == yes
	}
	return value != no
}

// weight returns how an edge counts.
func weight(e kg.Edge, roles []string, w store.When) string {
	if w.Stated && e.Basis == kg.Implied {
		return leftOut
	}
	if e.Kind == kg.TookPartIn && len(roles) > 0 && !slices.Contains(roles, e.Attrs["role"]) {
		return leftOut
	}
	if w.AsOf == nil {
		return yes
	}
	return map[kg.Holding]string{kg.Certain: yes, kg.Possible: unknown, kg.No: no}[e.HoldsOn(*w.AsOf)]
}

// meets returns how a node meets a condition.
func (r *Reference) meets(n kg.Node, c *store.Condition, w store.When) string {
	if c == nil {
		return yes
	}
	var parts []string
	if len(c.IDs) > 0 {
		parts = append(parts, truly(slices.Contains(c.IDs, n.ID)))
	}
	if len(c.Kinds) > 0 {
		parts = append(parts, truly(slices.Contains(c.Kinds, n.Kind)))
	}
	for _, a := range c.Attrs {
		parts = append(parts, truly(hasAttr(n, a)))
	}
	if c.Name != nil {
		parts = append(parts, truly(hasName(n, *c.Name)))
	}
	if c.Date != nil {
		parts = append(parts, inRange(n.Date(), *c.Date))
	}
	for _, relation := range c.Relations {
		parts = append(parts, r.related(n, relation, w))
	}
	if len(c.AnyOf) > 0 {
		var ways []string
		for _, one := range c.AnyOf {
			ways = append(ways, r.meets(n, &one, w))
		}
		parts = append(parts, or(ways...))
	}
	return and(parts...)
}

func hasAttr(n kg.Node, a store.AttrIn) bool {
	spec, _ := n.Kind.Spec()
	for _, attr := range spec.Attrs {
		if attr.Name == a.Name {
			return n.Attrs[a.Name] != "" && slices.Contains(a.Values, n.Attrs[a.Name])
		}
	}
	return false
}

func hasName(n kg.Node, m store.NameMatch) bool {
	names := []string{n.Name}
	for _, other := range n.Names {
		names = append(names, other.Text)
	}
	for _, name := range names {
		f := kg.Fold(name)
		if m.Equals != "" && f != kg.Fold(m.Equals) {
			continue
		}
		if m.StartsWith != "" && !strings.HasPrefix(f, kg.Fold(m.StartsWith)) {
			continue
		}
		if m.Contains != "" && !strings.Contains(f, kg.Fold(m.Contains)) {
			continue
		}
		return true
	}
	return false
}

func inRange(d kg.Date, r store.DateRange) string {
	if !d.Known() {
		return no
	}
	if r.From != nil && d.Latest() < *r.From || r.To != nil && d.Earliest() > *r.To {
		return no
	}
	if r.From != nil && d.Earliest() < *r.From || r.To != nil && d.Latest() > *r.To {
		return unknown
	}
	return yes
}

// related returns how a node meets a relation condition.
func (r *Reference) related(n kg.Node, relation store.Relation, w store.When) string {
	var some, all []string
	for _, e := range r.edges {
		if !readFrom(e, n.ID, relation.Direction) || len(relation.Kinds) > 0 && !slices.Contains(relation.Kinds, e.Kind) {
			continue
		}
		counts := weight(e, relation.Roles, w)
		if counts == leftOut {
			continue
		}
		other := r.node(e.Other(n.ID))
		met := r.meets(other, relation.Where, w)
		some = append(some, and(counts, met))
		all = append(all, or(not(counts), met))
	}
	switch relation.Quantifier {
	case store.Some:
		return or(some...)
	case store.None:
		return not(or(some...))
	}
	return and(all...)
}
