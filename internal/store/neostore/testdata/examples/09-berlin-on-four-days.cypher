// 09-berlin-on-four-days: 6 round trips

// $ids = ["city:berlin"]
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

// $asOf = 18992
// $at = ["city:berlin"]
// $limit = 26
// $p0 = ["network:international-alliance-of-safe-harbours"]
// $p2 = ["NETWORK"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)-[r:MEMBER_OF]->(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND m.kind IN $p2
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;

// $asOf = 19173
// $at = ["city:berlin"]
// $limit = 26
// $p0 = ["network:international-alliance-of-safe-harbours"]
// $p2 = ["NETWORK"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)-[r:MEMBER_OF]->(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND m.kind IN $p2
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;

// $asOf = 19538
// $at = ["city:berlin"]
// $limit = 26
// $p0 = ["network:international-alliance-of-safe-harbours"]
// $p2 = ["NETWORK"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)-[r:MEMBER_OF]->(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND m.kind IN $p2
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;

// $asOf = 20089
// $at = ["city:berlin"]
// $limit = 26
// $p0 = ["network:international-alliance-of-safe-harbours"]
// $p2 = ["NETWORK"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)-[r:MEMBER_OF]->(m)
  WHERE r.notBefore <= $asOf AND $asOf <= r.notAfter AND m.kind IN $p2
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;
