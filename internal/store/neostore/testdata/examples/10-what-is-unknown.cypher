// 10-what-is-unknown: 4 round trips

// $FUNDS = ["funds:konstanz--sea-eye--2"]
// $MEMBER_OF = ["member-of:afgactivistcollective--from-the-sea-to-the-city"]
// $ids = ["city:unione-dei-comuni-terre-dei-castelli","declaration:founding-document-of-solidarity-cities","event:kommunen-als-sichere-hafen-erfahrungen-perspektiven","network:stadte-sicherer-hafen"]
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
} AS MEMBER_OF,
COLLECT {
  UNWIND $FUNDS AS id
  MATCH ()-[r:FUNDS {gen: $gen, id: id}]->()
  RETURN r.record
} AS FUNDS;

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

// $at = ["network:stadte-sicherer-hafen"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:FUNDS]-(m)
  USING INDEX r:FUNDS(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)<-[:FUNDS]-() } AS total;

// $at = ["declaration:founding-document-of-solidarity-cities"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:SIGNED]-(m)
  USING INDEX r:SIGNED(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)<-[:SIGNED]-() } AS total;
