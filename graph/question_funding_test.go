package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"funding", `{"from": "funder:fund"}`, "4 Edges, 4 Records, 1 Info"},
		questionCase{"funding", `{"to": "network:alpha", "asOf": "2021-12-31", "certainty": "POSSIBLE"}`, "4 Edges, 4 Records, 1 Info"},
		questionCase{"funding", `{"from": "funder:fund", "to": "network:alpha", "first": 1}`, "2 Edges, 4 Records, 1 Info"},
		questionCase{"funding", `{"to": "network:beta"}`, "2 Edges, 2 Records, 1 Info"},
	)
	for _, about := range drawnAbouts {
		drawnCases = append(drawnCases,
			questionCase{question: "funding", variables: `{"from": "funder:f0", "to": "initiative:i0"` + about + `}`},
			questionCase{question: "funding", variables: `{"from": "funder:f1"` + about + `}`},
			questionCase{question: "funding", variables: `{"to": "initiative:i1"` + about + `}`})
	}
	seedCases = append(seedCases,
		questionCase{question: "funding", variables: `{"to": "initiative:moving-cities", "basis": "ANY"}`},
		questionCase{question: "funding", variables: `{"from": "city:bern"}`})
}
