package model

import (
	"context"
	"fmt"

	"citygraph/internal/kg"
	"citygraph/internal/names"
)

// SearchHit is the GraphQL type SearchHit.
type SearchHit struct {
	Node        Node
	Score       float64
	MatchedName string
}

// Search returns the nodes whose names fit the text best.
func Search(ctx context.Context, text string, kinds []kg.NodeKind, first int) ([]*SearchHit, error) {
	if _, err := readFirst(first); err != nil {
		return nil, err
	}
	if kinds != nil && len(kinds) == 0 {
		return nil, notEmpty("kinds", kinds)
	}
	req := request(ctx)
	hits, err := req.Names.Search(text, kinds, first)
	if err != nil {
		return nil, err
	}
	found, err := req.loader.Records(ctx, mapped(hits, func(h names.Hit) kg.ID { return h.ID }))
	if err != nil {
		return nil, err
	}
	all := make([]*SearchHit, len(hits))
	for i, h := range hits {
		n, ok := found.Node(h.ID)
		if !ok {
			return nil, fmt.Errorf("model: the index of names has %s and the dataset has not", h.ID)
		}
		all[i] = &SearchHit{wrap(node{&n, found.Level}), h.Score, h.Matched}
	}
	return all, nil
}
