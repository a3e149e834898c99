// Package analysis holds the mathematics: pure functions, one file a measure,
// with formula, units and reference above each. Nothing here reads a store, and
// no result depends on the order of a map or on the number of goroutines.
package analysis
