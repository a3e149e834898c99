package dataset_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"citygraph/internal/dataset"
	"citygraph/internal/kg"
)

// What the five core documents say and do not say, as a reader of the documents
// wrote it down, against the frozen core. Nothing here comes from the program.

const (
	iash      = "network:international-alliance-of-safe-harbours"
	cities    = "network:solidarity-cities"
	groups    = "network:solidarity-city"
	palermo21 = "declaration:palermo-declaration"
	charter15 = "declaration:charter-of-palermo"
)

type documents struct {
	*testing.T
	nodes map[kg.ID]kg.Node
	edges []kg.Edge
}

func readCore(t *testing.T) documents {
	core, found, err := dataset.Open(t.Context(), coreFolder)
	if err != nil || len(found) > 0 {
		t.Fatalf("%v\n%s", err, dataset.Report(found))
	}
	d := documents{t, map[kg.ID]kg.Node{}, core.Edges}
	for _, n := range core.Nodes {
		d.nodes[n.ID] = n
	}
	return d
}

// into lists the names at the other end of the edges that lead to a node.
func (d documents) into(kind kg.EdgeKind, to kg.ID) []string {
	return d.names(func(e kg.Edge) (kg.ID, bool) { return e.From, e.Kind == kind && e.To == to })
}

// outOf lists the names at the other end of the edges that leave a node.
func (d documents) outOf(kind kg.EdgeKind, from kg.ID) []string {
	return d.names(func(e kg.Edge) (kg.ID, bool) { return e.To, e.Kind == kind && e.From == from })
}

// with lists the names at the other end of symmetric edges.
func (d documents) with(kind kg.EdgeKind, at kg.ID) []string {
	return d.names(func(e kg.Edge) (kg.ID, bool) { return e.Other(at), e.Kind == kind && (e.From == at || e.To == at) })
}

func (d documents) names(far func(kg.Edge) (kg.ID, bool)) []string {
	var names []string
	for _, e := range d.edges {
		if id, ok := far(e); ok {
			names = append(names, d.nodes[id].Name)
		}
	}
	slices.Sort(names)
	return names
}

func (d documents) is(what string, got []string, want ...string) {
	d.Helper()
	slices.Sort(want)
	if diff := gocmp.Diff(want, got); diff != "" {
		d.Errorf("%s (-documents +core):\n%s", what, diff)
	}
}

func (d documents) edge(kind kg.EdgeKind, from, to kg.ID) kg.Edge {
	d.Helper()
	i := slices.IndexFunc(d.edges, func(e kg.Edge) bool { return e.Kind == kind && e.From == from && e.To == to })
	if i < 0 {
		d.Fatalf("no %s from %s to %s", kind, from, to)
	}
	return d.edges[i]
}

func (d documents) attr(id kg.ID, name, want string) {
	d.Helper()
	n, ok := d.nodes[id]
	if !ok || n.Attrs[name] != want {
		d.Errorf("%s.%s is %q, the documents say %q", id, name, n.Attrs[name], want)
	}
}

func TestMembersInTheDocuments(t *testing.T) {
	d := readCore(t)
	d.is("the alliance's 36", d.into(kg.MemberOf, iash),
		"Amsterdam", "Athens", "Barcelona", "Bergamo", "Berlin", "Bonn", "Braunschweig", "Darmstadt", "Dinslaken", "Dormagen",
		"Dortmund", "Flensburg", "Göttingen", "Greifswald", "Gütersloh", "Heidelberg", "Jülich", "Kiel", "Lampedusa", "Leipzig",
		"Mannheim", "Marburg", "Marseille", "Munich", "Münster", "Northeim", "Palermo", "Potsdam", "Pozzallo", "Reggio Calabria",
		"Rottenburg", "Tirana", "Trier", "Utrecht", "Villeurbanne", "Würzburg")
	d.is("Solidarity Cities", d.into(kg.MemberOf, cities), "Athens", "Barcelona", "Berlin", "Naples", "Rotterdam", "Vienna")
	d.is("Solidarity City has no city as a member", d.into(kg.MemberOf, groups), "Alarm Phone")
	d.is("groups of Solidarity City", d.outOf(kg.ActiveIn, groups), "Berlin", "Bern", "Cologne", "Frankfurt am Main", "Zurich")
	d.is("From the Sea to the City", d.into(kg.MemberOf, "organization:from-the-sea-to-the-city"),
		"Alarm Phone", "Berlin Governance Platform", "Europe Must Act", "Sea-Watch", "Seebrücke")
}

