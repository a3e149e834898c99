package kg

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01.
type Day int32

// Beginning and End stand for "no bound": before and after every day.
const (
	Beginning Day = math.MinInt32
	End       Day = math.MaxInt32
)

// DayOf returns the day of a calendar date.
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads an exact day, YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		e := Errorf(CodeInvalid, "%q is not a day", s)
		if plain.MatchString(s) && len(s) < len(time.DateOnly) {
			return 0, e.WithMend("a year or a month is not enough here: write the day, such as %s", exampleDay(s))
		}
		return 0, e.WithMend("write an existing day as YYYY-MM-DD, such as 2024-08-31")
	}
	return Day(t.Unix() / 86400), nil
}

func exampleDay(s string) string { return s + "-01-01"[:len(time.DateOnly)-len(s)] }

// String returns YYYY-MM-DD, and ".." for Beginning and End.
func (d Day) String() string {
	if d == Beginning || d == End {
		return ".."
	}
	return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly)
}

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

var (
	plain = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
	oneOf = regexp.MustCompile(`^\[(\d{4}(?:-\d{2}){0,2})?\.\.(\d{4}(?:-\d{2}){0,2})?\]$`)
)

// ParseDate reads an EDTF date; the empty string is the unknown date. Forms
// beyond those of Date, days that do not exist and spans that run backwards are
// CodeInvalid.
func ParseDate(s string) (Date, error) {
	switch {
	case s == "":
		return Date{}, nil
	case plain.MatchString(s):
		return parsePlain(s)
	case strings.HasSuffix(s, "~") && plain.MatchString(s[:len(s)-1]):
		return parseAbout(s)
	case strings.HasPrefix(s, "["):
		return parseOneOf(s)
	case strings.Contains(s, "/"):
		return parseInterval(s)
	}
	return Date{}, badDate(s)
}

// MustDate is ParseDate for constants in code and tests; it panics on an error.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func badDate(s string) *Error {
	return Errorf(CodeInvalid, "%q is not a date that this dataset allows", s).
		WithMend("write 2021, 2021-06, 2021-06-25, 2021~, [2021..2023-09], [..2024-08], [2021..] or, for an event, 2021-06-25/2021-06-26")
}

func parsePlain(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly[:len(s)], s)
	if err != nil || t.Year() < 1 {
		return Date{}, badDate(s).WithCause(err)
	}
	d := Date{text: s, lo: dayAt(t)}
	switch len(s) {
	case len("2006"):
		d.precision, d.hi = PrecisionYear, dayAt(t.AddDate(1, 0, -1))
	case len("2006-01"):
		d.precision, d.hi = PrecisionMonth, dayAt(t.AddDate(0, 1, -1))
	default:
		d.precision, d.hi = PrecisionDay, d.lo
	}
	return d, nil
}

func dayAt(t time.Time) Day { return DayOf(t.Year(), t.Month(), t.Day()) }

// parseAbout widens both bounds by one unit of the date's own precision.
func parseAbout(s string) (Date, error) {
	d, err := parsePlain(s[:len(s)-1])
	if err != nil {
		return Date{}, badDate(s).WithCause(err)
	}
	var years, months, days int
	switch d.precision {
	case PrecisionYear:
		years = 1
	case PrecisionMonth:
		months = 1
	default:
		days = 1
	}
	first := time.Unix(int64(d.lo)*86400, 0).UTC()
	after := time.Unix((int64(d.hi)+1)*86400, 0).UTC() // a first day of its unit, so that months add up
	return Date{
		text:      s,
		lo:        dayAt(first.AddDate(-years, -months, -days)),
		hi:        dayAt(after.AddDate(years, months, days)) - 1,
		precision: PrecisionSpan,
	}, nil
}

func parseOneOf(s string) (Date, error) {
	m := oneOf.FindStringSubmatch(s)
	if m == nil || m[1] == "" && m[2] == "" {
		return Date{}, badDate(s)
	}
	d := Date{text: s, lo: Beginning, hi: End, precision: PrecisionSpan}
	if m[1] != "" {
		a, err := parsePlain(m[1])
		if err != nil {
			return Date{}, badDate(s).WithCause(err)
		}
		d.lo = a.lo
	}
	if m[2] != "" {
		b, err := parsePlain(m[2])
		if err != nil {
			return Date{}, badDate(s).WithCause(err)
		}
		d.hi = b.hi
	}
	if d.lo > d.hi {
		return Date{}, Errorf(CodeInvalid, "the span %q runs backwards", s).WithMend("put the earlier bound first")
	}
	return d, nil
}

func parseInterval(s string) (Date, error) {
	from, to, _ := strings.Cut(s, "/")
	if !plain.MatchString(from) || !plain.MatchString(to) {
		return Date{}, badDate(s)
	}
	a, err1 := parsePlain(from)
	b, err2 := parsePlain(to)
	if err1 != nil || err2 != nil {
		return Date{}, badDate(s)
	}
	if a.lo > b.lo || a.hi > b.hi {
		return Date{}, Errorf(CodeInvalid, "the span %q runs backwards", s).WithMend("put the earlier bound first")
	}
	return Date{text: s, lo: a.lo, hi: b.hi, precision: PrecisionSpan, interval: true}, nil
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
