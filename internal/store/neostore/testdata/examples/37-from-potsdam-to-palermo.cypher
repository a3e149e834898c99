// 37-from-potsdam-to-palermo: 4 round trips

// $ids = ["city:palermo","city:potsdam","declaration:joint-proclamation-of-palermo-and-potsdam","declaration:palermo-declaration","event:from-the-sea-to-the-city-conference","network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["city:palermo","city:potsdam"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["city:palermo","city:potsdam"]
// $limit = 501
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)-[r:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|INITIATED|RUNS|COORDINATES|HOSTS|FUNDS|SUPPORTS|COOPERATES_WITH|IN_TALKS_WITH|ORGANISED|CALLS_FOR|ADDRESSED_TO|REFERS_TO|REPLACES|REAFFIRMS|PART_OF|ACTIVE_IN|LOCATED_IN]-(m)
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)-[:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|INITIATED|RUNS|COORDINATES|HOSTS|FUNDS|SUPPORTS|COOPERATES_WITH|IN_TALKS_WITH|ORGANISED|CALLS_FOR|ADDRESSED_TO|REFERS_TO|REPLACES|REAFFIRMS|PART_OF|ACTIVE_IN|LOCATED_IN]-() } AS total;

// $at = ["declaration:joint-proclamation-of-palermo-and-potsdam","declaration:joint-statement-on-unaccompanied-minors","declaration:letter-of-ten-mayors-on-moria","declaration:palermo-declaration","declaration:potsdam-declaration-2019","event:from-the-sea-to-the-city-conference","event:sichere-hafen-leinen-los-fur-kommunale-aufnahme","initiative:declarations-of-safe-harbours","initiative:sea-eye-municipal-sponsorships","network:european-coalition-of-cities-against-racism","network:international-alliance-of-safe-harbours","network:stadte-sicherer-hafen","organization:sea-eye"]
// $limit = 77
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH (n)-[r:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|INITIATED|RUNS|COORDINATES|HOSTS|FUNDS|SUPPORTS|COOPERATES_WITH|IN_TALKS_WITH|ORGANISED|CALLS_FOR|ADDRESSED_TO|REFERS_TO|REPLACES|REAFFIRMS|PART_OF|ACTIVE_IN|LOCATED_IN]-(m)
  WITH r, m ORDER BY r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT { (n)-[:MEMBER_OF|TOOK_PART_IN|SIGNED|ISSUED|FOUNDED|INITIATED|RUNS|COORDINATES|HOSTS|FUNDS|SUPPORTS|COOPERATES_WITH|IN_TALKS_WITH|ORGANISED|CALLS_FOR|ADDRESSED_TO|REFERS_TO|REPLACES|REAFFIRMS|PART_OF|ACTIVE_IN|LOCATED_IN]-() } AS total;
