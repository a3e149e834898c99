package kg

import (
	"testing"
	"time"

	"github.com/sfomuseum/go-edtf/parser"
	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	cases := []struct {
		text, earliest, latest string
		precision              Precision
	}{
		{"2021", "2021-01-01", "2021-12-31", PrecisionYear},
		{"2020-02", "2020-02-01", "2020-02-29", PrecisionMonth},
		{"2021-02", "2021-02-01", "2021-02-28", PrecisionMonth},
		{"2021-06-25", "2021-06-25", "2021-06-25", PrecisionDay},
		{"2020~", "2019-01-01", "2021-12-31", PrecisionSpan},
		{"2021-01~", "2020-12-01", "2021-02-28", PrecisionSpan},
		{"2020-01~", "2019-12-01", "2020-02-29", PrecisionSpan},
		{"2021-12~", "2021-11-01", "2022-01-31", PrecisionSpan},
		{"2021-03-01~", "2021-02-28", "2021-03-02", PrecisionSpan},
		{"[2021-06-25..2023-09]", "2021-06-25", "2023-09-30", PrecisionSpan},
		{"[2016..2017]", "2016-01-01", "2017-12-31", PrecisionSpan},
		{"[..2024-08]", "..", "2024-08-31", PrecisionSpan},
		{"[2021..]", "2021-01-01", "..", PrecisionSpan},
		{"2021-06-25/2021-06-26", "2021-06-25", "2021-06-26", PrecisionSpan},
		{"0001", "0001-01-01", "0001-12-31", PrecisionYear},
		{"", "..", "..", ""},
	}
	for _, c := range cases {
		d, err := ParseDate(c.text)
		if err != nil {
			t.Errorf("ParseDate(%q): %v", c.text, err)
			continue
		}
		if d.Earliest().String() != c.earliest || d.Latest().String() != c.latest || d.Precision() != c.precision {
			t.Errorf("ParseDate(%q) = %v..%v, %q; want %v..%v, %q", c.text,
				d.Earliest(), d.Latest(), d.Precision(), c.earliest, c.latest, c.precision)
		}
		if d.String() != c.text {
			t.Errorf("ParseDate(%q).String() = %q", c.text, d.String())
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"2021-13", "2021-02-30", "2021-00", "2021-06-00", "21", "2021-6", "2021-06-5", "20210625", "0000",
		"2021?", "2021%", "2021-06-29/..", "../2021", "2021/", "/2021", "2022/2021", "2021~/2022", "2021/2022~",
		"[2021]", "[..]", "[2022..2021]", "[2021..2022", "[2021~..2022]", "[2021..2022]~", "{2021..2022}", "[2021,2022]",
		"XXXX-06-27", "20XX", "2021-XX", "Y20210", "-2021", " 2021", "2021 ", "2021-06-25T10:00:00Z", "2021-21", "..", "~", "[]", "2021~~", "۲۰۲۱",
	} {
		if d, err := ParseDate(s); CodeOf(err) != CodeInvalid {
			t.Errorf("ParseDate(%q) = %v, %v; want an invalid error", s, d, err)
		}
	}
}

func TestParseDay(t *testing.T) {
	if d, err := ParseDay("2024-08-31"); err != nil || d != DayOf(2024, time.August, 31) || d.String() != "2024-08-31" {
		t.Errorf("ParseDay = %v, %v", d, err)
	}
	hints := map[string]string{
		"2024":       `"2024" is not a day: a year or a month is not enough here: write the day, such as 2024-01-01`,
		"2024-08":    `"2024-08" is not a day: a year or a month is not enough here: write the day, such as 2024-08-01`,
		"2024-02-30": `"2024-02-30" is not a day: write an existing day as YYYY-MM-DD, such as 2024-08-31`,
		"":           `"" is not a day: write an existing day as YYYY-MM-DD, such as 2024-08-31`,
	}
	for text, want := range hints {
		if _, err := ParseDay(text); err == nil || err.(*Error).Public() != want {
			t.Errorf("ParseDay(%q) says %v, want %s", text, err, want)
		}
	}
}

// Every year, month and day is read as the calendar of package time has it.
func TestDatesFollowTheCalendar(t *testing.T) {
	for d := DayOf(1890, time.January, 1); d < DayOf(2110, time.January, 1); d++ {
		at := time.Unix(int64(d)*86400, 0).UTC()
		first := DayOf(at.Year(), at.Month(), 1)
		last := DayOf(at.Year(), at.Month()+1, 0)
		day, month := MustDate(at.Format("2006-01-02")), MustDate(at.Format("2006-01"))
		if day.Earliest() != d || day.Latest() != d || month.Earliest() != first || month.Latest() != last {
			t.Fatalf("%s: day %v..%v, month %v..%v", at, day.Earliest(), day.Latest(), month.Earliest(), month.Latest())
		}
	}
}

// sfomuseum/go-edtf is the independent reading of the forms that it gets right;
// it does not widen "~", fails on open ends and accepts 2021-06-00.
func TestDatesAgreeWithGoEDTF(t *testing.T) {
	for _, text := range []string{"2021", "2020-02", "2021-02", "2021-12", "2021-06-25", "[2016..2017]", "[2021-06-25..2021-09-30]", "2021-06-25/2021-06-26"} {
		theirs, err := parser.ParseString(text)
		if err != nil {
			t.Fatal(err)
		}
		lo, err1 := theirs.Lower()
		hi, err2 := theirs.Upper()
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if ours := MustDate(text); ours.Earliest() != dayAt(*lo) || ours.Latest() != dayAt(*hi) {
			t.Errorf("%s: ours %v..%v, theirs %v..%v", text, ours.Earliest(), ours.Latest(), lo, hi)
		}
	}
}

func TestDateOrder(t *testing.T) {
	// By first day, then by last day: 2016~ begins in 2015, and of two dates with
	// one first day the shorter comes first.
	sorted := []string{"[..2024-08]", "1985", "2016~", "2016", "2017-01-01", "2017", "2021-06", "2021-06-25",
		"[2021-06-25..2023-09]", "[2021-06-25..]", ""}
	for i, a := range sorted {
		for j, b := range sorted {
			x, y := MustDate(a), MustDate(b)
			switch {
			case i == j && x.Compare(y) != 0:
				t.Errorf("%q is not equal to itself", a)
			case i < j && x.Compare(y) >= 0:
				t.Errorf("%q does not come before %q", a, b)
			}
		}
	}
}

func TestKeysSortAsDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDate(t, "a"), drawDate(t, "b")
		byKey := 0
		if a.Key() != b.Key() {
			byKey = sign(a.Key() < b.Key())
		}
		if byKey != a.Compare(b) {
			t.Fatalf("%q and %q: keys say %d, dates say %d", a, b, byKey, a.Compare(b))
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2021", "2021-06~", "[2021..2023-09]", "[..2024]", "2021-06-25/2021-06-26", "", "2021-06-29/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if CodeOf(err) != CodeInvalid {
				t.Fatalf("%q: code %s", s, CodeOf(err))
			}
			return
		}
		if d.String() != s || d.Earliest() > d.Latest() {
			t.Fatalf("%q: %v..%v, text %q", s, d.Earliest(), d.Latest(), d)
		}
		again, err := ParseDate(d.String())
		if err != nil || again != d {
			t.Fatalf("%q does not read back: %v, %v", s, again, err)
		}
	})
}

// drawDate draws a date of any allowed form but a/b, around the year 2020.
func drawDate(t *rapid.T, label string) Date {
	day := func(what string) time.Time {
		return time.Date(2019, 11, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 120).Draw(t, label+what))
	}
	point := func(what string) string {
		layout := rapid.SampledFrom([]string{"2006", "2006-01", "2006-01-02"}).Draw(t, label+what+" precision")
		return day(what).Format(layout)
	}
	var text string
	switch rapid.IntRange(0, 5).Draw(t, label+" form") {
	case 0:
	case 1:
		text = point("")
	case 2:
		text = point("") + "~"
	case 3:
		text = "[.." + point("") + "]"
	case 4:
		text = "[" + point("") + "..]"
	case 5:
		text = "[" + point(" first") + ".." + point(" last") + "]"
	}
	d, err := ParseDate(text)
	if err != nil { // a span that runs backwards
		return Date{}
	}
	return d
}
