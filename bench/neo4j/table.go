package main

import (
	"fmt"
	"time"
)

const head = `| question | round trips | hits | by hand | memory | Neo4j | of it in round trips | one statement by hand |
|---|---|---|---|---|---|---|---|`

// result is a row.
type result struct {
	trips                        int
	hits, handHits               int64
	memory, neo4j, under, byHand time.Duration
}

func (r result) row(about string) string {
	ms := func(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }
	than := func(d time.Duration) string { return fmt.Sprintf("%s (%.1f×)", ms(d), float64(d)/float64(r.byHand)) }
	return fmt.Sprintf("| %s | %d | %d | %d | %s | %s | %s | %s |",
		about, r.trips, r.hits, r.handHits, ms(r.memory), than(r.neo4j), than(r.under), ms(r.byHand))
}
