package issues

import (
	"slices"

	"citygraph/internal/kg"
)

// Sort says what kind of disagreement a contradiction is.
type Sort string

// The sorts of contradictions.
const (
	OfField   Sort = "field"   // sources give different values for one field
	OfFigure  Sort = "figure"  // reported numbers, or lengths of lists, exclude each other
	OfAbsence Sort = "absence" // a source says that there is none, and some are recorded
)

// Contradiction is one thing of which not all that is said can be right, by several
// sources or by one. It has two sides or more, each of which another one excludes.
type Contradiction struct {
	Sort      Sort
	Record    kg.ID      // the node or edge that it is about
	Edge      *kg.Edge   // that edge, without its claims; nil where it is about a node
	Field     string     // a column, an inverse name such as funders, or what a figure measures
	Carried   string     // the value that the record itself carries; "" for figures and absences
	Certainty kg.Holding // Certain, or Possible where the numbers may be of different days
	Sides     []Side

	excludes func(a, b Side) kg.Holding              // whether two sides exclude each other
	among    func([]Side) func(a, b Side) kg.Holding // the same, where it depends on the other sides too
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

	reportedBy []kg.ID // of a figure: the documents that report this number; how long a list is, nobody need report

	bound string // beside sightings: "since" or "until", of which this is a claim
}

// MaxEdges is how many edges a side names.
const MaxEdges = 100

// Basis returns the basis of the side's sources.
func (s Side) Basis() kg.Basis { return kg.BasisOf(s.Sources) }

// stated is what is left of the sides where only stated values count.
func (c Contradiction) stated() Contradiction {
	c.Sides = slices.DeleteFunc(slices.Clone(c.Sides), func(s Side) bool { return s.Basis() != kg.Stated })
	return c
}

// settled divides the sides into those that exclude each other, directly or over
// others in between: each such part is a contradiction of its own, as sure as its
// surest exclusion. Sides that no other excludes are in none.
func (c Contradiction) settled() (parts []Contradiction) {
	excludes := c.excludes
	if c.among != nil {
		excludes = c.among(c.Sides)
	}
	part := make([]int, len(c.Sides)) // 0: not met yet
	for i := range c.Sides {
		if part[i] > 0 {
			continue
		}
		p := c
		p.Sides, p.Certainty = nil, kg.Possible
		part[i] = i + 1
		for open := []int{i}; len(open) > 0; open = open[1:] {
			for j := range c.Sides {
				switch h := excludes(c.Sides[open[0]], c.Sides[j]); {
				case j == open[0] || h == kg.No:
					continue
				case h == kg.Certain:
					p.Certainty = kg.Certain
				}
				if part[j] == 0 {
					part[j] = i + 1
					open = append(open, j)
				}
			}
		}
		for j, s := range c.Sides {
			if part[j] == i+1 {
				p.Sides = append(p.Sides, s)
			}
		}
		if len(p.Sides) > 1 {
			parts = append(parts, p)
		}
	}
	return parts
}

// OneDocument reports whether every side rests on the same documents as the others:
// then no source disagrees with another, but each with itself.
func (c Contradiction) OneDocument() bool {
	var first []kg.ID
	for i, s := range c.Sides {
		var documents []kg.ID
		for _, by := range s.Sources {
			documents = append(documents, by.Source)
		}
		slices.Sort(documents)
		documents = slices.Compact(documents)
		if i == 0 {
			first = documents
		}
		if !slices.Equal(documents, first) {
			return false
		}
	}
	return true
}
