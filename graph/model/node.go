package model

import (
	"context"
	"strconv"

	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// Node is the GraphQL interface Node.
type Node interface {
	IsNode()
	Kind() kg.NodeKind
}

// node is what the types of all node kinds are made of.
type node struct {
	n     *kg.Node
	level *loader.Level
}

// IsNode marks the GraphQL types that implement Node.
func (node) IsNode() {}

// ID is the field id.
func (n node) ID() string { return string(n.n.ID) }

// Kind is the field kind.
func (n node) Kind() kg.NodeKind { return n.n.Kind }

// Name is the field name.
func (n node) Name() string { return n.n.Name }

// Description is the field description.
func (n node) Description() *string { return text(n.n.Attrs, "description") }

// Date is the field date.
func (n node) Date() *kg.Date { return known(n.n.Date()) }

// DateSpan is the field dateSpan.
func (n node) DateSpan() *DateSpan { return spanOf(n.n.Date()) }

// Degree is the field degree.
func (n node) Degree() int { return n.n.Degree }

// Basis is the field basis; "" is null.
func (n node) Basis() string { return string(n.n.Basis) }

// Names is the field names.
func (n node) Names() []Name {
	return mapped(n.n.Names, func(x kg.Name) Name { return Name{x, n.level} })
}

// Figures is the field figures.
func (n node) Figures() []Figure {
	return mapped(n.n.Figures, func(x kg.Figure) Figure { return Figure{x, n.level} })
}

// Rosters is the field rosters.
func (n node) Rosters() []Roster {
	return mapped(n.n.Rosters, func(x kg.Roster) Roster { return Roster{x, n.level} })
}

// Claims is the field claims.
func (n node) Claims(fields []string) []Claim { return claims(n.n.Claims, fields, n.level) }

// Sources is the field sources.
func (n node) Sources() []Citation { return citations(n.n.Sources, n.level) }

// Relations is the field relations.
func (n node) Relations(ctx context.Context) (RelationConnection, error) {
	c, err := n.related(ctx)
	return RelationConnection{c}, err
}

// text, number, whole, date and enum read an attribute; an absent one is null.
func text(a kg.Attrs, name string) *string {
	if v := a[name]; v != "" {
		return &v
	}
	return nil
}

func number(a kg.Attrs, name string) *float64 {
	if f, err := strconv.ParseFloat(a[name], 64); err == nil {
		return &f
	}
	return nil
}

func whole(a kg.Attrs, name string) *int {
	if i, err := strconv.Atoi(a[name]); err == nil {
		return &i
	}
	return nil
}

func date(a kg.Attrs, name string) *kg.Date { return known(parsedDate(a, name)) }

func dateSpan(a kg.Attrs, name string) *DateSpan { return spanOf(parsedDate(a, name)) }

// parsedDate is unknown where the attribute is; import has refused what is no date.
func parsedDate(a kg.Attrs, name string) kg.Date {
	d, err := kg.ParseDate(a[name])
	if err != nil {
		return kg.Date{}
	}
	return d
}

func enum(a kg.Attrs, name string) string { return a[name] }

func mapped[A, B any](as []A, f func(A) B) []B {
	bs := make([]B, len(as))
	for i, a := range as {
		bs[i] = f(a)
	}
	return bs
}
