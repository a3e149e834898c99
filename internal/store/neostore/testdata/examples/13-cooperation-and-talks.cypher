// 13-cooperation-and-talks: 4 round trips

// $ids = ["city:berlin","network:international-alliance-of-safe-harbours","network:solidarity-city"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:citygraph-research-tables","source:eine-stadt-fur-alle","source:from-the-sea-to-the-city-palermo-25-e-26-giugno-2021","source:internationale-allianz-sicherer-hafen","source:press-media-relations","source:solidarische-stadte-aus-7-europaischen-landern","source:stadtenetzwerkarbeit-internationale-allianz-der-stadte-sicherer-hafen","source:who-we-are"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)-[r:COOPERATES_WITH]-(m)
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

// $at = ["city:berlin","network:solidarity-city"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)-[r:IN_TALKS_WITH]-(m)
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
