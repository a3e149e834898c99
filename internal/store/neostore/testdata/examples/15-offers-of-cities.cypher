// 15-offers-of-cities: 2 round trips

// $kinds = ["DECLARATION"]
// $limit = 26
// $p2 = ["DECLARATION"]
// $p3 = ["DECLARATION","INITIATIVE","ORGANIZATION"]
// $p4 = ["offer"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, nameUp)
    WHERE n.gen = $gen AND n.kind = kind AND n.nameUp IS NOT NULL AND n.kind IN $p2 AND (n.kind IN $p3 AND n.form IS NOT NULL AND n.form IN $p4)
    WITH n ORDER BY n.gen, n.kind, n.nameUp LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.nameUp LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (n:CityGraphNode)
  USING INDEX n:CityGraphNode(gen, kind, id)
  WHERE n.gen = $gen AND n.kind IN $kinds AND n.id IS NOT NULL AND n.kind IN $p2 AND (n.kind IN $p3 AND n.form IS NOT NULL AND n.form IN $p4)
} AS total;

// $at = ["declaration:offer-of-berlin-to-admit-people-rescued-at-sea","declaration:offer-of-hanover-to-admit-injured-children-from-gaza-and-israel","declaration:offer-of-kiel-to-admit-people-rescued-at-sea","declaration:offer-of-messina-to-admit-the-people-aboard-the-aquarius","declaration:offer-of-naples-to-admit-the-people-aboard-the-aquarius","declaration:offer-of-osnabruck-to-admit-people-from-afghanistan","declaration:offer-of-palermo-to-admit-the-people-aboard-the-aquarius"]
// $limit = 26
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
WITH g, id, COLLECT {
  MATCH ()<-[r:ISSUED]-(m)
  USING INDEX r:ISSUED(gen, to, id)
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
