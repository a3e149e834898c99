package dataset

import (
	"fmt"
	"strings"
)

// Report writes findings for people: one paragraph a group, one line a finding
// with file:line, and below it how to mend it. It is empty without findings.
func Report(fs []Finding) string {
	var b strings.Builder
	var last Group
	counts := map[Group]int{}
	for _, f := range fs {
		counts[f.Group]++
	}
	for _, f := range fs {
		if f.Group != last {
			if last != "" {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s (%s, %d)\n", f.Group.Title(), f.Group, counts[f.Group])
			last = f.Group
		}
		fmt.Fprintf(&b, "  %s%s\n", prefixOf(f), f.Message)
		if f.Mend != "" {
			fmt.Fprintf(&b, "      mend: %s\n", f.Mend)
		}
	}
	return b.String()
}

func prefixOf(f Finding) string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	if f.Column != "" {
		fmt.Fprintf(&b, " %s", f.Column)
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	return b.String()
}

func plural(n int, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return fmt.Sprintf("%d %s", n, plural)
}
