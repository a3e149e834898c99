package store

import (
	"cmp"

	"citygraph/internal/kg"
)

// CompareCorrections is the order in which Scan yields corrections: by record,
// date (unknown last), then the texts was, is, why and the written date.
func CompareCorrections(a, b kg.Correction) int {
	return cmp.Or(
		cmp.Compare(a.Record, b.Record),
		a.Date.Compare(b.Date),
		cmp.Compare(a.Was, b.Was),
		cmp.Compare(a.Is, b.Is),
		cmp.Compare(a.Why, b.Why),
		cmp.Compare(a.Date.String(), b.Date.String()),
	)
}
