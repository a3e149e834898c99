package ask

import (
	"testing"
	"unsafe"

	"citygraph/internal/kg"
)

// What a structure weighs in the cache is no less than what it holds: twins in many
// groups share long lists, and a cut node holds the view.
func TestStructureWeighsWhatItHolds(t *testing.T) {
	w := &small{}
	id := func(kind string, i int) kg.ID {
		return kg.ID(kind + ":" + string(rune('a'+i/26)) + string(rune('a'+i%26)))
	}
	for c := range 200 {
		for g := range 100 {
			if (c/2*7+g*13)%11 < 5 {
				w.edge(kg.MemberOf, id("city", c), id("network", g), "", "")
			}
		}
	}
	w.edge(kg.MemberOf, "city:aa", "network:tail", "", "")
	whole, err := LoadWhole(t.Context(), open(t, w.Batch))
	if err != nil {
		t.Fatal(err)
	}
	v := whole.projection.View(Assumptions{}.filter())
	a, err := describe(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for _, c := range a.Classes {
		held += int(unsafe.Sizeof(c)) + int(unsafe.Sizeof(kg.ID("")))*(len(c.IDs)+len(c.Shared)) + 4*len(c.Vertices)
	}
	for _, c := range a.Cuts {
		held += int(unsafe.Sizeof(c)) + len(c.Pieces)*int(unsafe.Sizeof(c.Pieces[0]))
	}
	if len(a.Cuts) == 0 || len(a.Classes) < 10 {
		t.Fatalf("%d cuts, %d classes", len(a.Cuts), len(a.Classes))
	}
	held += 4 * (2*v.Edges() + 6*v.Vertices()) // view and search
	if weight := 8 * a.weight(); weight < held || weight > 2*held {
		t.Errorf("%d bytes weigh %d", held, weight)
	}
}
