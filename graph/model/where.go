package model

import (
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/store"
)

// whereReader turns the input NodeWhere into a store.Condition. Which condition
// may stand where follows from the vocabulary: one that no node there can meet is
// refused, since it would silently leave nothing (or, under none, everything).
type whereReader struct {
	when     store.When
	records  loader.Found    // what the ids in the input name
	replaced map[kg.ID]kg.ID // what they led to
	absences []absence
}

// readWhere reads and checks the input; far are the kinds that it is about.
// No input is no condition.
func readWhere(ctx context.Context, raw any, far []kg.NodeKind, when store.When) (*store.Condition, []Warning, error) {
	in, ok := raw.(map[string]any)
	if !ok {
		return nil, nil, nil
	}
	if left := maxInputs; !fits(in, &left) {
		return nil, nil, kg.Errorf(kg.CodeTooCostly, "where holds more than %d conditions", store.MaxConditions).
			WithMend("ask with fewer conditions at a time")
	}
	r := &whereReader{when: when}
	if err := r.resolveIDs(ctx, in); err != nil {
		return nil, nil, err
	}
	c, err := r.condition(in, far, "where", 0)
	return &c, r.warnings(), err
}

// maxInputs is how many inputs a filter of store.MaxConditions conditions can be
// made of: each has a name and a date at most, and stands in at most one relation.
const maxInputs = 4 * store.MaxConditions

// fits counts the inputs in raw down from left, before any work is done on them.
func fits(raw any, left *int) bool {
	for _, v := range list(raw) {
		in, ok := v.(map[string]any)
		if !ok {
			continue
		}
		if *left--; *left < 0 {
			return false
		}
		for _, below := range in {
			if !fits(below, left) {
				return false
			}
		}
	}
	return true
}

// resolveIDs reads all ids of the input at once.
func (r *whereReader) resolveIDs(ctx context.Context, in map[string]any) error {
	places := map[kg.ID]string{}
	ids := collectIDs(in, "where", places)
	found, target, err := resolve(ctx, ids)
	if err != nil {
		return at("where", err)
	}
	for _, id := range ids {
		if found.Records[target[id]] == nil {
			return kg.Errorf(kg.CodeNotFound, "%s: there is no %q", places[id], string(id)).
				WithMend("search(text: …) finds ids by name")
		}
	}
	r.records, r.replaced = found, target
	return nil
}

func collectIDs(in map[string]any, place string, places map[kg.ID]string) []kg.ID {
	var ids []kg.ID
	for _, name := range sorted(in) {
		here := place + "." + name
		if name == "ids" {
			for _, id := range texts[kg.ID](in[name]) {
				ids, places[id] = append(ids, id), here
			}
			continue
		}
		for _, v := range list(in[name]) {
			if below, ok := v.(map[string]any); ok {
				ids = append(ids, collectIDs(below, here, places)...)
			}
		}
	}
	return ids
}

// condition reads one NodeWhere about nodes of these kinds.
func (r *whereReader) condition(in map[string]any, kinds []kg.NodeKind, place string, depth int) (store.Condition, error) {
	var c store.Condition
	c.IDs = mapped(texts[kg.ID](in["ids"]), func(id kg.ID) kg.ID { return r.replaced[id] })
	if c.Kinds = texts[kg.NodeKind](in["kinds"]); len(c.Kinds) > 0 {
		if kinds = intersection(kinds, c.Kinds); len(kinds) == 0 {
			return c, kg.Errorf(kg.CodeInvalid, "%s.kinds: no node here is of these kinds", place).WithMend("leave kinds out, or name kinds that can stand here")
		}
	}
	for _, name := range sorted(in) {
		if in[name] == nil {
			continue
		}
		if err := r.part(&c, name, in[name], kinds, place+"."+name, depth); err != nil {
			return c, err
		}
	}
	return c, nil
}

func (r *whereReader) part(c *store.Condition, name string, raw any, kinds []kg.NodeKind, place string, depth int) (err error) {
	if err := notEmpty(place, raw); err != nil {
		return err
	}
	switch name {
	case "kinds", "ids": // read before
	case "name":
		c.Name, err = readName(raw, place)
	case "date":
		if !slices.ContainsFunc(kinds, dated) {
			return notHere(place, kinds)
		}
		c.Date, err = readDates(raw, place)
	case "anyOf":
		for _, v := range list(raw) {
			alternative, _ := v.(map[string]any)
			below, err := r.condition(alternative, kinds, place, depth)
			if err != nil {
				return err
			}
			c.AnyOf = append(c.AnyOf, below)
		}
	default:
		for i, spec := range conditions {
			if spec.Name == name {
				return r.attribute(c, conditions[i], raw, kinds, place)
			}
		}
		for _, v := range list(raw) {
			in, _ := v.(map[string]any)
			if err := r.relation(c, name, in, kinds, place, depth+1); err != nil {
				return err
			}
		}
	}
	return err
}
