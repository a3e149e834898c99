package main

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
)

// vocabulary writes docs/vocabulary.md from the vocabulary's tables.
func vocabulary(string) ([]byte, error) {
	var b strings.Builder
	b.WriteString(vocabularyHead)
	writeNodeKinds(&b)
	writeEdgeKinds(&b)
	writeLists(&b)
	return []byte(b.String()), nil
}

const vocabularyHead = `<!-- Generated from internal/kg by make gen; do not edit. -->
# Vocabulary

What CityGraph can say. Each kind of node and each kind of edge is one file of a
dataset (` + "`nodes/city.csv`, `edges/member-of.csv`" + `), one GraphQL type or field, and one
value of the enums ` + "`NodeKind` and `EdgeKind`" + `. Attributes are columns of the file and fields
of the type; all of them may be empty, which means unknown.

Dates are EDTF texts: ` + "`2021`, `2021-06`, `2021-06-25`" + `, each also with ` + "`~`" + ` (about, one unit
to both sides), ` + "`[2021..2023-09]`" + ` (some day in between), ` + "`[..2024-08]`, `[2021..]`" + `; and, where
it says so, ` + "`2021-06-25/2021-06-26`" + ` (from one day to another).

`

func writeNodeKinds(b *strings.Builder) {
	b.WriteString("## Kinds of nodes\n\nA *body* can act: join, sign, found, fund.\n\n| kind | GraphQL | file | body | roster |\n|---|---|---|---|---|\n")
	for _, s := range kg.NodeKinds {
		roster := ""
		if s.Roster != "" {
			roster = "`" + string(s.Roster) + "`"
		}
		fmt.Fprintf(b, "| [%s](#%s) | `%s`, `%s` | `%s` | %s | %s |\n", s.Name, anchor(string(s.Kind)), s.Field, s.Plural, s.File(), yes(s.Body), roster)
	}
	for _, s := range kg.NodeKinds {
		fmt.Fprintf(b, "\n### %s\n\n%s\n\n", s.Kind, s.Doc)
		if len(s.Dates) > 0 {
			fmt.Fprintf(b, "Ordered in time by %s.\n\n", code(s.Dates))
		}
		writeAttrs(b, s.Attrs)
		writeRelations(b, s.Kind)
	}
}

func writeAttrs(b *strings.Builder, attrs []kg.Attr) {
	b.WriteString("| attribute | type | what it says | example |\n|---|---|---|---|\n")
	for _, a := range attrs {
		fmt.Fprintf(b, "| `%s` | %s | %s | `%s` |\n", a.Name, typeText(a), cell(a.Doc), cell(a.Example))
	}
}

// typeTexts say what values of a type are.
var typeTexts = map[kg.Type]string{
	kg.TypeText: "text", kg.TypeDate: "date", kg.TypeNumber: "number", kg.TypeInteger: "whole number",
	kg.TypeCountry: "country code (ISO 3166-1 alpha-2)", kg.TypeLanguage: "language tag (BCP 47)",
	kg.TypeCurrency: "currency code (ISO 4217)", kg.TypeURL: "web address", kg.TypeID: "id of a record",
}

func typeText(a kg.Attr) string {
	switch {
	case a.Type == kg.TypeEnum:
		return "one of " + code(a.Values)
	case a.Min < a.Max:
		return fmt.Sprintf("number from %g to %g", a.Min, a.Max)
	case a.Interval:
		return "date, also from one day to another"
	}
	return typeTexts[a.Type]
}

// writeRelations lists the fields by which a node of the kind is read.
func writeRelations(b *strings.Builder, k kg.NodeKind) {
	var lines []string
	add := func(field, says string, s kg.EdgeSpec, others []kg.NodeKind) {
		if s.SameKind {
			others = []kg.NodeKind{k}
		}
		lines = append(lines, fmt.Sprintf("| `%s` | %s | %s | [%s](#%s) |\n", field, says, kindNames(others), s.Kind, anchor(string(s.Kind))))
	}
	for _, s := range kg.EdgeKinds {
		if slices.Contains(s.From, k) {
			add(s.Forward, s.Says, s, s.To)
		}
		if slices.Contains(s.To, k) && !s.Symmetric {
			add(s.Inverse, s.SaysBack, s, s.From)
		}
	}
	if len(lines) == 0 {
		return
	}
	b.WriteString("\n| relation | the node … | the other end is a | edge kind |\n|---|---|---|---|\n")
	b.WriteString(strings.Join(lines, ""))
}

func writeEdgeKinds(b *strings.Builder) {
	b.WriteString("\n## Kinds of edges\n\nA *state* holds over time, from `since` to `until` and on the days on which it was `seen`;\na *deed* was done once, at `since`. *Stints* number separate episodes between the same ends.\n\n" +
		"| kind | from | to | form | read from `from` | read from `to` | stints |\n|---|---|---|---|---|---|---|\n")
	for _, s := range kg.EdgeKinds {
		to := kindNames(s.To)
		if s.SameKind {
			to = "the same kind"
		}
		form := string(s.Form)
		if s.Symmetric {
			form += ", symmetric"
		}
		fmt.Fprintf(b, "| [%s](#%s) | %s | %s | %s | `%s` | `%s` | %s |\n", s.Kind, anchor(string(s.Kind)), kindNames(s.From), to, form, s.Forward, s.Inverse, yes(s.Stints))
	}
	b.WriteString("\n### Attributes of every edge\n\n")
	writeAttrs(b, kg.CommonEdgeAttrs)
	for _, s := range kg.EdgeKinds {
		fmt.Fprintf(b, "\n### %s\n\n%s File `%s`. X *%s* Y; Y *%s* X.\n", s.Kind, s.Doc, s.File(), s.Says, s.SaysBack)
		if len(s.Attrs) > 0 {
			b.WriteString("\n")
			writeAttrs(b, s.Attrs)
		}
	}
}

func writeLists(b *strings.Builder) {
	b.WriteString("\n## Lists\n\n")
	for _, l := range []struct {
		what   string
		values []string
	}{
		{"Kinds of names, in `names.csv`", kg.NameKinds},
		{"Measures of figures, in `figures.csv`", kg.Measures},
		{"Qualifiers of numbers", kg.Qualifiers},
		{"Statuses of rosters, in `rosters.csv`", kg.RosterStatuses},
		{"Scopes of rosters, beside country codes and ids of regions", []string{kg.ScopeAll, kg.ScopeFounders}},
		{"Roles that count as the roster of an event or initiative", kg.RosterRoles},
	} {
		fmt.Fprintf(b, "- %s: %s\n", l.what, code(l.values))
	}
	b.WriteString("\n### Claim-only words\n\nA claim's `field`, in `claims.csv`, is a column of the record's file, the inverse name of a kind of\nedge that leads to its kind (`funders` = `none` is a sourced absence), or one of these:\n\n")
	for _, c := range kg.ClaimWords {
		fmt.Fprintf(b, "- `%s`: %s\n", c.Name, c.Doc)
	}
}

func kindNames(ks []kg.NodeKind) string {
	names := make([]string, len(ks))
	for i, k := range ks {
		s, _ := k.Spec()
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}

func code(texts []string) string { return "`" + strings.Join(texts, "`, `") + "`" }

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// anchor is the fragment that Markdown readers give a heading.
func anchor(heading string) string { return strings.ToLower(heading) }

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
