package kg

import (
	"regexp"
	"slices"
	"testing"
)

func TestVocabularyIsWhole(t *testing.T) {
	field := regexp.MustCompile(`^[a-z][a-zA-Z]*$`)
	prefixes := map[string]string{}
	claim := func(prefix, kind string) {
		if other, taken := prefixes[prefix]; taken {
			t.Errorf("%s and %s share the prefix %q", kind, other, prefix)
		}
		prefixes[prefix] = kind
	}
	for _, s := range NodeKinds {
		claim(s.Kind.Prefix(), string(s.Kind))
		if s.Doc == "" || s.Color == "" || s.Shape == "" || !field.MatchString(s.Field) || !field.MatchString(s.Plural) {
			t.Errorf("%s lacks a doc, colour, shape or field", s.Kind)
		}
		if s.Roster != "" {
			if r, ok := s.Roster.Spec(); !ok || !slices.Contains(r.To, s.Kind) {
				t.Errorf("%s: its roster edge %s does not lead to it", s.Kind, s.Roster)
			}
		}
		for _, d := range s.Dates {
			if i := slices.IndexFunc(s.Attrs, func(a Attr) bool { return a.Name == d }); i < 0 || s.Attrs[i].Type != TypeDate {
				t.Errorf("%s: %q is not one of its dates", s.Kind, d)
			}
		}
		checkAttrs(t, string(s.Kind), s.Attrs)
	}
	for _, s := range EdgeKinds {
		claim(s.Kind.Prefix(), string(s.Kind))
		if s.Doc == "" || s.Says == "" || s.SaysBack == "" || !field.MatchString(s.Forward) || !field.MatchString(s.Inverse) {
			t.Errorf("%s lacks a doc, a sentence or a field", s.Kind)
		}
		if s.Form != State && s.Form != Deed {
			t.Errorf("%s is neither state nor deed", s.Kind)
		}
		if (s.Forward == s.Inverse) != s.Symmetric {
			t.Errorf("%s: only a symmetric kind reads alike from both ends", s.Kind)
		}
		checkAttrs(t, string(s.Kind), s.AllAttrs())
	}
}

func checkAttrs(t *testing.T, kind string, attrs []Attr) {
	t.Helper()
	seen := map[string]bool{}
	for _, a := range attrs {
		if a.Doc == "" || a.Example == "" || a.Type == "" || seen[a.Name] || (a.Type == TypeEnum) != (len(a.Values) > 0) {
			t.Errorf("%s.%s: doubled, or lacks a doc, an example, a type or its values", kind, a.Name)
		}
		if a.Type == TypeEnum && !slices.Contains(a.Values, a.Example) {
			t.Errorf("%s.%s: the example %q is not a value", kind, a.Name, a.Example)
		}
		if _, err := ParseDate(a.Example); a.Type == TypeDate && err != nil {
			t.Errorf("%s.%s: %v", kind, a.Name, err)
		}
		seen[a.Name] = true
	}
}

// A field name means one thing on each kind: an attribute or one relation.
func TestFieldsOfAKindAreDistinct(t *testing.T) {
	for _, n := range NodeKinds {
		fields := map[string]string{"id": "", "name": "", "kind": "", "basis": "", "sources": "", "names": "", "figures": "", "rosters": "", "claims": "", "relations": "", "degree": ""}
		add := func(name, what string) {
			if was, taken := fields[name]; taken && was != what {
				t.Errorf("%s.%s is both %q and %q", n.Kind, name, was, what)
			}
			fields[name] = what
		}
		for _, a := range n.Attrs {
			add(a.Name, "attribute")
		}
		for _, e := range EdgeKinds {
			if slices.Contains(e.From, n.Kind) {
				add(e.Forward, string(e.Kind))
			}
			if slices.Contains(e.To, n.Kind) {
				add(e.Inverse, string(e.Kind))
			}
		}
	}
}

func TestSpecOfUnknownKinds(t *testing.T) {
	if _, ok := NodeKind("TOWN").Spec(); ok {
		t.Error("there is no node kind TOWN")
	}
	if _, ok := EdgeKind("KNOWS").Spec(); ok {
		t.Error("there is no edge kind KNOWS")
	}
}

func TestAllows(t *testing.T) {
	cases := []struct {
		edge     EdgeKind
		from, to NodeKind
		want     bool
	}{
		{MemberOf, City, Network, true},
		{MemberOf, Network, City, false},
		{MemberOf, City, Initiative, false},
		{TookPartIn, City, Initiative, true},
		{PartOf, City, City, true},
		{PartOf, City, Network, false},
		{Issued, Event, Declaration, true},
		{AddressedTo, Declaration, Organization, true},
		{Signed, Demand, Declaration, false},
	}
	for _, c := range cases {
		s, _ := c.edge.Spec()
		if got := s.Allows(c.from, c.to); got != c.want {
			t.Errorf("%s from %s to %s: %v", c.edge, c.from, c.to, got)
		}
	}
}

func TestOnRoster(t *testing.T) {
	cases := []struct {
		edge EdgeKind
		role string
		to   NodeKind
		want bool
	}{
		{MemberOf, "", Network, true},
		{MemberOf, "", Declaration, false},
		{Signed, "", Declaration, true},
		{Founded, "", Network, false},
		{TookPartIn, "", Event, true},
		{TookPartIn, "declared", Initiative, true},
		{TookPartIn, "sponsor", Initiative, false},
	}
	for _, c := range cases {
		e := Edge{Kind: c.edge, Attrs: Attrs{"role": c.role}}
		if got := e.OnRoster(c.to); got != c.want {
			t.Errorf("%s %q on the roster of a %s: %v", c.edge, c.role, c.to, got)
		}
	}
}
