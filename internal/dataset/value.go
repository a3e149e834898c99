package dataset

import (
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

var (
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	whole   = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)
)

// problem is what is wrong with a value; the zero problem is none.
type problem struct {
	group         Group
	message, mend string
}

// checkValue says whether text is a value of the attribute's type. Whether an
// id exists is asked later.
func checkValue(a kg.Attr, text string) problem {
	switch a.Type {
	case kg.TypeDate:
		return checkDate(a, text)
	case kg.TypeNumber:
		return checkNumber(a, text)
	case kg.TypeInteger:
		if !whole.MatchString(text) || len(text) > len("999999999999999") {
			return problem{BadValue, quoted(text) + " is not a whole number", "write digits alone, such as " + a.Example}
		}
	case kg.TypeEnum:
		if !slices.Contains(a.Values, text) {
			return problem{BadValue, quoted(text) + " is not a value of " + a.Name, "write one of " + strings.Join(a.Values, ", ")}
		}
	case kg.TypeURL:
		if u, err := url.Parse(text); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(text, " \"<>") {
			return problem{BadValue, quoted(text) + " is not a web address", "write it whole, with https://"}
		}
	case kg.TypeID:
		if !kg.ID(text).Valid() {
			return problem{BadValue, quoted(text) + " is not an id", "write a kind, a colon and a folded name, such as " + a.Example}
		}
	case kg.TypeCountry, kg.TypeLanguage, kg.TypeCurrency:
		return checkCode(a.Type, text)
	case datapackage.TypeDates, datapackage.TypeIDs:
		return checkList(a, text)
	case datapackage.TypeSources:
		if _, err := datapackage.ParseSources(text); err != nil {
			return problemOf(NoSource, err)
		}
	}
	return problem{}
}

func checkList(a kg.Attr, text string) problem {
	item := kg.Attr{Name: a.Name, Type: kg.TypeDate, Example: a.Example}
	if a.Type == datapackage.TypeIDs {
		item.Type = kg.TypeID
	}
	texts := datapackage.SplitList(text)
	for i, t := range texts {
		if p := checkValue(item, t); p != (problem{}) {
			return p
		}
		if t == "" {
			return problem{BadValue, "an empty item in " + quoted(text), "separate the items by `; `, with none at the end"}
		}
		if slices.Contains(texts[:i], t) {
			return problem{BadValue, quoted(t) + " stands twice in " + quoted(text), "keep one of them"}
		}
	}
	if item.Type == kg.TypeDate && !slices.IsSortedFunc(texts, func(a, b string) int { return kg.MustDate(a).Compare(kg.MustDate(b)) }) {
		return problem{BadValue, quoted(text) + " is not in the order of time", "put the earliest first"}
	}
	if item.Type == kg.TypeID && !slices.IsSorted(texts) {
		return problem{BadValue, quoted(text) + " is not in order", "sort the ids"}
	}
	return problem{}
}

func problemOf(g Group, err error) problem {
	var e *kg.Error
	if errors.As(err, &e) {
		return problem{g, e.Message, e.Mend}
	}
	return problem{g, err.Error(), ""}
}

func checkDate(a kg.Attr, text string) problem {
	d, err := kg.ParseDate(text)
	if err != nil {
		return problemOf(BadDate, err)
	}
	if d.Interval() && !a.Interval {
		return problem{BadDate, quoted(text) + " is a time from one day to another, which only the date of an event can be", "write [a..b] for some day in between"}
	}
	return problem{}
}

func checkNumber(a kg.Attr, text string) problem {
	if !decimal.MatchString(text) || len(text) > 40 {
		return problem{BadValue, quoted(text) + " is not a number", "write a decimal number with a point and no grouping, such as " + a.Example}
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || a.Min < a.Max && (v < a.Min || v > a.Max) {
		return problem{OutOfRange, a.Name + " " + text + " is out of range", "write a value from " + number(a.Min) + " to " + number(a.Max)}
	}
	return problem{}
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func checkCode(t kg.Type, text string) problem {
	switch t {
	case kg.TypeCountry:
		if !isCountry(text) {
			return problem{UnknownCode, quoted(text) + " is not a country code", "write ISO 3166-1 alpha-2 in capitals, such as DE"}
		}
	case kg.TypeLanguage:
		if tag, err := language.Parse(text); err != nil || tag.String() != text {
			mend := "write BCP 47, such as de or en-GB, and und where unknown"
			if err == nil {
				mend = "write " + tag.String()
			}
			return problem{UnknownCode, quoted(text) + " is not a language tag in its usual form", mend}
		}
	case kg.TypeCurrency:
		if u, err := currency.ParseISO(text); err != nil || u.String() != text || text == "XXX" || text == "XTS" {
			return problem{UnknownCode, quoted(text) + " is not a currency code", "write ISO 4217 in capitals, such as EUR"}
		}
	}
	return problem{}
}

// notISO are codes of regions that ISO 3166-1 only reserves or has withdrawn.
const notISO = "AC AN CP CQ CS DG EA IC NT SU TA YU"

func isCountry(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && len(code) == 2 && r.IsCountry() && r.String() == code && r.Canonicalize() == r && !strings.Contains(notISO, code)
}
