package ask_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

// The days on which what is drawn happens.
var (
	firstDay = kg.DayOf(2019, 12, 1)
	lastDay  = kg.DayOf(2022, 2, 1)
)

// truth is an edge with the days on which it really held; the sources tell less.
type truth struct {
	edge     int // in the batch
	from, to kg.Day
}

// drawn is a world of cities and groups with the truth behind its dates.
type drawnSets struct {
	*sets
	groups []kg.ID
	truths []truth
}

func drawSets(t *rapid.T) drawnSets {
	w := drawnSets{sets: newSets()}
	for i := range rapid.IntRange(2, 4).Draw(t, "groups") {
		id := group(i)
		if i == 1 && rapid.Bool().Draw(t, "a declaration") {
			id = "declaration:d"
		}
		w.add(id)
		w.groups = append(w.groups, id)
	}
	w.add("city:elsewhere") // in DE, a member of nothing
	cities := rapid.IntRange(1, 6).Draw(t, "cities")
	for i := range cities {
		w.add(city(i), "placeType", rapid.SampledFrom([]string{"municipality", "municipality", "district"}).Draw(t, "place type"),
			"country", rapid.SampledFrom([]string{"DE", "IT"}).Draw(t, "country"))
	}
	for range rapid.SampledFrom([]int{4, 12, 8, 0}).Draw(t, "edges") {
		w.join(t, city(rapid.IntRange(0, cities-1).Draw(t, "city")), rapid.SampledFrom(w.groups).Draw(t, "group"))
	}
	return w
}

// join adds an edge that really held from a day to a day, as far as sources tell.
func (w *drawnSets) join(t *rapid.T, from, to kg.ID) {
	kind := kg.MemberOf
	if to.Prefix() == "declaration" {
		kind = kg.Signed
	}
	begin := kg.Day(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, "begin"))
	e := w.tie(kind, from, to)
	e.Since = blurred(t, begin)
	end := kg.End
	if kind == kg.MemberOf {
		end = kg.Day(rapid.IntRange(int(begin), int(lastDay)).Draw(t, "end"))
		e.Until = blurred(t, end)
		for range rapid.IntRange(0, 2).Draw(t, "sightings") {
			if d, ok := sighted(t, begin, end); ok {
				e.Seen = append(e.Seen, d)
			}
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "implied") == 0 {
		e.Basis = kg.Implied
		if len(w.Edges) > 1 {
			e.ImpliedBy = []kg.ID{w.Edges[rapid.IntRange(0, len(w.Edges)-2).Draw(t, "by")].ID}
		}
	}
	w.truths = append(w.truths, truth{len(w.Edges) - 1, begin, end})
}

// blurred tells a day as a source would, or not at all.
func blurred(t *rapid.T, d kg.Day) kg.Date {
	text := d.String()
	switch rapid.SampledFrom([]string{"day", "month", "year", "span", "before", "after", "unknown"}).Draw(t, "told as") {
	case "month":
		text = text[:7]
	case "year":
		text = text[:4]
	case "span":
		text = fmt.Sprintf("[%s..%s]", d-kg.Day(rapid.IntRange(0, 200).Draw(t, "before")), d+kg.Day(rapid.IntRange(0, 200).Draw(t, "after")))
	case "before":
		text = fmt.Sprintf("[..%s]", d+kg.Day(rapid.IntRange(0, 200).Draw(t, "after")))
	case "after":
		text = fmt.Sprintf("[%s..]", d-kg.Day(rapid.IntRange(0, 200).Draw(t, "before")))
	case "unknown":
		text = ""
	}
	return kg.MustDate(text)
}

// sighted tells a day between two others on which something was seen. A month
// counts as its last day, which must be one of them.
func sighted(t *rapid.T, begin, end kg.Day) (kg.Date, bool) {
	d := kg.Day(rapid.IntRange(int(begin), int(end)).Draw(t, "seen"))
	text := d.String()
	switch rapid.SampledFrom([]string{"day", "month", "year"}).Draw(t, "seen as") {
	case "month":
		text = text[:7]
		if kg.MustDate(text).Latest() > end {
			return kg.Date{}, false
		}
	case "year": // its first and last day count, each for one bound
		text = text[:4]
	}
	return kg.MustDate(text), true
}

