package memstore

import "citygraph/internal/store"

// walk reads the halves at a node in an order, from several groups at once:
// each run is sorted, so the next half is the least of their heads.
type walk struct {
	generation *generation
	order      store.Order
	runs       [][]half
}

func (g *generation) walk(node int32, ways wayset, o store.Order, after store.Key) walk {
	w := walk{g, o, nil}
	from, to := g.adjacency.groupsOf(node)
	for n := from; n < to; n++ {
		if !ways[g.adjacency.groups[n].code] {
			continue
		}
		if run := g.behind(g.run(n, o), o, after); len(run) > 0 {
			w.runs = append(w.runs, run)
		}
	}
	return w
}

// left counts the halves that are still to come.
func (w *walk) left() int {
	n := 0
	for _, run := range w.runs {
		n += len(run)
	}
	return n
}

// next returns the next half; ok is false at the end.
func (w *walk) next() (h half, ok bool) {
	best, place := -1, uint64(0)
	for i, run := range w.runs {
		if len(w.runs) == 1 {
			best = 0
			break
		}
		if p := w.generation.halfPlace(w.order, run[0]); best < 0 || p < place {
			best, place = i, p
		}
	}
	if best < 0 {
		return half{}, false
	}
	h = w.runs[best][0]
	w.runs[best] = w.runs[best][1:]
	if len(w.runs[best]) == 0 {
		w.runs = append(w.runs[:best], w.runs[best+1:]...)
	}
	return h, true
}
