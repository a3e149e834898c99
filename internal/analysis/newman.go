package analysis

// Collaboration is Newman's weight of the tie between two actors: the sum over the
// groups that they share of 1/(size−1), so that a small group ties more than a
// large one, and the weights of an actor's ties sum to the number of groups in
// which it is not alone. sizes are those of the shared groups, each of 2 or more;
// others are ignored.
// M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64
// (2001) 016132, equation 2, doi:10.1103/PhysRevE.64.016132.
func Collaboration(sizes []int) float64 {
	sum := 0.0
	for _, n := range sizes {
		if n > 1 {
			sum += 1 / float64(n-1)
		}
	}
	return sum
}
