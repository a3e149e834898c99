package kg

// The node kinds.
const (
	City         NodeKind = "CITY"
	Network      NodeKind = "NETWORK"
	Declaration  NodeKind = "DECLARATION"
	Organization NodeKind = "ORGANIZATION"
	Funder       NodeKind = "FUNDER"
	Initiative   NodeKind = "INITIATIVE"
	Event        NodeKind = "EVENT"
	Demand       NodeKind = "DEMAND"
	Source       NodeKind = "SOURCE"
)

var bodies = []NodeKind{City, Network, Organization, Funder, Initiative}

var description = Attr{Name: "description", Type: TypeText,
	Doc:     "What it is, in one or two sentences of our own.",
	Example: "A network of European cities for a humane asylum policy."}

var foundingDate = Attr{Name: "foundingDate", Type: TypeDate,
	Doc:     "When it was founded, as an EDTF date; empty where no source says.",
	Example: "2016"}

// NodeKinds is the vocabulary's table of node kinds, in the order in which
// listings and legends show them.
var NodeKinds = []NodeSpec{
	{
		Kind: City, Name: "City", Field: "city", Plural: "cities", Body: true,
		Color: "#0072B2", Shape: "circle",
		Doc: "A municipality, or a district, county or region that joins city networks; placeType says which. Groups from a city are not the city.",
		Attrs: []Attr{
			{Name: "placeType", Type: TypeEnum, Values: []string{"municipality", "district", "county", "region"},
				Doc: "What kind of place it is.", Example: "municipality"},
			{Name: "country", Type: TypeCountry, Doc: "Country in which the place lies, ISO 3166-1 alpha-2.", Example: "DE"},
			{Name: "latitude", Type: TypeNumber, Min: -90, Max: 90, Doc: "Latitude in degrees north, WGS 84.", Example: "52.52437"},
			{Name: "longitude", Type: TypeNumber, Min: -180, Max: 180, Doc: "Longitude in degrees east, WGS 84.", Example: "13.41053"},
			{Name: "population", Type: TypeInteger, Doc: "Inhabitants, as the cited data set gives them (undated).", Example: "3426354"},
			{Name: "geonamesId", Type: TypeInteger, Doc: "Identifier of the record in GeoNames.", Example: "2950159"},
			description,
		},
	},
	{
		Kind: Network, Name: "Network", Field: "network", Plural: "networks", Body: true, Roster: MemberOf,
		Dates: []string{"foundingDate"}, Color: "#D55E00", Shape: "rounded square",
		Doc: "A body whose members are bodies, where cities join it or a source calls it a city network.",
		Attrs: []Attr{
			foundingDate,
			{Name: "homepage", Type: TypeURL, Doc: "Address of its own site.", Example: "https://example.org"},
			description,
		},
	},
	{
		Kind: Declaration, Name: "Declaration", Field: "declaration", Plural: "declarations", Roster: Signed,
		Dates: []string{"adopted", "published"}, Color: "#009E73", Shape: "document",
		Doc: "A text by which bodies declare, demand, order, offer or report something; form says which.",
		Attrs: []Attr{
			{Name: "form", Type: TypeEnum, Values: []string{"declaration", "charter", "letter", "resolution", "order", "statement", "offer", "announcement", "report", "study", "guide"},
				Doc: "What kind of text it is.", Example: "declaration"},
			{Name: "adopted", Type: TypeDate, Doc: "When it was adopted or made, as an EDTF date.", Example: "2021-06"},
			{Name: "published", Type: TypeDate, Doc: "When it was published, as an EDTF date.", Example: "2015"},
			{Name: "fileAsOf", Type: TypeDate, Doc: "State of the file that a source offers, as an EDTF date: neither adoption nor publication.", Example: "2023-11-15"},
			description,
		},
	},
	{
		Kind: Organization, Name: "Organization", Field: "organization", Plural: "organizations", Body: true, Roster: MemberOf,
		Dates: []string{"foundingDate"}, Color: "#CC79A7", Shape: "diamond",
		Doc: "A civil-society group, alliance, church, research body, authority or international body.",
		Attrs: []Attr{
			{Name: "form", Type: TypeEnum, Values: []string{"civil_society", "alliance", "church", "research", "authority", "international_body", "other"},
				Doc: "What kind of body it is.", Example: "alliance"},
			foundingDate, description,
		},
	},
	{
		Kind: Funder, Name: "Funder", Field: "funder", Plural: "funders", Body: true,
		Dates: []string{"foundingDate"}, Color: "#E69F00", Shape: "hexagon",
		Doc: "A body whose recorded role is paying, such as a foundation or a public fund. Cities and organizations can fund too.",
		Attrs: []Attr{
			foundingDate, description,
		},
	},
	{
		Kind: Initiative, Name: "Initiative", Field: "initiative", Plural: "initiatives", Body: true, Roster: TookPartIn,
		Dates: []string{"started"}, Color: "#56B4E9", Shape: "triangle",
		Doc: "A project, platform, programme, campaign, service or movement.",
		Attrs: []Attr{
			{Name: "form", Type: TypeEnum, Values: []string{"project", "platform", "programme", "campaign", "service", "movement"},
				Doc: "What kind of initiative it is.", Example: "platform"},
			{Name: "status", Type: TypeEnum, Values: []string{"planned", "running", "ended"},
				Doc: "Its state as the sources show it.", Example: "running"},
			{Name: "started", Type: TypeDate, Doc: "When it began, as an EDTF date.", Example: "2021-10-21"},
			{Name: "ended", Type: TypeDate, Doc: "The last day on which it ran, as an EDTF date.", Example: "2023-12"},
			description,
		},
	},
	{
		Kind: Event, Name: "Event", Field: "event", Plural: "events", Roster: TookPartIn,
		Dates: []string{"date"}, Color: "#F0E442", Shape: "flag",
		Doc: "A conference, meeting, landing or other happening at which bodies met or acted.",
		Attrs: []Attr{
			{Name: "date", Type: TypeDate, Interval: true, Doc: "When it took place, as an EDTF date; `a/b` for one of several days.", Example: "2025-11-18"},
			description,
		},
	},
	{
		Kind: Demand, Name: "Demand", Field: "demand", Plural: "demands",
		Color: "#999999", Shape: "square",
		Doc:   "What bodies or declarations call for, as one demand or goal in our own words.",
		Attrs: []Attr{description},
	},
	{
		Kind: Source, Name: "Source", Field: "source", Plural: "sources",
		Dates: []string{"published"}, Color: "#666666", Shape: "page",
		Doc: "A page, document or data set that facts were read from.",
		Attrs: []Attr{
			{Name: "publisher", Type: TypeText, Doc: "Who published it, as far as it tells.", Example: "Moving Cities"},
			{Name: "url", Type: TypeURL, Doc: "Address, where known.", Example: "https://example.org/page"},
			{Name: "language", Type: TypeLanguage, Doc: "Language of the text, BCP 47.", Example: "de"},
			{Name: "published", Type: TypeDate, Doc: "When it was published, as an EDTF date.", Example: "2025-11-20"},
			{Name: "retrieved", Type: TypeDate, Doc: "When the text was fetched, as an EDTF date; empty where unknown.", Example: "2026-11-21"},
			{Name: "authors", Type: TypeText, Doc: "Named authors, separated by `; `.", Example: "Stefanie Kron"},
			{Name: "file", Type: TypeText, Doc: "Name of the stored text that line locators (`L31`) count in.", Example: "000_f501a3d0fd48de46.txt"},
			description,
		},
	},
}
