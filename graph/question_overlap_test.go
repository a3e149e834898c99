package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"overlap", `{"groups": ["network:alpha", "network:beta"], "universe": {"recorded": true}}`, "1 List, 2 Edges, 3 Records, 1 Info"},
		questionCase{"overlap", `{"groups": ["network:alpha", "declaration:delta", "network:beta", "network:crowd", "organization:gamma"], "universe": {"union": true}, "sdsm": true}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"overlap", `{"groups": ["network:beta", "network:alpha", "network:crowd"], "universe": {"size": 700}, "sdsm": true, "asOf": "2021-12-31",
			"certainty": "POSSIBLE", "basis": "ANY", "placeTypes": ["MUNICIPALITY", "DISTRICT"], "orderBy": "GROUPS", "first": 2, "minShared": 0}`, "2 Edges, 4 Records, 1 Info"},
		questionCase{"overlap", `{"groups": ["initiative:map", "event:party", "declaration:delta"], "universe": {"country": "DE"}, "roles": ["ASSOCIATE", "PARTNER"]}`, "1 List, 2 Edges, 3 Records, 1 Info"},
		questionCase{"overlap", `{"groups": ["network:alpha", "network:beta"], "universe": {"recorded": true}, "rosterKind": "FOUNDED"}`, "1 List, 2 Edges, 2 Records, 1 Info"},
	)
	seedCases = append(seedCases, questionCase{question: "overlap", variables: `{"groups": ["network:solidarity-cities", "network:international-alliance-of-safe-harbours", "network:solidarity-city"],
		"universe": {"recorded": true}, "sdsm": true, "asOf": "2018-12-31", "certainty": "POSSIBLE"}`})
}
