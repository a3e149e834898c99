package model

import (
	"encoding/base64"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// A cursor is the key of an item together with the listing that it belongs to:
// the field and the order. Outside it is one opaque word.
const (
	cursorVersion = "1"
	cursorMark    = "\x1f" // stands in no name, id or key
	maxCursor     = 2048   // bytes
)

// listing names what a cursor belongs to.
func listingName(field string, o store.Order) string {
	name := field + cursorMark + string(o.By)
	if o.Desc {
		name += "-"
	}
	return name
}

func encodeCursor(listing string, k store.Key) string {
	plain := strings.Join([]string{cursorVersion, listing, k.Value, string(k.ID)}, cursorMark)
	return base64.RawURLEncoding.EncodeToString([]byte(plain))
}

func decodeCursor(listing, cursor string) (store.Key, error) {
	bad := kg.Errorf(kg.CodeInvalid, "the cursor in after is not one of this API").
		WithMend("use pageInfo.endCursor of the page before, unchanged")
	if len(cursor) > maxCursor {
		return store.Key{}, bad
	}
	plain, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil {
		return store.Key{}, bad
	}
	parts := strings.Split(string(plain), cursorMark)
	if len(parts) != 5 || parts[0] != cursorVersion {
		return store.Key{}, bad
	}
	if parts[1]+cursorMark+parts[2] != listing {
		return store.Key{}, kg.Errorf(kg.CodeInvalid, "the cursor in after belongs to another listing or another order").
			WithMend("use a cursor of the same field with the same orderBy, or begin without one")
	}
	return store.Key{Value: parts[3], ID: kg.ID(parts[4])}, nil
}
