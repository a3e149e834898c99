// Package graph is the GraphQL API: schema, resolvers, cursors, errors. New
// makes one revision of a dataset ready to be asked.
//
// The schema stands in schema/; what follows from the vocabulary is generated
// (gen), first into schema/kinds.graphqls and model/kinds.go, then by gqlgen into
// generated.go. Arguments, conditions and pages are read in package model.
package graph

//go:generate go run ./gen
//go:generate go tool gqlgen generate
