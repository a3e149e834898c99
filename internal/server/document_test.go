package server

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
)

// doubling is n fragments of which each holds the next twice: 2^n fields from a
// few bytes each.
func doubling(n int) string {
	var b strings.Builder
	b.WriteString("{...F0}")
	for i := range n {
		fmt.Fprintf(&b, "fragment F%d on Query{...F%d ...F%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment F%d on Query{__typename}", n)
	return b.String()
}

// TestCostBombs holds the two queries that kept gqlgen busy for 22 s and 4.6 s to
// an amount of work that does not grow with what they stand for.
func TestCostBombs(t *testing.T) {
	rows := []struct {
		name, query string
		looks       int // most selections looked at
	}{
		{"doubling fragments", doubling(25), 60},
		{"many doubling fragments", doubling(80), 170},
		{"one field 4000 times", "{" + strings.Repeat("name ", 4000) + "}", 4000},
		{"one field 1500 times", "{" + strings.Repeat("name ", 1500) + "}", 3000},
		{"one field 1500 times in fragments", "{" + strings.Repeat("...on Query{name} ", 750) + "}", 3000},
		{"nested repeats", nested(12, 3), 4 * 2000},
		{"tokens", "{" + strings.Repeat("name ", 6000) + "}", 0},
		{"bytes", "{ name } #" + strings.Repeat("x", 40<<10), 0},
		{"aliases", "{" + many(300, "a%d:name ") + "}", 300},
		{"directives", "{" + many(60, "f%d @skip(if:false) @include(if:true) ") + "}", 60},
		{"directives on one field", "{ name " + strings.Repeat("@x ", 200) + "}", 1},
		{"depth", strings.Repeat("{a", 30) + strings.Repeat("}", 30), 30},
		{"depth by fragments", "{...F0}" + chain(30), 90},
		{"definitions", "{name}" + many(150, "fragment F%d on Query{name}"), 0},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			looks, err := check(row.query, "", DefaultLimits)
			if err == nil || err.Extensions["code"] != "too_costly" {
				t.Fatalf("not refused as too costly: %v", err)
			}
			if looks > row.looks {
				t.Errorf("looked at %d selections before refusing, want at most %d", looks, row.looks)
			}
			if !strings.Contains(err.Message, "ask for less") {
				t.Errorf("no way to mend it: %s", err.Message)
			}
		})
	}
}

// nested repeats a field n times at each of a number of levels.
func nested(n, levels int) string {
	if levels == 0 {
		return ""
	}
	return "{" + strings.Repeat("a"+nested(n, levels-1)+" ", n) + "}"
}

// chain nests a field per fragment.
func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "fragment F%d on Query{a{...F%d}}", i, i+1)
	}
	fmt.Fprintf(&b, "fragment F%d on Query{name}", n)
	return b.String()
}

func many(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// introspection16 is what GraphiQL and client generators send first: the query of
// graphql-js 16 with all its options.
//
//go:embed testdata/introspection.graphql
var introspection16 string

func TestDocumentsThatPass(t *testing.T) {
	for name, query := range map[string]string{
		"one field":          "{ name }",
		"introspection":      introspection16,
		"fragment used much": "{" + many(50, "f%d { ...F }") + "} fragment F on Query { a b c }",
		"same names":         "{ x { " + strings.Repeat("... on A { id name } ", 9) + "} }",
		"unknown fragment":   "{ ...Nope }", // for validation to name
		"two with one name":  "{ ...F } fragment F on Query { a } fragment F on Query { b }",
		"aliases":            "{" + many(100, "a%d:name ") + "}",
	} {
		if _, err := check(query, "", DefaultLimits); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFragmentsThatHoldThemselves(t *testing.T) {
	for _, query := range []string{
		"{...A} fragment A on Query{...A}",
		"{...A} fragment A on Query{a{...B}} fragment B on Query{...A}",
		"{name} fragment A on Query{...A}", // unused
	} {
		_, err := check(query, "", DefaultLimits)
		if err == nil || err.Extensions["code"] != "invalid" || !strings.Contains(err.Message, "fragment A contains itself") {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func TestDocumentErrorsNameThePlace(t *testing.T) {
	_, err := check("{\n"+strings.Repeat(" name", 1500)+"\n}", "", DefaultLimits)
	if err == nil || len(err.Locations) != 1 || err.Locations[0].Line != 2 {
		t.Errorf("want line 2: %+v", err)
	}
	_, err = check("{ name(", "", DefaultLimits)
	if err == nil || err.Extensions["code"] != "invalid" || len(err.Locations) == 0 {
		t.Errorf("a syntax error: %+v", err)
	}
}

// FuzzCheck holds that no text makes the check panic or work more than its
// bounds: each selection once to measure, each placed one once to pair.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{introspection16, doubling(5), chain(5), nested(3, 3), "{...A} fragment A on Q{...A}", "query($a:[Int!]=[1]){a(b:{c:$a})@d(e:\"\"){...on F{g}}}"} {
		f.Add(seed)
	}
	most := DefaultLimits.Tokens + DefaultLimits.Selections
	f.Fuzz(func(t *testing.T, text string) {
		if looks, _ := check(text, "", DefaultLimits); looks > most {
			t.Errorf("looked at %d selections, want at most %d", looks, most)
		}
	})
}

func TestOperationIsNamed(t *testing.T) {
	for _, c := range []struct{ query, operation, want string }{
		{"query A { name } query B { name }", "", "the document has 2 operations: name the one to run in operationName"},
		{"query A { name }", "C", `the document has no operation "C": name one that it has in operationName`},
		{"fragment F on Query { name }", "", "the document has no operation: write one, such as { dataset { title } }"},
		{"query A { name } query B { name }", "B", ""},
		{"query A { name }", "", ""},
	} {
		got := ""
		if err := checkQuery(c.query, c.operation, DefaultLimits); err != nil {
			got = err.Message
		}
		if got != c.want {
			t.Errorf("%q, %q: %q instead of %q", c.query, c.operation, got, c.want)
		}
	}
}
