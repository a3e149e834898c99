// 34-norwegian-cities-of-refuge: 4 round trips

// $ids = ["city:molde"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["network:international-cities-of-refuge-network"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["network:international-cities-of-refuge-network"]
// $limit = 26
// $p0 = ["city:molde"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;

// $asOf = 20361
// $at = ["network:international-cities-of-refuge-network"]
// $limit = 51
// $p1 = ["CITY"]
// $p2 = ["CITY"]
// $p3 = ["NO"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND r.certainFrom <= $asOf AND $asOf <= r.certainTo AND m.kind IN $p1 AND (m.kind IN $p2 AND m.country IS NOT NULL AND m.country IN $p3)
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r, m]
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND r.certainFrom <= $asOf AND $asOf <= r.certainTo AND m.kind IN $p1 AND (m.kind IN $p2 AND m.country IS NOT NULL AND m.country IN $p3)
} AS total
WITH g, collect([id, page, total]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
