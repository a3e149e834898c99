package neostore

import (
	"bytes"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store/storetest"
)

// FuzzDecodeRest is FuzzDecode for the two other records.
func FuzzDecodeRest(f *testing.F) {
	for _, r := range storetest.Sample().Retired {
		f.Add(encodeRetired(r))
	}
	for _, c := range storetest.Sample().Corrections {
		f.Add(encodeCorrection(c))
	}
	f.Add([]byte{codecVersion, 0x01})
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := decode(b, (*decoder).retired); err == nil {
			roundTrip(t, r, encodeRetired, (*decoder).retired)
		}
		if c, err := decode(b, (*decoder).correction); err == nil {
			roundTrip(t, c, encodeCorrection, (*decoder).correction)
		}
	})
}

// FuzzEncode: any texts come back as they were, and no two records have the
// same bytes.
func FuzzEncode(f *testing.F) {
	for _, seed := range [][4]string{
		{"city:berlin", "Berlin", "country", "DE"}, {"", "", "", ""}, {"a", "b\x00c", "\xff\xfe", "ä€𐍈"}, {"city:a", "\x01\x02", "x", "\u2028"},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3], 1)
	}
	f.Fuzz(func(t *testing.T, id, name, attr, value string, count int) {
		cited := []kg.Citation{{Source: kg.ID(value), Locator: name, Basis: kg.Basis(attr)}}
		n := kg.Node{
			ID: kg.ID(id), Name: name, Attrs: kg.Attrs{attr: value}, Sources: cited,
			Names:   []kg.Name{{Text: value, Lang: attr, Kind: name, Sources: cited}},
			Figures: []kg.Figure{{Measure: name, Value: value}},
			Rosters: []kg.Roster{{Scope: attr, Count: count, Sources: cited}},
			Claims:  []kg.Claim{{Field: attr, Value: value, Sources: cited}},
		}
		e := kg.Edge{ID: kg.ID(id), From: kg.ID(name), To: kg.ID(value), Stint: count, Attrs: kg.Attrs{attr: value}, ImpliedBy: []kg.ID{kg.ID(attr)}, Sources: cited}
		roundTrip(t, n, encodeNode, (*decoder).node)
		roundTrip(t, e, encodeEdge, (*decoder).edge)
		other := n
		other.Name += "x"
		if bytes.Equal(encodeNode(n), encodeNode(other)) {
			t.Error("two records, the same bytes")
		}
	})
}
