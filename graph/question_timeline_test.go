package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"timeline", `{"of": ["network:alpha", "city:aby"]}`, "2 Edges, 4 Records, 1 Info"},
		questionCase{"timeline", `{"of": ["network:alpha", "network:beta", "declaration:delta", "event:party", "initiative:map"], "from": "2016-06-01", "until": "2022-12-31",
			"basis": "ANY", "placeTypes": ["MUNICIPALITY", "DISTRICT"], "first": 3}`, "2 Edges, 5 Records, 1 Info"},
		questionCase{"timeline", `{"of": ["city:bie", "funder:fund"], "asOf": "2021-12-31", "certainty": "POSSIBLE"}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"timeline", `{"of": ["network:alpha"], "rosterKind": "FUNDS"}`, "2 Edges, 4 Records, 1 Info"},
	)
	for _, about := range drawnAbouts {
		drawnCases = append(drawnCases, questionCase{question: "timeline",
			variables: `{"of": ["network:n0", "declaration:d1", "initiative:i0", "city:c3"], "from": "2020-01-01", "until": "2022-06-30", "first": 1000` + about + `}`})
	}
	seedCases = append(seedCases, questionCase{question: "timeline",
		variables: `{"of": ["network:international-alliance-of-safe-harbours", "city:palermo"], "from": "2015-01-01", "until": "2024-12-31", "basis": "ANY"}`})
}
