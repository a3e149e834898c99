package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"contradictions", `{}`, "3 Records, 2 Info, 1 Scan"},
		questionCase{"contradictions", `{"of": ["network:alpha"], "sorts": ["FIELD", "FIGURE"], "basis": "STATED", "asOf": "2021-12-31"}`, "3 Records, 2 Info, 1 Scan"},
	)
}
