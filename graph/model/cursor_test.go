package model

import (
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

func TestCursorComesBack(t *testing.T) {
	for _, o := range []store.Order{{}, {Desc: true}, {By: store.ByName}, {By: store.ByDate, Desc: true}} {
		for _, k := range []store.Key{{ID: "city:x"}, {Value: "a b c", ID: "city:x"}, {Value: "~", ID: "member-of:a--b--2"}} {
			name := listingName("City.networks", o)
			got, err := decodeCursor(name, encodeCursor(name, k))
			if err != nil || got != k {
				t.Errorf("%v of %v became %v: %v", k, o, got, err)
			}
		}
	}
}

// FuzzCursor: whatever comes as a cursor gives a key or a refusal.
func FuzzCursor(f *testing.F) {
	name := listingName("Query.cities", store.Order{By: store.ByName})
	f.Add(encodeCursor(name, store.Key{Value: "aby", ID: "city:aby"}))
	f.Add(encodeCursor(listingName("Query.cities", store.Order{}), store.Key{ID: "city:aby"}))
	f.Add("")
	f.Add("MR8fHx8f")
	f.Add("%%%")
	f.Fuzz(func(t *testing.T, cursor string) {
		k, err := decodeCursor(name, cursor)
		if err != nil {
			if kg.CodeOf(err) != kg.CodeInvalid {
				t.Errorf("%q: %v", cursor, err)
			}
			return
		}
		if again := encodeCursor(name, k); again != cursor {
			t.Errorf("%q and %q are the same key", cursor, again)
		}
	})
}
