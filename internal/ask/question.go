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
}

// Named returns the question of this name; ok is false where there is none.
func Named(name string) (q Question, ok bool) {
	i := slices.IndexFunc(Questions, func(q Question) bool { return q.Name == name })
	if i < 0 {
		return Question{}, false
	}
	return Questions[i], true
}
