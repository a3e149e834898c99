package datapackage_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"citygraph/internal/datapackage"
	"citygraph/internal/kg"
)

func stated(source kg.ID, locator string) kg.Citation {
	return kg.Citation{Source: source, Locator: locator, Basis: kg.Stated}
}

func TestParseSources(t *testing.T) {
	for _, c := range []struct {
		cell string
		want []kg.Citation
	}{
		{"", nil},
		{`source:a#L31, "36 IASH Member Cities"`, []kg.Citation{stated("source:a", `L31, "36 IASH Member Cities"`)}},
		{"source:a#1; source:b#2 (implied)", []kg.Citation{stated("source:a", "1"), {Source: "source:b", Locator: "2", Basis: kg.Implied}}},
		{"source:a#1;; 2;;; source:b###3##", []kg.Citation{stated("source:a", "1; 2;"), stated("source:b", "#3#")}},
		{"source:a", []kg.Citation{stated("source:a", "")}},
		{"source:a# (implied)", []kg.Citation{{Source: "source:a", Basis: kg.Implied}}},
		{"source:a#x (implied) (implied)", []kg.Citation{{Source: "source:a", Locator: "x (implied)", Basis: kg.Implied}}},
	} {
		got, err := datapackage.ParseSources(c.cell)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q: %+v, %v", c.cell, got, err)
		}
	}
}

func TestParseSourcesRefuses(t *testing.T) {
	for cell, want := range map[string]string{
		"source:a#1;source:b#2":  "lone `;`",
		"source:a#1;":            "lone `;`",
		"source:a#1;;; ":         "without a source",
		"source:a#1#2":           "lone `#`",
		"source:a#1###2":         "lone `#`",
		"#1":                     "without a source",
		" source:a#1":            "blanks around it",
		"source:a#1;  source:b#": "blanks around it",
		" (implied)":             "without a source",
	} {
		if got, err := datapackage.ParseSources(cell); kg.CodeOf(err) != kg.CodeInvalid || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %+v, %v", cell, got, err)
		}
	}
}

// What is written is read back alike.
func TestSourcesRoundTrip(t *testing.T) {
	locator := rapid.StringOf(rapid.SampledFrom([]rune(`;#aä (implied)"`)))
	rapid.Check(t, func(t *rapid.T) {
		var cs []kg.Citation
		for range rapid.IntRange(1, 3).Draw(t, "citations") {
			cs = append(cs, kg.Citation{
				Source: "source:a", Locator: locator.Filter(func(s string) bool { return !strings.HasSuffix(s, " (implied)") }).Draw(t, "locator"),
				Basis: rapid.SampledFrom([]kg.Basis{kg.Stated, kg.Implied}).Draw(t, "basis"),
			})
		}
		back, err := datapackage.ParseSources(datapackage.FormatSources(cs))
		if err != nil || !slices.Equal(back, cs) {
			t.Fatalf("%+v became %+v, %v", cs, back, err)
		}
	})
}

// A cell that can be read is written back as it stood, but for an empty locator.
func FuzzSources(f *testing.F) {
	for _, s := range []string{"", "source:a#1; source:b#2 (implied)", "source:a#1;; 2;;; source:b###3##", "source:a", "source:a#", "a;b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		cs, err := datapackage.ParseSources(cell)
		if err != nil {
			return
		}
		again := datapackage.FormatSources(cs)
		if again != cell && !slices.ContainsFunc(cs, func(c kg.Citation) bool { return c.Locator == "" }) {
			t.Errorf("%q became %q", cell, again)
		}
		if back, err := datapackage.ParseSources(again); err != nil || !slices.Equal(back, cs) {
			t.Errorf("%q: %+v became %+v, %v", cell, cs, back, err)
		}
	})
}
