package issues

import "citygraph/internal/kg"

// Sort says what kind of disagreement a contradiction is.
type Sort string

// The sorts of contradictions.
const (
	OfField   Sort = "field"   // sources give different values for one field
	OfFigure  Sort = "figure"  // reported numbers, or lengths of lists, exclude each other
	OfAbsence Sort = "absence" // a source says that there is none, and some are recorded
)

// Contradiction is one thing on which sources disagree. It has two sides or more,
// each of which another one excludes.
type Contradiction struct {
	Sort      Sort
	Record    kg.ID      // the node or edge that it is about
	Edge      *kg.Edge   // that edge, without its claims; nil where it is about a node
	Field     string     // a column, an inverse name such as funders, or what a figure measures
	Carried   string     // the value that the record itself carries; "" for figures and absences
	Certainty kg.Holding // Certain, or Possible where the numbers may be of different days
	Sides     []Side

	excludes func(a, b Side) kg.Holding // whether two sides exclude each other
}

// Side is one value with those who give it.
type Side struct {
	Value     string
	Qualifier string  // of a figure: one of kg.Qualifiers
	Date      kg.Date // of a figure
	Roster    bool    // the number is the length of a recorded list
	Sources   []kg.Citation
	Edges     []kg.ID // of an absence: what is recorded all the same, MaxEdges of it at most
	Count     int     // of an absence: how many are recorded

	bound string // beside sightings: "since" or "until", of which this is a claim
}

// MaxEdges is how many edges a side names.
const MaxEdges = 100

// Basis returns the basis of the side's sources.
func (s Side) Basis() kg.Basis { return kg.BasisOf(s.Sources) }

// Stated returns what is left of the contradiction where only stated values
// count; ok is false where nothing is.
func (c Contradiction) Stated() (left Contradiction, ok bool) {
	var stated []Side
	for _, s := range c.Sides {
		if s.Basis() == kg.Stated {
			stated = append(stated, s)
		}
	}
	c.Sides = stated
	return c.settled()
}

// settled keeps the sides that another one excludes and says how surely they do;
// ok is false where there are none.
func (c Contradiction) settled() (Contradiction, bool) {
	var kept []Side
	c.Certainty = kg.Possible
	for i, s := range c.Sides {
		excluded := kg.No
		for j, other := range c.Sides {
			if i == j {
				continue
			}
			if h := c.excludes(s, other); h == kg.Certain || h == kg.Possible && excluded == kg.No {
				excluded = h
			}
		}
		if excluded != kg.No {
			kept = append(kept, s)
		}
		if excluded == kg.Certain {
			c.Certainty = kg.Certain
		}
	}
	c.Sides = kept
	return c, len(kept) > 1
}
