// 32-who-pays-sea-eye: 3 round trips

// $ids = ["source:citygraph-research-tables","source:rostock-ubernimmt-patenschaft-fur-sea-eye-4","source:sea-eye-4-rostock-ubernimmt-patenschaft"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $FUNDS = ["funds:rostock--sea-eye"]
// $ids = ["organization:sea-eye"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired,
COLLECT {
  UNWIND $FUNDS AS id
  MATCH ()-[r:FUNDS {gen: $gen, id: id}]->()
  RETURN r.record
} AS FUNDS;

// $at = ["organization:sea-eye"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:FUNDS]-(m)
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r, m]
} AS page,
COUNT { (n)<-[:FUNDS]-() } AS total
WITH g, collect([id, page, total]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
