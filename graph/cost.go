package graph

import (
	"context"
	"encoding/json"

	"citygraph/internal/ask"
)

// Complexity says what a field may cost at most, in fields that are answered: a
// listing as many times what stands under it as items may be on its page, and
// the values of its condition; a question what its registry line says beside;
// a list in its answer that has no page is reckoned with as many items; any other
// field once.
func (s *schema) Complexity(_ context.Context, typeName, field string, below int, args map[string]any) (int, bool) {
	if q, ok := ask.Named(field); ok && typeName == "Query" {
		if first, ok := args["first"]; ok {
			below = times(first, below)
		}
		return q.Cost + values(args) + below, true
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

// reckoned says how many items the lists of nodes and of relationships in answers
// to questions are reckoned to have that have no page of their own; the questions'
// own limits bound what they have.
var reckoned = map[string]int{
	"Intersections.groups": 25, "Intersection.groups": 5, "Intersection.actors": 25,
	"Community.members": 25, "EquivalenceClass.members": 25, "EquivalenceClass.shared": 5,
	"CutNode.parts": 10, "CutPart.members": 5, "Contradiction.sides": 5, "ContradictionSide.sources": 3,
	"CoverageEdge.reported": 5, "CoverageEdge.rosters": 5, "Evidence.edges": 10,
	"SharedNetworks.networks": 25, "SharedNetwork.members": 10, "NetworkMember.edges": 2,
	"CoMembership.rows": 25, "CoMembership.certain": 5, "CoMembership.possible": 5,
	"CoMembershipRow.certain": 2, "CoMembershipRow.possible": 2, "CoMembershipRow.edgesA": 2, "CoMembershipRow.edgesB": 2,
	"SimilarCity.shared": 5, "SharedGroup.edgesA": 2, "SharedGroup.edgesB": 2,
	"Paths.paths": 5, "Path.hops": 4, "Path.certain": 1, "Path.possible": 1, "Hop.beside": 1,
	"FundingAnswer.chains": 20, "FundingAnswer.unfunded": 1, "FundingSum.totals": 2,
	"Timeline.groups": 2, "TimelineGroup.years": 20, "Changes.joined": 10, "Changes.mayHaveJoined": 10,
	"Changes.left": 10, "Changes.mayHaveLeft": 10, "Mover.edges": 2,
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
