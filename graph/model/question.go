package model

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/internal/ask"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// Answer is the GraphQL interface Answer.
type Answer interface{ IsAnswer() }

// answer is what the answers to all questions are made of.
type answer struct {
	common ask.Common
	asked  []QuestionArgument
	own    []QuestionArgument // those that are told in the sentence
}

// IsAnswer marks the GraphQL types that implement Answer.
func (answer) IsAnswer() {}

// Assumptions is the field assumptions.
func (a answer) Assumptions() Assumptions { return Assumptions{a.common.Assumptions, a.asked, a.own} }

// Excluded is the field excluded.
func (a answer) Excluded() ask.Excluded { return a.common.Excluded }

// Warnings is the field warnings.
func (a answer) Warnings() []string { return a.common.Warnings }

// answered notes what an answer has to tell beside its data.
func answered(ctx context.Context, c ask.Common) answer {
	req := request(ctx)
	for _, r := range c.Redirects {
		req.redirect(r.From, r.By)
	}
	asked, own := askedFor(graphql.GetFieldContext(ctx).Field, graphql.GetOperationContext(ctx).Variables)
	return answer{c, asked, own}
}

// Assumptions is the GraphQL type Assumptions.
type Assumptions struct {
	a          ask.Assumptions
	asked, own []QuestionArgument
}

// AsOf is the field asOf.
func (a Assumptions) AsOf() *kg.Day { return a.a.AsOf }

// Certainty is the field certainty; "" is null.
func (a Assumptions) Certainty() string { return string(a.a.Certainty) }

// Basis is the field basis.
func (a Assumptions) Basis() string {
	if a.a.Stated {
		return string(kg.Stated)
	}
	return "any"
}

// RosterKind is the field rosterKind.
func (a Assumptions) RosterKind() *kg.EdgeKind {
	if a.a.RosterKind == "" {
		return nil
	}
	return &a.a.RosterKind
}

// Roles is the field roles.
func (a Assumptions) Roles() []string {
	known := []string{}
	for _, r := range a.a.Roles {
		if r != "" {
			known = append(known, r)
		}
	}
	return known
}

// UnknownRoles is the field unknownRoles.
func (a Assumptions) UnknownRoles() bool { return len(a.Roles()) < len(a.a.Roles) }

// PlaceTypes is the field placeTypes.
func (a Assumptions) PlaceTypes() []string { return a.a.PlaceTypes }

// Dataset is the field dataset.
func (Assumptions) Dataset(ctx context.Context) (*Dataset, error) { return ReadDataset(ctx) }

// Arguments is the field arguments.
func (a Assumptions) Arguments() []QuestionArgument { return a.asked }

// Sentence is the field sentence.
func (a Assumptions) Sentence() string {
	text := a.a.Sentence()
	for _, o := range a.own {
		text += "; " + o.Name + ": " + o.Value
	}
	return text
}

// Group is the GraphQL type Group.
type Group struct {
	g     *ask.Group
	level *loader.Level
}

// groupsOf wraps the groups of an answer, which are one level.
func groupsOf(ctx context.Context, list []*ask.Group) []Group {
	level := levelOf(ctx, mapped(list, func(g *ask.Group) kg.Node { return g.Node }), nil)
	return mapped(list, func(g *ask.Group) Group { return Group{g, level} })
}

// Node is the field node.
func (g Group) Node() Node { return wrap(node{&g.g.Node, g.level}) }

// Size is the field size.
func (g Group) Size() int { return g.g.Size }

// FellOut is the field fellOut.
func (g Group) FellOut() int { return g.g.FellOut }

// Roster is the field roster.
func (g Group) Roster() *Roster {
	if g.g.Roster == nil {
		return nil
	}
	return &Roster{*g.g.Roster, g.level}
}

// Complete is the field complete.
func (g Group) Complete() bool { return g.g.Complete() }

// levelOf makes a level of what a question has read.
func levelOf(ctx context.Context, nodes []kg.Node, edges []kg.Edge) *loader.Level {
	return request(ctx).loader.Level(nodes, edges)
}

// nodesOn wraps nodes of a level.
func nodesOn(level *loader.Level, nodes []kg.Node) []Node {
	all := make([]Node, len(nodes))
	for i := range nodes {
		all[i] = wrap(node{&nodes[i], level})
	}
	return all
}

// questionArgs are the arguments of the question that is being resolved.
type questionArgs map[string]any

func readQuestion(ctx context.Context) questionArgs {
	f := graphql.GetFieldContext(ctx).Field
	return Defaults(f.ArgumentMap(graphql.GetOperationContext(ctx).Variables), f.Definition.Arguments)
}

// ids reads a list of ids.
func (q questionArgs) ids(name string) []kg.ID { return IDs(q[name]) }

// id reads one id.
func (q questionArgs) id(name string) kg.ID {
	s, _ := q[name].(string)
	return kg.ID(s)
}

// day reads a day; nil where the argument is left out.
func (q questionArgs) day(name string) (*kg.Day, error) {
	if q[name] == nil {
		return nil, nil
	}
	d, err := readDay(name, q[name])
	return &d, err
}

// assumptions reads the arguments that questions share; those that a question
// does not have are left at their defaults.
func (q questionArgs) assumptions() (ask.Assumptions, error) {
	var a ask.Assumptions
	for _, name := range []string{"roles", "placeTypes", "actorKinds"} {
		if err := notEmpty(name, q[name]); err != nil {
			return a, err
		}
	}
	w, err := readWhen(q)
	if err != nil {
		return a, err
	}
	a.AsOf, a.Certainty, a.Stated = w.AsOf, w.Certainty, w.Stated
	a.Roles, a.PlaceTypes = lower(q["roles"]), lower(q["placeTypes"])
	a.ActorKinds = texts[kg.NodeKind](q["actorKinds"])
	if kind, ok := q["rosterKind"].(string); ok {
		a.RosterKind = kg.EdgeKind(strings.ToUpper(kind))
	}
	return a, nil
}

func lower(raw any) []string {
	return mapped(texts[string](raw), strings.ToLower)
}

// whole reads a whole number from least to most.
func (q questionArgs) whole(name string, least, most int) (int, error) {
	n, err := integer(q[name])
	if err != nil || n < least || n > most {
		return 0, kg.Errorf(kg.CodeInvalid, "%s is %s", name, shown(q[name])).WithMend("write a whole number from %d to %d", least, most)
	}
	return n, nil
}

// is reports whether an argument is this value of a closed list.
func (q questionArgs) is(name, value string) bool {
	s, _ := q[name].(string)
	return strings.EqualFold(s, value)
}
