package dataset

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/datapackage"
)

var marks = map[Form]string{Added: "+", Changed: "~", Withdrawn: "-"}

// Report writes what changed for people: a paragraph a table, one line a record
// (+ added, - withdrawn, ~ changed), and below a changed one what each field was
// and is. The findings are not in it.
func (c Comparison) Report() string {
	var b strings.Builder
	edition := func(version, hash string) string { return fmt.Sprintf("%s (revision %.12s)", version, hash) }
	fmt.Fprintf(&b, "%s %s against %s %s: ", c.New.Name, edition(c.New.Version, c.New.Hash), c.Old.Name, edition(c.Old.Version, c.Old.Hash))
	if len(c.Changes) == 0 {
		b.WriteString("no changes\n")
		return b.String()
	}
	b.WriteString(tally(c.Changes) + "\n")
	for changes := range byTable(c.Changes) {
		fmt.Fprintf(&b, "\n%s: %s\n", changes[0].File, tally(changes))
		for _, change := range changes {
			change.write(&b)
		}
	}
	return b.String()
}

func byTable(changes []Change) func(func([]Change) bool) {
	return func(yield func([]Change) bool) {
		for len(changes) > 0 {
			n := slices.IndexFunc(changes, func(c Change) bool { return c.table != changes[0].table })
			if n < 0 {
				n = len(changes)
			}
			if !yield(changes[:n]) {
				return
			}
			changes = changes[n:]
		}
	}
}

func tally(changes []Change) string {
	counts := map[Form]int{}
	for _, c := range changes {
		counts[c.Form]++
	}
	var parts []string
	for _, f := range []Form{Added, Changed, Withdrawn} {
		if counts[f] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", f, counts[f]))
		}
	}
	return strings.Join(parts, ", ")
}

func (c Change) write(b *strings.Builder) {
	fmt.Fprintf(b, "  %s\n", strings.TrimRight(fmt.Sprintf("%s %s  %s", marks[c.Form], c.Record, c.brief()), " "))
	if c.Form != Changed {
		return
	}
	for _, f := range c.Fields {
		for _, line := range f.lines() {
			fmt.Fprintf(b, "      %s: %s\n", f.Field, line)
		}
	}
}

// brief says which row of the record it is, and of an added or withdrawn one what
// it says.
func (c Change) brief() string {
	if c.table < 0 {
		return "the dataset as a whole"
	}
	t := &datapackage.Tables[c.table]
	row := c.was
	if row == nil {
		row = c.now
	}
	if t.Node != "" {
		return cellOf(t, row, "name")
	}
	columns := sameRow[t.Name]
	if c.Form != Changed {
		columns = slices.DeleteFunc(t.Header()[1:], func(name string) bool {
			return slices.Contains(evidence, name) || t.Edge != "" && (name == "from" || name == "to")
		})
	}
	var texts []string
	for _, name := range columns {
		if v := cellOf(t, row, name); v != "" {
			texts = append(texts, name+" "+shown(v))
		}
	}
	return strings.Join(texts, ", ")
}

// lists are columns of several values, of which only those that differ are shown.
var lists = []string{"sources", "seen", "impliedBy"}

func (f FieldChange) lines() []string {
	if !slices.Contains(lists, f.Field) {
		return []string{shown(f.Was) + " → " + shown(f.Is)}
	}
	was, is := itemsOf(f.Field, f.Was), itemsOf(f.Field, f.Is)
	var lines []string
	for _, item := range was {
		if !slices.Contains(is, item) {
			lines = append(lines, "- "+item)
		}
	}
	for _, item := range is {
		if !slices.Contains(was, item) {
			lines = append(lines, "+ "+item)
		}
	}
	if lines == nil {
		return []string{"in another order"}
	}
	return lines
}

func itemsOf(field, cell string) []string {
	if field != "sources" {
		return datapackage.SplitList(cell)
	}
	cs, _ := datapackage.ParseSources(cell) // it was written by FormatSources
	items := make([]string, len(cs))
	for i := range cs {
		items[i] = datapackage.FormatSources(cs[i : i+1])
	}
	return items
}

// shown is a value on one line.
func shown(v string) string {
	if v == "" {
		return "(empty)"
	}
	return strings.NewReplacer("\n", `\n`, "\r", `\r`).Replace(v)
}
