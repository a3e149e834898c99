package model

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/graph/relation"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// relation reads one RelationWhere: every quantifier that it gives must hold.
func (r *whereReader) relation(c *store.Condition, name string, in map[string]any, kinds []kg.NodeKind, place string, depth int) error {
	if depth > store.MaxDepth {
		return kg.Errorf(kg.CodeTooCostly, "%s: conditions on relations nest more than %d deep", place, store.MaxDepth).
			WithMend("ask for the inner part first and put the ids that it gives into ids")
	}
	base, far := store.Relation{Direction: store.Both}, allKinds
	if name != "relations" {
		var fields []relation.Field
		if fields, far = farKinds(name, kinds); len(fields) == 0 {
			return notHere(place, kinds)
		}
		base.Kinds, base.Direction = []kg.EdgeKind{fields[0].Spec.Kind}, fields[0].Direction
	}
	if err := notEmpty(place+".roles", in["roles"]); err != nil {
		return err
	}
	for _, role := range texts[string](in["roles"]) {
		base.Roles = append(base.Roles, strings.ToLower(role))
	}
	given := false
	for _, q := range []store.Quantifier{store.Some, store.All, store.None} {
		below, ok := in[string(q)].(map[string]any)
		if !ok {
			continue
		}
		given = true
		cond, err := r.condition(below, far, fmt.Sprintf("%s.%s", place, q), depth)
		if err != nil {
			return err
		}
		rel := base
		rel.Quantifier, rel.Where = q, onlyNetworks(name, q, cond)
		c.Relations = append(c.Relations, rel)
		if q != store.Some {
			r.absences = append(r.absences, absence{fmt.Sprintf("%s.%s", place, q), rel, c.IDs, cond.IDs, open(cond)})
		}
	}
	if !given {
		return kg.Errorf(kg.CodeInvalid, "%s does not say how many", place).WithMend("write some, all or none, such as {some: {}}")
	}
	return nil
}

// onlyNetworks keeps a condition on `networks`, whose edges lead to other nodes
// as well, to Networks.
func onlyNetworks(name string, q store.Quantifier, c store.Condition) *store.Condition {
	if name != relation.Networks {
		return &c
	}
	if q != store.All {
		c.Kinds = []kg.NodeKind{kg.Network}
		return &c
	}
	others := slices.DeleteFunc(slices.Clone(allKinds), func(k kg.NodeKind) bool { return k == kg.Network })
	return &store.Condition{AnyOf: []store.Condition{{Kinds: others}, c}}
}

// farKinds are the kinds that a relation field lists at nodes of the kinds;
// ok is false where none of them has it.
func farKinds(name string, kinds []kg.NodeKind) (fields []relation.Field, far []kg.NodeKind) {
	for _, k := range kinds {
		f, ok := relation.Named(k, name)
		if !ok {
			continue
		}
		fields = append(fields, f)
		far = union(far, f.Far)
	}
	return fields, far
}
