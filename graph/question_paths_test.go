package graph_test

// drawnAbouts are the days, certainties and bases with which questions about chains
// are asked on the drawn world.
var drawnAbouts = []string{``, `, "basis": "ANY"`, `, "asOf": "2021-06-30"`, `, "asOf": "2021-06-30", "certainty": "POSSIBLE", "basis": "ANY"`}

func init() {
	questionCases = append(questionCases,
		questionCase{"paths", `{"from": "city:aby", "to": "city:bie"}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"paths", `{"from": "city:doe", "to": "city:aaby", "basis": "ANY", "k": 10}`, "6 Edges, 4 Records, 1 Info"},
		questionCase{"paths", `{"from": "city:aby", "to": "city:eem", "k": 5, "maxLength": 12}`, "4 Edges, 1 Records, 1 Info"},
		questionCase{"paths", `{"from": "city:aby", "to": "organization:ngo", "asOf": "2021-12-31", "certainty": "POSSIBLE", "basis": "ANY",
			"kinds": ["MEMBER_OF", "COOPERATES_WITH"], "nodeKinds": ["NETWORK", "ORGANIZATION"], "avoid": ["network:beta"], "maxDegree": 50}`, "3 Edges, 6 Records, 1 Info"},
		questionCase{"paths", `{"from": "city:aby", "to": "initiative:map", "roles": ["PARTNER"], "k": 100}`, "4 Edges, 3 Records, 1 Info"},
		questionCase{"paths", `{"from": "network:crowd", "to": "city:aby"}`, "2 Edges, 1 Records, 1 Info"},
	)
	for _, about := range drawnAbouts {
		drawnCases = append(drawnCases,
			questionCase{question: "paths", variables: `{"from": "city:c0", "to": "city:c7", "k": 40, "maxLength": 4` + about + `}`},
			questionCase{question: "paths", variables: `{"from": "funder:f0", "to": "declaration:d1", "k": 20, "maxDegree": 30` + about + `}`})
	}
	seedCases = append(seedCases,
		questionCase{question: "paths", variables: `{"from": "city:berlin", "to": "city:palermo", "k": 10, "basis": "ANY"}`},
		questionCase{question: "paths", variables: `{"from": "city:athens", "to": "funder:rosa-luxemburg-foundation", "k": 5, "basis": "ANY", "avoid": ["initiative:moving-cities"]}`})
}
