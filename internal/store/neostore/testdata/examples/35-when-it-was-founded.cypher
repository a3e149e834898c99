// 35-when-it-was-founded: 2 round trips

// $ids = ["network:solidarity-cities"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["source:citygraph-research-tables","source:solidarity-cities-cities-delivering-on-refugee-reception-and-integration","source:solidarity-cities-home-page-later-version","source:solidarity-cities-launched-in-athens","source:solidarity-cities-respekt-fur-griechenland","source:solidarity-cities-what-s-new","source:zweierlei-solidaritat"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;
