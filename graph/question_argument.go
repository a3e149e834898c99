package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/internal/kg"
)

// Argument is an argument of a question, for a command line.
type Argument struct {
	Name     string
	Doc      string // the schema's description
	Default  string // as GraphQL writes it; "" where there is none
	Required bool

	typ *ast.Type
	def *ast.Definition
}

// Type is the argument's type, as GraphQL writes it.
func (a Argument) Type() string { return a.typ.String() }

// IsSwitch reports whether the argument is on or off.
func (a Argument) IsSwitch() bool { return a.typ.NamedType == "Boolean" }

// IsList reports whether the argument takes several values.
func (a Argument) IsList() bool { return a.typ.Elem != nil }

// Values lists the names that the argument may be; nil where it is not from a
// closed list.
func (a Argument) Values() []string {
	if a.def.Kind != ast.Enum {
		return nil
	}
	var all []string
	for _, v := range a.def.EnumValues {
		all = append(all, v.Name)
	}
	return all
}

// Parse reads the value of a variable from the texts that were given for it: a
// list takes several, each of which may hold several between commas; an input
// object is JSON, or `name:value`, or `name` for true. CodeInvalid where a text
// cannot be read; whether the value is allowed is for the schema to say.
func (a Argument) Parse(texts []string) (any, error) {
	if !a.IsList() {
		if len(texts) != 1 {
			return nil, kg.Errorf(kg.CodeInvalid, "--%s is given %d times", a.Name, len(texts)).WithMend("give it once")
		}
		return a.parse(texts[0])
	}
	all := []any{}
	for _, text := range texts {
		for part := range strings.SplitSeq(text, ",") {
			part = strings.TrimSpace(part)
			if part == "" {
				return nil, kg.Errorf(kg.CodeInvalid, "--%s has an empty value", a.Name).WithMend("%s", a.Doc)
			}
			v, err := a.parse(part)
			if err != nil {
				return nil, err
			}
			all = append(all, v)
		}
	}
	return all, nil
}

func (a Argument) parse(text string) (any, error) {
	var v any = text
	var err error
	switch {
	case a.def.Kind == ast.Enum:
		name := strings.ReplaceAll(strings.ToUpper(text), "-", "_")
		if !slices.Contains(a.Values(), name) {
			return nil, kg.Errorf(kg.CodeInvalid, "--%s: %q is no %s", a.Name, text, a.def.Name).WithMend("write %s", strings.Join(a.Values(), ", "))
		}
		v = name
	case a.def.Kind == ast.InputObject:
		v, err = a.object(text)
	case a.def.Name == "Int":
		v, err = strconv.ParseInt(text, 10, 64)
	case a.def.Name == "Float":
		v, err = strconv.ParseFloat(text, 64)
	case a.def.Name == "Boolean":
		v, err = strconv.ParseBool(text)
	}
	if err != nil {
		return nil, kg.Errorf(kg.CodeInvalid, "--%s: %q is no %s", a.Name, text, a.def.Name).WithMend("%s", a.Doc)
	}
	return v, nil
}

func (a Argument) object(text string) (any, error) {
	if strings.HasPrefix(text, "{") {
		var v map[string]any
		dec := json.NewDecoder(strings.NewReader(text))
		dec.UseNumber()
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		if _, err := dec.Token(); err != io.EOF {
			return nil, errors.New("there is more behind the object")
		}
		return WholeNumbers(v), nil
	}
	name, value, given := strings.Cut(text, ":")
	f := a.def.Fields.ForName(name)
	if f == nil {
		return nil, fmt.Errorf("no field %q", name)
	}
	if !given {
		value = "true"
	}
	field := Argument{Name: a.Name, typ: f.Type, def: a.def}
	field.def = &ast.Definition{Kind: ast.Scalar, Name: f.Type.Name()}
	v, err := field.Parse([]string{value})
	return map[string]any{name: v}, err
}
