package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"structure", `{}`, "2 Records, 2 Info, 1 Scan"},
		questionCase{"structure", `{"asOf": "2021-12-31", "basis": "ANY", "placeTypes": ["MUNICIPALITY", "DISTRICT"], "first": 1}`, "2 Records, 2 Info, 1 Scan"},
	)
}
