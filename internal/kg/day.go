package kg

import (
	"math"
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
