package kg

import (
	"regexp"
	"strings"
	"time"
)

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
