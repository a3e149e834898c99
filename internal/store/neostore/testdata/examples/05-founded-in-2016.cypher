// 05-founded-in-2016: 5 round trips

// $ids = ["source:citygraph-research-tables","source:solidarity-cities-cities-delivering-on-refugee-reception-and-integration","source:solidarity-cities-home-page-later-version","source:solidarity-cities-launched-in-athens","source:solidarity-cities-respekt-fur-griechenland","source:solidarity-cities-what-s-new","source:zweierlei-solidaritat"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $kinds = ["NETWORK"]
// $limit = 26
// $p2 = 16801
// $p3 = 17166
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, id)
    WHERE n.gen = $gen AND n.kind = kind AND n.id IS NOT NULL AND (n.dateFrom IS NOT NULL AND n.dateTo >= $p2 AND n.dateFrom <= $p3)
    WITH n ORDER BY n.gen, n.kind, n.id LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.id LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (n:CityGraphNode)
  USING INDEX n:CityGraphNode(gen, kind, id)
  WHERE n.gen = $gen AND n.kind IN $kinds AND n.id IS NOT NULL AND (n.dateFrom IS NOT NULL AND n.dateTo >= $p2 AND n.dateFrom <= $p3)
} AS total;

// $kinds = ["ORGANIZATION"]
// $limit = 1
// $p2 = 16801
// $p3 = 17166
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, id)
    WHERE n.gen = $gen AND n.kind = kind AND n.id IS NOT NULL AND (n.dateFrom IS NOT NULL AND n.dateTo >= $p2 AND n.dateFrom <= $p3)
    WITH n ORDER BY n.gen, n.kind, n.id LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.id LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (n:CityGraphNode)
  USING INDEX n:CityGraphNode(gen, kind, id)
  WHERE n.gen = $gen AND n.kind IN $kinds AND n.id IS NOT NULL AND (n.dateFrom IS NOT NULL AND n.dateTo >= $p2 AND n.dateFrom <= $p3)
} AS total;

// $at = ["network:solidarity-cities"]
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

// $at = ["network:solidarity-cities"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()<-[r:INITIATED]-(m)
  USING INDEX r:INITIATED(gen, to, id)
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
