// 18-two-texts-of-palermo: 4 round trips

// $ids = ["declaration:charter-of-palermo","declaration:palermo-declaration"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["declaration:charter-of-palermo"]
// $limit = 26
// $p0 = ["DEMAND"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)-[r:CALLS_FOR]->(m)
  WHERE m.kind IN $p0
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

// $at = ["declaration:palermo-declaration"]
// $limit = 26
// $p0 = ["DEMAND"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()-[r:CALLS_FOR]->(m)
  USING INDEX r:CALLS_FOR(gen, from, id)
  WHERE r.gen = $gen AND r.from = id AND r.id IS NOT NULL AND m.kind IN $p0
  WITH r, m ORDER BY r.gen, r.from, r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;

// $at = ["declaration:charter-of-palermo","declaration:palermo-declaration"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()<-[r:ISSUED]-(m)
  USING INDEX r:ISSUED(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
