package ask

import (
	"slices"
	"strings"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

func sentences(paths []Path) []string {
	all := make([]string, len(paths))
	for i, p := range paths {
		all[i] = p.Sentence()
	}
	return all
}

func askPaths(t *testing.T, r store.Reader, o PathsOptions) *PathsAnswer {
	t.Helper()
	if o.K == 0 {
		o.K = 5
	}
	if o.MaxLength == 0 {
		o.MaxLength = 6
	}
	a, err := Paths(t.Context(), r, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Directions are told in words; what ties the same two nodes stands side by side;
// of equal chains that with the lesser edge ids comes first; a chain whose edges
// never held at the same time says so.
func TestPathsInWords(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:m", "2010", "2012")
	w.edge(kg.MemberOf, "city:b", "network:m", "2015", "")
	w.edge(kg.Founded, "city:a", "network:n", "2016", "")
	w.edge(kg.MemberOf, "city:a", "network:n", "2016", "")
	w.edge(kg.MemberOf, "city:b", "network:n", "", "")
	w.edge(kg.PartOf, "city:a", "city:a", "", "")
	a := askPaths(t, open(t, w.Batch), PathsOptions{From: "city:a", To: "city:b"})
	want := []string{
		"a is a founder of n (2016); n has the member b (undated).",
		"a is a member of m (from 2010 until 2012); m has the member b (since 2015). These never held at the same time.",
	}
	if !slices.Equal(sentences(a.Paths), want) {
		t.Fatalf("%q", sentences(a.Paths))
	}
	first := a.Paths[0].Hops[0]
	if len(first.Edges) != 2 || first.Edges[1].Kind != kg.MemberOf || !first.Forward() || a.Paths[0].Hops[1].Forward() {
		t.Errorf("%+v", first)
	}
	if a.Paths[0].Together != Maybe || a.Paths[1].Together != Out {
		t.Errorf("held together: %v, %v", a.Paths[0].Together, a.Paths[1].Together)
	}
	if a.Truncated || a.Depth != 6 {
		t.Errorf("truncated %v at %d", a.Truncated, a.Depth)
	}
	day := kg.DayOf(2016, 6, 1)
	a = askPaths(t, open(t, w.Batch), PathsOptions{Assumptions: Assumptions{AsOf: &day}, From: "city:a", To: "city:b"})
	if len(a.Paths) != 0 || a.Excluded != (Excluded{NotOnDate: 1, Possible: 5}) {
		t.Errorf("on a day: %v, excluded %+v", sentences(a.Paths), a.Excluded)
	}
}

func TestPathsRefuse(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:m", "", "")
	r := open(t, w.Batch)
	most := -1
	for _, c := range []struct {
		o    PathsOptions
		code kg.Code
		text string
	}{
		{PathsOptions{From: "city:a", To: "city:z", K: 1, MaxLength: 1}, kg.CodeNotFound, `to: there is no "city:z": search(text: …) finds ids`},
		{PathsOptions{From: "city:z", To: "city:a", K: 1, MaxLength: 1}, kg.CodeNotFound, `from: there is no "city:z": search(text: …) finds ids`},
		{PathsOptions{From: "city:a", To: "network:m", K: 1, MaxLength: 1, Avoid: []kg.ID{"city:z"}}, kg.CodeNotFound, `avoid: there is no "city:z": search(text: …) finds ids`},
		{PathsOptions{From: "city:a", To: "city:a", K: 1, MaxLength: 1}, kg.CodeInvalid, `from and to both name "city:a": name another in one of both`},
		{PathsOptions{From: "city:a", To: "network:m", K: 1, MaxLength: 1, Avoid: []kg.ID{"network:m"}}, kg.CodeInvalid, `to and avoid both name "network:m": name another in one of both`},
		{PathsOptions{From: "city:a", To: "Berlin", K: 1, MaxLength: 1}, kg.CodeInvalid, `to: "Berlin" is not the id of a node: ids look like city:berlin; search(text: …) finds them`},
		{PathsOptions{From: "city:a", To: "network:m", K: 101, MaxLength: 1}, kg.CodeInvalid, `k is 101: ask for 1 to 100 chains`},
		{PathsOptions{From: "city:a", To: "network:m", K: 1, MaxLength: 13}, kg.CodeInvalid, `maxLength is 13: write a number of hops from 1 to 12`},
		{PathsOptions{From: "city:a", To: "network:m", K: 1, MaxLength: 1, MaxDegree: &most}, kg.CodeInvalid, `maxDegree is -1: write a whole number of 0 or more`},
		{PathsOptions{From: "city:a", To: "network:m", K: 1, MaxLength: 1, Kinds: []kg.EdgeKind{"KNOWS"}}, kg.CodeInvalid, `"KNOWS" is not an edge kind: use a kind of the vocabulary, such as MEMBER_OF`},
	} {
		_, err := Paths(t.Context(), r, c.o)
		refused(t, err, c.code, c.text)
	}
}

// Ends in different parts: there is no chain, and that is certain.
func TestPathsBetweenParts(t *testing.T) {
	w := &small{}
	w.edge(kg.MemberOf, "city:a", "network:m", "", "")
	w.edge(kg.MemberOf, "city:b", "network:n", "", "")
	w.node("city:alone")
	for _, to := range []kg.ID{"city:b", "city:alone"} {
		a := askPaths(t, open(t, w.Batch), PathsOptions{From: "city:a", To: to})
		if len(a.Paths) != 0 || a.Truncated || a.Depth != 6 {
			t.Errorf("to %s: %+v", to, a)
		}
	}
}

// hubs: a and b are in two hubs of 50,000 cities each, and tied by a chain of four
// hops beside them, two of which pass a small network.
func hubs() *small {
	w := &small{}
	for _, hub := range []kg.ID{"network:hub", "network:huge"} {
		w.hub(hub, 50_000)
	}
	w.edge(kg.MemberOf, "city:a", "network:hub", "", "")
	w.edge(kg.MemberOf, "city:b", "network:huge", "", "")
	w.edge(kg.MemberOf, "city:a", "network:small", "", "")
	w.edge(kg.MemberOf, "city:of-huge-00007", "network:small", "", "")
	w.edge(kg.MemberOf, "city:c", "network:hub", "", "")
	w.edge(kg.MemberOf, "city:c", "network:huge", "", "")
	return w
}

// TestPathsPastHubs: what lies between two hubs is found without reading either, as
// long as one side has fewer edges; past both, the search gives up and says how far
// it came. Hubs can be avoided by id and by degree.
func TestPathsPastHubs(t *testing.T) {
	r := &callsOf{Reader: open(t, hubs().Batch)}
	a := askPaths(t, r, PathsOptions{From: "city:a", To: "city:b", K: 1, MaxLength: 4})
	if len(a.Paths) != 1 || len(a.Paths[0].Hops) != 4 || a.Truncated {
		t.Fatalf("%v %+v", sentences(a.Paths), a)
	}
	a = askPaths(t, r, PathsOptions{From: "city:a", To: "city:b", K: 5, MaxLength: 8})
	if !a.Truncated || a.Depth != 4 || a.Visited > MaxVisited || len(a.Paths) != 2 || len(a.Warnings) != 1 ||
		!strings.HasSuffix(a.Warnings[0], "and with the next step would have read more than 100000; every chain of 4 hops or fewer was looked at, longer ones were not; avoid hubs (avoid, maxDegree) or name kinds") {
		t.Errorf("truncated %v at %d after %d: %q %q", a.Truncated, a.Depth, a.Visited, sentences(a.Paths), a.Warnings)
	}
	r.edges, r.records = 0, 0
	most := 1000
	a = askPaths(t, r, PathsOptions{From: "city:a", To: "city:of-huge-00007", K: 5, MaxLength: 8, MaxDegree: &most})
	if len(a.Paths) != 1 || a.Truncated || a.Visited > 10 || r.edges > 8 {
		t.Errorf("without hubs: %q, %d edges read in %d calls", sentences(a.Paths), a.Visited, r.edges)
	}
	b := askPaths(t, r, PathsOptions{From: "city:a", To: "city:of-huge-00007", K: 5, MaxLength: 8, Avoid: []kg.ID{"network:hub", "network:huge"}})
	if !slices.Equal(sentences(a.Paths), sentences(b.Paths)) {
		t.Errorf("%q and %q", sentences(a.Paths), sentences(b.Paths))
	}
}

// A hub that two nodes of one ring meet at the same time is passed neither way.
func TestPathsMeetAHubTwice(t *testing.T) {
	w := &small{}
	for _, n := range []kg.ID{"network:u", "network:v"} {
		w.edge(kg.MemberOf, "city:a", n, "", "")
		w.edge(kg.MemberOf, "city:hub", n, "", "")
	}
	for _, n := range []kg.ID{"network:w", "network:x", "network:y"} {
		w.edge(kg.MemberOf, "city:hub", n, "", "")
	}
	w.edge(kg.LocatedIn, "network:v", "city:b", "", "")
	for _, n := range []kg.ID{"network:p", "network:q", "network:r", "network:s", "network:t"} { // so that a's rings are read first
		w.edge(kg.MemberOf, "city:b", n, "", "")
		w.edge(kg.MemberOf, "city:c", n, "", "")
		w.edge(kg.MemberOf, "city:d", n, "", "")
	}
	most := 4
	a := askPaths(t, open(t, w.Batch), PathsOptions{From: "city:a", To: "city:b", MaxDegree: &most})
	if got := sentences(a.Paths); !slices.Equal(got, []string{"a is a member of v (undated); v is located in b (undated)."}) {
		t.Errorf("%q", got)
	}
}
