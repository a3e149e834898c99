// 14-around-berlin: 2 round trips

// $ids = ["city:berlin"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["city:berlin"]
// $limit = 51
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)-[r:ISSUED|COORDINATES|HOSTS|IN_TALKS_WITH|ACTIVE_IN]-(m)
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN [r, m]
} AS page,
COUNT { (n)-[:ISSUED|COORDINATES|HOSTS|IN_TALKS_WITH|ACTIVE_IN]-() } AS total
WITH g, collect([id, page, total]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
