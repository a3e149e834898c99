package main

import (
	"context"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// openNeo4j is replaced as soon as neostore is there.
func openNeo4j(context.Context, string, string, bool) (store.Store, error) {
	return nil, kg.Errorf(kg.CodeUnavailable, "no Neo4j yet")
}
