package neostore

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"citygraph/internal/kg"
)

// The codec of the property `record`: a version byte, then the fields of the
// record in their order in package kg. A text is its length and its bytes, a
// list its length and its members, a date its text, a number a varint. It is
// exact for every record, texts that are not UTF-8 included, which Neo4j's own
// strings could not hold. A node's sort key and degree are not in it: they are
// properties of their own, as degrees are known only when all edges are.

const codecVersion = 1

var errCodec = errors.New("a record that this version did not write")

// encoder appends to its bytes.
type encoder []byte

func (e *encoder) number(n int)  { *e = binary.AppendVarint(*e, int64(n)) }
func (e *encoder) text(s string) { e.number(len(s)); *e = append(*e, s...) }

func (e *encoder) texts(all ...string) {
	for _, s := range all {
		e.text(s)
	}
}

func encodeList[T any](e *encoder, list []T, one func(T)) {
	e.number(len(list))
	for _, v := range list {
		one(v)
	}
}

func (e *encoder) attrs(a kg.Attrs) {
	encodeList(e, slices.Sorted(maps.Keys(a)), func(name string) { e.texts(name, a[name]) })
}

func (e *encoder) sources(cs []kg.Citation) {
	encodeList(e, cs, func(c kg.Citation) { e.texts(string(c.Source), c.Locator, string(c.Basis)) })
}

func (e *encoder) claims(cs []kg.Claim) {
	encodeList(e, cs, func(c kg.Claim) {
		e.texts(c.Field, c.Value, string(c.Basis))
		e.sources(c.Sources)
	})
}

func encodeNode(n kg.Node) []byte {
	e := encoder{codecVersion}
	e.texts(string(n.ID), string(n.Kind), n.Name)
	e.attrs(n.Attrs)
	e.text(string(n.Basis))
	e.sources(n.Sources)
	encodeList(&e, n.Names, func(v kg.Name) {
		e.texts(v.Text, v.Lang, v.Kind, string(v.Basis))
		e.sources(v.Sources)
	})
	encodeList(&e, n.Figures, func(v kg.Figure) {
		e.texts(v.Measure, v.Qualifier, v.Value, v.Date.String(), string(v.Basis))
		e.sources(v.Sources)
	})
	encodeList(&e, n.Rosters, func(v kg.Roster) {
		e.texts(v.Date.String(), v.Scope, v.Status)
		e.number(v.Count)
		e.text(string(v.Basis))
		e.sources(v.Sources)
	})
	e.claims(n.Claims)
	return e
}

func encodeEdge(v kg.Edge) []byte {
	e := encoder{codecVersion}
	e.texts(string(v.ID), string(v.Kind), string(v.From), string(v.To))
	e.number(v.Stint)
	e.texts(v.Since.String(), v.Until.String())
	encodeList(&e, v.Seen, func(d kg.Date) { e.text(d.String()) })
	e.attrs(v.Attrs)
	encodeList(&e, v.ImpliedBy, func(id kg.ID) { e.text(string(id)) })
	e.text(string(v.Basis))
	e.sources(v.Sources)
	e.claims(v.Claims)
	return e
}

func encodeRetired(r kg.Retired) []byte {
	e := encoder{codecVersion}
	e.texts(string(r.ID), r.Date.String(), r.Reason, string(r.ReplacedBy))
	e.sources(r.Sources)
	return e
}

func encodeCorrection(c kg.Correction) []byte {
	e := encoder{codecVersion}
	e.texts(string(c.Record), c.Date.String(), c.Was, c.Is, c.Why)
	return e
}

// decoder reads; after a failure everything it reads is zero.
type decoder struct {
	left []byte
	err  error
}

// decode reads one record of bytes that hold nothing else.
func decode[R any](b []byte, read func(*decoder) R) (R, error) {
	d := &decoder{left: b}
	if len(b) == 0 || b[0] != codecVersion {
		d.err = errCodec
	} else {
		d.left = b[1:]
	}
	r := read(d)
	if d.err == nil && len(d.left) > 0 {
		d.err = errCodec
	}
	if d.err != nil {
		var none R
		return none, d.err
	}
	return r, nil
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err, d.left = err, nil
	}
}

