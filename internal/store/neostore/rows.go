package neostore

import (
	"maps"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// wgs84 is Neo4j's number for latitude and longitude in degrees.
const wgs84 = 4326

// nodeRow returns a node's properties: what filters and orders ask, what a
// person looks for, and the record.
func nodeRow(gen int64, n kg.Node) map[string]any {
	spec, _ := n.Kind.Spec()
	date := n.Date()
	n.SortKey = kg.Fold(n.Name)
	row := map[string]any{
		"gen": gen, "id": string(n.ID), "kind": string(n.Kind), "name": valid(n.Name), "sortKey": n.SortKey,
		"names": foldedNames(n), "basis": valid(string(n.Basis)), "record": encodeNode(n),
	}
	attributesInto(row, spec.Attrs, n.Attrs)
	if date.Known() {
		row["dateFrom"], row["dateTo"] = int64(date.Earliest()), int64(date.Latest())
	}
	for _, o := range nodeOrders {
		row[placeProperty(o)] = place(o, o.NodeKey(n))
	}
	maps.Copy(row, degreePlaces(n.ID, 0))
	if at, ok := location(n.Attrs); ok {
		row["location"] = at
	}
	return row
}

func foldedNames(n kg.Node) []string {
	names := []string{n.SortKey}
	for _, other := range n.Names {
		names = append(names, kg.Fold(other.Text))
	}
	return names
}

// attributesInto sets a property for each attribute that the vocabulary knows.
func attributesInto(row map[string]any, specs []kg.Attr, attrs kg.Attrs) {
	for _, a := range specs {
		if v := attrs[a.Name]; v != "" {
			row[a.Name] = valid(v)
		}
	}
}

func location(a kg.Attrs) (dbtype.Point2D, bool) {
	lat, err1 := strconv.ParseFloat(a["latitude"], 64)
	lon, err2 := strconv.ParseFloat(a["longitude"], 64)
	ok := err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
	return dbtype.Point2D{X: lon, Y: lat, SpatialRefId: wgs84}, ok
}

// edgeRow returns an edge's properties, and its ends. The ends are properties
// too, so that an index can hold the edges at a node in their order.
func edgeRow(gen int64, e kg.Edge) map[string]any {
	spec, _ := e.Kind.Spec()
	w := e.Window()
	key := store.Order{By: store.ByDate}.EdgeKey(e, kg.Node{}).Value
	row := map[string]any{
		"gen": gen, "id": string(e.ID), "from": string(e.From), "to": string(e.To), "stint": int64(e.Stint), "basis": valid(string(e.Basis)),
		"since": e.Since.String(), "until": e.Until.String(), "seen": written(e.Seen),
		"notBefore": int64(w.NotBefore), "certainFrom": int64(w.CertainFrom), "certainTo": int64(w.CertainTo), "notAfter": int64(w.NotAfter),
		"sinceUp": key, "sinceDown": turnDigits(key), "sources": cited(e.Sources), "record": encodeEdge(e),
	}
	attributesInto(row, spec.AllAttrs(), e.Attrs)
	return map[string]any{"from": string(e.From), "to": string(e.To), "properties": row}
}

func written(dates []kg.Date) []string {
	out := []string{}
	for _, d := range dates {
		out = append(out, d.String())
	}
	return out
}

// cited writes citations as a person reads them: a relationship cannot point
// at its sources.
func cited(cs []kg.Citation) []string {
	out := []string{}
	for _, c := range cs {
		text := string(c.Source) + "#" + c.Locator
		if c.Basis == kg.Implied {
			text += " (implied)"
		}
		out = append(out, valid(text))
	}
	return out
}

// valid makes a text one that Neo4j can hold; the record keeps it as it was.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// detail is a name, figure, roster, claim, or a node's own citations, as they
// hang on a node.
type detail struct {
	relationship, label string // both "" for citations of the node itself
	row                 map[string]any
}

// detailsOf returns the details of a node.
func detailsOf(gen int64, n kg.Node) (out []detail) {
	add := func(relationship, label string, properties map[string]any, sources []kg.Citation) {
		properties["gen"] = gen
		out = append(out, detail{relationship, label, map[string]any{
			"node": string(n.ID), "properties": properties, "sources": citations(sources),
		}})
	}
	if len(n.Sources) > 0 {
		add("", "", map[string]any{}, n.Sources)
	}
	for _, v := range n.Names {
		add("HAS_NAME", "Name", map[string]any{"text": valid(v.Text), "folded": kg.Fold(v.Text), "lang": valid(v.Lang), "kind": valid(v.Kind), "basis": valid(string(v.Basis))}, v.Sources)
	}
	for _, v := range n.Figures {
		add("HAS_FIGURE", "Figure", map[string]any{
			"measure": valid(v.Measure), "qualifier": valid(v.Qualifier), "value": valid(v.Value),
			"date": v.Date.String(), "basis": valid(string(v.Basis)),
		}, v.Sources)
	}
	for _, v := range n.Rosters {
		add("HAS_ROSTER", "Roster", map[string]any{
			"date": v.Date.String(), "scope": valid(v.Scope), "status": valid(v.Status), "count": int64(v.Count), "basis": valid(string(v.Basis)),
		}, v.Sources)
	}
	for _, v := range n.Claims {
		add("HAS_CLAIM", "Claim", claimProperties(n.ID, v), v.Sources)
	}
	return out
}

// claimsOf returns the claims on an edge; they hang on its `from`.
func claimsOf(gen int64, e kg.Edge) (out []detail) {
	for _, c := range e.Claims {
		p := claimProperties(e.ID, c)
		p["gen"] = gen
		out = append(out, detail{"HAS_CLAIM", "Claim", map[string]any{
			"node": string(e.From), "properties": p, "sources": citations(c.Sources),
		}})
	}
	return out
}

func claimProperties(record kg.ID, c kg.Claim) map[string]any {
	return map[string]any{"record": string(record), "field": valid(c.Field), "value": valid(c.Value), "basis": valid(string(c.Basis))}
}

func citations(cs []kg.Citation) []map[string]any {
	out := []map[string]any{}
	for _, c := range cs {
		out = append(out, map[string]any{"source": valid(string(c.Source)), "locator": valid(c.Locator), "basis": valid(string(c.Basis))})
	}
	return out
}

func retiredRow(gen int64, r kg.Retired) map[string]any {
	return map[string]any{
		"gen": gen, "id": string(r.ID), "date": r.Date.String(), "reason": valid(r.Reason),
		"replacedBy": valid(string(r.ReplacedBy)), "sources": cited(r.Sources), "record": encodeRetired(r),
	}
}

func correctionRow(gen int64, c kg.Correction) map[string]any {
	return map[string]any{
		"gen": gen, "of": valid(string(c.Record)), "date": c.Date.String(),
		"was": valid(c.Was), "is": valid(c.Is), "why": valid(c.Why), "record": encodeCorrection(c),
	}
}
