// 30-members-by-country: 8 round trips

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
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["AL"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["DE"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["ES"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["FR"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["GR"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["IT"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;

// $at = ["network:international-alliance-of-safe-harbours"]
// $limit = 1
// $p0 = ["CITY"]
// $p1 = ["CITY"]
// $p2 = ["NL"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
OPTIONAL MATCH (n:CityGraphNode {gen: $gen, id: id})
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL AND m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page,
COUNT {
  MATCH (n)<-[r:MEMBER_OF]-(m)
  WHERE m.kind IN $p0 AND (m.kind IN $p1 AND m.country IS NOT NULL AND m.country IN $p2)
} AS total;
