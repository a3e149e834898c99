package kg

import (
	"testing"

	"pgregory.net/rapid"
)

func state(since, until string, seen ...string) Edge {
	e := Edge{Kind: MemberOf, Since: MustDate(since), Until: MustDate(until)}
	for _, s := range seen {
		e.Seen = append(e.Seen, MustDate(s))
	}
	return e
}

func deed(since string) Edge { return Edge{Kind: Signed, Since: MustDate(since)} }

func TestHoldsOn(t *testing.T) {
	cases := []struct {
		name string
		edge Edge
		days map[string]Holding
	}{
		{"nothing known", state("", ""), map[string]Holding{"1900-01-01": Possible, "2024-08-31": Possible}},
		{"began in a year", state("2022", ""), map[string]Holding{
			"2021-12-31": No, "2022-01-01": Possible, "2022-12-31": Possible, "2023-06-01": Possible}},
		{"began on a day", state("2022-05-04", ""), map[string]Holding{
			"2022-05-03": No, "2022-05-04": Certain, "2022-05-05": Possible}},
		{"seen on one day", state("", "", "2024-08-31"), map[string]Holding{
			"2024-08-30": Possible, "2024-08-31": Certain, "2024-09-01": Possible}},
		{"seen in a month counts as its last day", state("", "", "2024-08"), map[string]Holding{
			"2024-08-30": Possible, "2024-08-31": Certain, "2024-09-01": Possible}},
		{"seen in a year is never certain alone", state("", "", "2024"), map[string]Holding{
			"2024-01-01": Possible, "2024-12-31": Possible}},
		{"seen twice", state("", "", "2021-06-25", "2024-08"), map[string]Holding{
			"2021-06-24": Possible, "2021-06-25": Certain, "2022-01-01": Certain, "2024-08-31": Certain, "2024-09-01": Possible}},
		{"seen in two years", state("", "", "2020", "2022"), map[string]Holding{
			"2020-12-30": Possible, "2020-12-31": Certain, "2022-01-01": Certain, "2022-01-02": Possible}},
		{"began in a year, seen later", state("2022", "", "2024-08"), map[string]Holding{
			"2021-12-31": No, "2022-06-01": Possible, "2022-12-31": Certain, "2024-08-31": Certain, "2024-09-01": Possible}},
		{"some time between two lists", state("[2021-06-25..2023-09]", "", "2023-09", "2024-08"), map[string]Holding{
			"2021-06-24": No, "2021-06-25": Possible, "2023-09-29": Possible, "2023-09-30": Certain, "2024-08-31": Certain}},
		{"began and ended on days", state("2019-06-14", "2021-03-01"), map[string]Holding{
			"2019-06-13": No, "2019-06-14": Certain, "2020-01-01": Certain, "2021-03-01": Certain, "2021-03-02": No}},
		{"ended in a year", state("2019-06-14", "2021"), map[string]Holding{
			"2020-12-31": Certain, "2021-01-01": Certain, "2021-01-02": Possible, "2021-12-31": Possible, "2022-01-01": No}},
		{"only its end is known", state("", "2021-03-01"), map[string]Holding{
			"1990-01-01": Possible, "2021-03-01": Certain, "2021-03-02": No}},
		{"began about a year", state("2020~", "", "2022-01-01"), map[string]Holding{
			"2018-12-31": No, "2019-01-01": Possible, "2021-12-31": Certain, "2022-01-01": Certain, "2022-01-02": Possible}},
		{"began up to a day", state("[..2020-06-15]", ""), map[string]Holding{
			"2020-06-15": Possible, "2030-01-01": Possible}},
		{"a deed on a day", deed("2021-06-25"), map[string]Holding{
			"2021-06-24": No, "2021-06-25": Certain, "2050-01-01": Certain}},
		{"a deed in a year", deed("2022"), map[string]Holding{
			"2021-12-31": No, "2022-01-01": Possible, "2022-12-31": Certain}},
		{"a deed of unknown date", deed(""), map[string]Holding{"1900-01-01": Possible, "2050-01-01": Possible}},
		{"a deed some time after", deed("[2021..]"), map[string]Holding{"2020-12-31": No, "2050-01-01": Possible}},
		{"a deed some time before", deed("[..2021]"), map[string]Holding{"1900-01-01": Possible, "2021-12-31": Certain}},
	}
	for _, c := range cases {
		for text, want := range c.days {
			day, err := ParseDay(text)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.edge.HoldsOn(day); got != want {
				t.Errorf("%s, on %s: %s, want %s", c.name, text, got, want)
			}
		}
	}
}

func TestLastSeen(t *testing.T) {
	cases := []struct {
		edge Edge
		want string // "" for none
	}{
		{state("2022", ""), ""},
		{state("2022-05-04", ""), "2022-05-04"},
		{state("", "", "2021-06-25", "2024-08"), "2024-08-31"},
		{state("", "", "2024"), "2024-01-01"},
		{state("2019-06-14", "2021-03-01", "2020"), "2021-03-01"},
		{deed("2021-06-25"), ""},
	}
	for _, c := range cases {
		day, ok := c.edge.LastSeen()
		if got := day.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%v: %s, %v; want %q", c.edge, got, ok, c.want)
		}
	}
}

