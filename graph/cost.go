package graph

import (
	"context"
	"encoding/json"
)

// Complexity says what a field may cost at most, in fields that are answered: a
// listing as many times what stands under it as items may be on its page, and
// the values of its condition; any other field once.
func (s *schema) Complexity(_ context.Context, _, _ string, below int, args map[string]any) (int, bool) {
	if first, ok := args["first"]; ok {
		return 1 + values(args["where"]) + times(first, below), true
	}
	if ids, ok := args["ids"].([]any); ok {
		return 1 + len(ids)*below, true
	}
	return 1 + below, true
}

// times multiplies by the number of an argument; one that is no number is
// refused later and costs nothing.
func times(first any, below int) int {
	n := int64(0)
	switch v := first.(type) {
	case int64:
		n = v
	case int:
		n = int64(v)
	case float64:
		n = int64(v)
	case json.Number:
		n, _ = v.Int64()
	}
	if n <= 0 {
		return 0
	}
	return int(n) * below
}

// values counts what a condition is made of.
func values(raw any) int {
	n := 0
	switch v := raw.(type) {
	case map[string]any:
		for _, below := range v {
			n += 1 + values(below)
		}
	case []any:
		for _, below := range v {
			n += 1 + values(below)
		}
	}
	return n
}
