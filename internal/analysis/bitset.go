package analysis

import "math/bits"

// Bitset is a set of numbers, one bit each.
type Bitset []uint64

// NewBitset returns the set of these numbers, which are below n.
func NewBitset(n int, members []int32) Bitset {
	s := make(Bitset, (n+63)/64)
	for _, x := range members {
		s[x/64] |= 1 << (x % 64)
	}
	return s
}

// Shared counts the numbers that both sets hold. Both are for the same n.
func (s Bitset) Shared(o Bitset) int {
	n := 0
	o = o[:len(s)]
	for i, w := range s {
		n += bits.OnesCount64(w & o[i])
	}
	return n
}
