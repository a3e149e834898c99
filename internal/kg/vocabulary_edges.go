package kg

// The edge kinds.
const (
	MemberOf       EdgeKind = "MEMBER_OF"
	TookPartIn     EdgeKind = "TOOK_PART_IN"
	Signed         EdgeKind = "SIGNED"
	Issued         EdgeKind = "ISSUED"
	Founded        EdgeKind = "FOUNDED"
	Initiated      EdgeKind = "INITIATED"
	Runs           EdgeKind = "RUNS"
	Coordinates    EdgeKind = "COORDINATES"
	Hosts          EdgeKind = "HOSTS"
	Funds          EdgeKind = "FUNDS"
	Supports       EdgeKind = "SUPPORTS"
	CooperatesWith EdgeKind = "COOPERATES_WITH"
	InTalksWith    EdgeKind = "IN_TALKS_WITH"
	Organised      EdgeKind = "ORGANISED"
	CallsFor       EdgeKind = "CALLS_FOR"
	AddressedTo    EdgeKind = "ADDRESSED_TO"
	RefersTo       EdgeKind = "REFERS_TO"
	Replaces       EdgeKind = "REPLACES"
	Reaffirms      EdgeKind = "REAFFIRMS"
	PartOf         EdgeKind = "PART_OF"
	ActiveIn       EdgeKind = "ACTIVE_IN"
	LocatedIn      EdgeKind = "LOCATED_IN"
)

// CommonEdgeAttrs may stand on an edge of every kind.
var CommonEdgeAttrs = []Attr{
	{Name: "office", Type: TypeText, Doc: "Public office by whose holder the deed was done.", Example: "mayor"},
	{Name: "person", Type: TypeText, Doc: "Holder of that office, where the source names one.", Example: "Leoluca Orlando"},
	{Name: "unit", Type: TypeText, Doc: "Part of the body that acts, such as a department.", Example: "Dezernat II"},
	{Name: "wording", Type: TypeText, Doc: "How the source names the other end or the relation, six words at most.", Example: "supported by"},
}

// Every kind of node that may stand at an end of PART_OF, REPLACES, REAFFIRMS.
var parts = []NodeKind{City, Network, Declaration, Organization, Funder, Initiative, Event}

var projects = []NodeKind{Network, Organization, Initiative, Event}

var supported = []NodeKind{City, Network, Organization, Funder, Initiative, Event, Declaration}

