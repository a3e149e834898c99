package main

import "fmt"

// question is one in GraphQL, and the statement that answers it: one column,
// `data`, which is the answer's data to the letter. The statement knows the
// number of the generation, as ours do.
type question struct {
	about   string
	graphQL string
	cypher  string
	params  map[string]any
}

func questions(w world) []question {
	return []question{
		{
			"one city",
			fmt.Sprintf(`{ city(id: %q) { id name country basis } }`, w.city),
			`MATCH (c:CityGraphNode {gen: $gen, id: $city})
RETURN {city: c {.id, .name, .country, basis: toUpper(c.basis)}} AS data`,
			map[string]any{"city": w.city},
		},
		{
			"a page of 25 with nested pages and counts",
			`{ cities(first: 25, orderBy: {by: NAME}) { totalCount edges { node { name networks(first: 5) { totalCount edges { basis node { name } } } } } } }`,
			`MATCH (g:CityGraphGeneration {gen: $gen})
RETURN {cities: {
  totalCount: [i IN range(0, size(g.nodeKinds) - 1) WHERE g.nodeKinds[i] = 'CITY' | g.nodeCounts[i]][0],
  edges: COLLECT {
    MATCH (c:CityGraphNode)
    WHERE c.gen = $gen AND c.kind = 'CITY' AND c.nameUp IS NOT NULL
    WITH c ORDER BY c.gen, c.kind, c.nameUp LIMIT 25
    RETURN {node: {name: c.name, networks: {
      totalCount: COUNT { MATCH (c)-[:MEMBER_OF]->(n:Network) },
      edges: COLLECT {
        MATCH (c)-[r:MEMBER_OF]->(n:Network)
        WITH r, n ORDER BY r.id LIMIT 5
        RETURN {basis: toUpper(r.basis), node: {name: n.name}}
      }
    }}}
  }
}} AS data`,
			nil,
		},
		{
			"a three-level nest",
			`{ cities(first: 10) { edges { node { name networks(first: 5) { edges { node { name members(first: 5) { edges { node { name } } } } } } } } } }`,
			`RETURN {cities: {edges: COLLECT {
  MATCH (c:CityGraphNode)
  WHERE c.gen = $gen AND c.kind = 'CITY' AND c.id IS NOT NULL
  WITH c ORDER BY c.gen, c.kind, c.id LIMIT 10
  RETURN {node: {name: c.name, networks: {edges: COLLECT {
    MATCH (c)-[r:MEMBER_OF]->(n:Network)
    WITH r, n ORDER BY r.id LIMIT 5
    RETURN {node: {name: n.name, members: {edges: COLLECT {
      MATCH ()<-[s:MEMBER_OF]-(m)
      USING INDEX s:MEMBER_OF(gen, to, id)
      WHERE s.gen = $gen AND s.to = n.id AND s.id IS NOT NULL
      WITH s, m ORDER BY s.gen, s.to, s.id LIMIT 5
      RETURN {node: {name: m.name}}
    }}}}
  }}}}
}}} AS data`,
			nil,
		},
		{
			"a relation filter",
			fmt.Sprintf(`{ cities(first: 25, orderBy: {by: NAME}, where: {networks: [{some: {ids: [%q]}}, {some: {ids: [%q]}}]}) { totalCount edges { node { name } } } }`, w.first, w.next),
			`MATCH (a:CityGraphNode {gen: $gen, id: $a})
MATCH (b:CityGraphNode {gen: $gen, id: $b})
MATCH (a)<-[:MEMBER_OF]-(c:City)
WHERE EXISTS { (c)-[:MEMBER_OF]->(b) }
WITH DISTINCT c ORDER BY c.nameUp
WITH collect(c.name) AS names
RETURN {cities: {totalCount: size(names), edges: [name IN names[..25] | {node: {name: name}}]}} AS data`,
			map[string]any{"a": w.first, "b": w.next},
		},
		{
			"all counts",
			`{ cities { totalCount } networks { totalCount } declarations { totalCount } organizations { totalCount } funders { totalCount } initiatives { totalCount } events { totalCount } demands { totalCount } sources { totalCount } }`,
			`MATCH (g:CityGraphGeneration {gen: $gen})
WITH g, [kind IN ['CITY', 'NETWORK', 'DECLARATION', 'ORGANIZATION', 'FUNDER', 'INITIATIVE', 'EVENT', 'DEMAND', 'SOURCE'] |
  {totalCount: coalesce([i IN range(0, size(g.nodeKinds) - 1) WHERE g.nodeKinds[i] = kind | g.nodeCounts[i]][0], 0)}] AS n
RETURN {cities: n[0], networks: n[1], declarations: n[2], organizations: n[3], funders: n[4], initiatives: n[5], events: n[6], demands: n[7], sources: n[8]} AS data`,
			nil,
		},
	}
}
