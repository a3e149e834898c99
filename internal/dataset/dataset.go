package dataset

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"

	"citygraph/internal/jsonl"
	"citygraph/internal/kg"
)

// Dataset is a dataset without findings, in memory: nodes, edges and retired
// ids by id, corrections by record, date and text; names, figures, rosters and
// claims hang on their records, in an order that does not depend on that of the
// rows.
type Dataset struct {
	Head        kg.Dataset // with its content hash
	Nodes       []kg.Node
	Edges       []kg.Edge
	Retired     []kg.Retired
	Corrections []kg.Correction
	places      map[kg.ID]Place
}

// Place returns where a node, an edge or a retired id was read from.
func (d *Dataset) Place(id kg.ID) (Place, bool) {
	p, ok := d.places[id]
	return p, ok
}

// Records yields all records in the order in which a store scans them.
func (d *Dataset) Records() iter.Seq[kg.Record] {
	return func(yield func(kg.Record) bool) {
		_ = every(d.Nodes, yield) && every(d.Edges, yield) && every(d.Retired, yield) && every(d.Corrections, yield)
	}
}

func every[R kg.Record](rs []R, yield func(kg.Record) bool) bool {
	for _, r := range rs {
		if !yield(r) {
			return false
		}
	}
	return true
}

// assemble makes the dataset of a draft without findings.
func assemble(d *draft) (*Dataset, error) {
	out := &Dataset{Head: d.head, places: map[kg.ID]Place{}}
	nodes := map[kg.ID]*kg.Node{}
	for i := range d.nodes {
		p := &d.nodes[i]
		out.places[p.val.ID] = p.at
		nodes[p.val.ID] = &p.val
	}
	edges := map[kg.ID]*kg.Edge{}
	for i := range d.edges {
		p := &d.edges[i]
		out.places[p.val.ID] = p.at
		edges[p.val.ID] = &p.val
	}
	for _, p := range d.names {
		nodes[p.on].Names = append(nodes[p.on].Names, p.val)
	}
	for _, p := range d.figures {
		nodes[p.on].Figures = append(nodes[p.on].Figures, p.val)
	}
	for _, p := range d.rosters {
		nodes[p.on].Rosters = append(nodes[p.on].Rosters, p.val)
	}
	for _, p := range d.claims {
		if n, ok := nodes[p.on]; ok {
			n.Claims = append(n.Claims, p.val)
		} else {
			edges[p.on].Claims = append(edges[p.on].Claims, p.val)
		}
	}
	for _, p := range d.nodes {
		out.Nodes = append(out.Nodes, p.val)
	}
	for _, p := range d.edges {
		out.Edges = append(out.Edges, p.val)
	}
	for _, p := range d.retired {
		out.places[p.val.ID] = p.at
		out.Retired = append(out.Retired, p.val)
	}
	for _, p := range d.corrections {
		out.Corrections = append(out.Corrections, p.val)
	}
	out.sort()
	var err error
	out.Head.Hash, err = out.hash()
	return out, err
}

func (d *Dataset) sort() {
	slices.SortFunc(d.Nodes, func(a, b kg.Node) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Edges, func(a, b kg.Edge) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Retired, func(a, b kg.Retired) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Corrections, func(a, b kg.Correction) int {
		return cmp.Or(cmp.Compare(a.Record, b.Record), a.Date.Compare(b.Date),
			cmp.Compare(a.Was, b.Was), cmp.Compare(a.Is, b.Is), cmp.Compare(a.Why, b.Why))
	})
	for _, n := range d.Nodes {
		sortParts(n)
		sortClaims(n.Claims)
	}
	for _, e := range d.Edges {
		sortClaims(e.Claims)
	}
}

func sortParts(n kg.Node) {
	slices.SortFunc(n.Names, func(a, b kg.Name) int {
		return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Kind, b.Kind))
	})
	slices.SortFunc(n.Figures, func(a, b kg.Figure) int {
		return cmp.Or(cmp.Compare(a.Measure, b.Measure), a.Date.Compare(b.Date), cmp.Compare(a.Date.String(), b.Date.String()),
			cmp.Compare(a.Value, b.Value), cmp.Compare(a.Qualifier, b.Qualifier))
	})
	slices.SortFunc(n.Rosters, func(a, b kg.Roster) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Date.String(), b.Date.String()),
			cmp.Compare(a.Scope, b.Scope), slices.CompareFunc(a.Sources, b.Sources, compareCitations))
	})
}

func sortClaims(cs []kg.Claim) {
	slices.SortFunc(cs, func(a, b kg.Claim) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Value, b.Value),
			slices.CompareFunc(a.Sources, b.Sources, compareCitations))
	})
}

func compareCitations(a, b kg.Citation) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Locator, b.Locator), cmp.Compare(a.Basis, b.Basis))
}

// hash returns the content hash: SHA-256, in hex, over the JSON line of the head
// without a hash and those of all records in their order. It depends neither on
// the order of rows nor on the form of the files.
func (d *Dataset) hash() (string, error) {
	head := d.Head
	head.Hash = ""
	sum := sha256.New()
	add := func(v any) error {
		line, err := jsonl.Line(v)
		if err == nil {
			_, err = sum.Write(line)
		}
		return err
	}
	if err := add(jsonl.HeadOf(head)); err != nil {
		return "", err
	}
	for r := range d.Records() {
		if err := add(jsonl.Of(r)); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
