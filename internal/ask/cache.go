package ask

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"citygraph/internal/kg"
)

// cache keeps what was reckoned about the whole graph of one revision. What is
// asked for by several at once is reckoned once, in a goroutine of its own, so
// that it is not lost when they give up once it has begun; what was not used for
// longest goes when there is too much. It is safe for concurrent use.
type cache struct {
	turns [lanes]chan struct{} // one is reckoned at a time in each lane

	mu      sync.Mutex
	results map[string]*result
	weight  int // of all results that are done
	uses    int // a clock
}

// result is something that was reckoned, or is.
type result struct {
	done    chan struct{} // closed once value and err are there
	given   chan struct{} // closed once nobody waits for it and it has not begun
	value   any
	err     error
	weight  int
	used    int // clock of the last use
	waiting int // askers
	begun   bool
}

// A lane is where work waits for its turn, so that long work of one sort does not
// keep out what is of another: anybody can ask for divisions without end, with one
// seed after the other.
type lane int

// The lanes.
const (
	views     lane = iota // quick
	measures              // one for each graph and measure
	divisions             // one for each graph and seed
	lanes
)

// The bounds of a cache.
const (
	maxWeight  = 16 << 20        // numbers kept, eight bytes each or less
	maxWorking = 2 * time.Minute // that one may take
)

func newCache() *cache {
	c := &cache{results: map[string]*result{}}
	for l := range c.turns {
		c.turns[l] = make(chan struct{}, 1)
	}
	return c
}

// cached returns what work gives for the key, from the cache where it is there.
// weight is how many numbers a value holds. It waits until ctx is done at most;
// the work goes on. Errors are not kept.
func cached[T any](ctx context.Context, c *cache, l lane, key string, weight func(T) int, work func(context.Context) (T, error)) (T, error) {
	r := c.result(l, key, func(ctx context.Context) (any, int, error) {
		v, err := work(ctx)
		if err != nil {
			return nil, 0, err
		}
		return v, weight(v), nil
	})
	var none T
	select {
	case <-r.done:
		if r.err != nil {
			return none, r.err
		}
		return r.value.(T), nil
	case <-ctx.Done():
		c.leave(key, r)
		return none, kg.Errorf(kg.CodeUnavailable, "the answer is still being reckoned").
			WithMend("ask again in a moment: it is kept once it is there").WithCause(ctx.Err())
	}
}

// result finds a result, or begins it.
func (c *cache) result(l lane, key string, work func(context.Context) (any, int, error)) *result {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.uses++
	r, ok := c.results[key]
	if !ok {
		r = &result{done: make(chan struct{}), given: make(chan struct{})}
		c.results[key] = r
		go c.reckon(l, key, r, work)
	}
	r.used = c.uses
	r.waiting++
	return r
}

// leave notes that an asker gave up. What has not had its turn by then, and what
// nobody else waits for, will not be reckoned.
func (c *cache) leave(key string, r *result) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.waiting--; r.waiting == 0 && !r.begun {
		delete(c.results, key)
		close(r.given)
	}
}

// begin waits for a turn; false where all askers have left.
func (c *cache) begin(l lane, r *result) bool {
	select {
	case c.turns[l] <- struct{}{}:
	case <-r.given:
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.waiting == 0 { // they left just now
		<-c.turns[l]
		return false
	}
	r.begun = true
	return true
}

func (c *cache) reckon(l lane, key string, r *result, work func(context.Context) (any, int, error)) {
	if !c.begin(l, r) {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), maxWorking) // of nobody's request
	defer func() {
		if p := recover(); p != nil { // nobody above could
			r.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
		if r.err != nil && ctx.Err() != nil {
			r.err = kg.Errorf(kg.CodeUnavailable, "the answer took longer than %s to reckon", maxWorking).WithMend("ask for less, or try again later")
		}
		cancel()
		<-c.turns[l]
		c.keep(key, r)
		close(r.done)
	}()
	r.value, r.weight, r.err = work(ctx)
}

// keep puts a result into the books, and makes room.
func (c *cache) keep(key string, r *result) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.err != nil {
		delete(c.results, key)
		return
	}
	r.weight++ // nothing is for nothing
	c.weight += r.weight
	for c.weight > maxWeight {
		oldest, found := "", false
		for k, o := range c.results {
			if o.weight > 0 && o != r && (!found || o.used < c.results[oldest].used) {
				oldest, found = k, true
			}
		}
		if !found {
			return
		}
		c.weight -= c.results[oldest].weight
		delete(c.results, oldest)
	}
}
