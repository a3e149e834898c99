// 19-reported-numbers: 2 round trips

// $ids = ["initiative:civil-sea-rescue-missions","initiative:sanctuary-movement","network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:citygraph-research-tables","source:for-a-humanitarian-asylum-policy-in-europe","source:internationale-allianz-sicherer-hafen","source:tageskonferenz-kommunen-als-sichere-hafen-erfahrungen-perspektiven","source:zweierlei-solidaritat"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;
