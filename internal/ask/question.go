package ask

import "slices"

// Question is one line of the registry.
type Question struct {
	Name string // root field of the API and command of `citygraph ask`
	Asks string // in plain words, one sentence
	Cost int    // what it costs at least, in fields that are answered; see graph.Complexity
}

// Questions is the registry, in the order in which help and documents list them.
var Questions = []Question{
	{Name: "overlap", Asks: "What do two groups share, and is that more than chance?", Cost: 5000},
	{Name: "intersections", Asks: "Which exact combinations of groups do their members belong to?", Cost: 1000},
	{Name: "sharedNetworks", Asks: "Which networks are all, or so many, of these cities in?", Cost: 1000},
	{Name: "coMembership", Asks: "Where were two members together, or whom did two groups have together, and on which days?", Cost: 1000},
	{Name: "similarCities", Asks: "Which cities are in the same groups as this one?", Cost: 5000},
	{Name: "paths", Asks: "By which chains of relationships are two nodes tied?", Cost: 5000},
	{Name: "funding", Asks: "Where does money come from and go to, and how much is known of it?", Cost: 1000},
	{Name: "timeline", Asks: "What happened when, how many members were there in which year, and who joined and left?", Cost: 1000},
	{Name: "subgraph", Asks: "What lies around these nodes, ready to draw?", Cost: 5000},
	{Name: "centrality", Asks: "Which cities and which networks are central?", Cost: 10_000},
	{Name: "communities", Asks: "Into which communities do memberships divide cities or networks?", Cost: 10_000},
	{Name: "structure", Asks: "How dense, clustered and nested are memberships, who stands in the same place, and what falls apart without whom?", Cost: 10_000},
	{Name: "contradictions", Asks: "What do sources say that cannot all be right?", Cost: 1000},
	{Name: "coverage", Asks: "How complete is what is recorded of each group?", Cost: 1000},
}

// Named returns the question of this name; ok is false where there is none.
func Named(name string) (q Question, ok bool) {
	i := slices.IndexFunc(Questions, func(q Question) bool { return q.Name == name })
	if i < 0 {
		return Question{}, false
	}
	return Questions[i], true
}
