package graph

import (
	"context"
	"encoding/json"
	"maps"
	"time"

	"citygraph/graph/model"
	"citygraph/internal/ask"
	"citygraph/internal/kg"
)

// Complexity says what a field may cost at most, in fields that are answered: a
// listing as many times what stands under it as items may be on its page, and
// the values of its condition; a question what its registry line says beside;
// a list in its answer that has no page is reckoned with as many items; any other
// field once.
func (s *schema) Complexity(_ context.Context, typeName, field string, below int, args map[string]any) (int, bool) {
	if q, ok := ask.Named(field); ok && typeName == "Query" {
		return q.Cost + values(args) + s.answer(field, below, args), true
	}
	if n := reckoned[typeName+"."+field]; n > 0 {
		return 1 + n*below, true
	}
	if first, ok := args["first"]; ok {
		return 1 + values(args["where"]) + times(first, below), true
	}
	if ids, ok := args["ids"].([]any); ok {
		return 1 + len(ids)*below, true
	}
	return 1 + below, true
}

// answer says what the answer to a question may cost whose fields cost so much as
// reckoned: more or less where an argument says how many items it has.
func (s *schema) answer(question string, below int, args map[string]any) int {
	defs := s.Schema().Query.Fields.ForName(question).Arguments
	args = model.Defaults(maps.Clone(args), defs)
	if first, ok := args["first"]; ok {
		return times(first, below)
	}
	if name, ok := scaled[question]; ok {
		usual, _ := defs.ForName(name).DefaultValue.Value(nil) // the schema is valid
		return (times(args[name], below) + times(usual, 1) - 1) / times(usual, 1)
	}
	if question == "timeline" {
		return below + bands(args)
	}
	return below
}

// scaled names the argument that says how many items a question's answer has;
// reckoned counts as many as its default.
var scaled = map[string]string{"paths": "k", "funding": "k", "subgraph": "limit"}

// bands says what the years of the groups in a timeline may cost: YearCount has three
// fields. An end that is open lies where the data's may.
func bands(args map[string]any) int {
	groups := 0
	for _, id := range model.IDs(args["of"]) {
		kind, _ := kg.NodeKindOf(id)
		if spec, ok := kind.Spec(); ok && (spec.Roster != "" || args["rosterKind"] != nil) {
			groups++
		}
	}
	return groups * min(max(1, year(args["until"], 2050)-year(args["from"], 1950)+1), ask.MaxYears) * 4
}

// year is that of a day; one that cannot be read is refused later.
func year(raw any, open int) int {
	text, _ := raw.(string)
	d, err := kg.ParseDay(text)
	if err != nil {
		return open
	}
	return time.Unix(int64(d)*86400, 0).UTC().Year()
}

// reckoned says how many items the lists of nodes and of relationships in answers
// to questions are reckoned to have that have no page of their own. model.MaxListed
// bounds what they have; a request can ask for a handful of answers that are so long.
var reckoned = map[string]int{
	"Assumptions.arguments": 12,
	"Intersections.groups":  25, "Intersection.groups": 5, "Intersection.actors": 100,
	"Community.members": 25, "EquivalenceClass.members": 25, "EquivalenceClass.shared": 5,
	"CutNode.parts": 10, "CutPart.members": 5, "Contradiction.sides": 5, "ContradictionSide.sources": 3,
	"CoverageEdge.reported": 5, "CoverageEdge.rosters": 5, "Evidence.edges": 10,
	"SharedNetworks.networks": 100, "SharedNetwork.members": 10, "NetworkMember.edges": 2,
	"CoMembership.rows": 300, "CoMembership.certain": 5, "CoMembership.possible": 5,
	"CoMembershipRow.certain": 2, "CoMembershipRow.possible": 2, "CoMembershipRow.edgesA": 2, "CoMembershipRow.edgesB": 2,
	"SimilarCity.shared": 10, "SharedGroup.edgesA": 2, "SharedGroup.edgesB": 2,
	"Paths.paths": 3, "Path.hops": 6, "Path.certain": 1, "Path.possible": 1, "Hop.beside": 1,
	"FundingAnswer.chains": 20, "FundingAnswer.unfunded": 1, "FundingSum.totals": 2,
	"Timeline.groups": 5, "TimelineGroup.years": 1, "Changes.joined": 50, "Changes.mayHaveJoined": 50, // years: bands
	"Changes.left": 50, "Changes.mayHaveLeft": 50, "Mover.edges": 2,
	"Subgraph.nodes": 200, "Subgraph.edges": 500,
	"Overlap.groups": 25, "OverlapPair.actors": 25, "SharedActor.edgesA": 2, "SharedActor.edgesB": 2,
}

// times multiplies by the number of an argument; one that is no number is
// refused later and costs nothing.
func times(first any, below int) int {
	n := int64(0)
	switch v := first.(type) {
	case int64:
		n = v
	case int:
		n = int64(v)
	case float64:
		n = int64(v)
	case json.Number:
		n, _ = v.Int64()
	}
	if n <= 0 {
		return 0
	}
	return int(n) * below
}

// values counts what a condition is made of.
func values(raw any) int {
	n := 0
	switch v := raw.(type) {
	case map[string]any:
		for _, below := range v {
			n += 1 + values(below)
		}
	case []any:
		for _, below := range v {
			n += 1 + values(below)
		}
	}
	return n
}

// Reckoned reports whether Complexity reckons a list of an answer to a question
// ("Intersection.actors") with several items.
func Reckoned(list string) bool { return reckoned[list] > 0 }
