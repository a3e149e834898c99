// Package kg holds what CityGraph knows about: records (nodes and edges with
// their names, figures, rosters, claims and sources), their ids, EDTF dates,
// the three-valued question whether an edge holds on a day, the vocabulary
// table from which schema checks, lint, documentation, import, export and
// colours derive, and the error codes that every layer speaks.
//
// It imports nothing of ours and knows no storage engine.
package kg
