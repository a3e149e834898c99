// 40-what-sources-disagree-on: 3 round trips

// $ids = ["city:osnabruck","source:bundesweite-initiative-sichere-hafen-wie-es-zum-bundnis-kam","source:bundnis-stadte-sicherer-hafen-land-berlin","source:bundnis-stadte-sicherer-hafen-stadt-koln","source:bundnis-stadte-sicherer-hafen-stadt-munster","source:bundnis-stadte-sicherer-hafen-wird-zwei-jahre-alt-pressemitteilung-325","source:citygraph-research-tables","source:das-bundnis-mitgliedschaft-sichere-hafen-in-europa","source:das-bundnis-stadte-sicherer-hafen","source:ein-jahr-bundnis-stadte-sicherer-hafen-pressemitteilung-371","source:joining-the-cities-of-safe-harbours-alliance","source:osnabruck-wird-mitglied-im-bundnis-stadte-sicherer-hafen","source:seebrucke-sichere-hafen-und-kommunale-aufnahme-ein-uberblick","source:sichere-hafen-in-niedersachsen-juni-2020","source:sichere-hafen-in-niedersachsen-marz-2022","source:stadt-braunschweig-niedersachsische-sichere-hafen","source:stadte-sicherer-hafen","source:stadtebundnis-sicherer-hafen","source:stadtebundnis-will-seine-arbeitsstrukturen-anpassen","source:stellungnahme-2021-an-2044-01-zum-beitritt-zu-united4rescue"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $ids = ["network:stadte-sicherer-hafen"]
MATCH (g:CityGraphGeneration {gen: $gen, state: 'live'})
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (n:CityGraphNode {gen: $gen, id: id})
  RETURN [n.record, n.sortKey, n.degree]
} AS nodes,
[] AS retired;

// $MEMBER_OF = ["member-of:osnabruck--stadte-sicherer-hafen"]
// $ids = ["network:stadte-sicherer-hafen"]
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
