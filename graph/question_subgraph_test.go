package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"subgraph", `{"around": ["city:aby"], "depth": 2}`, "6 Edges, 3 Records, 1 Info"},
		questionCase{"subgraph", `{"around": ["network:alpha", "network:crowd"], "depth": 4, "basis": "ANY", "limit": 10, "perNode": 5}`, "4 Edges, 3 Records, 1 Info"},
		questionCase{"subgraph", `{"around": ["network:beta"], "depth": 2, "asOf": "2021-12-31", "kinds": ["MEMBER_OF", "TOOK_PART_IN"],
			"nodeKinds": ["CITY"], "roles": ["PARTNER"], "avoid": ["city:cux"]}`, "10 Edges, 3 Records, 1 Info"},
		questionCase{"subgraph", `{"around": ["city:aby"], "depth": 0, "asOf": "2021-12-31", "certainty": "POSSIBLE"}`, "5 Edges, 1 Records, 1 Info"},
	)
	for _, about := range drawnAbouts {
		drawnCases = append(drawnCases,
			questionCase{question: "subgraph", variables: `{"around": ["city:c0", "funder:f0"], "depth": 2, "limit": 25, "perNode": 8` + about + `}`},
			questionCase{question: "subgraph", variables: `{"around": ["network:n0"], "depth": 3, "nodeKinds": ["CITY", "FUNDER"], "roles": ["PARTNER"]` + about + `}`})
	}
	seedCases = append(seedCases, questionCase{question: "subgraph", variables: `{"around": ["city:palermo"], "depth": 2, "limit": 30, "basis": "ANY"}`})
}
