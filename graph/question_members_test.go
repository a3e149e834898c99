package graph_test

func init() {
	questionCases = append(questionCases,
		questionCase{"sharedNetworks", `{"cities": ["city:aby", "city:bie"]}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"sharedNetworks", `{"cities": ["city:cux", "city:doe", "city:aby", "city:eem"], "atLeast": 2, "basis": "ANY", "asOf": "2021-06-01", "certainty": "POSSIBLE"}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"sharedNetworks", `{"cities": ["city:aby", "city:bie"], "rosterKind": "SIGNED"}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"coMembership", `{"a": "city:aby", "b": "city:bie"}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"coMembership", `{"a": "network:alpha", "b": "network:beta", "side": "GROUPS", "from": "2016-01-01", "until": "2024-12-31"}`, "2 Edges, 3 Records, 1 Info"},
		questionCase{"coMembership", `{"a": "city:cux", "b": "city:doe", "basis": "ANY", "asOf": "2021-06-01", "certainty": "POSSIBLE"}`, "2 Edges, 4 Records, 1 Info"},
		questionCase{"similarCities", `{"city": "city:aby"}`, "6 Edges, 4 Records, 1 Info"},
		questionCase{"similarCities", `{"city": "city:aby", "measure": "NEWMAN", "basis": "ANY", "placeTypes": ["MUNICIPALITY", "DISTRICT"]}`, "4 Edges, 5 Records, 1 Info"},
	)
	seedCases = append(seedCases,
		questionCase{question: "sharedNetworks", variables: `{"cities": ["city:barcelona", "city:berlin", "city:athens"], "atLeast": 2}`},
		questionCase{question: "coMembership", variables: `{"a": "city:barcelona", "b": "city:athens", "until": "2026-11-21"}`},
		questionCase{question: "similarCities", variables: `{"city": "city:barcelona", "first": 5}`},
		questionCase{question: "similarCities", variables: `{"city": "city:barcelona", "first": 5, "measure": "NEWMAN"}`},
	)
}
