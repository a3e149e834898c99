package analysis

// Link ties two vertices.
type Link struct{ From, To int32 }

// Links is a graph of links, for walking: vertices 0 … n−1, links in the order of
// their numbers.
type Links struct {
	links    []Link
	out, in  walks // the same where links lead both ways
	directed bool
	vertices int
}

// walks lists for each vertex the links that leave it, by number, with where they
// lead: those of vertex v are step[first[v]:first[v+1]].
type walks struct {
	first []int32
	step  []step
}

type step struct{ link, to int32 }

// NewLinks returns the graph of links, which lead both ways unless they are
// directed. A link from a vertex to itself is on no chain.
func NewLinks(vertices int, links []Link, directed bool) *Links {
	g := &Links{links: links, directed: directed, vertices: vertices}
	g.out = newWalks(vertices, links, true, !directed)
	g.in = g.out
	if directed {
		g.in = newWalks(vertices, links, false, true)
	}
	return g
}

func newWalks(vertices int, links []Link, forth, back bool) walks {
	w := walks{first: make([]int32, vertices+1)}
	each := func(yield func(link, from, to int32)) {
		for i, l := range links {
			if forth && l.From != l.To {
				yield(int32(i), l.From, l.To)
			}
			if back && l.From != l.To {
				yield(int32(i), l.To, l.From)
			}
		}
	}
	each(func(_, from, _ int32) { w.first[from+1]++ })
	for v := range vertices {
		w.first[v+1] += w.first[v]
	}
	w.step = make([]step, w.first[vertices])
	next := append([]int32(nil), w.first...)
	each(func(link, from, to int32) {
		w.step[next[from]] = step{link, to}
		next[from]++
	})
	return w
}

func (w walks) at(v int32) []step { return w.step[w.first[v]:w.first[v+1]] }

// unreached is farther than any vertex.
const unreached = int32(1 << 30)

// distances counts the hops from a vertex to all others, up to most.
func (w walks) distances(from int32, most int32) []int32 {
	dist := make([]int32, len(w.first)-1)
	for v := range dist {
		dist[v] = unreached
	}
	dist[from] = 0
	for queue := []int32{from}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if dist[v] == most {
			break
		}
		for _, s := range w.at(v) {
			if dist[s.to] == unreached {
				dist[s.to] = dist[v] + 1
				queue = append(queue, s.to)
			}
		}
	}
	return dist
}
