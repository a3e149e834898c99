package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"communities", `{}`, "2 Records, 2 Info, 1 Scan"},
		questionCase{"communities", `{"among": "TWO_MODE", "runs": 2, "seed": 7, "basis": "ANY"}`, "2 Records, 2 Info, 1 Scan"},
		questionCase{"communities", `{"among": "GROUPS", "asOf": "1900-01-01"}`, "2 Info, 1 Scan"},
	)
}
