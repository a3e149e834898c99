// 08-members-on-a-day: 7 round trips

// $ids = ["city:berlin","city:bonn","city:utrecht"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $asOf = 19630
// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND r.notBefore <= $asOf AND $asOf <= r.notAfter
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter
} AS total;

// $asOf = 19630
// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND r.notBefore <= $asOf AND $asOf <= r.notAfter AND r.certainFrom <= $asOf AND $asOf <= r.certainTo
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND r.certainFrom <= $asOf AND $asOf <= r.certainTo
} AS total;

// $asOf = 19630
// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 26
// $p0 = ["city:berlin"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 26
// $p0 = ["city:bonn"]
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

// $asOf = 19630
// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 26
// $p0 = ["city:bonn","city:utrecht"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter
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
