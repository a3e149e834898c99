package server

import (
	"context"
	"errors"

	"citygraph/internal/store"
)

// Open makes what the store holds now ready to be asked.
func Open(context.Context, store.Store) (Graph, error) {
	return Graph{}, errors.New("the graph is being written")
}
