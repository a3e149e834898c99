package storetest

import (
	"fmt"
	"testing"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

var conditionCases = []testCase{
	{"condition/the zero condition and empty lists ask nothing", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		for _, c := range []store.Condition{
			{}, {IDs: []kg.ID{}, Kinds: []kg.NodeKind{}, Attrs: []store.AttrIn{}, Relations: []store.Relation{}, AnyOf: []store.Condition{}},
			{Name: &store.NameMatch{}}, {AnyOf: []store.Condition{{}}},
		} {
			expect(t, "total", len(Sample().Nodes), list(t, r, store.NodeFilter{Where: &c}, store.Page{Total: true}).Total)
		}
	}},
	{"condition/ids", selects([]selection{
		{store.Condition{IDs: []kg.ID{"city:zurich", "city:nobody", "city:ahlen", "city:zurich"}}, []kg.ID{"city:ahlen", "city:zurich"}},
		{store.Condition{IDs: []kg.ID{"city:nobody"}}, nil},
		{store.Condition{IDs: []kg.ID{"signed:berlin--letter", "city:zurich-old"}}, nil},
	})},
	{"condition/kinds", selects([]selection{
		{store.Condition{Kinds: []kg.NodeKind{kg.Funder, kg.Demand}}, []kg.ID{"demand:let-them-land", "funder:purse"}},
		{store.Condition{Kinds: []kg.NodeKind{kg.Funder}, IDs: []kg.ID{"city:berlin"}}, nil},
	})},
	{"condition/attributes", selects([]selection{
		{store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"CH", "PL", "FR"}}}}, []kg.ID{"city:lodz", "city:zurich"}},
		{store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"DE"}}, {Name: "placeType", Values: []string{"district"}}}},
			[]kg.ID{"city:ahnlich"}},
		{store.Condition{Attrs: []store.AttrIn{{Name: "form", Values: []string{"letter", "alliance"}}}}, []kg.ID{"declaration:letter", "organization:umbrella"}},
		{store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{"de"}}}}, nil},  // no folding
		{store.Condition{Attrs: []store.AttrIn{{Name: "country", Values: []string{""}}}}, nil},    // unknown is false
		{store.Condition{Attrs: []store.AttrIn{{Name: "country"}}}, nil},                          // one of no values
		{store.Condition{Attrs: []store.AttrIn{{Name: "nothing", Values: []string{"DE"}}}}, nil},  // no kind has it
		{store.Condition{Attrs: []store.AttrIn{{Name: "name", Values: []string{"berlin"}}}}, nil}, // not an attribute
		{store.Condition{Attrs: []store.AttrIn{{Name: "smuggled", Values: []string{"x"}}}}, nil},
	})},
	{"condition/names", selects([]selection{
		{store.Condition{Name: &store.NameMatch{Equals: "BERLIN"}}, []kg.ID{"city:berlin", "city:berlin-new-hampshire"}},
		{store.Condition{Name: &store.NameMatch{Equals: "ŁÓDŹ"}}, []kg.ID{"city:lodz"}},
		{store.Condition{Name: &store.NameMatch{Equals: "zurigo"}}, []kg.ID{"city:zurich"}}, // another name
		{store.Condition{Name: &store.NameMatch{StartsWith: "Ä"}}, []kg.ID{"city:ahlen", "city:ahnlich", "network:arzte"}},
		{store.Condition{Name: &store.NameMatch{StartsWith: "let-them"}}, []kg.ID{"demand:let-them-land"}},
		{store.Condition{Name: &store.NameMatch{StartsWith: "let", Contains: "lan"}}, []kg.ID{"demand:let-them-land"}},
		{store.Condition{Name: &store.NameMatch{Contains: "arbours"}}, []kg.ID{"network:harbours", "network:harbours-ii"}},
		{store.Condition{Name: &store.NameMatch{StartsWith: "zur", Contains: "turicum"}}, nil}, // one name must match all
		{store.Condition{Name: &store.NameMatch{Equals: "Zürich", StartsWith: "zu", Contains: "ric"}}, []kg.ID{"city:zurich"}},
		{store.Condition{Name: &store.NameMatch{Equals: "nobody"}}, nil},
		{store.Condition{Name: &store.NameMatch{Equals: "erlin"}}, nil},
	})},
	{"condition/dates", dates},
	{"condition/any of", selects([]selection{
		{store.Condition{AnyOf: []store.Condition{{IDs: []kg.ID{"city:berlin"}}, {Kinds: []kg.NodeKind{kg.Funder}}}}, []kg.ID{"city:berlin", "funder:purse"}},
		{store.Condition{
			Kinds: []kg.NodeKind{kg.City}, AnyOf: []store.Condition{{IDs: []kg.ID{"city:berlin"}}, {Kinds: []kg.NodeKind{kg.Funder}}},
		}, []kg.ID{"city:berlin"}},
		{store.Condition{AnyOf: []store.Condition{{AnyOf: []store.Condition{{IDs: []kg.ID{"city:zurich"}}}}}}, []kg.ID{"city:zurich"}},
		{store.Condition{AnyOf: []store.Condition{{IDs: []kg.ID{"city:nobody"}}}}, nil},
	})},
	{"condition/any of, three-valued", func(t *testing.T, h harness) {
		r := h.open(t, Sample())
		june := store.Condition{Date: &store.DateRange{From: day("2021-06-01"), To: day("2021-06-30")}} // Harbours II: unknown
		f := store.NodeFilter{Kinds: []kg.NodeKind{kg.Network}, Where: &store.Condition{AnyOf: []store.Condition{june, {IDs: []kg.ID{"network:undated"}}}}}
		expect(t, "possible", []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii", "network:undated"}, nodeIDs(list(t, r, f, everything)))
		f.When = store.When{AsOf: day("2022-01-01"), Certainty: kg.Certain}
		expect(t, "certain", []kg.ID{"network:harbours", "network:undated"}, nodeIDs(list(t, r, f, everything)))
	}},
}

