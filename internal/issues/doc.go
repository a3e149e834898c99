// Package issues lists what a dataset does not agree on: claims and figures that
// cannot all be right. The list is built once when a revision is loaded, from
// the records that Scan yields, so it is the same whatever the backend; it never
// changes and is safe for concurrent use.
package issues
