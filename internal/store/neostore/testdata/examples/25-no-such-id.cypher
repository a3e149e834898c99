// 25-no-such-id: 1 round trips

// $MEMBER_OF = ["member-of:atlantis--solidarity-cities"]
// $ids = ["city:atlantis","city:berlin"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired,
COLLECT {
  UNWIND $MEMBER_OF AS id
  MATCH ()-[r:MEMBER_OF {gen: $gen, id: id}]->()
  RETURN r.record
} AS MEMBER_OF;
