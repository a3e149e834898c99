// Package jsonl is the canonical text of records: one JSON object a line, keys
// in a fixed order, everything unknown left out. The first line of a file
// describes the dataset; the key `record` says what each line is. The dataset's
// content hash is made of these lines, so that the same content has the same
// hash whatever file it came from.
package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"citygraph/internal/kg"
)

// What a line can be: the values of its key `record`.
const (
	IsDataset    = "dataset"
	IsNode       = "node"
	IsEdge       = "edge"
	IsRetired    = "retired"
	IsCorrection = "correction"
)

// Head is the first line of a file.
type Head struct {
	Record   string `json:"record"`
	Name     string `json:"name"`
	Title    string `json:"title"`
	Version  string `json:"version"`
	License  string `json:"license"`
	Citation string `json:"citation,omitempty"`
	Revision string `json:"revision,omitempty"` // content hash of the whole, hex
}

// Node is a node with what hangs on it. SortKey and Degree are made anew by
// every store and not written.
type Node struct {
	Record  string     `json:"record"`
	ID      kg.ID      `json:"id"`
	Kind    string     `json:"kind"`
	Name    string     `json:"name"`
	Attrs   kg.Attrs   `json:"attrs,omitempty"`
	Basis   string     `json:"basis,omitempty"`
	Sources []Citation `json:"sources,omitempty"`
	Names   []Name     `json:"names,omitempty"`
	Figures []Figure   `json:"figures,omitempty"`
	Rosters []Roster   `json:"rosters,omitempty"`
	Claims  []Claim    `json:"claims,omitempty"`
}

// Edge is an edge with its claims.
type Edge struct {
	Record    string     `json:"record"`
	ID        kg.ID      `json:"id"`
	Kind      string     `json:"kind"`
	From      kg.ID      `json:"from"`
	To        kg.ID      `json:"to"`
	Stint     int        `json:"stint"`
	Since     string     `json:"since,omitempty"`
	Until     string     `json:"until,omitempty"`
	Seen      []string   `json:"seen,omitempty"`
	Attrs     kg.Attrs   `json:"attrs,omitempty"`
	ImpliedBy []kg.ID    `json:"impliedBy,omitempty"`
	Basis     string     `json:"basis"`
	Sources   []Citation `json:"sources,omitempty"`
	Claims    []Claim    `json:"claims,omitempty"`
}

// Citation is one source with the place in it.
type Citation struct {
	Source  kg.ID  `json:"source"`
	Locator string `json:"locator,omitempty"`
	Basis   string `json:"basis"`
}

// Name is another name of a node.
type Name struct {
	Name    string     `json:"name"`
	Lang    string     `json:"lang"`
	Kind    string     `json:"kind"`
	Basis   string     `json:"basis"`
	Sources []Citation `json:"sources,omitempty"`
}

// Figure is a reported number.
type Figure struct {
	Measure   string     `json:"measure"`
	Qualifier string     `json:"qualifier"`
	Value     string     `json:"value"`
	Date      string     `json:"date,omitempty"`
	Basis     string     `json:"basis"`
	Sources   []Citation `json:"sources,omitempty"`
}

// Roster says how much of a list of names is recorded. An absent count is
// unknown.
type Roster struct {
	Date    string     `json:"date,omitempty"`
	Scope   string     `json:"scope"`
	Status  string     `json:"status"`
	Count   *int       `json:"count,omitempty"`
	Basis   string     `json:"basis"`
	Sources []Citation `json:"sources,omitempty"`
}

// Claim is one source's value for one field.
type Claim struct {
	Field   string     `json:"field"`
	Value   string     `json:"value"`
	Basis   string     `json:"basis"`
	Sources []Citation `json:"sources,omitempty"`
}

// Retired is an id that is no longer in use.
type Retired struct {
	Record     string     `json:"record"`
	ID         kg.ID      `json:"id"`
	Date       string     `json:"date"`
	Reason     string     `json:"reason"`
	ReplacedBy kg.ID      `json:"replacedBy,omitempty"`
	Sources    []Citation `json:"sources,omitempty"`
}

// Correction tells what the record with this id said before.
type Correction struct {
	Record string `json:"record"`
	ID     kg.ID  `json:"id"`
	Date   string `json:"date"`
	Was    string `json:"was"`
	Is     string `json:"is"`
	Why    string `json:"why"`
}

// Line writes one line, its line feed included. v is one of the types above,
// see Of and HeadOf.
func Line(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("write a record as JSON: %w", err)
	}
	return b.Bytes(), nil
}

// Parse reads one line: a *Head, *Node, *Edge, *Retired or *Correction. Text
// that is not JSON, an unknown `record` and an unknown key are CodeInvalid.
// Values are not checked.
func Parse(line []byte) (any, error) {
	var what struct {
		Record string `json:"record"`
	}
	if err := json.Unmarshal(line, &what); err != nil {
		return nil, notJSON(err)
	}
	var v any
	switch what.Record {
	case IsDataset:
		v = new(Head)
	case IsNode:
		v = new(Node)
	case IsEdge:
		v = new(Edge)
	case IsRetired:
		v = new(Retired)
	case IsCorrection:
		v = new(Correction)
	default:
		return nil, kg.Errorf(kg.CodeInvalid, "a line of the unknown kind %q", what.Record).
			WithMend("set the key `record` to dataset, node, edge, retired or correction")
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return nil, notJSON(err)
	}
	return v, nil
}

func notJSON(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
		return kg.Errorf(kg.CodeInvalid, "not one JSON object: %v", err).WithMend("write one JSON object a line")
	}
	return kg.Errorf(kg.CodeInvalid, "%v", err).WithMend("write the keys and types that `citygraph export --format jsonl` writes")
}
