package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"centrality", `{"measure": "BETWEENNESS"}`, "2 Records, 2 Info, 1 Scan"},
		questionCase{"centrality", `{"measure": "CLOSENESS", "asOf": "2021-12-31", "certainty": "POSSIBLE", "basis": "ANY", "placeTypes": ["MUNICIPALITY", "DISTRICT"], "first": 2}`, "2 Records, 2 Info, 1 Scan"},
		questionCase{"centrality", `{"measure": "PAGE_RANK", "actorKinds": ["CITY", "ORGANIZATION", "NETWORK"], "rosterKind": "MEMBER_OF", "of": ["network:alpha", "city:aby"]}`, "3 Records, 2 Info, 1 Scan"},
		questionCase{"centrality", `{"measure": "DEGREE", "roles": ["ASSOCIATE"], "rosterKind": "TOOK_PART_IN"}`, "2 Records, 2 Info, 1 Scan"},
	)
}
