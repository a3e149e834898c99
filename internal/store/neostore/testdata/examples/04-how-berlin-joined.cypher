// 04-how-berlin-joined: 5 round trips

// $ids = ["city:berlin"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["declaration:palermo-declaration","network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:33-cities-form-the-international-alliance-of-safe-harbour-cities","source:33-european-cities-sign-alliance-of-safe-harbours-declaration","source:citygraph-research-tables","source:european-cities-establish-alliance-of-safe-harbours","source:for-a-humanitarian-asylum-policy-in-europe","source:greifswald-gehort-zu-mitbegrundern-einer-internationalen-allianz-der-sicheren-hafen","source:internationale-allianz-sicherer-hafen","source:stadtenetzwerkarbeit-internationale-allianz-der-stadte-sicherer-hafen","source:who-we-are"]
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
// $p0 = ["declaration:palermo-declaration"]
// $p1 = ["DECLARATION"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (m:CityGraphNode)
  USING INDEX SEEK m:CityGraphNode(gen, id)
  WHERE m.gen = $gen AND m.id IN $p0
  MATCH (n)-[r:SIGNED]->(m)
  WHERE m.kind IN $p1
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN [r, m]
} AS page
WITH g, collect([id, page, null]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
