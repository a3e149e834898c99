// 10-what-is-unknown: 4 round trips

// $MEMBER_OF = ["member-of:bonn--international-alliance-of-safe-harbours"]
// $ids = ["city:rottenburg","declaration:villeurbanne-declaration","event:kommunen-als-sichere-hafen-erfahrungen-perspektiven","network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired,
COLLECT {
  UNWIND $MEMBER_OF AS id
  MATCH ()-[r:MEMBER_OF {gen: $gen, id: id}]->()
  RETURN r.record
} AS MEMBER_OF;

// $at = ["event:kommunen-als-sichere-hafen-erfahrungen-perspektiven"]
// $limit = 1
// $p0 = ["CITY"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()-[r:LOCATED_IN]->(m)
  USING INDEX r:LOCATED_IN(gen, from, id)
  WHERE r.gen = $gen AND r.from = id AND r.id IS NOT NULL AND m.kind IN $p0
  WITH r, m ORDER BY r.gen, r.from, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)-[r:LOCATED_IN]->(m)
  WHERE m.kind IN $p0
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:FOUNDED]-(m)
  USING INDEX r:FOUNDED(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)<-[:FOUNDED]-() } AS total;

// $at = ["declaration:villeurbanne-declaration"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:ISSUED]-(m)
  USING INDEX r:ISSUED(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)<-[:ISSUED]-() } AS total;
