package ask

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// Assumptions say which edges and actors a question counts. The zero
// Assumptions are the defaults: everything ever recorded, stated or implied, the
// roster that a group's kind has, in the roles that make a roster, municipalities.
type Assumptions struct {
	AsOf       *kg.Day     // nil: ever, that is every recorded edge, ended and planned ones too
	Certainty  kg.Holding  // Certain or Possible; "" is Certain with AsOf, and must be "" without
	Stated     bool        // leave out edges that are only implied
	RosterKind kg.EdgeKind // edges that make somebody a member; "": each group's own kind
	Roles      []string    // TOOK_PART_IN in these roles; empty: kg.RosterRoles, and where the role is unknown
	PlaceTypes []string    // cities of these types are actors; empty: municipalities

	// ActorKinds are the kinds of actors, for questions about the whole graph;
	// empty: cities, which are all that other questions count.
	ActorKinds []kg.NodeKind

	subject string // what a question is about that counts no actors, in words; see about
}

// checked returns the assumptions with their defaults filled in.
func (a Assumptions) checked() (Assumptions, error) {
	switch {
	case a.Certainty != "" && a.AsOf == nil:
		return a, kg.Errorf(kg.CodeInvalid, "certainty is given without asOf").
			WithMend("say for which day (asOf: \"2024-08-31\"), or leave certainty out")
	case a.Certainty != "" && a.Certainty != kg.Certain && a.Certainty != kg.Possible:
		return a, kg.Errorf(kg.CodeInvalid, "certainty: %q is none", a.Certainty).WithMend("use CERTAIN or POSSIBLE")
	}
	if a.AsOf != nil && a.Certainty == "" {
		a.Certainty = kg.Certain
	}
	if a.RosterKind != "" {
		if _, ok := a.RosterKind.Spec(); !ok {
			return a, kg.Errorf(kg.CodeInvalid, "rosterKind: %q is not an edge kind", a.RosterKind).WithMend("use a kind of the vocabulary, such as MEMBER_OF")
		}
	}
	if len(a.Roles) == 0 {
		a.Roles = append(slices.Clone(kg.RosterRoles), "")
	}
	if len(a.PlaceTypes) == 0 && a.subject == "" {
		a.PlaceTypes = []string{municipality}
	}
	if len(a.ActorKinds) == 0 && a.subject == "" {
		a.ActorKinds = []kg.NodeKind{kg.City}
	}
	return a, nil
}

const municipality = "municipality"

// about returns the assumptions of a question that is about whatever has a place in
// the graph, not about actors: every role counts unless some are asked for.
func (a Assumptions) about(subject string) Assumptions {
	a.subject = subject
	if len(a.Roles) == 0 {
		a.Roles = append(slices.Clone(kg.Roles), "")
	}
	return a
}

// Standing is how surely somebody belongs to a group under the assumptions.
type Standing int8

// The standings. Without a day everything that is recorded is sure.
const (
	Out   Standing = iota
	Maybe          // POSSIBLE on the day
	In             // CERTAIN on the day
)

// standing weighs one edge by its dates.
func (a Assumptions) standing(e *kg.Edge) Standing {
	if a.AsOf == nil {
		return In // before its dates are read for nothing
	}
	return a.standingOf(e.Window())
}

// standingOf weighs an edge that can hold in this window.
func (a Assumptions) standingOf(w kg.Window) Standing {
	if a.AsOf == nil {
		return In
	}
	switch w.HoldsOn(*a.AsOf) {
	case kg.Certain:
		return In
	case kg.Possible:
		return Maybe
	}
	return Out
}

// weigh says how surely an edge holds, and why it does not count: one of the counts
// of out, nil where it counts.
func (a Assumptions) weigh(e *kg.Edge, out *Excluded) (Standing, *int) {
	s := a.standing(e)
	return s, a.leftOut(e, s, out)
}

// leftOut is weigh for an edge whose standing is known.
func (a Assumptions) leftOut(e *kg.Edge, s Standing, out *Excluded) *int {
	return a.reason(s, e.Basis == kg.Implied, e.Kind, e.Attrs["role"], out)
}

