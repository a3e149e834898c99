// 33-signed-without-being-a-member: 3 round trips

// $ids = ["declaration:public-statement-from-european-cities-on-vulnerable-children-in-the-refugee-situation-in-greece","network:solidarity-cities"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["declaration:public-statement-from-european-cities-on-vulnerable-children-in-the-refugee-situation-in-greece"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
WITH g, id, COLLECT {
  MATCH (n)<-[r:ORGANISED]-(m)
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

// $kinds = ["CITY"]
// $limit = 26
// $p2 = ["declaration:public-statement-from-european-cities-on-vulnerable-children-in-the-refugee-situation-in-greece"]
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
  MATCH (n)-[r1:SIGNED]->(m1)
  WITH DISTINCT n
  WHERE n.kind IN $kinds AND NOT EXISTS { MATCH (n)-[r2:MEMBER_OF]->(m2) WHERE m2 IN named0 }
  WITH n ORDER BY n.nameUp LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (m1:CityGraphNode)
  USING INDEX SEEK m1:CityGraphNode(gen, id)
  WHERE m1.gen = $gen AND m1.id IN $p2
  MATCH (n)-[r1:SIGNED]->(m1)
  WITH DISTINCT n
  WHERE n.kind IN $kinds AND NOT EXISTS { MATCH (n)-[r2:MEMBER_OF]->(m2) WHERE m2 IN named0 }
} AS total;
