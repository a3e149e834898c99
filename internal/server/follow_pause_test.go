package server

import (
	"testing"
	"time"
)

// TestUntilNext: pauses grow to three times the usual one, and scatter.
func TestUntilNext(t *testing.T) {
	const every = time.Second
	for failed, usual := range []time.Duration{every, 2 * every, 3 * every, 3 * every, 3 * every} {
		seen := map[time.Duration]bool{}
		for range 200 {
			d := untilNext(every, failed)
			if d < usual*3/4 || d > usual*5/4 {
				t.Fatalf("%s after %d failures, want %s and a quarter more or less", d, failed, usual)
			}
			seen[d] = true
		}
		if len(seen) < 100 {
			t.Errorf("%d different pauses of 200 after %d failures", len(seen), failed)
		}
	}
	if d := untilNext(every, 1_000_000); d > 4*every {
		t.Errorf("%s after very many failures", d)
	}
}