func TestSpellingsInTheDocuments(t *testing.T) {
	d := readCore(t)
	for id, spelling := range map[kg.ID]string{
		"city:athens": "Athen", "city:gutersloh": "Gütersioh", "city:villeurbanne": "Villeurbenne", "city:munich": "München",
		"city:cologne": "Köln", "city:naples": "Neapel", "city:vienna": "Wien", "city:zurich": "Zürich", "city:hanover": "Hannover",
		iash: "International Alliance of Safe Harbors", "organization:sea-watch": "Sea Watch", "organization:alarm-phone": "Alarm-Phone",
	} {
		if !slices.ContainsFunc(d.nodes[id].Names, func(n kg.Name) bool { return n.Text == spelling }) {
			t.Errorf("%s does not keep the spelling %q", id, spelling)
		}
	}
}

func TestDatesInTheDocuments(t *testing.T) {
	d := readCore(t)
	d.attr(iash, "foundingDate", "2021")
	d.attr(cities, "foundingDate", "2016")
	d.attr(groups, "foundingDate", "2017")
	d.attr(palermo21, "adopted", "2021-06")
	d.attr(palermo21, "fileAsOf", "2021")
	d.attr(charter15, "published", "2015")
	d.attr("declaration:villeurbanne-declaration", "fileAsOf", "2023-11-15")
	d.attr("declaration:villeurbanne-declaration", "adopted", "")
	d.attr("declaration:villeurbanne-declaration", "published", "")
	d.attr("declaration:city-of-refuge-resolution", "adopted", "1985")
	d.attr("event:kommunen-als-sichere-hafen-erfahrungen-perspektiven", "date", "2025-11-18")
	d.attr("initiative:moving-cities", "started", "")
	d.attr("source:tageskonferenz-kommunen-als-sichere-hafen-erfahrungen-perspektiven", "published", "2025-11-20")

	for _, e := range d.edges {
		berlin := e.From == "city:berlin"
		if e.Kind == kg.MemberOf && e.To == iash && e.Since.Known() != berlin {
			t.Errorf("%s since %q: the documents date only Berlin's joining", e.ID, e.Since)
		}
	}
	berlin := d.edge(kg.MemberOf, "city:berlin", iash)
	for text, want := range map[string]kg.Holding{
		"2021-12-31": kg.No, "2022-06-30": kg.Possible, "2022-12-31": kg.Certain, "2024-08-31": kg.Certain, "2025-01-01": kg.Possible,
	} {
		if day, err := kg.ParseDay(text); err != nil || berlin.HoldsOn(day) != want {
			t.Errorf("Berlin on %s: %s, want %s (%v)", text, berlin.HoldsOn(day), want, err)
		}
	}
	named := []string{"Amsterdam", "Athens", "Barcelona", "Bergamo", "Berlin", "Flensburg", "Marseille", "Munich", "Palermo", "Utrecht", "Villeurbanne"}
	day, _ := kg.ParseDay("2024-08-31")
	var sure []string
	for _, e := range d.edges {
		if e.Kind == kg.MemberOf && e.To == iash && e.HoldsOn(day) == kg.Certain {
			sure = append(sure, d.nodes[e.From].Name)
		}
	}
	slices.Sort(sure)
	d.is("named for August 2024", sure, named...)
}

func TestDeedsInTheDocuments(t *testing.T) {
	d := readCore(t)
	d.is("signatories of the Palermo Declaration", d.into(kg.Signed, palermo21), "Berlin")
	if s := d.edge(kg.Signed, "city:berlin", palermo21); s.Since.String() != "2022" || s.Basis != kg.Implied {
		t.Errorf("Berlin signed: %q, %s", s.Since, s.Basis)
	}
	d.is("the two texts of Palermo", d.into(kg.Issued, charter15), "Palermo")
	d.is("nobody is said to have issued the Villeurbanne Declaration", d.into(kg.Issued, "declaration:villeurbanne-declaration"))
	d.is("nobody is said to have signed it", d.into(kg.Signed, "declaration:villeurbanne-declaration"))
	d.is("initiators", d.into(kg.Initiated, "initiative:moving-cities"), "Seebrücke", "tesserae")
	d.is("funders", d.into(kg.Funds, "initiative:moving-cities"),
		"Heinrich Böll Foundation", "Robert Bosch Foundation", "Rosa Luxemburg Foundation", "Stiftungsfonds Zivile Seenotrettung")
	for _, e := range d.edges {
		if e.Kind == kg.Funds && e.To == "initiative:moving-cities" && (e.Basis != kg.Implied || e.Attrs["amount"] != "") {
			t.Errorf("%s: the page says \"supported by\", and no amount", e.ID)
		}
	}
	d.is("nobody is named as a founder", d.names(func(e kg.Edge) (kg.ID, bool) { return e.To, e.Kind == kg.Founded }))
	d.is("talks of Berlin", d.with(kg.InTalksWith, "city:berlin"), "Barcelona", "Naples")
	d.is("talks of the campaign", d.with(kg.InTalksWith, groups), "Barcelona", "Naples", "Palermo")
	d.is("who works with the alliance", d.with(kg.CooperatesWith, iash), "From the Sea to the City")
	d.is("in the coordinating group", d.into(kg.Coordinates, iash), "Berlin", "From the Sea to the City")
}

