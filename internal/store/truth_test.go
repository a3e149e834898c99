package store_test

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// The tables are Kleene's strong logic: S. C. Kleene, Introduction to
// Metamathematics (1952), § 64.
func TestTruth(t *testing.T) {
	const f, u, y = store.False, store.Unknown, store.True
	for _, tt := range []struct{ a, b, and, or store.Truth }{
		{f, f, f, f}, {f, u, f, u}, {f, y, f, y},
		{u, f, f, u}, {u, u, u, u}, {u, y, u, y},
		{y, f, f, y}, {y, u, u, y}, {y, y, y, y},
	} {
		if got := tt.a.And(tt.b); got != tt.and {
			t.Errorf("%d and %d = %d, want %d", tt.a, tt.b, got, tt.and)
		}
		if got := tt.a.Or(tt.b); got != tt.or {
			t.Errorf("%d or %d = %d, want %d", tt.a, tt.b, got, tt.or)
		}
	}
	if f.Not() != y || u.Not() != u || y.Not() != f {
		t.Error("not")
	}
}

func TestKeeps(t *testing.T) {
	for _, tt := range []struct {
		certainty kg.Holding
		holding   kg.Holding
		want      bool
	}{
		{"", kg.No, false}, {"", kg.Possible, true}, {"", kg.Certain, true},
		{kg.Possible, kg.No, false}, {kg.Possible, kg.Possible, true}, {kg.Possible, kg.Certain, true},
		{kg.Certain, kg.No, false}, {kg.Certain, kg.Possible, false}, {kg.Certain, kg.Certain, true},
	} {
		if got := (store.When{Certainty: tt.certainty}).Keeps(store.TruthOf(tt.holding)); got != tt.want {
			t.Errorf("certainty %q keeps what is %s: %t, want %t", tt.certainty, tt.holding, got, tt.want)
		}
	}
}
