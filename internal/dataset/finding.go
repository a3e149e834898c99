package dataset

import (
	"cmp"
	"slices"

	"citygraph/internal/kg"
)

// Group is a class of findings.
type Group string

// The groups, in the order in which they are reported.
const (
	Unreadable     Group = "unreadable"
	BadText        Group = "bad-text"
	UnknownKind    Group = "unknown-kind"
	BadValue       Group = "bad-value"
	UnknownCode    Group = "unknown-code"
	OutOfRange     Group = "out-of-range"
	BadDate        Group = "bad-date"
	BadID          Group = "bad-id"
	IDClash        Group = "id-clash"
	Duplicate      Group = "duplicate"
	SharedName     Group = "shared-name"
	RepeatedName   Group = "repeated-name"
	Dangling       Group = "dangling"
	WrongEnds      Group = "wrong-ends"
	BadStint       Group = "bad-stint"
	NoSource       Group = "no-source"
	NoLocator      Group = "no-locator"
	BadBasis       Group = "bad-basis"
	EndBeforeStart Group = "end-before-beginning"
	OutOfBounds    Group = "sighting-out-of-bounds"
	UnknownField   Group = "unknown-field"
	Uncovered      Group = "uncovered-value"
	RosterCount    Group = "roster-count"
	RosterLacks    Group = "roster-lacks-member"
	RetiredInUse   Group = "retired-in-use"
	BadWording     Group = "bad-wording"

	// Of a dataset against an older edition.
	BadVersion  Group = "bad-version"
	NotRetired  Group = "not-retired"
	Reused      Group = "reused-id"
	LedgerGap   Group = "ledger-gap"
	Uncorrected Group = "uncorrected"
)

// groups lists every group with its title.
var groups = []struct {
	Group Group
	Title string
}{
	{Unreadable, "Files and rows that cannot be read"},
	{BadText, "Stray blanks and characters"},
	{UnknownKind, "Kinds that the vocabulary does not have"},
	{BadValue, "Values that do not fit their column"},
	{UnknownCode, "Unknown country, language and currency codes"},
	{OutOfRange, "Coordinates and numbers out of range"},
	{BadDate, "Bad dates"},
	{BadID, "Ids that are not the computed ones"},
	{IDClash, "Clashing ids"},
	{Duplicate, "Duplicate records"},
	{SharedName, "Nodes that share a name without being told apart"},
	{RepeatedName, "Names that repeat the canonical one"},
	{Dangling, "Ids of records that do not exist"},
	{WrongEnds, "Ends that the vocabulary does not allow"},
	{BadStint, "Stints"},
	{NoSource, "Missing and unknown sources"},
	{NoLocator, "Missing locators"},
	{BadBasis, "Bases that do not follow from the sources"},
	{EndBeforeStart, "Ends before beginnings"},
	{OutOfBounds, "Sightings outside the bounds of their edge"},
	{UnknownField, "Claims on fields that the kind does not have"},
	{Uncovered, "Values that their claims do not cover"},
	{RosterCount, "Rosters whose count their edges do not meet"},
	{RosterLacks, "Certain members that a complete roster does not have"},
	{RetiredInUse, "Retired ids"},
	{BadWording, "Wording, persons and offices"},
	{BadVersion, "Versions that do not rise with the content"},
	{NotRetired, "Ids that are gone and not retired"},
	{Reused, "Retired ids in use again"},
	{LedgerGap, "Retired ids and corrections that are gone"},
	{Uncorrected, "Stated facts that changed without a correction"},
}

// Groups lists every group in the order in which they are reported.
func Groups() []Group {
	all := make([]Group, len(groups))
	for i, g := range groups {
		all[i] = g.Group
	}
	return all
}

// Title names the group for people.
func (g Group) Title() string {
	for _, x := range groups {
		if x.Group == g {
			return x.Title
		}
	}
	return string(g)
}

func (g Group) rank() int {
	for i, x := range groups {
		if x.Group == g {
			return i
		}
	}
	return len(groups)
}

// Place is where in a dataset something stands. Line counts from 1 and is the
// line of the file on which the row begins; 0 where the whole file is meant.
// Column is empty where the whole row is meant.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column string `json:"column,omitempty"`
}

func (p Place) in(column string) Place {
	p.Column = column
	return p
}

// Finding is one thing that is wrong with a dataset.
type Finding struct {
	Group Group `json:"group"`
	Place
	Record  kg.ID  `json:"record,omitempty"` // "" where no record is concerned
	Message string `json:"message"`          // what is wrong
	Mend    string `json:"mend"`             // how to mend it
}

func compareFindings(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Group.rank(), b.Group.rank()),
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Message, b.Message),
	)
}

// maxFindings bounds what a hopeless input may cost; what is beyond is counted
// in one last finding.
const maxFindings = 10_000

// findings gathers what is wrong.
type findings struct {
	list []Finding
	more int
}

func (f *findings) add(x Finding) {
	if len(f.list) >= maxFindings {
		f.more++
		return
	}
	f.list = append(f.list, x)
}

func (f *findings) addProblem(at Place, id kg.ID, p problem) {
	f.add(Finding{Group: p.group, Place: at, Record: id, Message: p.message, Mend: p.mend})
}

func (f *findings) sorted() []Finding {
	slices.SortStableFunc(f.list, compareFindings)
	if f.more > 0 {
		return append(f.list, Finding{Group: Unreadable, Message: plural(f.more, "further finding", "further findings"), Mend: "mend these first, then lint again"})
	}
	return f.list
}