// The rule, read word by word over explicit sets of days: nothing is shared
// with the code under test but the bounds of the dates.
func TestHoldsOnAgainstBruteForce(t *testing.T) {
	from, to := MustDate("2017").Earliest(), MustDate("2023").Latest()
	rapid.Check(t, func(t *rapid.T) {
		e := drawState(t)
		day := Day(rapid.IntRange(int(from), int(to)).Draw(t, "day"))
		if got, want := e.HoldsOn(day), bruteState(e, day, from, to); got != want {
			t.Fatalf("since %q until %q seen %v on %v: %s, brute force says %s", e.Since, e.Until, e.Seen, day, got, want)
		}
		d := Edge{Kind: Signed, Since: e.Since}
		if got, want := d.HoldsOn(day), bruteDeed(d, day, from, to); got != want {
			t.Fatalf("deed %q on %v: %s, brute force says %s", d.Since, day, got, want)
		}
	})
}

func drawState(t *rapid.T) Edge {
	e := Edge{Kind: MemberOf, Since: drawDate(t, "since"), Until: drawDate(t, "until")}
	for range rapid.IntRange(0, 3).Draw(t, "sightings") {
		if d := drawDate(t, "seen"); d.Known() {
			e.Seen = append(e.Seen, d)
		}
	}
	return e
}

// days lists the days of a date inside from..to, which is wider than any date
// drawn; open says whether it goes on beyond them on either side.
func days(d Date, from, to Day) (list []Day, openLeft, openRight bool) {
	for x := from; x <= to; x++ {
		if d.Earliest() <= x && x <= d.Latest() {
			list = append(list, x)
		}
	}
	return list, d.Earliest() < from, d.Latest() > to
}

func bruteState(e Edge, day, from, to Day) Holding {
	begins, beganEver, beginsOpen := days(e.Since, from, to)
	ends, endsOpen, endsNever := days(e.Until, from, to)
	if !beganEver && !some(begins, func(x Day) bool { return x <= day }) {
		return No // on every day on which it can have begun, the day had passed
	}
	if !endsNever && !some(ends, func(x Day) bool { return x >= day }) {
		return No
	}
	begun := !beginsOpen && all(begins, func(x Day) bool { return x <= day })
	held := !endsOpen && all(ends, func(x Day) bool { return x >= day })
	for _, s := range append([]Date{e.Since, e.Until}, e.Seen...) {
		own := s == e.Since || s == e.Until
		list, left, right := days(s, from, to)
		exact := !left && !right && len(list) == 1 && len(s.String()) == len("2021-06-25")
		if !s.Known() || own && !exact && !contains(e.Seen, s) {
			continue
		}
		if isMonth := len(s.String()) == len("2021-06"); isMonth && s.String()[4] == '-' {
			list = list[len(list)-1:]
		}
		begun = begun || !right && all(list, func(x Day) bool { return x <= day })
		held = held || !left && all(list, func(x Day) bool { return x >= day })
	}
	if begun && held {
		return Certain
	}
	return Possible
}

func bruteDeed(e Edge, day, from, to Day) Holding {
	list, ever, open := days(e.Since, from, to)
	switch {
	case !ever && !some(list, func(x Day) bool { return x <= day }):
		return No
	case !open && all(list, func(x Day) bool { return x <= day }):
		return Certain
	}
	return Possible
}

func contains(list []Date, d Date) bool {
	for _, x := range list {
		if x == d {
			return true
		}
	}
	return false
}

func some(list []Day, ok func(Day) bool) bool {
	for _, x := range list {
		if ok(x) {
			return true
		}
	}
	return false
}

func all(list []Day, ok func(Day) bool) bool {
	return !some(list, func(x Day) bool { return !ok(x) })
}

// What the rule calls certain is true in every history that the dates allow.
func TestCertainIsTrueInEveryHistory(t *testing.T) {
	from, to := MustDate("2019-06").Earliest(), MustDate("2020-12").Latest()
	rapid.Check(t, func(t *rapid.T) {
		e := drawState(t)
		day := Day(rapid.IntRange(int(from), int(to)).Draw(t, "day"))
		begin := Day(rapid.IntRange(int(from), int(to)).Draw(t, "begin"))
		end := Day(rapid.IntRange(int(begin), int(to)).Draw(t, "end"))
		if !agrees(e, begin, end) {
			t.Skip("the dates do not allow this history")
		}
		holds := begin <= day && day <= end
		switch got := e.HoldsOn(day); {
		case got == Certain && !holds, got == No && holds:
			t.Fatalf("since %q until %q seen %v: %s on %v, but %v to %v is allowed", e.Since, e.Until, e.Seen, got, day, begin, end)
		}
	})
}

// agrees reports whether a state from begin to end fits every date of e; a
// sighting in a month is one on its last day.
func agrees(e Edge, begin, end Day) bool {
	in := func(d Date, x Day) bool { return d.Earliest() <= x && x <= d.Latest() }
	if !in(e.Since, begin) || !in(e.Until, end) {
		return false
	}
	for _, s := range e.Seen {
		first := s.Earliest()
		if s.Precision() == PrecisionMonth {
			first = s.Latest()
		}
		if first > end || s.Latest() < begin {
			return false
		}
	}
	return true
}
