package ask

import "testing"

func TestProbabilityIsNeverNothing(t *testing.T) {
	for p, want := range map[float64]string{0: "below 1e-308", 1: "1", 0.0123: "0.012", 6.2e-6: "6.2e-06"} {
		if got := probability(p); got != want {
			t.Errorf("%g is %q, not %q", p, got, want)
		}
	}
}
