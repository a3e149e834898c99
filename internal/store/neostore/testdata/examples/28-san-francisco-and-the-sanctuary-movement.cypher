// 28-san-francisco-and-the-sanctuary-movement: 3 round trips

// $ids = ["city:san-francisco","initiative:sanctuary-movement"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["city:san-francisco"]
// $limit = 26
// $p0 = ["DECLARATION"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)-[r:ISSUED]->(m)
  WHERE m.kind IN $p0
  WITH r, m ORDER BY r.sinceUp, r.id LIMIT $limit
  RETURN [r.record, m.sortKey, m.degree, m.record]
} AS page;

// $at = ["initiative:sanctuary-movement"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)<-[r:REFERS_TO]-(m)
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r.record, m.sortKey, m.degree, m.record]
} AS page;
