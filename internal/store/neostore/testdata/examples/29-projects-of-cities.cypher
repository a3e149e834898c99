// 29-projects-of-cities: 2 round trips

// $kinds = ["CITY"]
// $limit = 26
// $p2 = ["INITIATIVE"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, nameUp)
    WHERE n.gen = $gen AND n.kind = kind AND n.nameUp IS NOT NULL AND EXISTS { MATCH (n)-[r1:RUNS]->(m1) WHERE m1.kind IN $p2 }
    WITH n ORDER BY n.gen, n.kind, n.nameUp LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.nameUp LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page;

// $at = ["city:barcelona","city:new-york","city:wiesbaden"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()-[r:RUNS]->(m)
  USING INDEX r:RUNS(gen, from, id)
  WHERE r.gen = $gen AND r.from = id AND r.id IS NOT NULL
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
