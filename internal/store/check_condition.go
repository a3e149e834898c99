package store

import "citygraph/internal/kg"

func checkWhere(c *Condition) error {
	left := MaxConditions
	return c.check(0, &left)
}

// check walks a condition that stands inside so many relations; left counts
// down the conditions that may still come.
func (c *Condition) check(depth int, left *int) error {
	if c == nil {
		return nil
	}
	if *left--; *left < 0 {
		return kg.Errorf(kg.CodeTooCostly, "the filter holds more than %d conditions", MaxConditions).
			WithMend("ask with fewer conditions at a time")
	}
	if err := firstError(checkNodeKinds(c.Kinds), c.Name.check(), c.Date.check()); err != nil {
		return err
	}
	for _, r := range c.Relations {
		if err := r.check(depth+1, left); err != nil {
			return err
		}
	}
	for i := range c.AnyOf {
		if err := c.AnyOf[i].check(depth, left); err != nil {
			return err
		}
	}
	return nil
}

func (r Relation) check(depth int, left *int) error {
	if depth > MaxDepth {
		return kg.Errorf(kg.CodeTooCostly, "relation conditions nest deeper than %d", MaxDepth).
			WithMend("take one level out, and ask for its part first")
	}
	if r.Quantifier != Some && r.Quantifier != All && r.Quantifier != None {
		return kg.Errorf(kg.CodeInvalid, "%q is not a quantifier", r.Quantifier).WithMend("use some, all or none")
	}
	return firstError(checkEdgeKinds(r.Kinds), r.Direction.check(), checkRoles(r.Roles), r.Where.check(depth, left))
}

func (m *NameMatch) check() error {
	if m == nil {
		return nil
	}
	for _, text := range []string{m.Equals, m.StartsWith, m.Contains} {
		if text != "" && kg.Fold(text) == "" {
			return kg.Errorf(kg.CodeInvalid, "%q has no letter and no digit to compare names with", text).
				WithMend("write a part of a name")
		}
	}
	return nil
}

func (r *DateRange) check() error {
	if r != nil && r.From != nil && r.To != nil && *r.From > *r.To {
		return kg.Errorf(kg.CodeInvalid, "the range from %s to %s runs backwards", r.From, r.To).
			WithMend("put the earlier day first")
	}
	return nil
}
