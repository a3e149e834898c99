package relation

import (
	"strings"

	"citygraph/internal/kg"
)

// Enum is the name of the GraphQL enum that an attribute with a closed list has;
// owner is the node kind's name, "" for an edge.
func Enum(owner string, a kg.Attr) string {
	switch name := owner + Exported(a.Name); name {
	case "CityPlaceType":
		return "PlaceType"
	case "AmountQualifier":
		return "Qualifier"
	default:
		return name
	}
}

// Exported returns the name with a capital at its beginning, as Go and GraphQL
// types have it.
func Exported(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// Condition is a condition on an attribute: a field of the input NodeWhere.
type Condition struct {
	Name string // placeType, declarationForm, country
	Kind kg.NodeKind
	Attr kg.Attr
}

// Conditions lists the conditions on attributes: one for each closed list, named
// like its enum, and one for each country.
func Conditions() []Condition {
	var all []Condition
	for _, s := range kg.NodeKinds {
		for _, a := range s.Attrs {
			switch a.Type {
			case kg.TypeEnum:
				name := Enum(s.Name, a)
				all = append(all, Condition{strings.ToLower(name[:1]) + name[1:], s.Kind, a})
			case kg.TypeCountry:
				all = append(all, Condition{a.Name, s.Kind, a})
			}
		}
	}
	return all
}

// Span is the name of the field that tells what the date in another can mean.
func Span(date string) string { return date + "Span" }
