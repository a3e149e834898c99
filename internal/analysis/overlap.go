package analysis

// Overlap is how two sets of A and B members overlap in Shared of them.
type Overlap struct{ A, B, Shared int }

// Jaccard is |A∩B| / |A∪B|, from 0 (nothing shared) to 1 (equal sets); ok is false
// for two empty sets, where it is 0/0.
// P. Jaccard, The distribution of the flora in the alpine zone, New Phytologist
// 11 (1912), doi:10.1111/j.1469-8137.1912.tb05611.x.
func (o Overlap) Jaccard() (j float64, ok bool) { return ratio(o.Shared, o.A+o.B-o.Shared) }

// Coefficient is the overlap coefficient |A∩B| / min(|A|, |B|), from 0 to 1 (one
// set holds the other); ok is false where a set is empty.
// D. Szymkiewicz, Une contribution statistique à la géographie floristique, Acta
// Societatis Botanicorum Poloniae 11 (1934), doi:10.5586/asbp.1934.012;
// Simpson, Notes on the measurement of faunal resemblance, American Journal
// of Science 258-A (1960).
func (o Overlap) Coefficient() (c float64, ok bool) { return ratio(o.Shared, min(o.A, o.B)) }

// InB is the containment |A∩B| / |A|: the share of A that is in B too; ok is false
// where A is empty. InA is the same the other way round.
// A. Z. Broder, On the resemblance and containment of documents (1997),
// doi:10.1109/SEQUEN.1997.666900.
func (o Overlap) InB() (c float64, ok bool) { return ratio(o.Shared, o.A) }

// InA is the containment |A∩B| / |B|; see InB.
func (o Overlap) InA() (c float64, ok bool) { return ratio(o.Shared, o.B) }

// Expected is how many members two sets of these sizes share on average, if both
// are drawn from n actors without regard to each other: |A||B|/n, the mean of the
// hypergeometric distribution. ok is false for n = 0.
func (o Overlap) Expected(n int) (e float64, ok bool) {
	return float64(o.A) * float64(o.B) / float64(n), n > 0
}

// Lift is the shared number over the expected one, |A∩B| n / (|A||B|): 1 is as
// expected. ok is false where nothing is expected, since that is 0/0.
// S. Brin et al., Dynamic itemset counting and implication rules (1997), there
// called interest, doi:10.1145/253262.253325.
func (o Overlap) Lift(n int) (l float64, ok bool) {
	e, ok := o.Expected(n)
	if !ok || e == 0 {
		return 0, false
	}
	return float64(o.Shared) / e, true
}

func ratio(a, b int) (float64, bool) {
	if b == 0 {
		return 0, false
	}
	return float64(a) / float64(b), true
}
