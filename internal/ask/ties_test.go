package ask

import (
	"testing"

	"citygraph/internal/kg"
)

// Two deeds without a date were done some day, but no day is certain, not even the
// last of all.
func TestUndatedDeedsHaveNoCertainDay(t *testing.T) {
	undated := []kg.Edge{{Kind: kg.Signed}}
	if certain, possible := times(undated); len(certain) != 0 || len(possible) != 1 {
		t.Errorf("certain on %v, possible on %v", certain, possible)
	}
	dated := []kg.Edge{{Kind: kg.Signed, Since: kg.MustDate("2020")}}
	if got := []Standing{together(undated, undated), together(undated, dated), together(dated, dated)}; got[0] != Maybe || got[1] != Maybe || got[2] != In {
		t.Errorf("together: %v", got)
	}
}
