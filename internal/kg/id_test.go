package kg

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Göttingen":                     "gottingen",
		"Gießen":                        "giessen",
		"Frankfurt (Oder)":              "frankfurt-oder",
		"L'Aquila":                      "l-aquila",
		"Łódź":                          "lodz",
		"Tromsø":                        "tromso",
		"Đakovo":                        "dakovo",
		"Œuvre & Ærø":                   "oeuvre-aero",
		"  --Sea-Eye--  ":               "sea-eye",
		"Città del Dialogo":             "citta-del-dialogo",
		"München":                       "munchen",
		"Mu\u0308nchen":                 "munchen", // decomposed
		"IASH":                          "iash",
		"ﬁeld №5":                       "field-no5",
		"kein mensch ist illegal Hanau": "kein-mensch-ist-illegal-hanau",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFoldIsPlainAndStable(t *testing.T) {
	form := regexp.MustCompile(`^([a-z0-9]+( [a-z0-9]+)*)?$`)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		f := Fold(s)
		if !form.MatchString(f) {
			t.Fatalf("Fold(%q) = %q", s, f)
		}
		if Fold(f) != f {
			t.Fatalf("Fold(%q) = %q, but folded again %q", s, f, Fold(f))
		}
	})
}

func TestIDs(t *testing.T) {
	berlin, iash := NodeID(City, "Berlin"), NodeID(Network, "International Alliance of Safe Harbours")
	if berlin != "city:berlin" || iash != "network:international-alliance-of-safe-harbours" {
		t.Errorf("%s, %s", berlin, iash)
	}
	if id := EdgeID(MemberOf, berlin, iash, 1); id != "member-of:berlin--international-alliance-of-safe-harbours" {
		t.Error(id)
	}
	if id := EdgeID(MemberOf, berlin, iash, 2); id != "member-of:berlin--international-alliance-of-safe-harbours--2" {
		t.Error(id)
	}
	if k, ok := EdgeKindOf("took-part-in:a--b"); !ok || k != TookPartIn {
		t.Error(k, ok)
	}
	if k, ok := NodeKindOf("city:berlin"); !ok || k != City {
		t.Error(k, ok)
	}
}

func TestValidIDs(t *testing.T) {
	for id, want := range map[ID]bool{
		"city:berlin": true, "member-of:berlin--iash": true, "member-of:berlin--iash--2": true,
		"town:berlin": false, "city:": false, "city": false, "": false, "city:Berlin": false, "city:-berlin": false,
		"city:berlin-": false, "city:a---b": false, "city:münchen": false, "city:a b": false, "CITY:berlin": false,
	} {
		if got := id.Valid(); got != want {
			t.Errorf("%q valid: %v", id, got)
		}
	}
}

func TestNodeIDsAreValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		if Slug(name) == "" {
			t.Skip("nothing to name it by")
		}
		if id := NodeID(City, name); !id.Valid() {
			t.Fatalf("%q gives %q", name, id)
		}
	})
}
