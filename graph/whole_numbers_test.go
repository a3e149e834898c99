package graph_test

import (
	"encoding/json"
	"testing"

	"citygraph/graph"
)

func TestWholeNumbers(t *testing.T) {
	v := decoded(t, `{"a": 500.0, "b": [5e2, {"c": 1.5, "d": "500.0"}], "e": 3e9, "f": -2.0, "g": null, "h": 9007199254740993}`)
	got, err := json.Marshal(graph.WholeNumbers(v))
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"a":500,"b":[500,{"c":1.5,"d":"500.0"}],"e":3e9,"f":-2,"g":null,"h":9007199254740993}`; string(got) != want {
		t.Errorf("%s instead of %s", got, want)
	}
}
