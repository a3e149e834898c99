package datapackage

import (
	"fmt"
	"strings"

	"citygraph/internal/kg"
)

const (
	between = "; "         // stands between the items of a list
	implied = " (implied)" // stands after a citation that only implies the fact
)

// Made once: making one costs more than using it.
var (
	doubled = strings.NewReplacer(";", ";;", "#", "##")
	single  = strings.NewReplacer(";;", ";", "##", "#")
)

// SplitList takes apart a cell of ids or dates; an empty cell has none. Items
// are not checked.
func SplitList(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, between)
}

// FormatList writes ids or dates as one cell.
func FormatList[T any](items []T) string {
	texts := make([]string, len(items))
	for i, it := range items {
		texts[i] = fmt.Sprint(it)
	}
	return strings.Join(texts, between)
}

// ParseSources reads a cell of citations, each `source#locator`, with
// ` (implied)` after one that only implies the fact, separated by `; `; a `;`
// or `#` inside a locator is doubled. A missing locator is left empty, and
// whether the sources exist is not asked here. A cell that is not of this form
// is CodeInvalid.
func ParseSources(cell string) ([]kg.Citation, error) {
	if cell == "" {
		return nil, nil
	}
	items, err := splitSources(cell)
	if err != nil {
		return nil, err
	}
	cs := make([]kg.Citation, len(items))
	for i, item := range items {
		if cs[i], err = parseCitation(item); err != nil {
			return nil, err
		}
	}
	return cs, nil
}

// splitSources cuts at each `; ` whose semicolon is not doubled.
func splitSources(cell string) ([]string, error) {
	var items []string
	start := 0
	for i := 0; i < len(cell); i++ {
		switch {
		case cell[i] != ';':
		case strings.HasPrefix(cell[i:], ";;"):
			i++
		case strings.HasPrefix(cell[i:], between):
			items = append(items, cell[start:i])
			start = i + len(between)
		default:
			return nil, kg.Errorf(kg.CodeInvalid, "a lone `;` in %q", cell).
				WithMend("separate citations by `; `, and double a `;` that belongs to a locator")
		}
	}
	return append(items, cell[start:]), nil
}

func parseCitation(item string) (kg.Citation, error) {
	c := kg.Citation{Basis: kg.Stated}
	if cut, ok := strings.CutSuffix(item, implied); ok {
		item, c.Basis = cut, kg.Implied
	}
	source, locator, _ := strings.Cut(item, "#")
	c.Source = kg.ID(source)
	if source == "" || strings.TrimSpace(source) != source {
		return c, kg.Errorf(kg.CodeInvalid, "a citation without a source, or with blanks around it: %q", item).
			WithMend("write the id of a source, `#` and the place in it, separated by `; `: source:example#L12")
	}
	if strings.Contains(strings.ReplaceAll(locator, "##", ""), "#") {
		return c, kg.Errorf(kg.CodeInvalid, "a lone `#` in the locator %q", locator).
			WithMend("double a `#` that belongs to a locator")
	}
	c.Locator = single.Replace(locator)
	return c, nil
}

// FormatSources writes citations as one cell. ParseSources reads it back alike
// if no stated locator ends in ` (implied)`.
func FormatSources(cs []kg.Citation) string {
	items := make([]string, len(cs))
	for i, c := range cs {
		items[i] = string(c.Source)
		if c.Locator != "" {
			items[i] += "#" + doubled.Replace(c.Locator)
		}
		if c.Basis == kg.Implied {
			items[i] += implied
		}
	}
	return strings.Join(items, between)
}
