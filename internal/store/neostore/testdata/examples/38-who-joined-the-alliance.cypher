// 38-who-joined-the-alliance: 4 round trips

// $ids = ["city:amsterdam","city:athens","city:barcelona","city:bergamo","city:berlin","city:bonn","city:braunschweig","city:darmstadt","city:dinslaken","city:dormagen","city:dortmund","city:flensburg","city:gottingen","city:greifswald","city:gutersloh","city:heidelberg","city:julich","city:kiel","city:lampedusa","city:leipzig","city:mannheim","city:marburg","city:marseille","city:munich","city:munster","city:northeim","city:palermo","city:potsdam","city:pozzallo","city:reggio-calabria","city:rottenburg","city:tirana","city:trier","city:utrecht","city:villeurbanne","city:wurzburg"]
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

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)-[r:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|HOSTS|FUNDS|ORGANISED]-(m)
  WITH r, m LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)-[:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|HOSTS|FUNDS|ORGANISED]-() } AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1001
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)-[r:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|HOSTS|FUNDS|ORGANISED]-(m)
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page;