// reason returns the count of the first reason for which an edge with these traits
// does not count; nil where there is none.
func (a Assumptions) reason(s Standing, implied bool, kind kg.EdgeKind, role string, out *Excluded) *int {
	switch {
	case s == Out:
		return &out.NotOnDate
	case a.Stated && implied:
		return &out.Implied
	case kind == kg.TookPartIn && !slices.Contains(a.Roles, role):
		return &out.OtherRoles
	case !a.keeps(s):
		return &out.Possible
	}
	return nil
}

// keeps reports whether a standing passes the certainty that is asked for.
func (a Assumptions) keeps(s Standing) bool {
	return s == In || s == Maybe && a.Certainty == kg.Possible
}

// isActor reports whether a node may be an actor: a City of a place type that is
// asked for.
func (a Assumptions) isActor(n kg.Node) bool {
	return n.Kind == kg.City && slices.Contains(a.PlaceTypes, n.Attrs["placeType"])
}

// When says in words which edges count by their dates and evidence: "certain on
// 2024-08-31, as sources state it".
func (a Assumptions) When() string {
	var when string
	switch {
	case a.AsOf == nil:
		when = "ever recorded"
	case a.Certainty == kg.Possible:
		when = fmt.Sprintf("certain or possible on %s", a.AsOf)
	default:
		when = fmt.Sprintf("certain on %s", a.AsOf)
	}
	if a.Stated {
		return when + ", as sources state it"
	}
	return when + ", stated or implied"
}

// Places says in words which nodes are actors: "municipalities and districts",
// "municipalities and organizations"; or what the question is about instead.
func (a Assumptions) Places() string {
	if a.subject != "" {
		return a.subject
	}
	var many []string
	for _, k := range a.ActorKinds {
		spec, _ := k.Spec()
		if k != kg.City {
			many = append(many, spec.Plural)
			continue
		}
		for _, p := range a.PlaceTypes {
			if stem, ok := strings.CutSuffix(p, "y"); ok {
				many = append(many, stem+"ies")
			} else {
				many = append(many, p+"s")
			}
		}
	}
	if last := len(many) - 1; last > 0 {
		return strings.Join(many[:last], ", ") + " and " + many[last]
	}
	return many[0]
}

// Sentence says all of them in words.
func (a Assumptions) Sentence() string { return a.Places() + "; " + a.When() + a.narrowed() }

// narrowed says in words, behind a semicolon, which relationships count where not
// all do that would by default: "; members by FOUNDED; participants as partner".
func (a Assumptions) narrowed() string {
	usual := kg.RosterRoles
	if a.subject != "" {
		usual = kg.Roles
	}
	text := ""
	switch {
	case a.RosterKind == "":
	case a.subject != "":
		text = "; of relationships only " + string(a.RosterKind)
	default:
		text = "; members by " + string(a.RosterKind)
	}
	if len(a.Roles) > 0 && !slices.Equal(a.Roles, append(slices.Clone(usual), "")) {
		text += "; participants as " + strings.Join(a.Roles, " or ")
	}
	return text
}

// Excluded counts the edges that a question met and did not count. Each edge is
// counted once, under the first of these reasons, in this order.
type Excluded struct {
	NotOnDate       int // did not hold on the day
	Implied         int // only implied, where stated ones were asked for
	OtherRoles      int // in a role that was not asked for
	Possible        int // only possible on the day, where certain ones were asked for
	OtherKinds      int // of an actor that is no City
	OtherPlaceTypes int // of a City of another, or of no known, place type
	OutsideUniverse int // of an actor outside the universe
}

// Redirect tells that an id in the arguments is no longer in use.
type Redirect struct {
	From kg.ID
	By   kg.Retired
}

// Common is what every answer has.
type Common struct {
	Assumptions Assumptions // with their defaults filled in
	Excluded    Excluded
	Warnings    []string // what a reader must know before quoting
	Redirects   []Redirect
}