func openDrawn(t *rapid.T, b store.Batch) store.Reader {
	s := memstore.New()
	imp, err := s.Begin(t.Context(), kg.Dataset{Name: "drawn", Hash: "drawn"})
	if err == nil {
		err = imp.Put(t.Context(), b)
	}
	if err == nil {
		_, err = imp.Commit(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func drawOptions(t *rapid.T, w drawnSets) ask.OverlapOptions {
	o := ask.OverlapOptions{Groups: w.groups, SDSM: rapid.Bool().Draw(t, "sdsm")}
	o.Stated = rapid.Bool().Draw(t, "stated")
	if rapid.IntRange(0, 3).Draw(t, "ever") > 0 {
		d := kg.Day(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, "asOf"))
		o.AsOf, o.Certainty = &d, rapid.SampledFrom([]kg.Holding{kg.Certain, kg.Possible}).Draw(t, "certainty")
	}
	if rapid.Bool().Draw(t, "districts") {
		o.PlaceTypes = []string{"municipality", "district"}
	}
	o.Universe = rapid.SampledFrom([]ask.Universe{{Recorded: true}, {Country: "DE"}, {Size: 50}, {Union: true}}).Draw(t, "universe")
	if o.Universe.Union && len(w.groups) < 3 {
		o.Universe = ask.Universe{Size: 30}
	}
	return o
}

// TestOverlapProperties: bounds, symmetry in the order of the groups, and no
// dependence on the names of records or the order in which they came.
func TestOverlapProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawSets(t)
		o := drawOptions(t, w)
		a, err := ask.Overlap(t.Context(), openDrawn(t, w.Batch), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Pairs {
			of := p.Of
			if of.Shared > min(of.A, of.B) || of.A > a.Size || of.B > a.Size || p.AtLeast > of.Shared || of.Shared > p.AtMost ||
				p.P < 0 || p.P > 1 || p.Log10P > 0 || p.Adjusted < p.P || p.Adjusted > 1 || len(a.Actors(p)) != of.Shared {
				t.Fatalf("%+v of %d, %d actors", p, a.Size, len(a.Actors(p)))
			}
			if o.SDSM && len(o.Groups) > 2 && p.Circular == 0 && (p.SDSM == nil || *p.SDSM < 0 || *p.SDSM > 1+1e-12 || *p.SDSMAdjusted < *p.SDSM) {
				t.Fatalf("%+v", p)
			}
			if same := a.SameSources(p); same < 0 || same > of.Shared || o.SDSM && len(o.Groups) == 2 && p.SDSM != nil {
				t.Fatalf("%d of %+v", same, p)
			}
			if o.AsOf == nil && p.AtLeast != p.AtMost {
				t.Fatalf("ever: %+v", p)
			}
		}
		turned := o
		turned.Groups = slices.Clone(o.Groups)
		slices.Reverse(turned.Groups)
		alike(t, "the other way round", a, askIn(t, w.Batch, turned), func(id kg.ID) kg.ID { return id })
		alike(t, "renamed and shuffled", a, askIn(t, renamedBatch(t, w.Batch), renamedOptions(o)), renamed)
	})
}

