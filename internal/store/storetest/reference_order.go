package storetest

import (
	"math"
	"strconv"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// row is one entry of a listing: what it is ordered by, and its key.
type row[T any] struct {
	item    T
	sortKey string
	degree  int
	date    kg.Date
	key     store.Key
}

// compareRows orders rows: by value, then by id, ascending both ways, but that
// descending by id turns the ids.
func compareRows[T any](a, b row[T], o store.Order) int {
	value := 0
	switch o.By {
	case store.ByName:
		value = turn(compareText(a.sortKey, b.sortKey), o.Desc)
	case store.ByDegree:
		value = turn(a.degree-b.degree, o.Desc)
	case store.ByDate:
		value = compareDates(a.date, b.date, o.Desc)
	case store.ByID:
		return turn(compareText(string(a.key.ID), string(b.key.ID)), o.Desc)
	}
	if value != 0 {
		return value
	}
	return compareText(string(a.key.ID), string(b.key.ID))
}

// compareDates orders by earliest, then latest day; unknown last, both ways.
func compareDates(a, b kg.Date, desc bool) int {
	switch {
	case !a.Known() && !b.Known():
		return 0
	case !a.Known():
		return 1
	case !b.Known():
		return -1
	case a.Earliest() != b.Earliest():
		return turn(int(a.Earliest())-int(b.Earliest()), desc)
	}
	return turn(int(a.Latest())-int(b.Latest()), desc)
}

func turn(c int, desc bool) int {
	if desc {
		return -c
	}
	return c
}

func compareText(a, b string) int { return strings.Compare(a, b) }

// rowAt makes a row of a key alone, so that a place in the order can be found
// for it whether or not a record is there.
func rowAt[T any](k store.Key, o store.Order) row[T] {
	r := row[T]{key: k, sortKey: k.Value}
	switch o.By {
	case store.ByDegree:
		r.degree, _ = strconv.Atoi(k.Value)
	case store.ByDate:
		r.date = dateOfKey(k.Value)
	}
	return r
}

// dateOfKey reads kg.Date.Key backwards.
func dateOfKey(value string) kg.Date {
	lo, hi, known := strings.Cut(value, ".")
	if !known {
		return kg.Date{}
	}
	from, _ := strconv.ParseInt(lo, 10, 64)
	to, _ := strconv.ParseInt(hi, 10, 64)
	begin, end := kg.Day(from+math.MinInt32), kg.Day(to+math.MinInt32)
	switch {
	case begin == kg.Beginning:
		return kg.MustDate("[.." + end.String() + "]")
	case end == kg.End:
		return kg.MustDate("[" + begin.String() + "..]")
	}
	return kg.MustDate("[" + begin.String() + ".." + end.String() + "]")
}

// cut takes a page out of sorted rows.
func cut[T any](rows []row[T], o store.Order, after *store.Key, first int) (page []row[T], more bool) {
	for _, r := range rows {
		if after != nil && compareRows(r, rowAt[T](*after, o), o) <= 0 {
			continue
		}
		if len(page) == first {
			return page, true
		}
		page = append(page, r)
	}
	return page, false
}