// selection is a condition with the nodes of Sample that meet it.
type selection struct {
	where store.Condition
	want  []kg.ID
}

// selects adds to Sample a city with an attribute that cities do not have.
func selects(tests []selection) func(t *testing.T, h harness) {
	return func(t *testing.T, h harness) {
		b := Sample().Batch
		for i := range b.Nodes {
			if b.Nodes[i].ID == "city:ahlen" {
				b.Nodes[i].Attrs["smuggled"] = "x"
			}
		}
		r := h.open(t, NewWorld(b))
		for i, tt := range tests {
			expect(t, fmt.Sprintf("condition %d", i), tt.want, nodeIDs(list(t, r, store.NodeFilter{Where: &tt.where}, everything)))
		}
	}
}

// dates: true inside, unknown in part, false outside and where unknown.
func dates(t *testing.T, h harness) {
	r := h.open(t, Sample())
	for _, tt := range []struct {
		about             string
		from, to          *kg.Day
		certain, possible []kg.ID
	}{
		{"June 2021", day("2021-06-01"), day("2021-06-30"), []kg.ID{"network:harbours"}, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}},
		{"one day of it", day("2021-06-30"), day("2021-06-30"), nil, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}},
		{"2021", day("2021-01-01"), day("2021-12-31"), []kg.ID{"network:harbours", "network:harbours-ii"}, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}},
		{"from the last day of June", day("2021-06-30"), nil, nil, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}},
		{"from July", day("2021-07-01"), nil, nil, []kg.ID{"network:harbours-ii"}},
		{"until the end of June", nil, day("2021-06-30"), []kg.ID{"network:arzte", "network:harbours"}, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}},
		{"until 2020", nil, day("2020-12-31"), nil, []kg.ID{"network:arzte"}},
		{"whenever, but known", nil, nil, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}, []kg.ID{"network:arzte", "network:harbours", "network:harbours-ii"}},
	} {
		f := store.NodeFilter{Kinds: []kg.NodeKind{kg.Network}, Where: &store.Condition{Date: &store.DateRange{From: tt.from, To: tt.to}}}
		expect(t, tt.about+", without a day", tt.possible, nodeIDs(list(t, r, f, everything)))
		f.When = store.When{AsOf: day("2022-01-01"), Certainty: kg.Certain}
		expect(t, tt.about+", certain", tt.certain, nodeIDs(list(t, r, f, everything)))
	}
	demands := store.NodeFilter{Where: &store.Condition{Kinds: []kg.NodeKind{kg.Demand}, Date: &store.DateRange{}}}
	expect(t, "a kind without date", []kg.ID(nil), nodeIDs(list(t, r, demands, everything)))
}
