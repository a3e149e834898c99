package model

import (
	"context"
	"fmt"

	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// EdgeFacts is the GraphQL interface EdgeFacts.
type EdgeFacts interface{ IsEdgeFacts() }

// edge is what everything that implements EdgeFacts is made of.
type edge struct {
	e     *kg.Edge
	level *loader.Level
}

// IsEdgeFacts marks the GraphQL types that implement EdgeFacts.
func (edge) IsEdgeFacts() {}

// ID is the field id.
func (e edge) ID() string { return string(e.e.ID) }

// Kind is the field kind.
func (e edge) Kind() kg.EdgeKind { return e.e.Kind }

// Since is the field since.
func (e edge) Since() *kg.Date { return known(e.e.Since) }

// SinceSpan is the field sinceSpan.
func (e edge) SinceSpan() *DateSpan { return spanOf(e.e.Since) }

// Until is the field until.
func (e edge) Until() *kg.Date { return known(e.e.Until) }

// UntilSpan is the field untilSpan.
func (e edge) UntilSpan() *DateSpan { return spanOf(e.e.Until) }

// Seen is the field seen.
func (e edge) Seen() []kg.Date { return e.e.Seen }

// LastSeen is the field lastSeen.
func (e edge) LastSeen() *kg.Day {
	if d, ok := e.e.LastSeen(); ok {
		return bound(d)
	}
	return nil
}

// Stint is the field stint.
func (e edge) Stint() int { return max(e.e.Stint, 1) }

// Basis is the field basis.
func (e edge) Basis() string { return string(e.e.Basis) }

// Sources is the field sources.
func (e edge) Sources() []Citation { return citations(e.e.Sources, e.level) }

// Claims is the field claims.
func (e edge) Claims(fields []string) []Claim { return claims(e.e.Claims, fields, e.level) }

// ImpliedBy is the field impliedBy.
func (e edge) ImpliedBy(ctx context.Context) ([]Edge, error) {
	if len(e.e.ImpliedBy) == 0 {
		return []Edge{}, nil
	}
	found, err := e.level.Implying(ctx)
	if err != nil {
		return nil, err
	}
	var all []Edge
	for _, id := range e.e.ImpliedBy {
		by, ok := found.Records[id].(kg.Edge)
		if !ok {
			return nil, fmt.Errorf("model: %s is implied by %s, which is no edge of the dataset", e.e.ID, id)
		}
		all = append(all, Edge{edge{&by, found.Level}})
	}
	return all, nil
}

// named reads the node that an attribute names; nil where it names none.
func (e edge) named(ctx context.Context, attr string) (Node, error) {
	id := e.e.Attrs[attr]
	if id == "" {
		return nil, nil
	}
	found, err := e.level.Named(ctx, attr)
	if err != nil {
		return nil, err
	}
	n, ok := found.Node(kg.ID(id))
	if !ok {
		return nil, fmt.Errorf("model: %s of %s names %s, which is no node of the dataset", attr, e.e.ID, id)
	}
	return wrap(node{&n, found.Level}), nil
}

// Edge is the GraphQL type Edge.
type Edge struct{ edge }

// From is the field from.
func (e Edge) From(ctx context.Context) (Node, error) { return e.end(ctx, e.e.From) }

// To is the field to.
func (e Edge) To(ctx context.Context) (Node, error) { return e.end(ctx, e.e.To) }

func (e Edge) end(ctx context.Context, id kg.ID) (Node, error) {
	found, err := e.level.Ends(ctx)
	if err != nil {
		return nil, err
	}
	n, ok := found.Node(id)
	if !ok {
		return nil, fmt.Errorf("model: %s has the end %s, which is no node of the dataset", e.e.ID, id)
	}
	return wrap(node{&n, found.Level}), nil
}
