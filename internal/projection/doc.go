// Package projection is the graph that mathematics runs on: the nodes of a
// revision as dense integers, its edges as arrays of small numbers, with sorted
// adjacency. It is built once when a revision is loaded, from Scan, so it is the
// same whatever the backend; it never changes and is safe for concurrent use.
//
// A View is cut out of it for the filters of a question: the two-mode graph of
// actors (cities, unless a question says otherwise) and the groups on whose
// rosters they stand. Cutting one costs a single pass over the edges, without
// reading anything.
package projection
