package store

import (
	"regexp"

	"citygraph/internal/kg"
)

var (
	dateKey   = regexp.MustCompile(`^(~|\d{10}\.\d{10})$`)
	degreeKey = regexp.MustCompile(`^\d{10}$`)
)

// CheckList returns what is malformed in the arguments of Reader.List.
func CheckList(f NodeFilter, p Page) error {
	if err := firstError(f.Check(), p.check()); err != nil || p.After == nil {
		return err
	}
	return f.Order.CheckKey(*p.After)
}

// CheckEdges returns what is malformed in the arguments of Reader.Edges.
func CheckEdges(at []Anchor, f EdgeFilter, p Page) error {
	if err := firstError(f.Check(), p.check()); err != nil {
		return err
	}
	for _, a := range at {
		if a.After == (Key{}) {
			continue
		}
		if err := f.Order.CheckKey(a.After); err != nil {
			return err
		}
	}
	return nil
}

func (p Page) check() error {
	if p.First < 0 || p.First > MaxPage {
		return kg.Errorf(kg.CodeInvalid, "a page of %d cannot be had", p.First).WithMend("ask for 0 to %d", MaxPage)
	}
	return nil
}

// CheckKey returns CodeInvalid where the key cannot be one of this order: an
// id that has not the form of one, or a value of another order. It asks nothing
// about whether a record with the key exists.
func (o Order) CheckKey(k Key) error {
	if k.ID.Valid() && o.isValue(k.Value) {
		return nil
	}
	return kg.Errorf(kg.CodeInvalid, "the key of the page does not belong to this order").
		WithMend("go on with a cursor that came from the same listing in the same order")
}

func (o Order) isValue(v string) bool {
	switch o.By {
	case ByName:
		return kg.Fold(v) == v
	case ByDate:
		return dateKey.MatchString(v)
	case ByDegree:
		return degreeKey.MatchString(v)
	}
	return v == ""
}
