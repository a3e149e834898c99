package jsonl

import (
	"fmt"

	"citygraph/internal/kg"
)

// HeadOf returns the first line of a file with this dataset, its hash as the
// revision.
func HeadOf(d kg.Dataset) Head {
	return Head{
		Record: IsDataset, Name: d.Name, Title: d.Title, Version: d.Version,
		License: d.License, Citation: d.Citation, Revision: d.Hash,
	}
}

// Of returns the line that says what r says.
func Of(r kg.Record) any {
	switch r := r.(type) {
	case kg.Node:
		return nodeOf(r)
	case kg.Edge:
		return edgeOf(r)
	case kg.Retired:
		return Retired{IsRetired, r.ID, r.Date.String(), r.Reason, r.ReplacedBy, citations(r.Sources)}
	case kg.Correction:
		return Correction{IsCorrection, r.Record, r.Date.String(), r.Was, r.Is, r.Why}
	}
	panic(fmt.Sprintf("jsonl: a record of type %T", r)) // kg.Record is sealed
}

func nodeOf(n kg.Node) Node {
	return Node{
		Record: IsNode, ID: n.ID, Kind: string(n.Kind), Name: n.Name, Attrs: n.Attrs,
		Basis: string(n.Basis), Sources: citations(n.Sources),
		Names: each(n.Names, func(p kg.Name) Name {
			return Name{p.Text, p.Lang, p.Kind, string(p.Basis), citations(p.Sources)}
		}),
		Figures: each(n.Figures, func(p kg.Figure) Figure {
			return Figure{p.Measure, p.Qualifier, p.Value, p.Date.String(), string(p.Basis), citations(p.Sources)}
		}),
		Rosters: each(n.Rosters, rosterOf),
		Claims:  claims(n.Claims),
	}
}

func rosterOf(p kg.Roster) Roster {
	r := Roster{p.Date.String(), p.Scope, p.Status, nil, string(p.Basis), citations(p.Sources)}
	if p.Count >= 0 {
		r.Count = &p.Count
	}
	return r
}

func edgeOf(e kg.Edge) Edge {
	return Edge{
		Record: IsEdge, ID: e.ID, Kind: string(e.Kind), From: e.From, To: e.To,
		Stint: max(e.Stint, 1), Since: e.Since.String(), Until: e.Until.String(),
		Seen: each(e.Seen, kg.Date.String), Attrs: e.Attrs, ImpliedBy: e.ImpliedBy,
		Basis: string(e.Basis), Sources: citations(e.Sources), Claims: claims(e.Claims),
	}
}

func claims(cs []kg.Claim) []Claim {
	return each(cs, func(c kg.Claim) Claim {
		return Claim{c.Field, c.Value, string(c.Basis), citations(c.Sources)}
	})
}

func citations(cs []kg.Citation) []Citation {
	return each(cs, func(c kg.Citation) Citation {
		return Citation{c.Source, c.Locator, string(c.Basis)}
	})
}

func each[A, B any](in []A, f func(A) B) []B {
	if len(in) == 0 {
		return nil
	}
	out := make([]B, len(in))
	for i, a := range in {
		out[i] = f(a)
	}
	return out
}
