package dataset

import (
	"strconv"

	"citygraph/internal/kg"
)

// addPart takes in a row of what hangs on records or stands beside them. A row
// that does not say on which record it hangs is left out; checkCells has
// reported it.
func (d *draft) addPart(r row) {
	on := kg.ID(r.cell(r.table.Columns[0].Name))
	if on == "" {
		return
	}
	basis, srcs := kg.Basis(r.cell("basis")), sources(r)
	switch r.table.Name {
	case "names":
		d.names = append(d.names, placed[kg.Name]{r.at, on, kg.Name{
			Text: r.cell("name"), Lang: r.cell("lang"), Kind: r.cell("kind"), Basis: basis, Sources: srcs,
		}})
	case "figures":
		d.figures = append(d.figures, placed[kg.Figure]{r.at, on, kg.Figure{
			Measure: r.cell("measure"), Qualifier: r.cell("qualifier"), Value: r.cell("value"),
			Date: date(r, "date"), Basis: basis, Sources: srcs,
		}})
	case "rosters":
		d.rosters = append(d.rosters, placed[kg.Roster]{r.at, on, kg.Roster{
			Date: date(r, "date"), Scope: r.cell("scope"), Status: r.cell("status"),
			Count: count(r), Basis: basis, Sources: srcs,
		}})
	case "claims":
		d.claims = append(d.claims, placed[kg.Claim]{r.at, on, kg.Claim{
			Field: r.cell("field"), Value: r.cell("value"), Basis: basis, Sources: srcs,
		}})
	case "retired":
		d.retired = append(d.retired, placed[kg.Retired]{r.at, on, kg.Retired{
			ID: on, Date: date(r, "date"), Reason: r.cell("reason"),
			ReplacedBy: kg.ID(r.cell("replacedBy")), Sources: srcs,
		}})
	case "corrections":
		d.corrections = append(d.corrections, placed[kg.Correction]{r.at, on, kg.Correction{
			Record: on, Date: date(r, "date"), Was: r.cell("was"), Is: r.cell("is"), Why: r.cell("why"),
		}})
	}
}

func count(r row) int {
	text := r.cell("count")
	if text == "" {
		return -1
	}
	n, _ := strconv.Atoi(text)
	return n
}
