// 36-more-than-chance: 4 round trips

// $ids = ["city:altenberge","city:amsterdam","city:athens","city:bad-honnef","city:barcelona","city:bergamo","city:berlin","city:bielefeld","city:bonn","city:braunschweig","city:cologne","city:darmstadt","city:detmold","city:dinslaken","city:dormagen","city:dortmund","city:flensburg","city:freiburg-im-breisgau","city:georgsmarienhutte","city:giessen","city:gottingen","city:greifswald","city:gutersloh","city:heidelberg","city:hildesheim","city:julich","city:kiel","city:krefeld","city:laatzen","city:lampedusa","city:landkreis-gottingen","city:leipzig","city:mannheim","city:marburg","city:marseille","city:munich","city:munster","city:northeim","city:oldenburg","city:osnabruck","city:palermo","city:potsdam","city:pozzallo","city:reggio-calabria","city:rostock","city:rottenburg","city:saarbrucken","city:sulingen","city:tirana","city:trier","city:utrecht","city:villeurbanne","city:wurzburg"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["network:international-alliance-of-safe-harbours","network:stadte-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $kinds = ["CITY"]
// $limit = 1
// $p2 = ["CITY"]
// $p3 = ["municipality"]
// $p4 = ["CITY"]
// $p5 = ["DE"]
// $p6 = ["","declared","participant","partner"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, id)
    WHERE n.gen = $gen AND n.kind = kind AND n.id IS NOT NULL AND (n.kind IN $p2 AND n.placeType IS NOT NULL AND n.placeType IN $p3) AND (n.kind IN $p4 AND n.country IS NOT NULL AND n.country IN $p5) AND EXISTS { MATCH (n)-[r1:MEMBER_OF|TOOK_PART_IN|SIGNED]->(m1) WHERE r1.basis <> 'implied' AND (type(r1) <> 'TOOK_PART_IN' OR coalesce(r1.role, '') IN $p6) }
    WITH n ORDER BY n.gen, n.kind, n.id LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.id LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page,
COUNT {
  MATCH (n:CityGraphNode)
  USING INDEX n:CityGraphNode(gen, kind, id)
  WHERE n.gen = $gen AND n.kind IN $kinds AND n.id IS NOT NULL AND (n.kind IN $p2 AND n.placeType IS NOT NULL AND n.placeType IN $p3) AND (n.kind IN $p4 AND n.country IS NOT NULL AND n.country IN $p5) AND EXISTS { MATCH (n)-[r1:MEMBER_OF|TOOK_PART_IN|SIGNED]->(m1) WHERE r1.basis <> 'implied' AND (type(r1) <> 'TOOK_PART_IN' OR coalesce(r1.role, '') IN $p6) }
} AS total;

// $at = ["network:international-alliance-of-safe-harbours","network:stadte-sicherer-hafen"]
// $limit = 1001
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page;
