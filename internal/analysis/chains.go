package analysis

import (
	"cmp"
	"container/heap"
	"context"
	"slices"
)

// Chains returns the first k chains of most links or fewer from one vertex to
// another, as numbers of links: chains without a loop, the shortest first, those
// of one length in the order of their links' numbers. It is exact: there is none
// before the last that is not returned. From a vertex to itself there is none.
// The error is that of a context that is done.
//
// J. Y. Yen, Finding the k shortest loopless paths in a network, Management
// Science 17 (1971) 712–716, with the division of what is left by E. L. Lawler,
// Management Science 18 (1972) 401–405: each chain that is found divides the chains
// behind it by where they first differ from it, and of each part only the first is
// looked for. It takes k × most searches of the links that any such chain can have.
func (g *Links) Chains(ctx context.Context, from, to int32, k, most int) ([][]int32, error) {
	if from == to || k < 1 || most < 1 {
		return nil, nil
	}
	s := newSpurs(g, from, to, most)
	var found [][]int32
	var open candidates
	if first := s.first(nil, nil); first != nil {
		open = candidates{{chain: first}}
	}
	for len(open) > 0 && len(found) < k {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c := heap.Pop(&open).(candidate)
		found = append(found, c.chain)
		for i := c.parts; i < len(c.chain) && len(found) < k; i++ {
			barred := []int32{c.chain[i]}
			if i == c.parts {
				barred = append(barred, c.barred...)
			}
			if next := s.first(c.chain[:i], barred); next != nil {
				heap.Push(&open, candidate{next, i, barred})
			}
		}
	}
	return found, nil
}

// candidate is the first chain of a part of those that are not found yet: all that
// begin with chain[:parts] and do not go on with a barred link.
type candidate struct {
	chain  []int32
	parts  int
	barred []int32
}

// candidates is a heap, the first chain on top.
type candidates []candidate

func (c candidates) Len() int { return len(c) }
func (c candidates) Less(i, j int) bool {
	a, b := c[i].chain, c[j].chain
	return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) < 0
}
func (c candidates) Swap(i, j int) { c[i], c[j] = c[j], c[i] }

// Push implements heap.Interface.
func (c *candidates) Push(x any) { *c = append(*c, x.(candidate)) }

// Pop implements heap.Interface.
func (c *candidates) Pop() any {
	last := len(*c) - 1
	x := (*c)[last]
	*c = (*c)[:last]
	return x
}

// spurs searches for how a chain can go on.
type spurs struct {
	g        *Links // cut to the links that a chain can have
	from, to int32
	most     int

	dist  []int32 // to the end, this round
	round []int32 // in which dist was set
	now   int32
	queue []int32
}

func newSpurs(g *Links, from, to int32, most int) *spurs {
	ahead, behind := g.out.distances(from, int32(most)), g.in.distances(to, int32(most))
	fits := func(l, r int32) bool { return int(ahead[l]+1+behind[r]) <= most }
	kept := make([]Link, len(g.links))
	for i, l := range g.links { // what is cut keeps its number, as a loop
		if fits(l.From, l.To) || !g.directed && fits(l.To, l.From) {
			kept[i] = l
		}
	}
	return &spurs{
		g: NewLinks(g.vertices, kept, g.directed), from: from, to: to, most: most,
		dist: make([]int32, g.vertices), round: make([]int32, g.vertices),
	}
}

// first returns the first chain that begins with these links, and then with none
// of the barred ones; nil where there is none.
func (s *spurs) first(begin, barred []int32) []int32 {
	s.now++
	spur := s.from
	for _, l := range begin { // no chain comes back
		s.round[spur], s.dist[spur] = s.now, -1
		spur = s.g.links[l].other(spur)
	}
	s.round[spur], s.dist[spur] = s.now, -1
	way := s.next(spur, barred, s.measure(spur, barred, s.most-len(begin)-1))
	if way.to < 0 {
		return nil
	}
	chain := append(slices.Clone(begin), way.link)
	for v := way.to; v != s.to; v = way.to {
		way = s.next(v, nil, s.dist[v]-1)
		chain = append(chain, way.link)
	}
	return chain
}

func (l Link) other(v int32) int32 {
	if l.From == v {
		return l.To
	}
	return l.From
}

// measure counts the hops to the end of the vertices that are as near to it as the
// nearest that the spur can go on to, and returns that least number; -1 where it
// is more than most.
func (s *spurs) measure(spur int32, barred []int32, most int) int32 {
	s.queue = append(s.queue[:0], s.to)
	s.round[s.to], s.dist[s.to] = s.now, 0
	for i := 0; i < len(s.queue); i++ {
		v := s.queue[i]
		if int(s.dist[v]) > most {
			break
		}
		for _, t := range s.g.in.at(v) {
			if t.to == spur && !slices.Contains(barred, t.link) {
				return s.dist[v]
			}
			if s.round[t.to] != s.now {
				s.round[t.to], s.dist[t.to] = s.now, s.dist[v]+1
				s.queue = append(s.queue, t.to)
			}
		}
	}
	return -1
}

// next returns the first step from v to a vertex that is so far from the end.
func (s *spurs) next(v int32, barred []int32, dist int32) step {
	for _, t := range s.g.out.at(v) {
		if dist >= 0 && s.round[t.to] == s.now && s.dist[t.to] == dist && !slices.Contains(barred, t.link) {
			return t
		}
	}
	return step{-1, -1}
}
