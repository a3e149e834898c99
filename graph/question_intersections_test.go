package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"intersections", `{"groups": ["network:alpha", "network:beta", "declaration:delta"]}`, "2 Edges, 2 Records, 1 Info"},
		questionCase{"intersections", `{"groups": ["network:beta", "organization:gamma", "network:crowd"], "asOf": "2021-12-31", "certainty": "POSSIBLE", "basis": "ANY",
			"placeTypes": ["MUNICIPALITY", "DISTRICT"], "orderBy": "DEGREE", "first": 2}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"intersections", `{"groups": ["initiative:map", "event:party"], "roles": ["ASSOCIATE", "PARTICIPANT"]}`, "2 Edges, 2 Records, 1 Info"},
	)
	seedCases = append(seedCases, questionCase{question: "intersections",
		variables: `{"groups": ["network:solidarity-cities", "network:international-alliance-of-safe-harbours"], "asOf": "2024-08-31", "certainty": "POSSIBLE"}`})
}
