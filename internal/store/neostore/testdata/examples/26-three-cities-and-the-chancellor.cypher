// 26-three-cities-and-the-chancellor: 5 round trips

// $ids = ["declaration:appeal-of-bonn-dusseldorf-and-cologne-to-the-federal-chancellor"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:bundnis-stadte-sicherer-hafen-stadt-koln","source:citygraph-research-tables","source:for-a-humanitarian-asylum-policy-in-europe","source:geonames","source:uber-die-stadtekoalition","source:zweierlei-solidaritat"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["declaration:appeal-of-bonn-dusseldorf-and-cologne-to-the-federal-chancellor"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:ISSUED]-(m)
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

// $at = ["declaration:appeal-of-bonn-dusseldorf-and-cologne-to-the-federal-chancellor"]
// $limit = 26
// $p0 = ["ORGANIZATION"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()-[r:ADDRESSED_TO]->(m)
  USING INDEX r:ADDRESSED_TO(gen, from, id)
  WHERE r.gen = $gen AND r.from = id AND r.id IS NOT NULL AND m.kind IN $p0
  WITH r, m ORDER BY r.gen, r.from, r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;

// $at = ["declaration:appeal-of-bonn-dusseldorf-and-cologne-to-the-federal-chancellor"]
// $limit = 26
// $p0 = ["DEMAND"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()-[r:CALLS_FOR]->(m)
  USING INDEX r:CALLS_FOR(gen, from, id)
  WHERE r.gen = $gen AND r.from = id AND r.id IS NOT NULL AND m.kind IN $p0
  WITH r, m ORDER BY r.gen, r.from, r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
