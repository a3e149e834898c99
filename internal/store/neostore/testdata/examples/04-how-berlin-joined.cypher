// 04-how-berlin-joined: 6 round trips

// $ids = ["city:berlin"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["declaration:palermo-declaration"]
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

// $ids = ["source:for-a-humanitarian-asylum-policy-in-europe","source:internationale-allianz-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["city:berlin"]
// $limit = 26
// $p0 = ["network:international-alliance-of-safe-harbours"]
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

// $at = ["city:berlin"]
// $limit = 26
// $p0 = ["DECLARATION"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()-[r:SIGNED]->(m)
  USING INDEX r:SIGNED(gen, from, id)
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