// EdgeKinds is the vocabulary's table of edge kinds.
var EdgeKinds = []EdgeSpec{
	{Kind: MemberOf, Form: State, From: bodies, To: []NodeKind{Network, Organization}, Stints: true,
		Forward: "memberOf", Inverse: "members", Says: "is a member of", SaysBack: "has the member",
		Attrs: []Attr{{Name: "through", Type: TypeID, Doc: "The record by which it joined, such as a declaration.", Example: "declaration:palermo-declaration"}},
		Doc:   "A body belongs to a network or an alliance. A second stint stands only where a source says that it left and came back."},
	{Kind: TookPartIn, Form: State, From: bodies, To: []NodeKind{Event, Initiative},
		Forward: "tookPartIn", Inverse: "participants", Says: "took part in", SaysBack: "had the participant",
		Attrs: []Attr{{Name: "role", Type: TypeEnum, Values: Roles, Doc: "In what role it took part.", Example: "participant"}},
		Doc:   "A body took part in an event or initiative; never a membership."},
	{Kind: Signed, Form: Deed, From: bodies, To: []NodeKind{Declaration},
		Forward: "declarations", Inverse: "signatories", Says: "signed", SaysBack: "was signed by",
		Attrs: []Attr{{Name: "onBehalfOf", Type: TypeID, Doc: "The body for which it signed.", Example: "network:anvita"}},
		Doc:   "A body signed a declaration."},
	{Kind: Issued, Form: Deed, From: append([]NodeKind{Event}, bodies...), To: []NodeKind{Declaration},
		Forward: "issued", Inverse: "issuers", Says: "issued", SaysBack: "was issued by",
		Doc: "A body or an event issued a declaration, statement or offer."},
	{Kind: Founded, Form: Deed, From: bodies, To: append([]NodeKind{Declaration}, projects...),
		Forward: "founded", Inverse: "founders", Says: "is a founder of", SaysBack: "has the founder",
		Doc: "A body founded another. A founding member has this edge beside its MEMBER_OF."},
	{Kind: Initiated, Form: Deed, From: bodies, To: append([]NodeKind{Declaration}, projects...),
		Forward: "initiated", Inverse: "initiators", Says: "is an initiator of", SaysBack: "has the initiator",
		Doc: "A body set something going, as the source says."},
	{Kind: Runs, Form: State, From: bodies, To: projects,
		Forward: "runs", Inverse: "operators", Says: "runs", SaysBack: "is run by",
		Doc: "A body runs a project, service, network or event."},
	{Kind: Coordinates, Form: State, From: bodies, To: projects, Stints: true,
		Forward: "coordinates", Inverse: "coordinators", Says: "coordinates", SaysBack: "is coordinated by",
		Attrs: []Attr{{Name: "section", Type: TypeText, Doc: "The section that it coordinates, where not the whole.", Example: "Lower Saxony"}},
		Doc:   "A body coordinates a network, or a section of it, or takes part in its coordinating group."},
	{Kind: Hosts, Form: State, From: bodies, To: projects, Stints: true,
		Forward: "hosts", Inverse: "hostedBy", Says: "hosts", SaysBack: "is hosted by",
		Doc: "A body hosts the office of a network or a meeting."},
	{Kind: Funds, Form: State, From: bodies, To: supported, Stints: true,
		Forward: "funds", Inverse: "funders", Says: "funds", SaysBack: "is funded by",
		Attrs: []Attr{
			{Name: "amount", Type: TypeNumber, Doc: "Amount in units of `currency`.", Example: "50000"},
			{Name: "currency", Type: TypeCurrency, Doc: "Currency, ISO 4217.", Example: "EUR"},
			{Name: "amountQualifier", Type: TypeEnum, Values: Qualifiers, Doc: "How the amount is meant.", Example: "up_to"},
			{Name: "amountPer", Type: TypeEnum, Values: []string{"total", "year"}, Doc: "What the amount covers.", Example: "year"},
			{Name: "moneyFrom", Type: TypeEnum, Values: []string{"budget", "donations"}, Doc: "Where the money comes from.", Example: "budget"},
		},
		Doc: "A body pays for another. Where a foundation or public fund is said to support, the edge is implied and wording keeps the source's verb."},
	{Kind: Supports, Form: State, From: bodies, To: supported, Stints: true,
		Forward: "supports", Inverse: "supporters", Says: "supports", SaysBack: "is supported by",
		Doc: "A body supports another without a source saying that it pays."},
	{Kind: CooperatesWith, Form: State, From: bodies, To: bodies, Symmetric: true,
		Forward: "cooperatesWith", Inverse: "cooperatesWith", Says: "cooperates with", SaysBack: "cooperates with",
		Doc: "Two bodies work together."},
	{Kind: InTalksWith, Form: State, From: bodies, To: bodies, Symmetric: true,
		Forward: "inTalksWith", Inverse: "inTalksWith", Says: "is in talks with", SaysBack: "is in talks with",
		Doc: "Two bodies are in talks; no result is implied."},
	{Kind: Organised, Form: Deed, From: bodies, To: []NodeKind{Event, Declaration},
		Forward: "organised", Inverse: "organisers", Says: "organised", SaysBack: "was organised by",
		Doc: "A body organised an event, or the making of a declaration."},
	{Kind: CallsFor, Form: State, From: append([]NodeKind{Declaration}, bodies...), To: []NodeKind{Demand},
		Forward: "callsFor", Inverse: "calledForBy", Says: "calls for", SaysBack: "is called for by",
		Attrs: []Attr{{Name: "stance", Type: TypeEnum, Values: []string{"demand", "goal"}, Doc: "Whether it is demanded of others or a goal of one's own.", Example: "demand"}},
		Doc:   "A body or declaration calls for something."},
	{Kind: AddressedTo, Form: Deed, From: []NodeKind{Declaration, Demand}, To: []NodeKind{Organization},
		Forward: "addressedTo", Inverse: "addressedBy", Says: "is addressed to", SaysBack: "is addressed by",
		Doc: "A declaration or demand is addressed to a body."},
	{Kind: RefersTo, Form: State, From: append([]NodeKind{Declaration}, bodies...), To: []NodeKind{Declaration, Network, Initiative},
		Forward: "refersTo", Inverse: "referredToBy", Says: "refers to", SaysBack: "is referred to by",
		Doc: "A body or declaration refers to a text, network or movement as a point of reference."},
	{Kind: Replaces, Form: Deed, From: parts, To: parts, SameKind: true,
		Forward: "replaces", Inverse: "replacedBy", Says: "replaces", SaysBack: "was replaced by",
		Doc: "One takes the place of another of its kind."},
	{Kind: Reaffirms, Form: Deed, From: parts, To: parts, SameKind: true,
		Forward: "reaffirms", Inverse: "reaffirmedBy", Says: "reaffirms", SaysBack: "was reaffirmed by",
		Doc: "One renews another of its kind."},
	{Kind: PartOf, Form: State, From: parts, To: parts, SameKind: true,
		Forward: "partOf", Inverse: "parts", Says: "is part of", SaysBack: "has the part",
		Doc: "A district, chapter, workshop or version is part of another of its kind."},
	{Kind: ActiveIn, Form: State, From: []NodeKind{Network, Organization, Initiative}, To: []NodeKind{City},
		Forward: "activeIn", Inverse: "activeHere", Says: "is active in", SaysBack: "has active groups of",
		Doc: "Groups in the place take part; the municipality does not."},
	{Kind: LocatedIn, Form: State, From: []NodeKind{Organization, Funder, Network, Event}, To: []NodeKind{City},
		Forward: "locatedIn", Inverse: "locatedHere", Says: "is located in", SaysBack: "is the seat of",
		Doc: "A body has its seat, or an event takes place, in the city."},
}
