// 24-the-first-page: 1 round trips

// $kinds = ["CITY"]
// $limit = 6
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $kinds AS kind
  CALL {
    WITH kind
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, nameUp)
    WHERE n.gen = $gen AND n.kind = kind AND n.nameUp IS NOT NULL
    WITH n ORDER BY n.gen, n.kind, n.nameUp LIMIT $limit
    RETURN n
  }
  WITH n ORDER BY n.nameUp LIMIT $limit
  RETURN [n.record, n.sortKey, n.degree]
} AS page;
