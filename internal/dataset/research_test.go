package dataset_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
	"citygraph/seed"
)

// What the research tables say, worked out by reading them: never from the
// dataset, and never by program.

// contradiction is one of those that the tables' README names: sources differ on
// the values of a field, or report different numbers.
type contradiction struct {
	What    string
	Record  kg.ID
	Field   string // of claims; or
	Measure string // of figures, whose values are "QUALIFIER VALUE DATE"
	Carried string // what stands in the record's own row
	Values  map[string][]string
}

// Each contradiction can be found: every value stands with its sources, and the
// row carries none of them as if it were settled.
func TestContradictions(t *testing.T) {
	world := recordsOfSeed(t)
	var cases []contradiction
	readJSON(t, "testdata/research/contradictions.json", &cases)
	pages := pagesOfResearch(t)
	for _, c := range cases {
		t.Run(c.What, func(t *testing.T) {
			r, ok := world[c.Record]
			if !ok {
				t.Fatal("no record", c.Record)
			}
			said := saidOf(r, c)
			for value, sources := range c.Values {
				by, ok := said[value]
				if !ok {
					t.Errorf("%s: nobody says %q; said is %q", c.Record, value, keys(said))
				}
				for _, s := range sources {
					if !slices.Contains(by, pages[s]) {
						t.Errorf("%s: %q is not of %s (%s), only of %q", c.Record, value, s, pages[s], by)
					}
				}
			}
			if have := carriedBy(r, c.Field); c.Carried != "" && have != c.Carried {
				t.Errorf("%s: %s is %s instead of %s", c.Record, c.Field, have, c.Carried)
			}
		})
	}
}

// saidOf returns the claimed values of the field, or the figures of the measure,
// with their sources.
func saidOf(r kg.Record, c contradiction) map[string][]kg.ID {
	said := map[string][]kg.ID{}
	add := func(value string, cs []kg.Citation) {
		for _, x := range cs {
			said[value] = append(said[value], x.Source)
		}
	}
	claims := []kg.Claim{}
	switch r := r.(type) {
	case kg.Node:
		claims = r.Claims
		for _, f := range r.Figures {
			if f.Measure == c.Measure {
				add(strings.TrimSpace(f.Qualifier+" "+f.Value+" "+f.Date.String()), f.Sources)
			}
		}
	case kg.Edge:
		claims = r.Claims
	}
	for _, x := range claims {
		if x.Field == c.Field {
			add(x.Value, x.Sources)
		}
	}
	return said
}

func carriedBy(r kg.Record, field string) string {
	switch r := r.(type) {
	case kg.Node:
		return r.Attrs[field]
	case kg.Edge:
		switch field {
		case "since":
			return r.Since.String()
		case "seen":
			return texts(r.Seen)
		}
	}
	return ""
}

