package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAnswers asks the small world and compares whole answers.
func TestAnswers(t *testing.T) {
	a, _ := asker(t, world())
	for _, c := range answers {
		t.Run(c.name, func(t *testing.T) {
			got := a.Ask(t.Context(), c.query, nil)
			if len(got.Errors) > 0 {
				t.Fatalf("errors: %v", got.Errors)
			}
			same(t, c.data, string(got.Data))
		})
	}
}

func same(t *testing.T, expected, got string) {
	t.Helper()
	var e, g any
	for text, into := range map[string]*any{expected: &e, got: &g} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
	}
	if d := cmp.Diff(e, g); d != "" {
		t.Errorf("(- expected, + given)\n%s\nanswer: %s", d, got)
	}
}

var answers = []struct{ name, query, data string }{
	{"look-ups", `{ city(id: "city:aby") { __typename id kind name country placeType latitude longitude population geonamesId description basis degree date }
		none: city(id: "city:nowhere") { id } node(id: "event:party") { __typename name date dateSpan { earliest latest precision } } }`,
		`{"city": {"__typename": "City", "id": "city:aby", "kind": "CITY", "name": "Aby", "country": "DE", "placeType": "MUNICIPALITY",
		  "latitude": 52.5243712346, "longitude": null, "population": 3426354, "geonamesId": null, "description": null, "basis": "STATED", "degree": 3, "date": null},
		  "none": null,
		  "node": {"__typename": "Event", "name": "Party", "date": "2021-06-25/2021-06-26", "dateSpan": {"earliest": "2021-06-25", "latest": "2021-06-26", "precision": "SPAN"}}}`},
	{"nodes keep the order and have null for unknown ids",
		`{ nodes(ids: ["city:doe", "city:nowhere", "city:aby", "city:doe"]) { id } }`,
		`{"nodes": [{"id": "city:doe"}, null, {"id": "city:aby"}, {"id": "city:doe"}]}`},
	{"facts of a node", `{ network(id: "network:alpha") { foundingDate foundingDateSpan { earliest latest precision } homepage
		names { text lang kind basis sources { locator source { name language } } }
		figures { measure qualifier value date basis sources { locator } }
		rosters { date scope status count basis sources { basis } }
		claims { field value sources { source { id } basis } } some: claims(fields: ["targetGroups"]) { value } sources { locator basis } } }`,
		`{"network": {"foundingDate": "2016", "foundingDateSpan": {"earliest": "2016-01-01", "latest": "2016-12-31", "precision": "YEAR"}, "homepage": "https://alpha.example",
		  "names": [{"text": "Älfa-Bund", "lang": "de", "kind": "ALIAS", "basis": "STATED", "sources": [{"locator": "L1", "source": {"name": "Paper", "language": "en"}}]}],
		  "figures": [{"measure": "MEMBERS", "qualifier": "OVER", "value": 560, "date": "2024-08", "basis": "STATED", "sources": [{"locator": "L1"}]}],
		  "rosters": [{"date": "2024-08-31", "scope": "all", "status": "COMPLETE", "count": 2, "basis": "STATED", "sources": [{"basis": "STATED"}]}],
		  "claims": [{"field": "foundingDate", "value": "2015", "sources": [{"source": {"id": "source:blog"}, "basis": "IMPLIED"}]},
		             {"field": "targetGroups", "value": "children", "sources": [{"source": {"id": "source:paper"}, "basis": "STATED"}]}],
		  "some": [{"value": "children"}], "sources": [{"locator": "L1", "basis": "STATED"}]}}`},
	{"what was corrected", `{ city(id: "city:aby") { corrections { date was is why } networks(first: 1) { edges { corrections { date was is } } } }
		edge(id: "member-of:aby--alpha") { corrections { why } } city2: city(id: "city:bie") { corrections { why } } }`,
		`{"city": {"corrections": [{"date": "2026-02-03", "was": "country AT", "is": "country DE", "why": "Misread."}],
		    "networks": {"edges": [{"corrections": [{"date": "2026-01", "was": "since 2014", "is": "since 2015"}, {"date": "2026-02-03", "was": "since 2015", "is": "since 2016"}]}]}},
		  "edge": {"corrections": [{"why": "A slip."}, {"why": "The line above."}]}, "city2": {"corrections": []}}`},
	{"a relation from both ends, with its facts", `{
		city(id: "city:aby") { networks { totalCount edges { id kind direction says since until seen lastSeen stint basis holdsOn through { __typename id } claims { field value } node { name foundingDate } } } }
		network(id: "network:beta") { members(orderBy: {by: NAME, direction: DESC}) { edges { direction says basis impliedBy { id from { name } to { name } } node { name } } } } }`,
		`{"city": {"networks": {"totalCount": 2, "edges": [
		    {"id": "member-of:aby--alpha", "kind": "MEMBER_OF", "direction": "OUT", "says": "is a member of", "since": "2016", "until": null, "seen": ["2024-08-31"], "lastSeen": "2024-08-31", "stint": 1, "basis": "STATED", "holdsOn": null,
		     "through": {"__typename": "Declaration", "id": "declaration:delta"}, "claims": [{"field": "since", "value": "2016"}], "node": {"name": "Alpha", "foundingDate": "2016"}},
		    {"id": "member-of:aby--beta", "kind": "MEMBER_OF", "direction": "OUT", "says": "is a member of", "since": "2020-01-01", "until": "2022", "seen": [], "lastSeen": "2020-01-01", "stint": 1, "basis": "STATED", "holdsOn": null,
		     "through": null, "claims": [], "node": {"name": "Beta", "foundingDate": null}}]}},
		  "network": {"members": {"edges": [
		    {"direction": "IN", "says": "has the member", "basis": "IMPLIED", "impliedBy": [{"id": "part-of:doe--cux", "from": {"name": "Doe"}, "to": {"name": "Cux"}}], "node": {"name": "Doe"}},
		    {"direction": "IN", "says": "has the member", "basis": "STATED", "impliedBy": [], "node": {"name": "Cux"}},
		    {"direction": "IN", "says": "has the member", "basis": "STATED", "impliedBy": [], "node": {"name": "Aby"}}]}}}`},
	{"a symmetric relation from both ends", `{
		network(id: "network:alpha") { cooperatesWith { edges { direction says node { name } } } }
		organization(id: "organization:gamma") { cooperatesWith { edges { direction says node { name } } } } }`,
		`{"network": {"cooperatesWith": {"edges": [{"direction": "BOTH", "says": "cooperates with", "node": {"name": "Gamma"}}]}},
		  "organization": {"cooperatesWith": {"edges": [{"direction": "BOTH", "says": "cooperates with", "node": {"name": "Alpha"}}]}}}`},
	{"deeds, money and roles", `{
		declaration(id: "declaration:delta") { form adopted signatories { edges { office person since lastSeen onBehalfOf { name } node { name } } } }
		funder(id: "funder:fund") { funds { edges { stint amount currency amountQualifier amountPer moneyFrom wording } } }
		initiative(id: "initiative:map") { form status participants(roles: [PARTNER]) { edges { role node { name } } } all: participants { totalCount } } }`,
		`{"declaration": {"form": "CHARTER", "adopted": "2021-06-25", "signatories": {"edges": [
		    {"office": "mayor", "person": "A. Byer", "since": "2021-06-25", "lastSeen": null, "onBehalfOf": null, "node": {"name": "Aby"}},
		    {"office": null, "person": null, "since": "2021-06", "lastSeen": null, "onBehalfOf": {"name": "Alpha"}, "node": {"name": "Bié"}}]}},
		  "funder": {"funds": {"edges": [
		    {"stint": 1, "amount": 50000, "currency": "EUR", "amountQualifier": "UP_TO", "amountPer": "YEAR", "moneyFrom": null, "wording": "supported by"},
		    {"stint": 2, "amount": 0.123456789012, "currency": null, "amountQualifier": null, "amountPer": null, "moneyFrom": null, "wording": null}]}},
		  "initiative": {"form": "PLATFORM", "status": "RUNNING", "participants": {"edges": [{"role": "PARTNER", "node": {"name": "Bié"}}]}, "all": {"totalCount": 2}}}`},
	{"networks keeps memberOf to Networks", `{ network(id: "network:beta") { networks { totalCount } memberOf { edges { node { __typename name } } } } }`,
		`{"network": {"networks": {"totalCount": 0}, "memberOf": {"edges": [{"node": {"__typename": "Organization", "name": "Gamma"}}]}}}`},
	{"relations has every kind, from both ends", `{ network(id: "network:alpha") {
		relations(first: 100) { totalCount } some: relations(kinds: [FOUNDED, CALLS_FOR]) { edges { kind direction stance node { name } } } } }`,
		`{"network": {"relations": {"totalCount": 7}, "some": {"edges": [
		    {"kind": "CALLS_FOR", "direction": "OUT", "stance": "DEMAND", "node": {"name": "Want"}},
		    {"kind": "FOUNDED", "direction": "IN", "stance": null, "node": {"name": "Aby"}}]}}}`},
	{"a day divides what held from what did not", `{ network(id: "network:beta") {
		y2021: members(asOf: "2021-12-31") { edges { holdsOn node { name } } }
		sure: members(asOf: "2021-12-31", certainty: CERTAIN) { edges { holdsOn node { name } } }
		y2024: members(asOf: "2024-01-01", certainty: POSSIBLE) { edges { holdsOn node { name } } }
		stated: members(basis: STATED) { totalCount } } }`,
		`{"network": {"y2021": {"edges": [{"holdsOn": "CERTAIN", "node": {"name": "Aby"}}, {"holdsOn": "POSSIBLE", "node": {"name": "Cux"}}, {"holdsOn": "POSSIBLE", "node": {"name": "Doe"}}]},
		  "sure": {"edges": [{"holdsOn": "CERTAIN", "node": {"name": "Aby"}}]},
		  "y2024": {"edges": [{"holdsOn": "POSSIBLE", "node": {"name": "Cux"}}, {"holdsOn": "POSSIBLE", "node": {"name": "Doe"}}]},
		  "stated": {"totalCount": 2}}}`},
	{"edge with its ends", `{ edge(id: "signed:bie--delta") { __typename kind from { name } to { __typename name } onBehalfOf { id } sources { source { name } } }
		none: edge(id: "signed:cux--delta") { id } }`,
		`{"edge": {"__typename": "Edge", "kind": "SIGNED", "from": {"name": "Bié"}, "to": {"__typename": "Declaration", "name": "Delta Declaration"}, "onBehalfOf": {"id": "network:alpha"}, "sources": [{"source": {"name": "Paper"}}]}, "none": null}`},
	{"search", `{ search(text: "Aelfa", first: 2) { score matchedName node { __typename name } } none: search(text: "Aelfa", kinds: [CITY]) { score } }`,
		`{"search": [{"score": 0.8, "matchedName": "Älfa-Bund", "node": {"__typename": "Network", "name": "Alpha"}}], "none": []}`},
	{"dataset", `{ dataset { name title version revision licence citation retiredCount correctionCount nodeCounts { kind count } } }`,
		`{"dataset": {"name": "world", "title": "A small world", "version": "1.0.0", "revision": "abc", "licence": "CC-BY-4.0", "citation": "nobody", "retiredCount": 3, "correctionCount": 3,
		  "nodeCounts": [{"kind": "CITY", "count": 5}, {"kind": "NETWORK", "count": 2}, {"kind": "DECLARATION", "count": 1}, {"kind": "ORGANIZATION", "count": 2}, {"kind": "FUNDER", "count": 1},
		    {"kind": "INITIATIVE", "count": 1}, {"kind": "EVENT", "count": 1}, {"kind": "DEMAND", "count": 1}, {"kind": "SOURCE", "count": 2}]}}`},
	{"a source has neither basis nor sources", `{ source(id: "source:blog") { basis sources { locator } relations { totalCount } } }`,
		`{"source": {"basis": null, "sources": [], "relations": {"totalCount": 0}}}`},
	{"fragments on interfaces", `{ network(id: "network:beta") { members(first: 1) { edges { ...facts node { ...on Node { name } ...on City { country } } } } } }
		fragment facts on EdgeFacts { id lastSeen }`,
		`{"network": {"members": {"edges": [{"id": "member-of:aby--beta", "lastSeen": "2020-01-01", "node": {"name": "Aby", "country": "DE"}}]}}}`},
}