func TestConferenceInTheDocuments(t *testing.T) {
	d := readCore(t)
	const conference = "event:kommunen-als-sichere-hafen-erfahrungen-perspektiven"
	d.is("organisers", d.into(kg.Organised, conference),
		"Seebrücke Frankfurt", "Hessischer Flüchtlingsrat", "Allianz für Refugees in Libya Offenbach", "kein mensch ist illegal Hanau")
	d.is("supporters", d.into(kg.Supports, conference), "Frankfurt am Main")
	if e := d.edge(kg.Supports, "city:frankfurt-am-main", conference); !strings.HasPrefix(e.Attrs["unit"], "Dezernat II") {
		t.Errorf("the supporting unit is %q", e.Attrs["unit"])
	}
	d.is("participants", d.into(kg.TookPartIn, conference), "Moving Cities", "Sea-Eye", "Wiesbaden")
	if e := d.edge(kg.TookPartIn, "initiative:moving-cities", conference); e.Basis != kg.Stated {
		t.Error("Moving Cities says that it took part")
	}
	d.is("rescue missions: five cities of more than twenty", d.into(kg.Supports, "initiative:civil-sea-rescue-missions"),
		"Bern", "Bochum", "Greifswald", "Konstanz", "Regensburg")
}

func TestOffersInTheDocuments(t *testing.T) {
	d := readCore(t)
	var by []string
	for _, e := range d.edges {
		if e.Kind == kg.Issued && d.nodes[e.To].Attrs["form"] == "offer" {
			by = append(by, d.nodes[e.From].Name)
		}
	}
	slices.Sort(by)
	d.is("cities that offered", by, "Berlin", "Hanover", "Kiel", "Messina", "Naples", "Osnabrück", "Palermo")
	d.is("who called on the Chancellor", d.into(kg.Issued, "declaration:appeal-of-bonn-dusseldorf-and-cologne-to-the-federal-chancellor"),
		"Bonn", "Cologne", "Düsseldorf")
}

func TestFiguresInTheDocuments(t *testing.T) {
	d := readCore(t)
	figures := func(id kg.ID) []string {
		var all []string
		for _, f := range d.nodes[id].Figures {
			all = append(all, f.Measure+" "+f.Qualifier+" "+f.Value+" "+f.Date.String())
		}
		slices.Sort(all)
		return all
	}
	d.is("the alliance", figures(iash), "members exact 36 ", "members exact 36 2024-08")
	if f := figures("initiative:sanctuary-movement"); len(f) != 1 || !strings.HasPrefix(f[0], "jurisdictions over 560") {
		t.Errorf("the Sanctuary movement: %q", f)
	}
	if f := figures("initiative:civil-sea-rescue-missions"); len(f) != 1 || !strings.HasPrefix(f[0], "cities over 20") {
		t.Errorf("supporting cities: %q", f)
	}
}

// People appear as holders of a public office only; staff, contacts and people
// of national politics do not.
func TestPeopleInTheDocuments(t *testing.T) {
	d := readCore(t)
	people := map[string]bool{}
	for _, e := range d.edges {
		if p := e.Attrs["person"]; p != "" {
			people[p] = true
		}
	}
	d.is("holders of an office", slices.SortedFunc(maps.Keys(people), cmp.Compare[string]), "Leoluca Orlando", "Milena Löbcke")
}

func TestWhatNoDocumentSays(t *testing.T) {
	d := readCore(t)
	d.attr("city:rottenburg", "latitude", "")
	d.attr("city:rottenburg", "geonamesId", "")
	for _, n := range d.nodes {
		if n.Kind != kg.City && n.Kind != kg.Source && n.Attrs["homepage"] != "" {
			t.Errorf("%s has a homepage that no document gives", n.ID)
		}
	}
	for _, e := range d.edges {
		if e.Until.Known() && e.Kind != kg.TookPartIn {
			t.Errorf("%s ends on %q: no document ends anything", e.ID, e.Until)
		}
	}
}
