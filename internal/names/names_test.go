package names_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/internal/kg"
	"citygraph/internal/names"
	"citygraph/internal/store"
	"citygraph/internal/store/memstore"
)

// index builds an index of these nodes through a store.
func index(t testing.TB, nodes ...kg.Node) *names.Index {
	t.Helper()
	ctx := t.Context()
	s := memstore.New()
	imp, err := s.Begin(ctx, kg.Dataset{Hash: "1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := imp.Put(ctx, store.Batch{Nodes: nodes}); err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Commit(ctx); err != nil {
		t.Fatal(err)
	}
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	x, err := names.Build(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func node(kind kg.NodeKind, name string, others ...string) kg.Node {
	n := kg.Node{ID: kg.NodeID(kind, name), Kind: kind, Name: name}
	for _, o := range others {
		n.Names = append(n.Names, kg.Name{Text: o, Lang: "und", Kind: "alias"})
	}
	return n
}

var people = []kg.Node{
	node(kg.City, "München", "Munich", "Monaco di Baviera"),
	node(kg.City, "Münster"),
	node(kg.City, "Köln", "Cologne"),
	node(kg.City, "Mönchengladbach-Rheindahlen"),
	node(kg.City, "Würzbürg"),
	node(kg.City, "Łódź"),
	node(kg.City, "Ulm"),
	node(kg.City, "Palermo"),
	node(kg.Network, "Solidarity Cities"),
	node(kg.Network, "Solidarity City", "Bündnis Solidarity City"),
	node(kg.Network, "International Alliance of Safe Harbours", "IASH", "Alliance of Safe Harbours"),
	node(kg.Declaration, "Palermo Charter 2015"),
	node(kg.Declaration, "Palermo Declaration 2016"),
	node(kg.Organization, "Palermo"),
	node(kg.Organization, "中文"),
	{ID: "demand:stars", Kind: kg.Demand, Name: "***"},
}

func TestSearch(t *testing.T) {
	x := index(t, people...)
	tests := []struct {
		about, text string
		want        []names.Hit
	}{
		{"canonical name", "München", hits(1.0, "city:munchen", "München")},
		{"case and marks do not matter", "munchen", hits(1.0, "city:munchen", "München")},
		{"an umlaut spelt out", "Muenchen", hits(1.0, "city:munchen", "München")},
		{"an umlaut put together from two characters", "Mu\u0308nchen", hits(1.0, "city:munchen", "München")},
		{"one umlaut spelt out, the other not", "Wuerzburg", hits(1.0, "city:wurzburg", "Würzbürg")},
		{"the other umlaut spelt out", "Wurzbuerg", hits(1.0, "city:wurzburg", "Würzbürg")},
		{"letters that do not fall apart", "lodz", hits(1.0, "city:lodz", "Łódź")},
		{"another name", "munich", hits(0.95, "city:munchen", "Munich")},
		{"both kinds of one name, ties by id", "palermo", []names.Hit{
			{ID: "city:palermo", Score: 1, Matched: "Palermo"},
			{ID: "organization:palermo", Score: 1, Matched: "Palermo"},
			{ID: "declaration:palermo-charter-2015", Score: 0.8, Matched: "Palermo Charter 2015"},
			{ID: "declaration:palermo-declaration-2016", Score: 0.8, Matched: "Palermo Declaration 2016"},
		}},
		{"the beginning of a name", "mun", []names.Hit{
			{ID: "city:munchen", Score: 0.8, Matched: "München"},
			{ID: "city:munster", Score: 0.8, Matched: "Münster"},
		}},
		{"the beginning with the umlaut spelt out", "muen", []names.Hit{
			{ID: "city:munchen", Score: 0.8, Matched: "München"},
			{ID: "city:munster", Score: 0.8, Matched: "Münster"},
		}},
		{"the beginning of another name", "monaco di", hits(0.8, "city:munchen", "Monaco di Baviera")},
		{"the beginning of two words", "solidarity cit", []names.Hit{
			{ID: "network:solidarity-cities", Score: 0.8, Matched: "Solidarity Cities"},
			{ID: "network:solidarity-city", Score: 0.8, Matched: "Solidarity City"},
		}},
		{"names that differ by letters are two", "solidarity city", hits(1.0, "network:solidarity-city", "Solidarity City")},
		{"and so the other way", "solidarity cities", hits(1.0, "network:solidarity-cities", "Solidarity Cities")},
		{"words at the end of a name; the best name counts", "safe harbours",
			hits(0.7, "network:international-alliance-of-safe-harbours", "International Alliance of Safe Harbours")},
		{"the beginning of another name beats words of the canonical one", "alliance of safe",
			hits(0.8, "network:international-alliance-of-safe-harbours", "Alliance of Safe Harbours")},
		{"words in another order", "harbours safe",
			hits(0.7, "network:international-alliance-of-safe-harbours", "International Alliance of Safe Harbours")},
		{"a word and the beginning of another", "safe harb",
			hits(0.7, "network:international-alliance-of-safe-harbours", "International Alliance of Safe Harbours")},
		{"a letter dropped", "safe harbors",
			hits(0.5, "network:international-alliance-of-safe-harbours", "International Alliance of Safe Harbours")},
		{"letters swapped that are no neighbours", "Cogolne", nil},
		{"swapped neighbours count as one edit", "Colonge", hits(0.5, "city:koln", "Cologne")},
		{"a letter added", "Pallermo", []names.Hit{
			{ID: "city:palermo", Score: 0.5, Matched: "Palermo"},
			{ID: "declaration:palermo-charter-2015", Score: 0.5, Matched: "Palermo Charter 2015"},
			{ID: "declaration:palermo-declaration-2016", Score: 0.5, Matched: "Palermo Declaration 2016"},
			{ID: "organization:palermo", Score: 0.5, Matched: "Palermo"},
		}},
		{"a letter changed, in a word with an umlaut", "muanchen", hits(0.5, "city:munchen", "München")},
		{"a typo beside the beginning of a word", "palrmo char", hits(0.5, "declaration:palermo-charter-2015", "Palermo Charter 2015")},
		{"four letters may be mistyped, three not", "Ullm", hits(0.5, "city:ulm", "Ulm")},
		{"three letters", "Uml", nil},
		{"two typos", "palrmo chartr", nil},
		{"a year is not a typo of another", "palermo charter 2016", nil},
		{"all words must be there", "palermo bonn", nil},
		{"an inner part of a word is not enough", "lermo declara", nil},
		{"another script", "中文", hits(1.0, "organization:u4e2du6587", "中文")},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			got, err := x.Search(tt.text, nil, 10)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got, equateEmpty); diff != "" {
				t.Errorf("Search(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func hits(score float64, id kg.ID, matched string) []names.Hit {
	return []names.Hit{{ID: id, Score: score, Matched: matched}}
}

func TestSearchKinds(t *testing.T) {
	x := index(t, people...)
	got, err := x.Search("palermo", []kg.NodeKind{kg.Declaration, kg.Organization}, 2)
	want := []names.Hit{
		{ID: "organization:palermo", Score: 1, Matched: "Palermo"},
		{ID: "declaration:palermo-charter-2015", Score: 0.8, Matched: "Palermo Charter 2015"},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if got, err := x.Search("palermo", nil, 0); len(got) != 0 || err != nil {
		t.Errorf("no hits were asked for: %v, %v", got, err)
	}
}

func TestSearchRefuses(t *testing.T) {
	x := index(t, people...)
	tests := []struct {
		about, text string
		kinds       []kg.NodeKind
		first       int
	}{
		{"empty", "", nil, 1},
		{"without letter or digit", " -*- ", nil, 1},
		{"too long", strings.Repeat("ü", names.MaxText+1), nil, 1},
		{"fewer than no hits", "bonn", nil, -1},
		{"too many hits", "bonn", nil, names.MaxHits + 1},
		{"unknown kind", "bonn", []kg.NodeKind{"PLANET"}, 1},
	}
	for _, tt := range tests {
		if _, err := x.Search(tt.text, tt.kinds, tt.first); kg.CodeOf(err) != kg.CodeInvalid {
			t.Errorf("%s: %v, want invalid", tt.about, err)
		}
	}
	if _, err := x.Search(strings.Repeat("ü", names.MaxText), nil, names.MaxHits); err != nil {
		t.Errorf("the limits themselves are allowed: %v", err)
	}
}
