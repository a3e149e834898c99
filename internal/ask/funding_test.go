package ask

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/kg"
)

func askFunding(t *testing.T, w *small, o FundingOptions) *FundingAnswer {
	t.Helper()
	if o.K == 0 {
		o.K = 20
	}
	if o.MaxLength == 0 {
		o.MaxLength = 6
	}
	a, err := FundingOf(t.Context(), open(t, w.Batch), o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// pays adds a payment, in EUR unless more is said: key, value, key, value.
func (w *small) pays(from, to kg.ID, since, until string, more ...string) *kg.Edge {
	e := w.edge(kg.Funds, from, to, since, until)
	e.Attrs = kg.Attrs{"currency": "EUR", "amountQualifier": "exact", "amountPer": "total"}
	for i := 0; i < len(more); i += 2 {
		e.Attrs[more[i]] = more[i+1]
	}
	return e
}

// What is summed and what is not: exact totals, and yearly amounts of years that
// are certain throughout.
func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		name, since, until, seen string
		attrs                    []string
		sum, why                 string
		years                    []int
		claim                    string
	}{
		{"total", "2020", "2021", "", []string{"amount", "0.10"}, "0.1", "", nil, ""},
		{"total without a date", "", "", "", []string{"amount", "5"}, "5", "", nil, ""},
		{"none", "2020", "2021", "", nil, "", "no amount is recorded", nil, ""},
		{"without currency", "", "", "", []string{"amount", "5", "currency", ""}, "", "its currency is unknown", nil, ""},
		{"about", "", "", "", []string{"amount", "5", "amountQualifier", "about"}, "", "it is not exact", nil, ""},
		{"exact or not", "", "", "", []string{"amount", "5", "amountQualifier", ""}, "", "whether it is exact is unknown", nil, ""},
		{"total or not", "", "", "", []string{"amount", "5", "amountPer", ""}, "", "whether it is a total or yearly is unknown", nil, ""},
		{"by days", "2020-01-01", "2022-12-31", "", []string{"amount", "2.5", "amountPer", "year"}, "7.5", "", []int{2020, 2021, 2022}, ""},
		{"by days, not the whole years", "2020-01-02", "2022-12-30", "", []string{"amount", "2", "amountPer", "year"}, "2", "", []int{2021}, ""},
		{"by years: of neither is the whole certain", "2021", "2022", "", []string{"amount", "2", "amountPer", "year"}, "", "it is yearly, and no year is certain throughout", nil, ""},
		{"by years, one between", "2021", "2023", "", []string{"amount", "2", "amountPer", "year"}, "2", "", []int{2022}, ""},
		{"open end, seen", "2019-12-31", "", "2021-12", []string{"amount", "2", "amountPer", "year"}, "4", "", []int{2020, 2021}, ""},
		{"open end, never seen", "2019-12-31", "", "", []string{"amount", "2", "amountPer", "year"}, "", "it is yearly, and no year is certain throughout", nil, ""},
		{"no date", "", "", "", []string{"amount", "2", "amountPer", "year"}, "", "it is yearly, and no year is certain throughout", nil, ""},
		{"agreed", "", "", "", []string{"amount", "5"}, "5", "", nil, "currency=EUR"},
		{"of disputed currency", "", "", "", []string{"amount", "5"}, "", "sources disagree on its currency", nil, "currency=USD"},
		{"of disputed period", "", "", "", []string{"amount", "5"}, "", "sources disagree on whether it is a total or yearly", nil, "amountPer=year"},
		{"of disputed exactness", "", "", "", []string{"amount", "5"}, "", "sources disagree on whether it is exact", nil, "amountQualifier=about"},
		{"disputed", "", "", "", []string{"amount", "5"}, "", "sources disagree on it", nil, "amount=6"},
	} {
		w := &small{}
		e := w.pays("funder:f", "network:n", c.since, c.until, c.attrs...)
		if c.seen != "" {
			e.Seen = []kg.Date{kg.MustDate(c.seen)}
		}
		if c.claim != "" {
			field, value, _ := strings.Cut(c.claim, "=")
			e.Claims = []kg.Claim{{Field: field, Value: value}, {Field: "amount", Value: "5"}}
		}
		a := AmountOf(*e)
		sum := ""
		if a.Value != nil {
			sum = Total{Value: a.Value}.Exact()
		}
		if sum != c.sum || a.Why != c.why || !slices.Equal(a.Years, c.years) {
			t.Errorf("%s: %q %q %v instead of %q %q %v", c.name, sum, a.Why, a.Years, c.sum, c.why, c.years)
		}
	}
}

