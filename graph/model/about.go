package model

import (
	"context"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// About is what a revision says of itself and of what it said before. It never
// changes.
type About struct {
	Dataset     kg.Dataset
	corrections map[kg.ID][]kg.Correction // by record, in the order of Scan
}

// ReadAbout reads it. Errors are those of the Reader.
func ReadAbout(ctx context.Context, r store.Reader) (*About, error) {
	info, err := r.Info(ctx)
	if err != nil {
		return nil, err
	}
	a := &About{Dataset: info.Dataset, corrections: map[kg.ID][]kg.Correction{}}
	for record, err := range r.Scan(ctx, store.Scope{Rest: true}) {
		if err != nil {
			return nil, err
		}
		if c, ok := record.(kg.Correction); ok {
			a.corrections[c.Record] = append(a.corrections[c.Record], c)
		}
	}
	return a, nil
}

// Correction is the GraphQL type Correction.
type Correction struct{ c kg.Correction }

// Date is the field date.
func (c Correction) Date() *kg.Date { return &c.c.Date }

// Was is the field was.
func (c Correction) Was() string { return c.c.Was }

// Is is the field is.
func (c Correction) Is() string { return c.c.Is }

// Why is the field why.
func (c Correction) Why() string { return c.c.Why }

func correctionsOf(ctx context.Context, id kg.ID) []Correction {
	return mapped(request(ctx).About.corrections[id], func(c kg.Correction) Correction { return Correction{c} })
}

// Corrections is the field corrections.
func (n node) Corrections(ctx context.Context) []Correction { return correctionsOf(ctx, n.n.ID) }

// Corrections is the field corrections.
func (e edge) Corrections(ctx context.Context) []Correction { return correctionsOf(ctx, e.e.ID) }
