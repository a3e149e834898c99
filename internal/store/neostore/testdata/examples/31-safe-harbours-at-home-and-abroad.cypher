// 31-safe-harbours-at-home-and-abroad: 3 round trips

// $ids = ["network:international-alliance-of-safe-harbours","network:stadte-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $kinds = ["CITY"]
// $limit = 26
// $p2 = ["network:international-alliance-of-safe-harbours"]
// $p3 = ["network:stadte-sicherer-hafen"]
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
  WHERE n.kind IN $kinds AND EXISTS { MATCH (n)-[r2:MEMBER_OF]->(m2) WHERE m2 IN named0 }
  WITH n ORDER BY n.nameUp LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (m1:CityGraphNode)
  USING INDEX SEEK m1:CityGraphNode(gen, id)
  WHERE m1.gen = $gen AND m1.id IN $p2
  MATCH (n)-[r1:MEMBER_OF]->(m1)
  WITH DISTINCT n
  WHERE n.kind IN $kinds AND EXISTS { MATCH (n)-[r2:MEMBER_OF]->(m2) WHERE m2 IN named0 }
} AS total;

// $kinds = ["CITY"]
// $limit = 26
// $p2 = ["network:international-alliance-of-safe-harbours"]
// $p3 = ["CITY"]
// $p4 = ["CITY"]
// $p5 = ["DE"]
// $p6 = ["network:stadte-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
WITH g, COLLECT {
  MATCH (x:CityGraphNode)
  USING INDEX SEEK x:CityGraphNode(gen, id)
  WHERE x.gen = $gen AND x.id IN $p6
  RETURN x
} AS named0
RETURN COLLECT {
  MATCH (m1:CityGraphNode)
  USING INDEX SEEK m1:CityGraphNode(gen, id)
  WHERE m1.gen = $gen AND m1.id IN $p2
  MATCH (n)-[r1:MEMBER_OF]->(m1)
  WITH DISTINCT n
  WHERE n.kind IN $kinds AND n.kind IN $p3 AND (n.kind IN $p4 AND n.country IS NOT NULL AND n.country IN $p5) AND NOT EXISTS { MATCH (n)-[r2:MEMBER_OF]->(m2) WHERE m2 IN named0 }
  WITH n ORDER BY n.nameUp LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (m1:CityGraphNode)
  USING INDEX SEEK m1:CityGraphNode(gen, id)
  WHERE m1.gen = $gen AND m1.id IN $p2
  MATCH (n)-[r1:MEMBER_OF]->(m1)
  WITH DISTINCT n
  WHERE n.kind IN $kinds AND n.kind IN $p3 AND (n.kind IN $p4 AND n.country IS NOT NULL AND n.country IN $p5) AND NOT EXISTS { MATCH (n)-[r2:MEMBER_OF]->(m2) WHERE m2 IN named0 }
} AS total;
