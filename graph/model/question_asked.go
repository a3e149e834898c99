package model

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Defaults puts its default in the place of each argument that is null and may be.
func Defaults(args map[string]any, of ast.ArgumentDefinitionList) map[string]any {
	for _, d := range of {
		if args[d.Name] != nil || d.DefaultValue == nil || d.Type.NonNull {
			continue
		}
		if v, err := d.DefaultValue.Value(nil); err == nil { // the schema is valid
			args[d.Name] = v
		}
	}
	return args
}

// QuestionArgument is the GraphQL type QuestionArgument.
type QuestionArgument struct{ Name, Value string }

// inWords are the arguments that ask.Assumptions.Sentence tells in words of its own.
var inWords = []string{"asOf", "certainty", "basis", "rosterKind", "roles", "placeTypes", "actorKinds"}

// askedFor lists the arguments of a field as they were read, in the order of the
// schema and as GraphQL writes them; those that are null are left out. own are those
// of them that are not their defaults, for a sentence, as far as inWords has them not:
// required ones are what the question is about, and stand in its answer.
func askedFor(f graphql.CollectedField, variables map[string]any) (all, own []QuestionArgument) {
	args := Defaults(f.ArgumentMap(variables), f.Definition.Arguments)
	told := inWords
	if f.Definition.Arguments.ForName("nodeKinds") != nil {
		told = append(slices.Clone(told), "kinds", "nodeKinds")
	}
	for _, d := range f.Definition.Arguments {
		if args[d.Name] == nil {
			continue
		}
		one := QuestionArgument{d.Name, written(d.Type, args[d.Name])}
		all = append(all, one)
		isDefault := d.DefaultValue != nil && one.Value == written(d.Type, defaultOf(d))
		if isDefault || d.Type.NonNull && d.DefaultValue == nil || slices.Contains(told, d.Name) {
			continue
		}
		if n := len(list(args[d.Name])); d.Type.Elem != nil && n > maxTold {
			one.Value = fmt.Sprintf("%d values", n)
		}
		own = append(own, one)
	}
	return all, own
}

const maxTold = 5 // values of one list that a sentence names

func defaultOf(d *ast.ArgumentDefinition) any {
	v, _ := d.DefaultValue.Value(nil) // the schema is valid
	return v
}

// written writes a value as GraphQL does, in one way however it was given.
func written(t *ast.Type, v any) string {
	if t.Elem != nil {
		var all []string
		for _, one := range list(v) {
			all = append(all, written(t.Elem, one))
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	if n, err := integer(v); err == nil {
		return strconv.Itoa(n)
	}
	switch v := v.(type) {
	case map[string]any:
		var all []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			all = append(all, name+": "+written(&ast.Type{NamedType: "String"}, v[name]))
		}
		return "{" + strings.Join(all, ", ") + "}"
	case string:
		switch t.NamedType {
		case "ID", "String", "Date":
			return strconv.Quote(v)
		}
		return strings.ToUpper(v) // a name of a closed list
	}
	return shown(v)
}

// shown writes a value for the text of an error.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return strconv.Quote(v)
	}
	return fmt.Sprint(v)
}

// questionMark is a short mark of the question in which a field stands and of all its
// arguments, and of those of the field beside its page: what a cursor belongs to.
func questionMark(ctx context.Context) string {
	variables := graphql.GetOperationContext(ctx).Variables
	h := sha256.New()
	for fc := graphql.GetFieldContext(ctx); fc != nil && fc.Field.Field != nil; fc = fc.Parent {
		if fc.Index != nil {
			continue
		}
		all, _ := askedFor(fc.Field, variables)
		fmt.Fprintf(h, "%s.%s\n", fc.Object, fc.Field.Name)
		for _, a := range all {
			if a.Name != "after" && (a.Name != "first" || fc.Object == "Query") {
				fmt.Fprintf(h, "%s %s\n", a.Name, a.Value)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
