// 16-solidarity-city-or-solidarity-cities: 4 round trips

// $ids = ["network:solidarity-cities","network:solidarity-city"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["network:solidarity-cities"]
// $limit = 1
// $p0 = ["CITY"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()-[r:ACTIVE_IN]->(m)
  USING INDEX r:ACTIVE_IN(gen, from, id)
  WHERE r.gen = $gen AND r.from = id AND r.id IS NOT NULL AND m.kind IN $p0
  WITH r, m ORDER BY r.gen, r.from, r.id LIMIT $limit
  RETURN [r.record, m.sortKey, m.degree]
} AS page,
COUNT {
  MATCH (n)-[r:ACTIVE_IN]->(m)
  WHERE m.kind IN $p0
} AS total;

// $at = ["network:solidarity-city"]
// $limit = 26
// $p0 = ["CITY"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)-[r:ACTIVE_IN]->(m)
  WHERE m.kind IN $p0
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r.record, m.sortKey, m.degree, m.record]
} AS page;

// $at = ["network:solidarity-cities","network:solidarity-city"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r.record, m.sortKey, m.degree, m.record]
} AS page;
