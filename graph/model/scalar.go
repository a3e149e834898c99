package model

import (
	"io"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/internal/kg"
)

// known returns nil, null, for an unknown date.
func known(d kg.Date) *kg.Date {
	if !d.Known() {
		return nil
	}
	return &d
}

// DateSpan is the GraphQL type DateSpan.
type DateSpan struct{ d kg.Date }

// spanOf returns nil, null, for an unknown date.
func spanOf(d kg.Date) *DateSpan {
	if !d.Known() {
		return nil
	}
	return &DateSpan{d}
}

// Earliest is the field earliest.
func (d DateSpan) Earliest() *kg.Day { return bound(d.d.Earliest()) }

// Latest is the field latest.
func (d DateSpan) Latest() *kg.Day { return bound(d.d.Latest()) }

// Precision is the field precision.
func (d DateSpan) Precision() string { return string(d.d.Precision()) }

func bound(d kg.Day) *kg.Day {
	if d == kg.Beginning || d == kg.End {
		return nil
	}
	return &d
}

// MarshalEDTF writes the scalar Date as the sources tell it.
func MarshalEDTF(d kg.Date) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalEDTF is there because gqlgen wants it: as an argument a Date is a day.
func UnmarshalEDTF(any) (kg.Date, error) { return kg.Date{}, nil }

// MarshalDay writes the scalar Date where it is one day.
func MarshalDay(d kg.Day) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalDay leaves the argument to readArgs, which tells where it stands and
// how to mend it.
func UnmarshalDay(any) (kg.Day, error) { return 0, nil }

// MarshalFloat writes a number with 12 significant digits at most: the one place
// where answers are rounded, so that they do not show the last digits in which
// machines may differ. Nothing is never negative.
func MarshalFloat(f float64) graphql.Marshaler {
	if f == 0 {
		f = 0
	}
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.FormatFloat(f, 'g', 12, 64)) // the response is memory
	})
}

// UnmarshalFloat reads a number.
func UnmarshalFloat(v any) (float64, error) { return graphql.UnmarshalFloat(v) }

// MarshalEnum writes a value of a closed list, civil_society as CIVIL_SOCIETY;
// "" is null.
func MarshalEnum(v string) graphql.Marshaler {
	if v == "" {
		return graphql.Null
	}
	return graphql.MarshalString(strings.ToUpper(v))
}

// UnmarshalEnum reads CIVIL_SOCIETY as civil_society.
func UnmarshalEnum(v any) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", kg.Errorf(kg.CodeInvalid, "an argument is null or no name of its list").WithMend("leave it out, or give one of the names that the schema lists")
	}
	return strings.ToLower(s), nil
}
