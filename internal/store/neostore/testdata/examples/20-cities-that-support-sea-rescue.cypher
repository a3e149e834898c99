// 20-cities-that-support-sea-rescue: 4 round trips

// $ids = ["initiative:civil-sea-rescue-missions","network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["initiative:civil-sea-rescue-missions"]
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

// $at = ["initiative:civil-sea-rescue-missions"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:SUPPORTS]-(m)
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

// $kinds = ["CITY"]
// $limit = 26
// $p2 = ["network:international-alliance-of-safe-harbours"]
// $p3 = ["initiative:civil-sea-rescue-missions"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
WITH g, COLLECT {
  MATCH (x:CityGraphNode)
  USING INDEX SEEK x:CityGraphNode(gen, id)
  WHERE x.gen = $gen AND x.id IN $p3
  RETURN x
} AS named0
RETURN COLLECT {
  MATCH (m1:CityGraphNode)
  USING INDEX SEEK m1:CityGraphNode(gen, id)
  WHERE m1.gen = $gen AND m1.id IN $p2
  MATCH (n)-[r1:MEMBER_OF]->(m1)
  WITH DISTINCT n
  WHERE n.kind IN $kinds AND EXISTS { MATCH (n)-[r2:SUPPORTS]->(m2) WHERE m2 IN named0 }
  WITH n ORDER BY n.id LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page;