// Facts of single rows, from every table of signatures, relations and figures.
func TestFactsOfResearch(t *testing.T) {
	world := recordsOfSeed(t)
	for _, c := range []struct {
		edge                      kg.ID
		since, until, seen, attrs string
		basis                     kg.Basis
	}{
		// signatures.tsv
		{"signed:bonn--palermo-declaration", "2021-06-25", "", "2021-06-25", "", kg.Stated},
		{"signed:dinslaken--palermo-declaration", "[2021-06-29..2021-07]", "", "", "", kg.Stated},
		{"signed:utrecht--palermo-declaration", "[2023-09..2024-08]", "", "", "", kg.Implied},
		{"signed:munster--potsdam-declaration-2019", "2019-10-09", "", "", "", kg.Stated},
		{"signed:lower-saxony--joint-statement-on-unaccompanied-minors", "2020-03", "", "2020-03", "office=interior minister person=Pistorius", kg.Stated},
		{"signed:berlin--ten-point-plan-of-action", "2006", "", "", "", kg.Stated},
		{"signed:zagreb--integrating-cities-charter", "2022-11-16", "", "", "", kg.Stated},
		// relations.tsv
		{"funds:konstanz--sea-eye", "2019", "2019", "", "amount=5000 amountPer=total amountQualifier=exact currency=EUR", kg.Stated},
		{"funds:konstanz--sea-eye--2", "2020", "2026", "", "", kg.Stated},
		{"funds:potsdam--sea-eye", "2021-06-24", "2023", "", "amount=10000 amountPer=year amountQualifier=exact currency=EUR", kg.Stated},
		{"funds:regensburg--sea-eye", "2025-11-20", "", "", "amount=30000 amountQualifier=up_to currency=EUR", kg.Stated},
		{"funds:europe-for-citizens--rainbow-cities-network", "2021", "", "", "amount=140000 amountQualifier=over currency=EUR", kg.Stated},
		{"funds:schopflin-foundation--seebrucke", "", "", "2021-07", "wording=our funding partners", kg.Implied},
		{"hosts:nuremberg--european-coalition-of-cities-against-racism", "", "[2013-01-24..2014-10-17]", "2013-01-24", "", kg.Stated},
		{"hosts:potsdam--european-coalition-of-cities-against-racism", "[2013-01..2014-10]", "[2014-10..2020]", "2014-10", "", kg.Stated},
		{"coordinates:potsdam--stadte-sicherer-hafen", "2019-10~", "", "", "", kg.Stated},
		{"coordinates:braunschweig--stadte-sicherer-hafen", "2020-08", "", "", "section=Lower Saxony wording=die niedersächsischen Bündnisstädte koordinieren", kg.Stated},
		{"replaces:international-cities-of-refuge-network--international-network-of-cities-of-asylum", "2006", "", "", "", kg.Stated},
		{"reaffirms:villeurbanne-declaration--palermo-declaration", "2023-11", "", "", "", kg.Stated},
		{"took-part-in:berlin-governance-platform--cities4refugees", "2022-12-01", "2024-11-30", "", "role=partner", kg.Stated},
		{"took-part-in:liege--cities4refugees-lobbying-event", "2023-10", "2023-10", "", "role=participant", kg.Stated},
		{"member-of:w2eu-info--from-the-sea-to-the-city", "", "", "2021-06; 2023-09", "", kg.Stated},
		{"member-of:european-coalition-of-cities-against-racism--international-coalition-of-inclusive-and-sustainable-cities", "", "", "", "", kg.Stated},
		{"issued:5th-mayoral-forum-on-human-mobility-migration-and-development--marrakech-mayors-declaration", "2018-12-08", "", "", "", kg.Stated},
	} {
		e, ok := world[c.edge].(kg.Edge)
		if !ok {
			t.Errorf("no edge %s", c.edge)
			continue
		}
		have := [5]string{e.Since.String(), e.Until.String(), texts(e.Seen), attrsText(e.Attrs), string(e.Basis)}
		if want := [5]string{c.since, c.until, c.seen, c.attrs, string(c.basis)}; have != want {
			t.Errorf("%s is %q instead of %q", c.edge, have, want)
		}
	}
	if _, ok := world["founded:sheffield--city-of-sanctuary-uk"]; ok {
		t.Error("a city founded what only began in it")
	}
}

// Who signed what, as signatures.tsv lists them.
func TestSignatoriesOfResearch(t *testing.T) {
	world := recordsOfSeed(t)
	for declaration, want := range map[kg.ID]string{
		"declaration:public-statement-from-european-cities-on-vulnerable-children-in-the-refugee-situation-in-greece": "Amersfoort Amsterdam Arnhem Barcelona Bruges Ghent Groningen Leipzig Nuremberg Tilburg Utrecht",
		"declaration:joint-statement-on-unaccompanied-minors":                                                         "Cologne Düsseldorf Frankfurt_(Oder) Freiburg_im_Breisgau Hanover Lower_Saxony Potsdam Rottenburg",
		"declaration:letter-of-ten-mayors-on-moria":                                                                   "Bielefeld Cologne Düsseldorf Krefeld Potsdam",
		"declaration:marrakech-mayors-declaration":                                                                    "Bamako Chicago Dakar Düsseldorf Libreville Madrid Montreal Ouagadougou Paris Rabat Strasbourg Thiès",
		"declaration:joint-proclamation-of-palermo-and-potsdam":                                                       "Palermo Potsdam",
		"declaration:potsdam-declaration-2021":                                                                        "Altenberge Bad_Honnef",
		"declaration:villeurbanne-declaration":                                                                        "Association_nationale_des_villes_et_territoires_accueillants", //nolint:misspell // French
	} {
		var names []string
		for _, e := range signed(world, declaration) {
			names = append(names, strings.ReplaceAll(world[e.From].(kg.Node).Name, " ", "_"))
		}
		slices.Sort(names)
		if have := strings.Join(names, " "); have != want {
			t.Errorf("%s is signed by %s instead of %s", declaration, have, want)
		}
	}
}

