package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"citygraph/internal/kg"
)

// Arguments come as gqlgen hands them on: int64 and []any from the text of a
// query, json.Number and slices of other types from variables.

func integer(raw any) (int, error) {
	switch v := raw.(type) {
	case int64:
		return int(v), nil
	case int:
		return v, nil
	case float64:
		if v == float64(int(v)) {
			return int(v), nil
		}
	case json.Number:
		n, err := v.Int64()
		return int(n), err
	}
	return 0, fmt.Errorf("%v is no whole number", raw)
}

// texts reads a list of strings or names; a single one counts as a list.
func texts[T ~string](raw any) []T {
	var all []T
	for _, v := range list(raw) {
		if s, ok := v.(string); ok {
			all = append(all, T(s))
		}
	}
	return all
}

// IDs reads a list of ids.
func IDs(raw any) []kg.ID { return texts[kg.ID](raw) }

// list reads a list, whose Go type depends on whether it stood in the query or
// came as a variable; a single value counts as a list.
func list(raw any) []any {
	v := reflect.ValueOf(raw)
	switch {
	case raw == nil:
		return nil
	case v.Kind() != reflect.Slice:
		return []any{raw}
	}
	all := make([]any, v.Len())
	for i := range all {
		all[i] = v.Index(i).Interface()
	}
	return all
}

// at puts the place of an argument before the public text of a *kg.Error.
func at(place string, err error) error {
	var e *kg.Error
	if err == nil || !errors.As(err, &e) {
		return err
	}
	c := *e
	c.Message = place + ": " + c.Message
	return &c
}
