// Package model holds the Go types behind the schema: what gqlgen binds each
// GraphQL type to. A type wraps a record together with the level it was read on
// (package loader), so that its relation fields read for the whole level.
//
// The types of the node kinds, with one line for each attribute and relation
// field, are generated from the vocabulary (kinds.go, by graph/gen). Arguments of
// listings are read in one place, args.go, whatever field they stand on.
package model
