package ask

import (
	"strings"
	"testing"

	"citygraph/internal/kg"
)

// What has ended, was only seen, or is only implied is told so beside the verb.
func TestHopsInWords(t *testing.T) {
	for _, c := range []struct {
		kind               kg.EdgeKind
		since, until, seen string
		implied            string // the wording, where it is implied
		want               string
	}{
		{kg.Funds, "", "2022", "", "", "a funds b (until 2022)"},
		{kg.Hosts, "2010", "[2013..2014]", "2012", "", "a hosts b (from 2010 until between 2013 and 2014)"},
		{kg.InTalksWith, "", "", "2018-06-30", "", "a is in talks with b (seen 2018-06-30)"},
		{kg.MemberOf, "", "", "2024-08-31 2021-06-25 2023", "", "a is a member of b (seen from 2021-06-25 to 2024-08-31)"},
		{kg.MemberOf, "2016~", "", "2021", "", "a is a member of b (since about 2016, last seen 2021)"},
		{kg.MemberOf, "[..2021-06-25]", "", "2021-06-25", "", "a is a member of b (since 2021-06-25 or before)"},
		{kg.MemberOf, "[2016..]", "", "", "", "a is a member of b (since 2016 or later)"},
		{kg.TookPartIn, "2018-05", "2018-05", "", "", "a took part in b (2018-05)"},
		{kg.LocatedIn, "", "", "", "", "a is located in b (undated)"},
		{kg.Signed, "2021-06-25", "", "", "", "a signed b (2021-06-25)"},
		{kg.Signed, "", "", "", "", "a signed b"},
		{kg.Founded, "2019-06-14", "", "", "", "a is a founder of b (2019-06-14)"},
		{kg.Initiated, "[2017..2018]", "", "", "", "a is an initiator of b (between 2017 and 2018)"},
		{kg.Funds, "", "", "2021-10", "supported by", "a funds b (seen 2021-10, implied: “supported by”)"},
		{kg.Issued, "", "", "", "-", "a issued b (implied)"},
	} {
		e := kg.Edge{Kind: c.kind, From: "city:a", To: "city:b", Since: kg.MustDate(c.since), Until: kg.MustDate(c.until), Basis: kg.Stated, Attrs: kg.Attrs{}}
		for _, s := range strings.Fields(c.seen) {
			e.Seen = append(e.Seen, kg.MustDate(s))
		}
		if c.implied != "" {
			e.Basis = kg.Implied
		}
		if c.implied != "" && c.implied != "-" {
			e.Attrs["wording"] = c.implied
		}
		h := Hop{kg.Node{ID: "city:a", Name: "a"}, kg.Node{ID: "city:b", Name: "b"}, []kg.Edge{e}}
		if got := h.Sentence(); got != c.want {
			t.Errorf("%q instead of %q", got, c.want)
		}
	}
	e := kg.Edge{Kind: kg.Founded, From: "city:a", To: "city:b"}
	if got := (Hop{kg.Node{ID: "city:b", Name: "b"}, kg.Node{ID: "city:a", Name: "a"}, []kg.Edge{e}}).Sentence(); got != "b has the founder a" {
		t.Errorf("%q", got)
	}
}
