package neostore

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"citygraph/internal/kg"
	"citygraph/internal/store/storetest"
)

var exactly = cmp.Options{cmpopts.EquateEmpty(), cmp.Comparer(func(a, b kg.Date) bool { return a == b })}

// roundTrip: a record comes back as it was, and no beginning of it passes for one.
func roundTrip[R any](t testing.TB, r R, encode func(R) []byte, read func(*decoder) R) {
	t.Helper()
	b := encode(r)
	got, err := decode(b, read)
	if err != nil {
		t.Fatalf("decode: %v", err)
	}
	if diff := cmp.Diff(r, got, exactly); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for n := range b {
		if _, err := decode(b[:n], read); err == nil {
			t.Fatalf("%d of %d bytes pass for a record", n, len(b))
		}
	}
}

func TestCodec(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := storetest.Draw(rt)
		for _, n := range w.Nodes {
			n.SortKey, n.Degree = "", 0
			n.Name = rapid.String().Draw(rt, "name")
			roundTrip(t, n, encodeNode, (*decoder).node)
		}
		for _, e := range w.Edges {
			e.Stint = rapid.Int().Draw(rt, "stint")
			roundTrip(t, e, encodeEdge, (*decoder).edge)
		}
		for _, r := range w.Retired {
			roundTrip(t, r, encodeRetired, (*decoder).retired)
		}
		for _, c := range w.Corrections {
			roundTrip(t, c, encodeCorrection, (*decoder).correction)
		}
	})
}

// TestCodecKnowsAllFields: a field that is added to a record must be added to
// the codec, and codecVersion raised.
func TestCodecKnowsAllFields(t *testing.T) {
	for value, fields := range map[any]int{
		reflect.TypeFor[kg.Node](): 12, reflect.TypeFor[kg.Edge](): 13, reflect.TypeFor[kg.Name](): 5, reflect.TypeFor[kg.Figure](): 6,
		reflect.TypeFor[kg.Roster](): 6, reflect.TypeFor[kg.Claim](): 4, reflect.TypeFor[kg.Citation](): 3,
		reflect.TypeFor[kg.Retired](): 5, reflect.TypeFor[kg.Correction](): 5,
	} {
		if n := value.(reflect.Type).NumField(); n != fields {
			t.Errorf("%v has %d fields, the codec writes %d", value, n, fields)
		}
	}
}

// FuzzDecode: bytes from elsewhere are an error or a record, never a panic, and
// a record that is read is written as the bytes that it was read from.
func FuzzDecode(f *testing.F) {
	for _, n := range storetest.Sample().Nodes {
		f.Add(encodeNode(n))
	}
	for _, e := range storetest.Sample().Edges {
		f.Add(encodeEdge(e))
	}
	f.Add([]byte{codecVersion, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		if n, err := decode(b, (*decoder).node); err == nil {
			roundTrip(t, n, encodeNode, (*decoder).node)
		}
		if e, err := decode(b, (*decoder).edge); err == nil {
			roundTrip(t, e, encodeEdge, (*decoder).edge)
		}
	})
}

// TestCodecKeepsWhatNeo4jCannot: texts that are not UTF-8.
func TestCodecKeepsWhatNeo4jCannot(t *testing.T) {
	roundTrip(t, kg.Node{ID: "city:a", Kind: kg.City, Name: "a\xff\x00b", Attrs: kg.Attrs{"\xfe": "\xfd"}}, encodeNode, (*decoder).node)
}
