package model

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// Citation is the GraphQL type Citation.
type Citation struct {
	c     kg.Citation
	level *loader.Level
}

func citations(cs []kg.Citation, level *loader.Level) []Citation {
	return mapped(cs, func(c kg.Citation) Citation { return Citation{c, level} })
}

// Source is the field source.
func (c Citation) Source(ctx context.Context) (*Source, error) {
	found, err := c.level.Sources(ctx)
	if err != nil {
		return nil, err
	}
	n, ok := found.Node(c.c.Source)
	if !ok || n.Kind != kg.Source {
		return nil, fmt.Errorf("model: source %s is cited and not in the dataset", c.c.Source)
	}
	return &Source{node{&n, found.Level}}, nil
}

// Locator is the field locator.
func (c Citation) Locator() string { return c.c.Locator }

// Basis is the field basis.
func (c Citation) Basis() string { return string(c.c.Basis) }

// Name is the GraphQL type Name.
type Name struct {
	n     kg.Name
	level *loader.Level
}

// Text is the field text.
func (n Name) Text() string { return n.n.Text }

// Lang is the field lang.
func (n Name) Lang() string { return n.n.Lang }

// Kind is the field kind.
func (n Name) Kind() string { return n.n.Kind }

// Basis is the field basis.
func (n Name) Basis() string { return string(n.n.Basis) }

// Sources is the field sources.
func (n Name) Sources() []Citation { return citations(n.n.Sources, n.level) }

// Figure is the GraphQL type Figure.
type Figure struct {
	f     kg.Figure
	level *loader.Level
}

// Measure is the field measure.
func (f Figure) Measure() string { return f.f.Measure }

// Qualifier is the field qualifier.
func (f Figure) Qualifier() string { return f.f.Qualifier }

// Value is the field value.
func (f Figure) Value() (float64, error) { return strconv.ParseFloat(f.f.Value, 64) }

// Date is the field date.
func (f Figure) Date() *kg.Date { return known(f.f.Date) }

// DateSpan is the field dateSpan.
func (f Figure) DateSpan() *DateSpan { return spanOf(f.f.Date) }

// Basis is the field basis.
func (f Figure) Basis() string { return string(f.f.Basis) }

// Sources is the field sources.
func (f Figure) Sources() []Citation { return citations(f.f.Sources, f.level) }

// Roster is the GraphQL type Roster.
type Roster struct {
	r     kg.Roster
	level *loader.Level
}

// Date is the field date.
func (r Roster) Date() *kg.Date { return known(r.r.Date) }

// DateSpan is the field dateSpan.
func (r Roster) DateSpan() *DateSpan { return spanOf(r.r.Date) }

// Scope is the field scope.
func (r Roster) Scope() string { return r.r.Scope }

// Status is the field status.
func (r Roster) Status() string { return r.r.Status }

// Count is the field count.
func (r Roster) Count() *int {
	if r.r.Count < 0 {
		return nil
	}
	return &r.r.Count
}

// Basis is the field basis.
func (r Roster) Basis() string { return string(r.r.Basis) }

// Sources is the field sources.
func (r Roster) Sources() []Citation { return citations(r.r.Sources, r.level) }

// Claim is the GraphQL type Claim.
type Claim struct {
	c     kg.Claim
	level *loader.Level
}

// claims keeps those on the fields; nil keeps all.
func claims(cs []kg.Claim, fields []string, level *loader.Level) []Claim {
	if fields != nil {
		cs = slices.DeleteFunc(slices.Clone(cs), func(c kg.Claim) bool { return !slices.Contains(fields, c.Field) })
	}
	return mapped(cs, func(c kg.Claim) Claim { return Claim{c, level} })
}

// Field is the field field.
func (c Claim) Field() string { return c.c.Field }

// Value is the field value.
func (c Claim) Value() string { return c.c.Value }

// Basis is the field basis.
func (c Claim) Basis() string { return string(c.c.Basis) }

// Sources is the field sources.
func (c Claim) Sources() []Citation { return citations(c.c.Sources, c.level) }
