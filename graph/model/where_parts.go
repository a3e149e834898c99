package model

import (
	"regexp"
	"slices"
	"strings"

	"citygraph/graph/relation"
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var conditions = relation.Conditions()

var countryForm = regexp.MustCompile(`^[A-Z]{2}$`)

func (r *whereReader) attribute(c *store.Condition, spec relation.Condition, raw any, kinds []kg.NodeKind, place string) error {
	if !slices.Contains(kinds, spec.Kind) {
		return notHere(place, kinds)
	}
	in := store.AttrIn{Name: spec.Attr.Name, Values: texts[string](raw)}
	for i, v := range in.Values {
		switch {
		case spec.Attr.Type == kg.TypeEnum:
			in.Values[i] = strings.ToLower(v)
		case !countryForm.MatchString(v):
			return kg.Errorf(kg.CodeInvalid, "%s: %q is not a country code", place, v).WithMend("write two capitals (ISO 3166-1 alpha-2), such as DE")
		}
	}
	c.Attrs = append(c.Attrs, in)
	if len(c.Kinds) > 0 && !slices.Contains(c.Kinds, spec.Kind) {
		return kg.Errorf(kg.CodeInvalid, "%s contradicts the other conditions beside it: no node is of two kinds", place).
			WithMend("put alternatives into anyOf")
	}
	c.Kinds = []kg.NodeKind{spec.Kind} // another kind may have an attribute of this name
	return nil
}

// dated reports whether nodes of the kind have a date.
func dated(k kg.NodeKind) bool {
	spec, _ := k.Spec()
	return len(spec.Dates) > 0
}

func notHere(place string, kinds []kg.NodeKind) error {
	names := mapped(kinds, func(k kg.NodeKind) string { spec, _ := k.Spec(); return spec.Name })
	return kg.Errorf(kg.CodeInvalid, "%s: a %s has nothing of this name", place, strings.Join(names, " or ")).
		WithMend("the playground's documentation lists what it has")
}

func readName(raw any, place string) (*store.NameMatch, error) {
	in, _ := raw.(map[string]any)
	m := &store.NameMatch{}
	for name, into := range map[string]*string{"equals": &m.Equals, "startsWith": &m.StartsWith, "contains": &m.Contains} {
		text, ok := in[name].(string)
		if !ok {
			continue
		}
		if kg.Fold(text) == "" {
			return nil, kg.Errorf(kg.CodeInvalid, "%s.%s has no letter and no digit", place, name).WithMend("write a part of a name")
		}
		*into = text
	}
	return m, nil
}

func readDates(raw any, place string) (*store.DateRange, error) {
	in, _ := raw.(map[string]any)
	d := &store.DateRange{}
	for name, into := range map[string]**kg.Day{"from": &d.From, "to": &d.To} {
		if in[name] == nil {
			continue
		}
		day, err := readDay(place+"."+name, in[name])
		if err != nil {
			return nil, err
		}
		*into = &day
	}
	if d.From != nil && d.To != nil && *d.From > *d.To {
		return nil, kg.Errorf(kg.CodeInvalid, "%s runs backwards", place).WithMend("put the earlier day into from")
	}
	return d, nil
}
