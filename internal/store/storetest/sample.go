package storetest

import (
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Sample returns a small invented world with a case of nearly everything:
// names that differ by case or marks or not at all, every form of date,
// symmetric edges, self-loops, roles, a second stint, implied edges, claims,
// figures, rosters, retired ids and corrections.
func Sample() World {
	return NewWorld(store.Batch{
		Nodes: sampleNodes(), Edges: sampleEdges(),
		Retired: []kg.Retired{
			{ID: "city:zurich-old", Date: kg.MustDate("2025-01-02"), Reason: "the same place twice", ReplacedBy: "city:zurich",
				Sources: []kg.Citation{{Source: "source:list", Locator: "L9", Basis: kg.Stated}}},
			{ID: "member-of:ahlen--harbours", Reason: "never a member"},
		},
		Corrections: []kg.Correction{
			{Record: "network:harbours", Date: kg.MustDate("2025-03"), Was: "2020", Is: "2021", Why: "misread"},
			{Record: "city:zurich", Was: "Zurich", Is: "Zürich", Why: "the local name"},
			{Record: "city:zurich", Date: kg.MustDate("2025-02-01"), Was: "b", Is: "c", Why: "again"},
			{Record: "city:zurich", Date: kg.MustDate("2025-02-01"), Was: "a", Is: "b", Why: "first"},
		},
	})
}

func sampleNodes() []kg.Node {
	berlin := node(kg.City, "berlin", "country", "DE", "placeType", "municipality", "population", "3426354")
	zurich := node(kg.City, "Zürich", "country", "CH", "placeType", "municipality")
	zurich.Names = []kg.Name{
		{Text: "Zurigo", Lang: "it", Kind: "official", Basis: kg.Stated,
			Sources: []kg.Citation{{Source: "source:list", Locator: "L3", Basis: kg.Stated}}},
		{Text: "Turicum", Lang: "la", Kind: "former", Basis: kg.Implied},
	}
	zurich.Claims = []kg.Claim{{Field: "population", Value: "400000", Basis: kg.Stated,
		Sources: []kg.Citation{{Source: "source:list", Locator: "L4", Basis: kg.Stated}}}}
	twin := node(kg.City, "Berlin", "country", "US")
	twin.ID = "city:berlin-new-hampshire"
	harbours := node(kg.Network, "Harbours", "foundingDate", "2021-06")
	harbours.Figures = []kg.Figure{{Measure: "members", Qualifier: "over", Value: "30", Date: kg.MustDate("2024"), Basis: kg.Stated,
		Sources: []kg.Citation{{Source: "source:list", Locator: "L5", Basis: kg.Stated}}}}
	harbours.Rosters = []kg.Roster{{Date: kg.MustDate("2024-08-31"), Scope: kg.ScopeAll, Status: "partial", Count: 3, Basis: kg.Stated,
		Sources: []kg.Citation{{Source: "source:list", Locator: "L6", Basis: kg.Implied}}}}
	return []kg.Node{
		node(kg.Source, "List", "published", "2024-08-31", "language", "en"),
		berlin, twin, zurich,
		node(kg.City, "Ahlen", "country", "DE", "placeType", "municipality"),
		node(kg.City, "ähnlich", "country", "DE", "placeType", "district"),
		node(kg.City, "Łódź", "country", "PL"),
		harbours,
		node(kg.Network, "harbours II", "foundingDate", "2021"),
		node(kg.Network, "Ärzte", "foundingDate", "[..2021-06]"),
		node(kg.Network, "Undated"),
		node(kg.Organization, "Umbrella", "form", "alliance", "foundingDate", "2019~"),
		node(kg.Funder, "Purse", "foundingDate", "1999-12-31"),
		node(kg.Declaration, "Letter", "form", "letter", "adopted", "2021-06-25"),
		node(kg.Declaration, "Charter", "form", "charter", "published", "2021"),
		node(kg.Initiative, "Platform", "form", "platform", "started", "2021-10-21"),
		node(kg.Event, "Meeting", "date", "2021-06-25/2021-06-26"),
		node(kg.Demand, "Let them land"),
	}
}

func sampleEdges() []kg.Edge {
	again := during(edge(kg.MemberOf, "city:berlin", "network:harbours"), "2024", "")
	again.ID, again.Stint = kg.EdgeID(kg.MemberOf, "city:berlin", "network:harbours", 2), 2
	again.Claims = []kg.Claim{{Field: "seen", Value: "2023-01-01", Basis: kg.Implied,
		Sources: []kg.Citation{{Source: "source:list", Locator: "L8", Basis: kg.Implied}}}}
	paid := during(edge(kg.Funds, "funder:purse", "network:harbours", "amount", "5000", "currency", "EUR"), "2022", "2023")
	paid.ImpliedBy = []kg.ID{"supports:purse--umbrella"}
	return []kg.Edge{
		during(edge(kg.MemberOf, "city:berlin", "network:harbours", "through", "declaration:letter"), "2021-06-25", "[2022..2023]"),
		again,
		during(edge(kg.MemberOf, "city:zurich", "network:harbours"), "", "", "2024-08-31"),
		during(edge(kg.MemberOf, "city:ahnlich", "network:harbours"), "2022", ""),
		implied(edge(kg.MemberOf, "city:lodz", "network:harbours")),
		edge(kg.MemberOf, "city:berlin-new-hampshire", "network:harbours"),
		edge(kg.MemberOf, "network:harbours", "organization:umbrella"),
		edge(kg.MemberOf, "organization:umbrella", "organization:umbrella"),
		during(edge(kg.MemberOf, "city:berlin", "network:arzte"), "2020-01-01", "2020-12-31"),
		during(edge(kg.Signed, "city:berlin", "declaration:letter", "office", "mayor"), "2021-06-25", ""),
		during(edge(kg.Signed, "city:zurich", "declaration:letter"), "[2021-06-25..2022]", ""),
		implied(during(edge(kg.Signed, "city:lodz", "declaration:letter"), "2023", "")),
		edge(kg.TookPartIn, "city:berlin", "event:meeting", "role", "participant"),
		edge(kg.TookPartIn, "city:zurich", "event:meeting", "role", "sponsor"),
		edge(kg.TookPartIn, "city:ahlen", "event:meeting"),
		edge(kg.TookPartIn, "network:harbours", "initiative:platform", "role", "partner"),
		edge(kg.CooperatesWith, "city:berlin", "city:zurich"),
		edge(kg.CooperatesWith, "city:lodz", "network:harbours"),
		edge(kg.CooperatesWith, "network:undated", "network:undated"),
		edge(kg.InTalksWith, "city:berlin", "network:undated"),
		paid,
		edge(kg.Supports, "funder:purse", "organization:umbrella"),
		edge(kg.CallsFor, "declaration:letter", "demand:let-them-land", "stance", "demand"),
		edge(kg.PartOf, "network:harbours-ii", "network:harbours"),
		edge(kg.Issued, "event:meeting", "declaration:letter"),
	}
}
