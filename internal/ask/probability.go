package ask

import "strconv"

// probability writes a probability to two digits. What is too small for a number
// is not 0: no test says that something cannot be.
func probability(p float64) string {
	if p == 0 {
		return "below 1e-308"
	}
	return strconv.FormatFloat(p, 'g', 2, 64)
}
