package export

import (
	"fmt"
	"strings"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

// readmeFile is what somebody opens first who has the zip file and nothing else.
const readmeFile = "README.txt"

// readme tells what the folder is, whose it is, how to cite it, and what its
// tables are; rows says how many each has.
func readme(d kg.Dataset, desc datapackage.Descriptor, rows map[string]int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", d.Title, strings.Repeat("=", len([]rune(d.Title))))
	fmt.Fprintf(&b, "Dataset   %s\nVersion   %s\nRevision  %s\n", d.Name, d.Version, d.Hash)
	fmt.Fprintf(&b, "Licence   %s\n", strings.TrimSpace(d.License+" "+desc.Licenses[0].Path))
	if d.Citation != "" {
		fmt.Fprintf(&b, "Cite as   %s\n", d.Citation)
	}
	b.WriteString(readmeRules)
	for _, r := range desc.Resources {
		fmt.Fprintf(&b, "\n%s (rows: %d)\n    %s\n", r.Path, rows[r.Path], r.Description)
	}
	return b.String()
}

// readmeRules is what holds for all tables.
const readmeRules = `
The revision is a hash of the content: files of one revision say the same.

How to read it
--------------
This is a Frictionless Data Package. datapackage.json describes every column, with an example.

The files are CSV in UTF-8, with commas between the cells. Import them into a spreadsheet with every column as
text (in Excel: Data, From Text/CSV, 65001); opened by a double click, umlauts can break and dates change.

An empty cell means unknown, never no. Dates are EDTF: 2021, 2021-06, 2021-06-25, 2021~ (about), [2021..2023]
(some day in between). since is when it began, until the last day on which it held, seen the days on which a
source shows it. Ids such as city:berlin stand in the first column of the tables in nodes/; from and to of the
tables in edges/ name them.

basis says whether a source states the fact, or whether it only follows from what one says (implied). sources
holds SOURCE#PLACE, several with "; " between them; nodes/source.csv tells what each source is.

That somebody is missing from a list means nothing, unless rosters.csv says that the list is complete for the day.

Files
-----
`
