// 39-three-networks: 3 round trips

// $ids = ["city:altenberge","city:amsterdam","city:apolda","city:athens","city:aubervilliers","city:bad-honnef","city:barcelona","city:bergamo","city:berlin","city:bielefeld","city:bologna","city:bonn","city:botkyrka","city:braunschweig","city:cair","city:celle","city:cologne","city:darmstadt","city:detmold","city:dinslaken","city:dormagen","city:dortmund","city:erlangen","city:flensburg","city:freiburg-im-breisgau","city:georgsmarienhutte","city:ghent","city:giessen","city:gottingen","city:graz","city:greifswald","city:grenoble","city:gunzenhausen","city:gutersloh","city:halle-saale","city:hanover","city:heidelberg","city:hildesheim","city:julich","city:karlsruhe","city:kiel","city:kitzingen","city:krefeld","city:laatzen","city:lampedusa","city:landkreis-gottingen","city:lausanne","city:leipzig","city:liege","city:mannheim","city:marburg","city:marseille","city:munich","city:munster","city:nantes","city:northeim","city:nuremberg","city:oldenburg","city:osnabruck","city:palermo","city:pappenheim","city:potsdam","city:pozzallo","city:reggio-calabria","city:rostock","city:rottenburg","city:saarbrucken","city:siegen","city:sulingen","city:tirana","city:toulouse","city:trier","city:utrecht","city:villeurbanne","city:wolfsburg","city:wuppertal","city:wurzburg"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["network:european-coalition-of-cities-against-racism","network:international-alliance-of-safe-harbours","network:stadte-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $at = ["network:european-coalition-of-cities-against-racism","network:international-alliance-of-safe-harbours","network:stadte-sicherer-hafen"]
// $limit = 1001
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
UNWIND $at AS id
RETURN id, COLLECT {
  MATCH ()<-[r:MEMBER_OF]-(m)
  USING INDEX r:MEMBER_OF(gen, to, id)
  WHERE r.gen = $gen AND r.to = id AND r.id IS NOT NULL
  WITH r, m ORDER BY r.gen, r.to, r.id LIMIT $limit
  RETURN r.record
} AS page;
