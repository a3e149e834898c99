// 03-in-both-networks: 4 round trips

// $ids = ["network:international-alliance-of-safe-harbours","network:solidarity-cities"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:berlin-jetzt-teil-der-solidarity-cities","source:citygraph-research-tables","source:solidarity-cities-home-page-older-version","source:solidarity-cities-respekt-fur-griechenland","source:solidarity-cities-senatskanzlei-berlin","source:zweierlei-solidaritat"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["city:amsterdam","city:athens","city:barcelona","city:berlin","city:leipzig"]
// $limit = 26
// $p0 = ["network:solidarity-cities"]
// $p1 = ["NETWORK"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)-[r:MEMBER_OF]->(m)
  WHERE m.kind IN $p1
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;

// $kinds = ["CITY"]
// $limit = 26
// $p2 = ["network:international-alliance-of-safe-harbours"]
// $p3 = ["network:solidarity-cities"]
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
