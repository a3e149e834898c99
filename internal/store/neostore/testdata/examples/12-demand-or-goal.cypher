// 12-demand-or-goal: 3 round trips

// $ids = ["demand:direct-eu-funding-for-host-municipalities","network:international-alliance-of-safe-harbours"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:for-a-humanitarian-asylum-policy-in-europe","source:internationale-allianz-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $CALLS_FOR = ["calls-for:international-alliance-of-safe-harbours--direct-eu-funding-for-host-municipalities"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN [] AS nodes,
[] AS retired,
COLLECT {
  UNWIND $CALLS_FOR AS id
  MATCH ()-[r:CALLS_FOR {gen: $gen, id: id}]->()
  RETURN r.record
} AS CALLS_FOR;
