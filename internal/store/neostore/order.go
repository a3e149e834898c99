package neostore

import (
	"fmt"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Nodes are listed in the order of one property for each order and way, which
// holds the value and behind it the id: so a page is one range of one index,
// cut exactly at its key even among thousands of nodes of one degree. For
// descending orders the value is turned so that it sorts the other way, while
// ids still ascend. All is ASCII, which Go and Neo4j sort alike.
//
//	nameUp   "berlin\tcity:berlin"      nameDown   turned, "~" in place of the tab
//	dateUp   kg.Date.Key, tab, id       dateDown   its digits turned, unknown ("~") last
//	degreeUp ten digits, tab, id        degreeDown its digits turned

// placeProperty names the property by which nodes are listed.
func placeProperty(o store.Order) string {
	names := map[store.By][2]string{
		store.ByID: {"id", "id"}, store.ByName: {"nameUp", "nameDown"},
		store.ByDate: {"dateUp", "dateDown"}, store.ByDegree: {"degreeUp", "degreeDown"},
	}[o.By]
	if o.Desc {
		return names[1]
	}
	return names[0]
}

// place returns where a key stands: a value of placeProperty.
func place(o store.Order, k store.Key) string {
	switch {
	case o.By == store.ByID:
		return string(k.ID)
	case !o.Desc:
		return k.Value + "\t" + string(k.ID)
	case o.By == store.ByName:
		return turnName(k.Value) + "~" + string(k.ID)
	}
	return turnDigits(k.Value) + "\t" + string(k.ID)
}

// turnName mirrors folded text, which has only letters, digits and spaces,
// between ' ' and 'z'; "~" behind it sorts after all, so that a longer name
// comes before its beginning.
func turnName(s string) string {
	return strings.Map(func(r rune) rune { return ' ' + 'z' - r }, s)
}

func turnDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return '0' + '9' - r
	}, s)
}

// nodeOrders are the orders by value, which have properties of their own.
var nodeOrders = []store.Order{
	{By: store.ByName}, {By: store.ByName, Desc: true}, {By: store.ByDate}, {By: store.ByDate, Desc: true},
}

// degreePlaces returns the properties that go with a degree.
func degreePlaces(id kg.ID, degree int) map[string]any {
	k := store.Key{Value: fmt.Sprintf("%010d", degree), ID: id}
	up, down := store.Order{By: store.ByDegree}, store.Order{By: store.ByDegree, Desc: true}
	return map[string]any{"degree": int64(degree), placeProperty(up): place(up, k), placeProperty(down): place(down, k)}
}
