package store

import (
	"slices"

	"citygraph/internal/kg"
)

// MaxConditions is how many conditions a filter may hold, nested ones counted;
// more is CodeTooCostly.
const MaxConditions = 100

// Check returns what is malformed in the filter: CodeInvalid for unknown kinds,
// roles, orders, directions, quantifiers and certainties, a certainty without a
// day, a range of days that runs backwards, a name without letter or digit;
// CodeTooCostly for relations nested deeper than MaxDepth and for more than
// MaxConditions conditions.
func (f NodeFilter) Check() error {
	return firstError(checkNodeKinds(f.Kinds), f.When.check(), f.Order.check(), checkWhere(f.Where))
}

// Check returns what is malformed in the filter; see NodeFilter.Check.
func (f EdgeFilter) Check() error {
	return firstError(
		checkEdgeKinds(f.Kinds), f.Direction.check(), checkNodeKinds(f.OtherKinds), checkRoles(f.Roles),
		f.When.check(), f.Order.check(), checkWhere(f.Where))
}

// Check returns CodeInvalid for a kind that the vocabulary does not know.
func (s Scope) Check() error { return firstError(checkNodeKinds(s.Nodes), checkEdgeKinds(s.Edges)) }

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func checkNodeKinds(kinds []kg.NodeKind) error {
	for _, k := range kinds {
		if _, ok := k.Spec(); !ok {
			return kg.Errorf(kg.CodeInvalid, "%q is not a node kind", k).WithMend("use a kind of the vocabulary, such as CITY")
		}
	}
	return nil
}

func checkEdgeKinds(kinds []kg.EdgeKind) error {
	for _, k := range kinds {
		if _, ok := k.Spec(); !ok {
			return kg.Errorf(kg.CodeInvalid, "%q is not an edge kind", k).WithMend("use a kind of the vocabulary, such as MEMBER_OF")
		}
	}
	return nil
}

func checkRoles(roles []string) error {
	for _, r := range roles {
		if r != "" && !slices.Contains(kg.Roles, r) {
			return kg.Errorf(kg.CodeInvalid, "%q is not a role", r).WithMend("use a role of the vocabulary, such as participant")
		}
	}
	return nil
}

func (d Direction) check() error {
	if d != Out && d != In && d != Both {
		return kg.Errorf(kg.CodeInvalid, "%q is not a direction", d).WithMend("use out, in or both")
	}
	return nil
}

func (w When) check() error {
	switch {
	case w.Certainty != "" && w.Certainty != kg.Certain && w.Certainty != kg.Possible:
		return kg.Errorf(kg.CodeInvalid, "%q is not a certainty", w.Certainty).WithMend("use CERTAIN or POSSIBLE")
	case w.Certainty != "" && w.AsOf == nil:
		return kg.Errorf(kg.CodeInvalid, "a certainty is given without a day").
			WithMend("name the day (asOf) for which it is meant, or leave the certainty out")
	}
	return nil
}

func (o Order) check() error {
	switch o.By {
	case ByID, ByName, ByDate, ByDegree:
		return nil
	}
	return kg.Errorf(kg.CodeInvalid, "nothing is ordered by %q", o.By).WithMend("order by id, name, date or degree")
}
