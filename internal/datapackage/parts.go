package datapackage

import (
	"strconv"

	"citygraph/internal/kg"
)

var basisColumn = list("basis", []string{string(kg.Stated), string(kg.Implied)},
	"Whether a source states it or only implies it; stated if one of the sources states it.", "stated")

var sourcesColumn = need("sources", TypeSources,
	"Citations `source#locator`, with ` (implied)` after one that only implies the fact, separated by `; `; a `;` or `#` inside a locator is doubled.",
	"source:example#L12, \"Members\"; source:other#p. 3 (implied)")

// partTables hold what hangs on records, and what the dataset says of itself.
var partTables = []Table{
	{
		Name: "names", Path: "names.csv", Doc: "Names of nodes beside the canonical one.",
		Key: []string{"node", "name", "lang", "kind"},
		Columns: []Column{
			need("node", kg.TypeID, "Id of the node that has the name.", "city:munich"),
			need("name", kg.TypeText, "The name.", "München"),
			need("lang", kg.TypeLanguage, "Language of the name, BCP 47; `und` where unknown.", "de"),
			list("kind", kg.NameKinds, "What kind of name it is.", "official"),
			basisColumn, sourcesColumn,
		},
		rows: partRows(func(n kg.Node) []kg.Name { return n.Names }, func(n kg.Node, p kg.Name) []string {
			return []string{string(n.ID), p.Text, p.Lang, p.Kind, string(p.Basis), FormatSources(p.Sources)}
		}),
	},
	{
		Name: "figures", Path: "figures.csv", Doc: "Numbers that sources report about a node. Contradicting figures stand side by side.",
		Key: []string{"subject", "measure", "qualifier", "value", "date"},
		Columns: []Column{
			need("subject", kg.TypeID, "Id of the node that is counted.", "network:example"),
			list("measure", kg.Measures, "What is counted.", "members"),
			list("qualifier", kg.Qualifiers, "How the number is meant.", "exact"),
			need("value", kg.TypeNumber, "The number of things counted.", "36"),
			may("date", kg.TypeDate, "When it was so, as an EDTF date; empty where no source says.", "2024-08"),
			basisColumn, sourcesColumn,
		},
		rows: partRows(func(n kg.Node) []kg.Figure { return n.Figures }, func(n kg.Node, p kg.Figure) []string {
			return []string{string(n.ID), p.Measure, p.Qualifier, p.Value, p.Date.String(), string(p.Basis), FormatSources(p.Sources)}
		}),
	},
	{
		Name: "rosters", Path: "rosters.csv", Doc: "How much of a group's list of names is recorded, for a date and a scope.",
		Columns: []Column{
			need("group", kg.TypeID, "Id of the group: a node whose kind has a roster.", "network:example"),
			may("date", kg.TypeDate, "Date of the list, as an EDTF date; empty for an undated list.", "2024-08"),
			need("scope", kg.TypeText, "`all`, `founders`, a country code or the id of a region.", "all"),
			list("status", kg.RosterStatuses, "How much of the list is recorded.", "complete"),
			may("count", kg.TypeInteger, "How many names are on the list; empty where unknown.", "36"),
			basisColumn, sourcesColumn,
		},
		rows: partRows(func(n kg.Node) []kg.Roster { return n.Rosters }, func(n kg.Node, p kg.Roster) []string {
			return []string{string(n.ID), p.Date.String(), p.Scope, p.Status, FormatCount(p.Count), string(p.Basis), FormatSources(p.Sources)}
		}),
	},
	{
		Name: "claims", Path: "claims.csv", Doc: "What single sources say of one field of a record, where they differ or where the field has no column.",
		Columns: []Column{
			need("record", kg.TypeID, "Id of the node or edge.", "city:berlin"),
			need("field", kg.TypeText, "A column of the record's file, the inverse name of an edge kind, or a claim-only word.", "population"),
			need("value", kg.TypeText, "The value that the source gives.", "3426354"),
			basisColumn, sourcesColumn,
		},
		rows: claimRows,
	},
	{
		Name: "retired", Path: "retired.csv", Doc: "Ids that are no longer in use. No id is ever used again.",
		Key: []string{"id"},
		Columns: []Column{
			need("id", kg.TypeID, "The retired id.", "city:athen"),
			need("date", kg.TypeDate, "When it was retired, as an EDTF date.", "2027-01-15"),
			need("reason", kg.TypeText, "Why, in one sentence.", "The same city as city:athens."),
			may("replacedBy", kg.TypeID, "Id of the record to look at instead.", "city:athens"),
			may("sources", TypeSources, sourcesColumn.Doc, sourcesColumn.Example),
		},
		rows: retiredRows,
	},
	{
		Name: "corrections", Path: "corrections.csv", Doc: "What records said before, and why that was changed.",
		Columns: []Column{
			need("record", kg.TypeID, "Id of the corrected record.", "network:example"),
			need("date", kg.TypeDate, "When it was corrected, as an EDTF date.", "2027-01-15"),
			need("was", kg.TypeText, "What it said, with the field.", "foundingDate 2015"),
			need("is", kg.TypeText, "What it says now.", "foundingDate 2016"),
			need("why", kg.TypeText, "Why, in one sentence.", "The year was read from the line above."),
		},
		rows: correctionRows,
	},
}

// FormatCount writes a roster's count: empty where it is unknown (-1).
func FormatCount(n int) string {
	if n < 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func partRows[P any](parts func(kg.Node) []P, row func(kg.Node, P) []string) func(Table, kg.Record) [][]string {
	return func(_ Table, r kg.Record) [][]string {
		n, ok := r.(kg.Node)
		if !ok {
			return nil
		}
		var rows [][]string
		for _, p := range parts(n) {
			rows = append(rows, row(n, p))
		}
		return rows
	}
}

func claimRows(_ Table, r kg.Record) [][]string {
	var claims []kg.Claim
	switch r := r.(type) {
	case kg.Node:
		claims = r.Claims
	case kg.Edge:
		claims = r.Claims
	}
	var rows [][]string
	for _, c := range claims {
		rows = append(rows, []string{string(r.RecordID()), c.Field, c.Value, string(c.Basis), FormatSources(c.Sources)})
	}
	return rows
}

func retiredRows(_ Table, r kg.Record) [][]string {
	x, ok := r.(kg.Retired)
	if !ok {
		return nil
	}
	return [][]string{{string(x.ID), x.Date.String(), x.Reason, string(x.ReplacedBy), FormatSources(x.Sources)}}
}

func correctionRows(_ Table, r kg.Record) [][]string {
	c, ok := r.(kg.Correction)
	if !ok {
		return nil
	}
	return [][]string{{string(c.Record), c.Date.String(), c.Was, c.Is, c.Why}}
}
