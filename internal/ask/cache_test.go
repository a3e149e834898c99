package ask

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"citygraph/internal/kg"
)

func one(int) int { return 1 }

// Asked for by many at once, it is reckoned once.
func TestCacheReckonsOnce(t *testing.T) {
	c := newCache()
	var reckoned atomic.Int32
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			v, err := cached(t.Context(), c, measures, "a", one, func(context.Context) (int, error) { return int(reckoned.Add(1)), nil })
			if v != 1 || err != nil {
				t.Errorf("%d %v", v, err)
			}
		})
	}
	wg.Wait()
	if n := reckoned.Load(); n != 1 {
		t.Errorf("reckoned %d times", n)
	}
}

// Who gives up does not stop the work, and the next one has its result.
func TestCacheOutlivesTheAsker(t *testing.T) {
	c, begun, release := newCache(), make(chan struct{}), make(chan struct{})
	work := func(ctx context.Context) (int, error) { close(begun); <-release; return 7, ctx.Err() }
	ctx, cancel := context.WithCancel(t.Context())
	gone := make(chan error)
	go func() {
		_, err := cached(ctx, c, measures, "a", one, work)
		gone <- err
	}()
	<-begun
	cancel()
	if err := <-gone; kg.CodeOf(err) != kg.CodeUnavailable || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	close(release)
	if v, err := cached(t.Context(), c, measures, "a", one, func(context.Context) (int, error) { return 0, errors.New("reckoned again") }); v != 7 || err != nil {
		t.Errorf("%d %v", v, err)
	}
}

// Errors and panics are told and not kept.
func TestCacheKeepsNoErrors(t *testing.T) {
	c := newCache()
	bad := errors.New("no")
	if _, err := cached(t.Context(), c, measures, "a", one, func(context.Context) (int, error) { return 0, bad }); !errors.Is(err, bad) {
		t.Errorf("%v", err)
	}
	if _, err := cached(t.Context(), c, measures, "a", one, func(context.Context) (int, error) { panic("oh") }); err == nil || !strings.Contains(err.Error(), "oh") {
		t.Errorf("%v", err)
	}
	if v, err := cached(t.Context(), c, measures, "a", one, func(context.Context) (int, error) { return 3, nil }); v != 3 || err != nil {
		t.Errorf("%d %v", v, err)
	}
}

// The cache has a bound, and what was used last stays.
func TestCacheIsBounded(t *testing.T) {
	c := newCache()
	third := func(int) int { return maxWeight / 3 }
	ask := func(key string) (reckoned bool) {
		_, err := cached(t.Context(), c, measures, key, third, func(context.Context) (int, error) { reckoned = true; return 0, nil })
		if err != nil {
			t.Fatal(err)
		}
		return reckoned
	}
	ask("a")
	ask("b")
	if ask("a") {
		t.Error("a was not kept")
	}
	ask("c") // too much: b goes
	if ask("a") || ask("c") {
		t.Error("what was used last did not stay")
	}
	if !ask("b") {
		t.Error("b was kept beyond the bound")
	}
	if c.weight > maxWeight {
		t.Errorf("the cache weighs %d", c.weight)
	}
}

// One is reckoned at a time in each lane, and none waits for what is in another.
func TestCacheTakesTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, release := newCache(), make(chan struct{})
		var running atomic.Int32
		for _, key := range []string{"a", "b", "c", "d", "e"} {
			go cached(t.Context(), c, divisions, key, one, func(context.Context) (int, error) {
				running.Add(1)
				<-release
				running.Add(-1)
				return 0, nil
			})
		}
		synctest.Wait()
		if n := running.Load(); n != 1 {
			t.Errorf("%d at a time", n)
		}
		for _, l := range []lane{views, measures} {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			if v, err := cached(ctx, c, l, fmt.Sprint(l), one, func(context.Context) (int, error) { return 4, nil }); v != 4 || err != nil {
				t.Errorf("lane %d: %d %v", l, v, err)
			}
			cancel()
		}
		close(release)
		synctest.Wait()
	})
}

// What nobody waits for any more does not take a turn.
func TestCacheForgetsWhatNobodyWaitsFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, release := newCache(), make(chan struct{})
		var begun atomic.Int32
		work := func(context.Context) (int, error) { begun.Add(1); <-release; return 1, nil }
		go cached(t.Context(), c, measures, "a", one, work) // the turn is taken
		synctest.Wait()
		ctx, cancel := context.WithCancel(t.Context())
		for i := range 100 {
			go cached(ctx, c, measures, string(rune('b'+i)), one, work)
		}
		synctest.Wait()
		cancel()
		synctest.Wait()
		if len(c.results) != 1 {
			t.Errorf("%d results are kept or waited for", len(c.results))
		}
		close(release)
		synctest.Wait()
		if n := begun.Load(); n != 1 {
			t.Errorf("%d were reckoned", n)
		}
		if v, err := cached(t.Context(), c, measures, "c", one, func(context.Context) (int, error) { return 9, nil }); v != 9 || err != nil {
			t.Errorf("%d %v", v, err)
		}
	})
}
