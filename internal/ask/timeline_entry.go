package ask

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// What says what happened.
type What string

// What can happen, in the order of entries of one date.
const (
	WasFounded What = "founded" // also: an initiative began
	Joined     What = "joined"  // also: began to take part in an initiative
	WasSigned  What = "signed"
	WasIssued  What = "issued" // also: a declaration was adopted or published
	WasHeld    What = "held"
	WasFunded  What = "funded" // began to be
	HasLeft    What = "left"   // the date is its last day as a member
	HasEnded   What = "ended"  // an initiative, or funding
)

var whats = []What{WasFounded, Joined, WasSigned, WasIssued, WasHeld, WasFunded, HasLeft, HasEnded}

// telling is what the dates of an edge tell, and in which words.
type telling struct {
	began, ended   What // "": nothing
	begins, ceases string
	onlyTo         kg.NodeKind // "": whatever it leads to
	dateOfOther    bool        // the date is that of what it leads to, where that is known
}

// told says what edges tell.
var told = map[kg.EdgeKind][]telling{
	kg.MemberOf: {{began: Joined, ended: HasLeft, begins: "joined", ceases: "left"}},
	kg.TookPartIn: {
		{began: Joined, ended: HasLeft, begins: "began to take part in", ceases: "ceased to take part in", onlyTo: kg.Initiative},
		{began: WasHeld, begins: "took part in", onlyTo: kg.Event, dateOfOther: true},
	},
	kg.Signed:    {{began: WasSigned, begins: "signed"}},
	kg.Issued:    {{began: WasIssued, begins: "issued"}},
	kg.Founded:   {{began: WasFounded, begins: "was a founder of"}},
	kg.Funds:     {{began: WasFunded, ended: HasEnded, begins: "began to fund", ceases: "ceased to fund"}},
	kg.Organised: {{began: WasHeld, begins: "organised", onlyTo: kg.Event, dateOfOther: true}},
	kg.Hosts:     {{began: WasHeld, begins: "hosted", onlyTo: kg.Event, dateOfOther: true}},
}

// tellingOf returns what an edge tells; ok is false where that is nothing.
func tellingOf(e *kg.Edge) (t telling, ok bool) {
	to, _ := kg.NodeKindOf(e.To)
	for _, t := range told[e.Kind] {
		if t.onlyTo == "" || t.onlyTo == to {
			return t, true
		}
	}
	return telling{}, false
}

// Entry is something that happened: to a node, or between two nodes by an edge.
type Entry struct {
	What   What
	Date   kg.Date
	Within kg.Holding // CERTAIN: on the days that were asked for; POSSIBLE: maybe
	Node   kg.ID      // to whom, or who did it
	Other  kg.ID      // what it was done to; "" where nothing
	Edge   *kg.Edge   // nil where the date is the node's own
	verb   string
}

// Sentence is the entry in words.
func (e Entry) Sentence(nodes map[kg.ID]kg.Node) string {
	if e.Other == "" {
		return nodes[e.Node].Name + " " + e.verb + "."
	}
	return nodes[e.Node].Name + " " + e.verb + " " + nodes[e.Other].Name + "."
}

// Key names an entry: no two have the same.
func (e Entry) Key() store.Key {
	if e.Edge != nil {
		return store.Key{Value: string(e.What), ID: e.Edge.ID}
	}
	return store.Key{Value: string(e.What), ID: e.Node}
}

// enter makes the entries.
func (a *TimelineAnswer) enter(ctx context.Context, happened []happening, days store.DateRange) error {
	events, err := a.events(ctx, happened)
	if err != nil {
		return err
	}
	add := func(e Entry) {
		switch days.Within(e.Date) {
		case store.True:
			e.Within = kg.Certain
		case store.Unknown:
			e.Within = kg.Possible
		case store.False:
			return
		}
		a.Entries = append(a.Entries, e)
	}
	for _, n := range a.Of {
		for _, e := range ownDates(n) {
			add(e)
		}
	}
	for i := range happened {
		if err := aliveAt(ctx, i); err != nil {
			return err
		}
		e := &happened[i].Edge
		t, ok := tellingOf(e)
		if !ok || !happened[i].counts {
			continue
		}
		date := e.Since
		if own := events[e.To].Date(); t.dateOfOther && own.Known() {
			date = own
		}
		if !date.Known() {
			a.Undated++
		}
		add(Entry{What: t.began, Date: date, Node: e.From, Other: e.To, Edge: e, verb: t.begins})
		if t.ended != "" {
			add(Entry{What: t.ended, Date: e.Until, Node: e.From, Other: e.To, Edge: e, verb: t.ceases})
		}
	}
	slices.SortFunc(a.Entries, func(x, y Entry) int {
		return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(slices.Index(whats, x.What), slices.Index(whats, y.What)),
			cmp.Compare(x.Key().ID, y.Key().ID))
	})
	return nil
}

// events reads the events that edges lead to.
func (a *TimelineAnswer) events(ctx context.Context, happened []happening) (map[kg.ID]kg.Node, error) {
	var ids []kg.ID
	for i := range happened {
		if t, ok := tellingOf(&happened[i].Edge); ok && t.dateOfOther && happened[i].counts {
			ids = append(ids, happened[i].To)
		}
	}
	slices.Sort(ids)
	return a.asking.nodes(ctx, slices.Compact(ids))
}

// beginnings say what a node's own date tells.
var beginnings = map[kg.NodeKind]Entry{
	kg.Network: {What: WasFounded, verb: "was founded"}, kg.Organization: {What: WasFounded, verb: "was founded"},
	kg.Funder: {What: WasFounded, verb: "was founded"}, kg.Initiative: {What: WasFounded, verb: "began"},
	kg.Declaration: {What: WasIssued, verb: "was adopted or published"}, kg.Event: {What: WasHeld, verb: "was held"},
}

// ownDates are the entries of a node's own dates.
func ownDates(n kg.Node) []Entry {
	var all []Entry
	if e, ok := beginnings[n.Kind]; ok && n.Date().Known() {
		e.Node, e.Date = n.ID, n.Date()
		all = append(all, e)
	}
	if d, err := kg.ParseDate(n.Attrs["ended"]); err == nil && d.Known() {
		all = append(all, Entry{What: HasEnded, Node: n.ID, Date: d, verb: "ended"})
	}
	return all
}

// Nodes reads the nodes of entries.
func (a *TimelineAnswer) Nodes(ctx context.Context, entries []Entry) (map[kg.ID]kg.Node, error) {
	var ids []kg.ID
	for _, e := range entries {
		ids = append(ids, e.Node)
		if e.Other != "" {
			ids = append(ids, e.Other)
		}
	}
	slices.Sort(ids)
	return a.asking.nodes(ctx, slices.Compact(ids))
}