func askIn(t *rapid.T, b store.Batch, o ask.OverlapOptions) *ask.OverlapAnswer {
	a, err := ask.Overlap(t.Context(), openDrawn(t, b), o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// alike compares two answers pair by pair, whatever the order of the groups.
func alike(t *rapid.T, what string, a, b *ask.OverlapAnswer, name func(kg.ID) kg.ID) {
	if a.Size != b.Size || a.Excluded != b.Excluded {
		t.Fatalf("%s: universe %d and %d, excluded %+v and %+v", what, a.Size, b.Size, a.Excluded, b.Excluded)
	}
	for _, p := range a.Pairs {
		x, y := name(a.Groups[p.A].Node.ID), name(a.Groups[p.B].Node.ID)
		i := slices.IndexFunc(b.Pairs, func(q ask.Pair) bool {
			s := []kg.ID{b.Groups[q.A].Node.ID, b.Groups[q.B].Node.ID}
			return slices.Contains(s, x) && slices.Contains(s, y)
		})
		q := b.Pairs[i]
		if b.Groups[q.A].Node.ID != x {
			q.Of.A, q.Of.B = q.Of.B, q.Of.A
		}
		// where the place in each group was inferred from the other, one of both is
		// left out, and which one follows from the order of the question
		if p.Circular > 0 && p.Of.A+p.Of.B == q.Of.A+q.Of.B {
			q.Of.A, q.Of.B = p.Of.A, p.Of.B
			continue
		}
		if p.Of != q.Of || p.AtLeast != q.AtLeast || p.AtMost != q.AtMost || p.Circular != q.Circular ||
			relative(p.P, q.P) > 1e-12 || relative(p.Adjusted, q.Adjusted) > 1e-12 || (p.SDSM == nil) != (q.SDSM == nil) || p.SDSM != nil && relative(*p.SDSM, *q.SDSM) > 1e-9 {
			t.Fatalf("%s: %s and %s: %+v and %+v", what, x, y, p, q)
		}
	}
}

func relative(a, b float64) float64 {
	if a == b {
		return 0
	}
	return max(a-b, b-a) / max(a, b)
}

// renamed gives a node another id, in another order.
func renamed(id kg.ID) kg.ID {
	if id == "" {
		return ""
	}
	slug := []byte(id.Slug())
	slices.Reverse(slug)
	return kg.ID(id.Prefix() + ":z" + string(slug))
}

func renamedOptions(o ask.OverlapOptions) ask.OverlapOptions {
	groups := make([]kg.ID, len(o.Groups))
	for i, id := range o.Groups {
		groups[i] = renamed(id)
	}
	o.Groups = groups
	return o
}

func renamedBatch(t *rapid.T, b store.Batch) store.Batch {
	edgeID := func(id kg.ID) kg.ID {
		for _, e := range b.Edges {
			if e.ID == id {
				return kg.EdgeID(e.Kind, renamed(e.From), renamed(e.To), e.Stint)
			}
		}
		return id
	}
	var out store.Batch
	for _, n := range b.Nodes {
		if n.Kind != kg.Source {
			n.ID = renamed(n.ID)
		}
		out.Nodes = append(out.Nodes, n)
	}
	for _, e := range b.Edges {
		e.ImpliedBy = slices.Clone(e.ImpliedBy)
		for i, id := range e.ImpliedBy {
			e.ImpliedBy[i] = edgeID(id)
		}
		e.ID, e.From, e.To = edgeID(e.ID), renamed(e.From), renamed(e.To)
		out.Edges = append(out.Edges, e)
	}
	out.Nodes = rapid.Permutation(out.Nodes).Draw(t, "nodes")
	out.Edges = rapid.Permutation(out.Edges).Draw(t, "edges")
	return out
}

// TestPossibleContainsCertain: whoever certainly counts counts possibly too.
func TestPossibleContainsCertain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawSets(t)
		o := drawOptions(t, w)
		d := kg.Day(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, "day"))
		o.AsOf, o.Universe = &d, ask.Universe{Size: 40}
		o.Certainty = kg.Certain
		sure := askIn(t, w.Batch, o)
		o.Certainty = kg.Possible
		maybe := askIn(t, w.Batch, o)
		for i, g := range sure.Groups {
			if g.Size > maybe.Groups[i].Size {
				t.Fatalf("%s: %d certain and %d possible members", g.Node.ID, g.Size, maybe.Groups[i].Size)
			}
		}
		for i, p := range sure.Pairs {
			q := maybe.Pairs[i]
			if p.Of.Shared != p.AtLeast || q.Of.Shared != q.AtMost || p.AtLeast != q.AtLeast || p.AtMost != q.AtMost {
				t.Fatalf("certain %+v, possible %+v", p, q)
			}
			known := map[kg.ID]bool{}
			for _, s := range maybe.Actors(q) {
				known[s.Actor.ID] = true
			}
			for _, s := range sure.Actors(p) {
				if !known[s.Actor.ID] {
					t.Fatalf("%s is shared certainly and not possibly", s.Actor.ID)
				}
			}
		}
	})
}

// TestBoundsHoldTheTruth: whatever the days really were that the sources leave
// open, the shared number lies between its bounds, and the days on which two were
// together between the certain and the possible ones.
func TestBoundsHoldTheTruth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawSets(t)
		r := openDrawn(t, w.Batch)
		d := kg.Day(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, "day"))
		a, err := ask.Overlap(t.Context(), r, ask.OverlapOptions{Groups: w.groups, Universe: ask.Universe{Size: 40},
			Assumptions: ask.Assumptions{AsOf: &d, Stated: true, PlaceTypes: []string{"municipality", "district"}}})
		if err != nil {
			t.Fatal(err)
		}
		in := func(c, g kg.ID, day kg.Day) bool {
			return slices.ContainsFunc(w.truths, func(x truth) bool {
				e := w.Edges[x.edge]
				return e.From == c && e.To == g && e.Basis == kg.Stated && x.from <= day && day <= x.to
			})
		}
		for _, p := range a.Pairs {
			really := 0
			for _, n := range w.Nodes {
				if n.Kind == kg.City && in(n.ID, w.groups[p.A], d) && in(n.ID, w.groups[p.B], d) {
					really++
				}
			}
			if really < p.AtLeast || really > p.AtMost {
				t.Fatalf("on %s %d are shared, and the bounds are %d and %d", d, really, p.AtLeast, p.AtMost)
			}
		}
		if !w.known[city(1)] {
			return // a city is not compared with itself
		}
		c, err := ask.CoMembership(t.Context(), r, ask.CoMembershipOptions{A: city(0), B: city(1), Assumptions: ask.Assumptions{Stated: true}})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range c.Rows {
			for day := firstDay; day <= lastDay; day++ {
				both := in(city(0), row.Node.ID, day) && in(city(1), row.Node.ID, day)
				certain, possible := false, false
				for _, s := range row.Certain {
					certain = certain || s.From <= int32(day) && int32(day) <= s.To
				}
				for _, s := range row.Possible {
					possible = possible || s.From <= int32(day) && int32(day) <= s.To
				}
				if certain && !both || both && !possible {
					t.Fatalf("%s, %s: together %t, certain %t, possible %t", row.Node.ID, day, both, certain, possible)
				}
			}
		}
	})
}
