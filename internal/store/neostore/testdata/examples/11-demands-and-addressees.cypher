// 11-demands-and-addressees: 3 round trips

// $ids = ["network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["demand:a-binding-eu-mechanism-for-shared-responsibility","demand:a-humane-european-asylum-policy","demand:direct-eu-funding-for-host-municipalities","demand:facilitating-direct-municipal-admission","demand:legal-migration-routes","demand:participation-in-decision-making","demand:right-to-asylum-and-no-transit-zones-at-the-external-borders"]
// $limit = 26
// $p0 = ["ORGANIZATION"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)-[r:ADDRESSED_TO]->(m)
  WHERE m.kind IN $p0
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

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 26
// $p0 = ["DEMAND"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)-[r:CALLS_FOR]->(m)
  WHERE m.kind IN $p0
  WITH r, m ORDER BY m.sortKey, r.id LIMIT $limit
  RETURN [r, m]
} AS page,
COUNT {
  MATCH (n)-[r:CALLS_FOR]->(m)
  WHERE m.kind IN $p0
} AS total
WITH g, collect([id, page, total]) AS pages
RETURN [p IN pages | [p[0], [item IN p[1] | item[0].record], p[2]]] AS pages, COLLECT {
  UNWIND pages AS p
  UNWIND p[1] AS item
  WITH DISTINCT item[1] AS m
  RETURN [m.id, m.sortKey, m.degree, m.record]
} AS others;
