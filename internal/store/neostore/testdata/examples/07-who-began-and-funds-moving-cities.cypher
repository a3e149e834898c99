// 07-who-began-and-funds-moving-cities: 3 round trips

// $ids = ["initiative:moving-cities"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["initiative:moving-cities"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:FUNDS]-(m)
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;

// $at = ["initiative:moving-cities"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:INITIATED]-(m)
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