// Money goes round in a circle and by two ways: every relationship counts once, and
// what is passed on is not summed with what was given.
func TestFundingInCircles(t *testing.T) {
	w := &small{}
	w.pays("funder:f", "organization:a", "", "", "amount", "100")
	w.pays("funder:f", "organization:b", "", "", "amount", "0.1")
	w.pays("funder:f", "organization:c", "", "", "amount", "0.2", "currency", "CHF")
	w.pays("organization:a", "organization:b", "", "", "amount", "60")
	w.pays("organization:b", "organization:a", "", "", "amount", "1")
	w.pays("organization:a", "city:x", "", "", "amount", "30")
	w.pays("organization:b", "city:x", "", "", "amount", "7")
	w.pays("city:x", "funder:f", "", "", "amount", "9") // back where it came from
	w.pays("organization:a", "organization:a", "", "", "amount", "8")
	second := *w.pays("organization:b", "city:x", "", "", "amount", "0.05")
	second.Stint, second.ID = 2, kg.EdgeID(kg.Funds, second.From, second.To, 2)
	w.Edges[len(w.Edges)-1] = second

	a := askFunding(t, w, FundingOptions{From: "funder:f", To: "city:x"})
	want := []string{"f funds a (undated); a funds x (undated).", "f funds b (undated); b funds x (undated).", "f funds a (undated); a funds b (undated); b funds x (undated).", "f funds b (undated); b funds a (undated); a funds x (undated)."}
	if !slices.Equal(sentences(a.Chains), want) {
		t.Errorf("%q", sentences(a.Chains))
	}
	given := []Total{{"EUR", a.Given.Totals[0].Value, 2}}
	if len(a.Given.Totals) != 1 || a.Given.Totals[0] != given[0] || given[0].Exact() != "100.1" {
		t.Errorf("given: %+v", a.Given)
	}
	if len(a.Received.Totals) != 1 || a.Received.Totals[0].Exact() != "37.05" || a.Received.Summed != 3 {
		t.Errorf("received: %+v", a.Received)
	}
	if len(a.Fundings) != 7 { // c leads nowhere, neither does the way back
		t.Errorf("%d fundings", len(a.Fundings))
	}
	a = askFunding(t, w, FundingOptions{From: "funder:f"})
	want = []string{"f funds a (undated).", "f funds b (undated).", "f funds c (undated).", "f funds a (undated); a funds x (undated)."}
	if !slices.Equal(sentences(a.Chains), want) || a.Received != nil || len(a.Given.Totals) != 2 || a.Given.Totals[0].Exact() != "0.2" {
		t.Errorf("from f: %q %+v", sentences(a.Chains), a.Given)
	}
	a = askFunding(t, w, FundingOptions{To: "city:x"})
	want = []string{"a funds x (undated).", "b funds x (undated).", "f funds a (undated); a funds x (undated)."}
	if !slices.Equal(sentences(a.Chains), want) || a.Given != nil {
		t.Errorf("to x: %q", sentences(a.Chains))
	}
	if a = askFunding(t, w, FundingOptions{To: "city:x", MaxLength: 1}); !a.Truncated || len(a.Fundings) != 3 {
		t.Errorf("one hop: %+v", a)
	}
	day := kg.DayOf(2020, 1, 1)
	a = askFunding(t, w, FundingOptions{Assumptions: Assumptions{AsOf: &day}, To: "city:x"})
	if len(a.Fundings) != 0 || a.Excluded != (Excluded{Possible: 3}) || len(a.Warnings) != 1 {
		t.Errorf("on a day, and no date is known: %+v", a)
	}
}

// That nobody pays is an answer where a source says so; silence is none.
func TestUnfunded(t *testing.T) {
	w := &small{}
	w.node("network:silent")
	w.node("network:none")
	w.Nodes[1].Claims = []kg.Claim{{Field: "funders", Value: "none", Basis: kg.Stated, Sources: said}}
	w.pays("city:a", "network:both", "", "")
	w.Nodes[3].Claims = w.Nodes[1].Claims
	a := askFunding(t, w, FundingOptions{To: "network:none"})
	if len(a.Unfunded) != 1 || a.Unfunded[0].Paid || len(a.Warnings) != 0 || a.Unfunded[0].Sentence([]kg.Node{{Name: "S"}}) != "none is expressly unfunded, says S." {
		t.Errorf("%+v", a)
	}
	by := func(name, publisher string) kg.Node {
		return kg.Node{Name: name, Attrs: kg.Attrs{"publisher": publisher}}
	}
	several := []kg.Node{by("Page", "City of A"), by("Page", "City of A"), by("Other page", "City of A"), {Name: "Leaflet"}, by("Page", "B"), {Name: "Leaflet"}}
	if got := a.Unfunded[0].Sentence(several); got != "none is expressly unfunded, says City of A, Leaflet, B." {
		t.Error(got)
	}
	a = askFunding(t, w, FundingOptions{To: "network:silent"})
	if len(a.Unfunded) != 0 || !slices.Equal(a.Warnings, []string{"no payer of network:silent is recorded: that does not say that there is none"}) {
		t.Errorf("%+v", a)
	}
	a = askFunding(t, w, FundingOptions{To: "network:both"})
	if len(a.Unfunded) != 1 || !a.Unfunded[0].Paid || len(a.Warnings) != 2 {
		t.Errorf("%+v", a)
	}
	_, err := FundingOf(t.Context(), open(t, w.Batch), FundingOptions{K: 1, MaxLength: 1})
	refused(t, err, kg.CodeInvalid, "neither from nor to is given: name whose money is followed, or to whom")
	_, err = FundingOf(t.Context(), open(t, w.Batch), FundingOptions{From: "funder:z", K: 1, MaxLength: 1})
	refused(t, err, kg.CodeNotFound, `from: there is no "funder:z": search(text: …) finds ids`)
}

