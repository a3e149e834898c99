// 27-where-a-value-comes-from: 2 round trips

// $ids = ["city:villeurbanne"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:citygraph-research-tables","source:for-a-humanitarian-asylum-policy-in-europe","source:geonames","source:internationale-allianz-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;
