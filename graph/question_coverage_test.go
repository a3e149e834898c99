package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"coverage", `{}`, "3 Records, 2 Info, 1 Scan"},
		questionCase{"coverage", `{"groups": ["organization:gamma", "network:alpha", "declaration:delta"], "asOf": "2021-12-31", "certainty": "POSSIBLE"}`, "4 Records, 2 Info, 1 Scan"},
		questionCase{"coverage", `{"kinds": ["EVENT", "INITIATIVE"], "basis": "STATED", "first": 1}`, "3 Records, 2 Info, 1 Scan"},
	)
}