// TestFundingByWalkingEverywhere: in worlds of money that goes everywhere and round
// in circles, each relationship on a way is there once, and the chains are the first.
func TestFundingByWalkingEverywhere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := drawnWorld(rt, 25, kg.Funds)
		o := FundingOptions{Assumptions: drawnAssumptions(rt), K: rapid.IntRange(1, 30).Draw(rt, "k"), MaxLength: rapid.IntRange(1, 6).Draw(rt, "length")}
		node := func(label string) kg.ID { return rapid.SampledFrom(b.Nodes).Draw(rt, label).ID }
		ends := rapid.IntRange(1, 3).Draw(rt, "ends")
		if ends != 2 {
			o.From = node("from")
		}
		if ends != 1 {
			o.To = node("to")
		}
		if o.From == o.To {
			rt.Skip("no chain leads back")
		}
		got, err := FundingOf(t.Context(), open(t, b), o)
		if err != nil {
			rt.Fatal(err)
		}
		ways, chains := walkMoney(b.Edges, o)
		var listed []kg.ID
		for _, f := range got.Fundings {
			listed = append(listed, f.Edge.ID)
		}
		slices.Sort(listed)
		if !slices.Equal(listed, ways) {
			rt.Fatalf("on the way %v instead of %v", listed, ways)
		}
		if !slices.EqualFunc(chainsOf(got.Chains), chains, slices.Equal) {
			rt.Fatalf("chains %v instead of %v", chainsOf(got.Chains), chains)
		}
	})
}

// walkMoney walks along every edge that counts, also in circles, but never back to
// From or on from To. It returns the edges on a way, and the first chains.
func walkMoney(edges []kg.Edge, o FundingOptions) (ways []kg.ID, chains [][]kg.ID) {
	on := map[kg.ID]bool{}
	best := map[[2]kg.ID][]kg.ID{}
	var all [][]kg.ID
	first := func(from, to kg.ID) kg.ID { // of the edges between two
		var ids []kg.ID
		for _, e := range edges {
			if e.From == from && e.To == to && counts(o.Assumptions, e) {
				ids = append(ids, e.ID)
			}
		}
		return slices.Min(ids)
	}
	before := func(x, y []kg.ID) int { return cmp.Or(cmp.Compare(len(x), len(y)), slices.Compare(x, y)) }
	var walk func(been, taken []kg.ID)
	walk = func(been, taken []kg.ID) {
		start, here := been[0], been[len(been)-1]
		loopless := len(slices.Compact(slices.Sorted(slices.Values(been)))) == len(been)
		if len(taken) > 0 && (o.From == "" || start == o.From) && (o.To == "" || here == o.To) {
			var chain []kg.ID
			for i := range taken {
				on[taken[i]] = true
				chain = append(chain, first(been[i], been[i+1]))
			}
			if key := [2]kg.ID{start, here}; loopless {
				if old, ok := best[key]; !ok || before(chain, old) < 0 {
					best[key] = chain
				}
				all = append(all, chain)
			}
		}
		if len(taken) == o.MaxLength {
			return
		}
		for _, e := range edges {
			if e.From == here && e.To != here && counts(o.Assumptions, e) && e.To != o.From && e.From != o.To {
				walk(append(slices.Clone(been), e.To), append(slices.Clone(taken), e.ID))
			}
		}
	}
	starts := map[kg.ID]bool{o.From: true}
	if o.From == "" {
		for _, e := range edges {
			starts[e.From] = true
		}
	}
	for start := range starts {
		if start != "" && start != o.To {
			walk([]kg.ID{start}, nil)
		}
	}
	for id := range on {
		ways = append(ways, id)
	}
	slices.Sort(ways)
	if o.From == "" || o.To == "" {
		all = nil
		for _, chain := range best {
			all = append(all, chain)
		}
	}
	slices.SortFunc(all, before)
	all = slices.CompactFunc(all, slices.Equal)
	return ways, all[:min(len(all), o.K)]
}
