package ask

import (
	"maps"
	"math/big"
	"slices"
	"time"

	"citygraph/internal/kg"
)

// Amount is what one FUNDS edge says about how much.
type Amount struct {
	Text, Currency string   // as recorded; "" where unknown
	Qualifier, Per string   // as recorded; "" where unknown
	Value          *big.Rat // what it adds to a sum of its currency; nil where nothing
	Years          []int    // for a yearly amount: those that it was certainly paid in throughout
	Why            string   // why it is not summed; "" where it is
}

// AmountOf reads the amount of a FUNDS edge. It is summed where it is exact, has a
// currency, no source disagrees on any of these, and it is a total, or yearly and some year is
// CERTAIN throughout: then for these years alone.
func AmountOf(e kg.Edge) Amount {
	a := Amount{Text: e.Attrs["amount"], Currency: e.Attrs["currency"], Qualifier: e.Attrs["amountQualifier"], Per: e.Attrs["amountPer"]}
	value, ok := new(big.Rat).SetString(a.Text)
	switch {
	case a.Text == "" || !ok: // import refuses what is no number
		a.Text, a.Why = "", "no amount is recorded"
	case disputedOn(e) != "":
		a.Why = "sources disagree on " + disputedOn(e)
	case a.Currency == "":
		a.Why = "its currency is unknown"
	case a.Qualifier == "":
		a.Why = "whether it is exact is unknown"
	case a.Qualifier != "exact":
		a.Why = "it is not exact"
	case a.Per == "total":
		a.Value = value
	case a.Per == "year":
		if a.Years = certainYears(e); len(a.Years) == 0 {
			a.Why = "it is yearly, and no year is certain throughout"
			break
		}
		a.Value = value.Mul(value, big.NewRat(int64(len(a.Years)), 1))
	default:
		a.Why = "whether it is a total or yearly is unknown"
	}
	return a
}

// disputedOn says on what of an amount a source differs from the record; "" where
// none does.
func disputedOn(e kg.Edge) string {
	for _, of := range []struct{ field, words string }{
		{"amount", "it"}, {"currency", "its currency"}, {"amountQualifier", "whether it is exact"}, {"amountPer", "whether it is a total or yearly"},
	} {
		if slices.ContainsFunc(e.Claims, func(c kg.Claim) bool { return c.Field == of.field && c.Value != e.Attrs[of.field] }) {
			return of.words
		}
	}
	return ""
}

// certainYears lists the years on every day of which the edge certainly holds.
func certainYears(e kg.Edge) []int {
	w := e.Window()
	from, to := max(w.CertainFrom, w.NotBefore), min(w.CertainTo, w.NotAfter)
	if from > to || from == kg.Beginning || to == kg.End {
		return nil
	}
	var years []int
	for y := yearOf(from); kg.DayOf(y, time.December, 31) <= to; y++ {
		if kg.DayOf(y, time.January, 1) >= from {
			years = append(years, y)
		}
	}
	return years
}

func yearOf(d kg.Day) int { return time.Unix(int64(d)*86400, 0).UTC().Year() }

// Sum adds amounts up, by currency, and counts what it could not add.
type Sum struct {
	Totals      []Total // by currency
	Summed      int     // edges
	NotSummable int     // edges whose amount is known but cannot be summed
	Unknown     int     // edges whose amount is unknown
}

// Total is the sum of one currency.
type Total struct {
	Currency string
	Value    *big.Rat
	Edges    int
}

// Exact is the total as a decimal number, without a digit lost.
func (t Total) Exact() string {
	digits, _ := t.Value.FloatPrec() // of decimal numbers, hence exact
	return t.Value.FloatString(digits)
}

// sumOf sums the fundings that count, each once.
func sumOf(all []Funding, counts func(Funding) bool) *Sum {
	s, by := &Sum{}, map[string]*Total{}
	for _, f := range all {
		switch a := f.Amount; {
		case !counts(f):
		case a.Text == "":
			s.Unknown++
		case a.Value == nil:
			s.NotSummable++
		default:
			s.Summed++
			t, ok := by[a.Currency]
			if !ok {
				t = &Total{Currency: a.Currency, Value: new(big.Rat)}
				by[a.Currency] = t
			}
			t.Value.Add(t.Value, a.Value)
			t.Edges++
		}
	}
	for _, currency := range slices.Sorted(maps.Keys(by)) {
		s.Totals = append(s.Totals, *by[currency])
	}
	return s
}
