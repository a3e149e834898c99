package graph

import (
	"encoding/json"
	"strconv"
)

// WholeNumbers writes whole numbers among variables (json.Number) as GraphQL reads an
// Int: JSON knows no difference between 500, 500.0 and 5e2. It changes v where it can
// and returns it.
func WholeNumbers(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, below := range v {
			v[name] = WholeNumbers(below)
		}
	case []any:
		for i, below := range v {
			v[i] = WholeNumbers(below)
		}
	case json.Number:
		if _, err := v.Int64(); err == nil {
			return v
		}
		if f, err := v.Float64(); err == nil && f == float64(int32(f)) { // an Int has 32 bits
			return json.Number(strconv.Itoa(int(f)))
		}
	}
	return v
}
