// 23-most-connected-cities: 1 round trips

// $kinds = ["CITY"]
// $limit = 3
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, degreeDown)
    WHERE n.gen = $gen AND n.kind = kind AND n.degreeDown IS NOT NULL
    WITH n ORDER BY n.gen, n.kind, n.degreeDown LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.degreeDown LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page;
