package model

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// absence is a condition that concludes from what is not recorded: `none`, or
// `all`. It is backed by sources in one case alone: asOf is the day of a complete
// roster, over everybody, of each group that it is about, and the groups are
// named by ids. Every other one is answered with a warning, and so is a `none`
// that tests what may be unknown of the nodes themselves.
type absence struct {
	place    string // where.memberOf.none
	relation store.Relation
	beside   []kg.ID // ids that the condition around it names
	within   []kg.ID // ids that its own condition names
	open     bool    // its own condition can fail for want of knowledge
}

// groups are those whose rosters it concludes from; none where they are not named.
func (a absence) groups() []kg.ID {
	switch {
	case a.relation.Direction == store.In:
		return a.beside // members: {none: …} of named networks
	case a.relation.Direction == store.Out && a.relation.Quantifier == store.None:
		return a.within // memberOf: {none: {ids: …}}
	}
	return nil
}

// warnings are what has to be told of the condition that was read, path aside.
func (r *whereReader) warnings() []Warning {
	var all []Warning
	for _, a := range r.absences {
		groups := a.groups()
		lacking := slices.DeleteFunc(slices.Clone(groups), func(id kg.ID) bool { return r.complete(id, a.relation) })
		if len(groups) > 0 && len(lacking) == 0 {
			if a.open && a.relation.Quantifier == store.None {
				all = append(all, Warning{Argument: a.place, Message: "none takes what is not recorded about a node (a relation, a date, an attribute) as not so"})
			}
			continue
		}
		w := Warning{Argument: a.place, Message: fmt.Sprintf(
			"%s concludes from what is not recorded, and no complete roster of the day asOf backs it: absence from a partial list is not a fact", a.relation.Quantifier)}
		if len(lacking) > 0 {
			w.Message += "; without such a roster: " + named(lacking)
		}
		all = append(all, w)
	}
	return all
}

// open reports whether a condition may be false only because something about the
// node is not recorded.
func open(c store.Condition) bool {
	return len(c.Attrs) > 0 || c.Date != nil || len(c.Relations) > 0 || slices.ContainsFunc(c.AnyOf, open)
}

// complete reports whether the group has a complete roster of the day over
// everybody, made of the relation's edges. What is only implied is on a roster,
// and a roster does not tell roles apart.
func (r *whereReader) complete(group kg.ID, rel store.Relation) bool {
	n, ok := r.records.Node(group)
	if !ok || r.when.AsOf == nil || r.when.Stated {
		return false
	}
	spec, _ := n.Kind.Spec()
	if len(rel.Kinds) != 1 || rel.Kinds[0] != spec.Roster || len(rel.Roles) > 0 {
		return false
	}
	return slices.ContainsFunc(n.Rosters, func(x kg.Roster) bool {
		return x.Status == "complete" && x.Scope == kg.ScopeAll &&
			x.Date.Precision() == kg.PrecisionDay && x.Date.Earliest() == *r.when.AsOf
	})
}

// fieldPath is the path of the field in the answer, without the places in lists.
func fieldPath(full ast.Path) []string {
	var path []string
	for _, p := range full {
		if name, ok := p.(ast.PathName); ok {
			path = append(path, string(name))
		}
	}
	return path
}
