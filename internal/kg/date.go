package kg

import "fmt"

// Precision is the unit in which a date is written.
type Precision string

// The precisions of a date.
const (
	PrecisionDay   Precision = "day"
	PrecisionMonth Precision = "month"
	PrecisionYear  Precision = "year"
	PrecisionSpan  Precision = "span" // [a..b], [..b], [a..], a/b and everything with ~
)

// Date is an EDTF date (ISO 8601-2) of the forms Y, Y-M, Y-M-D, each also with
// "~", [a..b], [..b], [a..], and a/b. The zero Date is "unknown".
type Date struct {
	text      string
	lo, hi    Day
	precision Precision
	interval  bool
}

// String returns the date as it was written, "" where it is unknown.
func (d Date) String() string { return d.text }

// Known reports whether there is a date at all.
func (d Date) Known() bool { return d.text != "" }

// Earliest and Latest return the bounds, both included; Beginning and End where
// the date is unknown or open on that side.
func (d Date) Earliest() Day {
	if !d.Known() {
		return Beginning
	}
	return d.lo
}

// Latest returns the upper bound; see Earliest.
func (d Date) Latest() Day {
	if !d.Known() {
		return End
	}
	return d.hi
}

// Precision returns the unit in which the date is written, "" where unknown.
func (d Date) Precision() Precision { return d.precision }

// Interval reports whether the date is written a/b: something that lasted from
// a to b, not some day in between.
func (d Date) Interval() bool { return d.interval }

// Overlaps reports whether the two dates share a day. An unknown date shares
// every day.
func (d Date) Overlaps(o Date) bool {
	return d.Earliest() <= o.Latest() && o.Earliest() <= d.Latest()
}

// Covers reports whether every day of o is a day of d.
func (d Date) Covers(o Date) bool {
	return d.Earliest() <= o.Earliest() && o.Latest() <= d.Latest()
}

// Compare orders dates by earliest day, then latest day; unknown dates come
// last. Equal bounds compare equal.
func (d Date) Compare(o Date) int {
	switch {
	case d.Known() != o.Known():
		if d.Known() {
			return -1
		}
		return 1
	case d.lo != o.lo:
		return sign(d.lo < o.lo)
	case d.hi != o.hi:
		return sign(d.hi < o.hi)
	}
	return 0
}

func sign(less bool) int {
	if less {
		return -1
	}
	return 1
}

// MarshalText and UnmarshalText write and read the date as its text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText reads an EDTF date; see ParseDate.
func (d *Date) UnmarshalText(b []byte) error {
	p, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = p
	return nil
}

// Key returns a text that sorts as Compare does, for keyset paging: two fixed
// width numbers, "~" for unknown.
func (d Date) Key() string {
	if !d.Known() {
		return "~"
	}
	return fmt.Sprintf("%010d.%010d", int64(d.lo)-int64(Beginning), int64(d.hi)-int64(Beginning))
}
