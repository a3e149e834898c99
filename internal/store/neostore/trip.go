package neostore

import (
	"context"
	"maps"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Trip is one round trip of a read: what was asked, and what it took. Params
// leave out `gen`, the number of the generation, which never leaves this package.
type Trip struct {
	Cypher  string
	Params  map[string]any
	Rows    int
	Took    time.Duration // from here, waiting for a connection and the transfer included
	Planned time.Duration // until the server had the first row, as it says; whole milliseconds
	Read    time.Duration // from then to the last row, as it says
	Err     error         // the driver's; what passes may be tried again, as another trip
}

func (s *Store) tripped(ctx context.Context, t Trip, result neo4j.ResultWithContext) {
	if s.options.Traced == nil {
		return
	}
	if result != nil && t.Err == nil {
		if summary, err := result.Consume(ctx); err == nil { // no further round trip: all rows are here
			t.Planned, t.Read = max(0, summary.ResultAvailableAfter()), max(0, summary.ResultConsumedAfter())
		}
	}
	t.Params = maps.Clone(t.Params)
	delete(t.Params, "gen")
	s.options.Traced(ctx, t)
}
