package kg

// Roles are the values of TOOK_PART_IN's `role`.
var Roles = []string{"participant", "partner", "associate", "declared", "sponsor", "awarded", "assessed", "motion_of_support"}

// RosterRoles are the roles that count as an Event's or Initiative's roster
// unless a caller says otherwise.
var RosterRoles = []string{"participant", "partner", "declared"}

// Qualifiers say how a reported number is meant.
var Qualifiers = []string{"exact", "at_least", "over", "up_to", "about"}

// Measures are what figures count; each is a number of things, without unit.
var Measures = []string{"members", "participants", "signatories", "supporters", "cities", "countries", "jurisdictions", "organizations", "people"}

// NameKinds are the kinds of a name beside the canonical one.
var NameKinds = []string{"official", "alias", "former", "spelling", "misspelling"}

// RosterStatuses say how much of a group's roster is recorded.
var RosterStatuses = []string{"complete", "partial", "unknown"}

// ClaimWords are the claim-only values of a claim's `field`, beside the columns
// of the record's kind and the inverse names of edge kinds.
var ClaimWords = []ClaimWord{
	{"targetGroups", "Whom it wants to reach."},
	{"unnamedParties", "Parties that the source mentions without naming them."},
	{"derivation", "From what a date or an identity was inferred."},
	{"note", "What the source says beyond the vocabulary, in our own words."},
}

// ClaimWord is a claim-only field with what it says.
type ClaimWord struct{ Name, Doc string }

// Scopes that a roster may have beside a country code or the id of a region.
const (
	ScopeAll      = "all"
	ScopeFounders = "founders"
)
