// 19-reported-numbers: 2 round trips

// $ids = ["initiative:sanctuary-movement","network:stadte-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:citygraph-research-tables","source:half-of-all-americans-now-live-in-sanctuaries-protecting-immigrants","source:sanctuary-cities-receiving-federal-funds","source:sanctuary-states-and-cities","source:zweierlei-solidaritat"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;