// The Palermo Declaration: the table names 15 of 36 signatories by a page and has
// the other 21 by their membership. A press release of Greifswald names the 33 of
// June 2021, so that 34 are stated, with Dinslaken; Berlin's signature is a
// reading of its page, and Utrecht's alone follows from its membership.
func TestSignaturesOfPalermo(t *testing.T) {
	world := recordsOfSeed(t)
	listed := strings.Fields("greifswald palermo potsdam amsterdam athens barcelona marseille villeurbanne trier kiel munich heidelberg gutersloh " +
		"bergamo lampedusa pozzallo reggio-calabria rottenburg flensburg gottingen braunschweig mannheim leipzig northeim dormagen munster julich bonn " +
		"marburg dortmund darmstadt wurzburg tirana")
	var first, later []string
	for _, e := range signed(world, "declaration:palermo-declaration") {
		name := e.From.Slug()
		if texts(e.Seen) == "2021-06-25" && e.Basis == kg.Stated && len(e.ImpliedBy) == 0 {
			first = append(first, name)
			continue
		}
		later = append(later, fmt.Sprintln(name, e.Since, e.Basis, e.ImpliedBy))
	}
	slices.Sort(listed)
	slices.Sort(first)
	if !slices.Equal(listed, first) {
		t.Errorf("first signatories are %q instead of %q", first, listed)
	}
	slices.Sort(later)
	want := "berlin 2022 implied []\ndinslaken [2021-06-29..2021-07] stated []\n" +
		"utrecht [2023-09..2024-08] implied [member-of:utrecht--international-alliance-of-safe-harbours]\n"
	if have := strings.Join(later, ""); have != want {
		t.Errorf("the others are\n%sinstead of\n%s", have, want)
	}
	if e := world["signed:greifswald--palermo-declaration"].(kg.Edge); e.Since.String() != "[..2021-06-25]" {
		t.Errorf("Greifswald signed before the conference or at it, not %s", e.Since)
	}
}

func signed(world map[kg.ID]kg.Record, declaration kg.ID) []kg.Edge {
	var out []kg.Edge
	for _, r := range world {
		if e, ok := r.(kg.Edge); ok && e.Kind == kg.Signed && e.To == declaration {
			out = append(out, e)
		}
	}
	return out
}

func recordsOfSeed(t *testing.T) map[kg.ID]kg.Record {
	t.Helper()
	d, found, err := dataset.Load(t.Context(), seed.FS)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	world := map[kg.ID]kg.Record{}
	for r := range d.Records() {
		switch r.(type) {
		case kg.Node, kg.Edge:
			world[r.RecordID()] = r
		}
	}
	return world
}

// pagesOfResearch maps a page's id in the research tables to that of its Source.
func pagesOfResearch(t *testing.T) map[string]kg.ID {
	t.Helper()
	text, err := os.ReadFile("../../seed/tools/research/sources.tsv")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]kg.ID{}
	for line := range strings.Lines(string(text)) {
		if id, source, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			pages[id] = kg.ID(source)
		}
	}
	return pages
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

func texts(dates []kg.Date) string {
	var out []string
	for _, d := range dates {
		out = append(out, d.String())
	}
	return strings.Join(out, "; ")
}

func attrsText(attrs kg.Attrs) string {
	var out []string
	for k, v := range attrs {
		out = append(out, k+"="+v)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func keys(m map[string][]kg.ID) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
