package model

import (
	"cmp"
	"context"
	"slices"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// Timeline is the GraphQL type Timeline.
type Timeline struct {
	answer
	Undated int
	a       *ask.TimelineAnswer
}

// AskTimeline answers the question timeline.
func AskTimeline(ctx context.Context) (*Timeline, error) {
	q := readQuestion(ctx)
	a, err := q.assumptions()
	from, err1 := q.day("from")
	until, err2 := q.day("until")
	if err := cmp.Or(err, err1, err2); err != nil {
		return nil, err
	}
	got, err := ask.Timeline(ctx, request(ctx).Reader, ask.TimelineOptions{Assumptions: a, Of: q.ids("of"), From: from, Until: until})
	if err != nil {
		return nil, err
	}
	return &Timeline{answered(ctx, got.Common), got.Undated, got}, nil
}

// TimelineConnection is the GraphQL type TimelineConnection.
type TimelineConnection struct {
	page
	edges []TimelineEntry
}

// Edges is the field edges.
func (c *TimelineConnection) Edges() []TimelineEntry { return c.edges }

// Entries is the field entries.
func (t *Timeline) Entries(ctx context.Context) (*TimelineConnection, error) {
	p, entries, err := listOf(ctx, "Timeline.entries", t.a.Entries, ask.Entry.Key)
	if err != nil {
		return nil, err
	}
	nodes, err := t.a.Nodes(ctx, entries)
	if err != nil {
		return nil, err
	}
	var all []kg.Node
	var edges []kg.Edge
	for _, e := range entries {
		all = append(all, nodes[e.Node])
		if e.Edge != nil {
			all, edges = append(all, nodes[e.Other]), append(edges, *e.Edge)
		}
	}
	level := levelOf(ctx, all, edges)
	c := &TimelineConnection{page: p}
	for i, e := range entries {
		c.edges = append(c.edges, TimelineEntry{Cursor: p.cursor(i), Date: e.Date, Sentence: e.Sentence(nodes), e: e, nodes: nodes, level: level})
	}
	return c, nil
}

// TimelineEntry is the GraphQL type TimelineEntry.
type TimelineEntry struct {
	Cursor   string
	Date     kg.Date
	Sentence string
	e        ask.Entry
	nodes    map[kg.ID]kg.Node
	level    *loader.Level
}

// What is the field what.
func (e TimelineEntry) What() string { return string(e.e.What) }

// DateSpan is the field dateSpan.
func (e TimelineEntry) DateSpan() *DateSpan { return spanOf(e.e.Date) }

// Within is the field within.
func (e TimelineEntry) Within() string { return string(e.e.Within) }

// Node is the field node.
func (e TimelineEntry) Node() Node { return e.named(e.e.Node) }

// Other is the field other.
func (e TimelineEntry) Other() Node {
	if e.e.Other == "" {
		return nil
	}
	return e.named(e.e.Other)
}

func (e TimelineEntry) named(id kg.ID) Node {
	n := e.nodes[id]
	return wrap(node{&n, e.level})
}

// Edge is the field edge.
func (e TimelineEntry) Edge() *Edge {
	if e.e.Edge == nil {
		return nil
	}
	return &Edge{edge{e.e.Edge, e.level}}
}

// Groups is the field groups. Who joined and left, in all of them, is one level.
func (t *Timeline) Groups(ctx context.Context) ([]TimelineGroup, error) {
	groups := groupsOf(ctx, mapped(t.a.Groups, func(b ask.Band) *ask.Group { return b.Group }))
	all := make([]TimelineGroup, len(groups))
	for i, b := range t.a.Groups {
		all[i] = TimelineGroup{Group: groups[i], b: b}
	}
	if !asked(ctx, "changes") {
		return all, nil
	}
	var nodes []kg.Node
	var edges []kg.Edge
	for i, b := range t.a.Groups {
		c, err := b.Changes(ctx)
		if err != nil {
			return nil, err
		}
		if c == nil {
			continue
		}
		all[i].Changes = &Changes{c: c}
		for _, m := range slices.Concat(c.Joined, c.MayHaveJoined, c.Left, c.MayHaveLeft) {
			nodes, edges = append(nodes, m.Actor), append(edges, m.Edges...)
		}
	}
	if err := bounded(len(nodes)+len(edges), "ask for days that lie nearer to each other, or for fewer groups"); err != nil {
		return nil, err
	}
	level := levelOf(ctx, nodes, edges)
	for i := range all {
		if all[i].Changes != nil {
			all[i].Changes.level = level
		}
	}
	return all, nil
}

// TimelineGroup is the GraphQL type TimelineGroup.
type TimelineGroup struct {
	Group   Group
	Changes *Changes
	b       ask.Band
}

// Years is the field years.
func (g TimelineGroup) Years(ctx context.Context) ([]YearCount, error) {
	years, err := g.b.Years(ctx)
	return mapped(years, func(y ask.YearCount) YearCount { return YearCount(y) }), err
}

// YearCount is the GraphQL type YearCount.
type YearCount struct{ Year, Certain, Possible int }

// Changes is the GraphQL type Changes.
type Changes struct {
	c     *ask.Changes
	level *loader.Level
}

// Joined is the field joined.
func (c *Changes) Joined() []Mover { return c.movers(c.c.Joined) }

// MayHaveJoined is the field mayHaveJoined.
func (c *Changes) MayHaveJoined() []Mover { return c.movers(c.c.MayHaveJoined) }

// Left is the field left.
func (c *Changes) Left() []Mover { return c.movers(c.c.Left) }

// MayHaveLeft is the field mayHaveLeft.
func (c *Changes) MayHaveLeft() []Mover { return c.movers(c.c.MayHaveLeft) }

func (c *Changes) movers(list []ask.Mover) []Mover {
	return mapped(list, func(m ask.Mover) Mover { return Mover{m, c.level} })
}

// Mover is the GraphQL type Mover.
type Mover struct {
	m     ask.Mover
	level *loader.Level
}

// Node is the field node.
func (m Mover) Node() Node { return wrap(node{&m.m.Actor, m.level}) }

// Edges is the field edges.
func (m Mover) Edges() []Edge { return edgesOn(m.level, m.m.Edges) }