func (d *decoder) number() int {
	n, size := binary.Varint(d.left)
	if size <= 0 {
		d.fail(errCodec)
		return 0
	}
	d.left = d.left[size:]
	return int(n)
}

func (d *decoder) text() string {
	n := d.number()
	if n < 0 || n > len(d.left) {
		d.fail(errCodec)
		return ""
	}
	s := string(d.left[:n])
	d.left = d.left[n:]
	return s
}

func (d *decoder) date() kg.Date {
	date, err := kg.ParseDate(d.text())
	if err != nil {
		d.fail(err)
	}
	return date
}

// decodeList reads a list; each member takes a byte at least, so that a length
// that cannot be is refused before anything is made for it.
func decodeList[T any](d *decoder, one func() T) []T {
	n := d.number()
	if n < 0 || n > len(d.left) {
		d.fail(errCodec)
		return nil
	}
	var list []T
	for range n {
		if d.err != nil {
			return nil
		}
		list = append(list, one())
	}
	return list
}

func (d *decoder) attrs() kg.Attrs {
	pairs := decodeList(d, func() [2]string { return [2]string{d.text(), d.text()} })
	if len(pairs) == 0 {
		return nil
	}
	a := make(kg.Attrs, len(pairs))
	for _, p := range pairs {
		a[p[0]] = p[1]
	}
	return a
}

func (d *decoder) sources() []kg.Citation {
	return decodeList(d, func() kg.Citation {
		return kg.Citation{Source: kg.ID(d.text()), Locator: d.text(), Basis: kg.Basis(d.text())}
	})
}

func (d *decoder) claims() []kg.Claim {
	return decodeList(d, func() kg.Claim {
		return kg.Claim{Field: d.text(), Value: d.text(), Basis: kg.Basis(d.text()), Sources: d.sources()}
	})
}

func (d *decoder) node() kg.Node {
	return kg.Node{
		ID: kg.ID(d.text()), Kind: kg.NodeKind(d.text()), Name: d.text(),
		Attrs: d.attrs(), Basis: kg.Basis(d.text()), Sources: d.sources(),
		Names: decodeList(d, func() kg.Name {
			return kg.Name{Text: d.text(), Lang: d.text(), Kind: d.text(), Basis: kg.Basis(d.text()), Sources: d.sources()}
		}),
		Figures: decodeList(d, func() kg.Figure {
			return kg.Figure{
				Measure: d.text(), Qualifier: d.text(), Value: d.text(), Date: d.date(), Basis: kg.Basis(d.text()), Sources: d.sources(),
			}
		}),
		Rosters: decodeList(d, func() kg.Roster {
			return kg.Roster{
				Date: d.date(), Scope: d.text(), Status: d.text(), Count: d.number(), Basis: kg.Basis(d.text()), Sources: d.sources(),
			}
		}),
		Claims: d.claims(),
	}
}

func (d *decoder) edge() kg.Edge {
	return kg.Edge{
		ID: kg.ID(d.text()), Kind: kg.EdgeKind(d.text()), From: kg.ID(d.text()), To: kg.ID(d.text()), Stint: d.number(),
		Since: d.date(), Until: d.date(), Seen: decodeList(d, d.date), Attrs: d.attrs(),
		ImpliedBy: decodeList(d, func() kg.ID { return kg.ID(d.text()) }),
		Basis:     kg.Basis(d.text()), Sources: d.sources(), Claims: d.claims(),
	}
}

func (d *decoder) retired() kg.Retired {
	return kg.Retired{
		ID: kg.ID(d.text()), Date: d.date(), Reason: d.text(), ReplacedBy: kg.ID(d.text()), Sources: d.sources(),
	}
}

func (d *decoder) correction() kg.Correction {
	return kg.Correction{Record: kg.ID(d.text()), Date: d.date(), Was: d.text(), Is: d.text(), Why: d.text()}
}
