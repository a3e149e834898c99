package model

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph/relation"
	"citygraph/internal/kg"
	"citygraph/internal/loader"
	"citygraph/internal/store"
)

// PageInfo is the GraphQL type PageInfo.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// page is what connections of nodes and of relations have in common.
type page struct {
	args *args
	keys []store.Key
	more bool
	all  int
}

// TotalCount is the field totalCount.
func (p page) TotalCount() int { return p.all }

// PageInfo is the field pageInfo.
func (p page) PageInfo() PageInfo {
	info := PageInfo{HasNextPage: p.more, HasPreviousPage: p.args.after != store.Key{}}
	if n := len(p.keys); n > 0 {
		start, end := p.cursor(0), p.cursor(n-1)
		info.StartCursor, info.EndCursor = &start, &end
	}
	return info
}

func (p page) cursor(i int) string { return encodeCursor(p.args.listing, p.keys[i]) }

// listing is what the connections of all node kinds are made of.
type listing struct {
	page
	nodes []node
}

// listed reads the nodes of a kind that the arguments of the field ask for.
func listed(ctx context.Context, kind kg.NodeKind) (listing, error) {
	a, err := listingArgs(ctx, []kg.NodeKind{kind})
	if err != nil {
		return listing{}, err
	}
	f := store.NodeFilter{Kinds: []kg.NodeKind{kind}, Where: a.where, When: a.when, Order: a.order}
	got, level, err := request(ctx).loader.List(ctx, f, a.page(ctx))
	if err != nil {
		return listing{}, err
	}
	l := listing{page: page{args: a, more: got.More, all: got.Total}}
	for i := range got.Nodes {
		l.keys = append(l.keys, a.order.NodeKey(got.Nodes[i]))
		l.nodes = append(l.nodes, node{&got.Nodes[i], level})
	}
	return l, nil
}

// relations is what the connections of all relation fields are made of.
type relations struct {
	page
	edges []relationEdge
}

// related reads the relation field of n that is being resolved, together with
// the same field of all nodes of the level that the query asks it of.
func (n node) related(ctx context.Context) (relations, error) {
	fc := graphql.GetFieldContext(ctx)
	f := store.EdgeFilter{Direction: store.Both}
	far := allKinds
	field, ok := relation.Named(n.n.Kind, fc.Field.Name)
	if ok {
		f.Kinds, f.Direction, far = []kg.EdgeKind{field.Spec.Kind}, field.Direction, field.Far
		if k, one := field.One(); one {
			f.OtherKinds = []kg.NodeKind{k}
		}
	}
	a, err := listingArgs(ctx, far)
	if err != nil {
		return relations{}, err
	}
	if !ok {
		f.Kinds = a.kinds
	}
	f.Roles, f.Where, f.When, f.Order = a.roles, a.where, a.when, a.order
	p := a.page(ctx)
	p.After = nil // each anchor brings its own
	got, level, err := n.level.Edges(ctx, askedOf(fc, n.n.Kind), store.Anchor{ID: n.n.ID, After: a.after}, f, p)
	if err != nil {
		return relations{}, err
	}
	return newRelations(a, n.n.ID, f.Direction, got, level), nil
}

// askedOf is the kind of the nodes of which the query asks the field: every kind
// ("") where it stands on the interface Node.
func askedOf(fc *graphql.FieldContext, kind kg.NodeKind) kg.NodeKind {
	if fc.Field.ObjectDefinition.IsAbstractType() {
		return ""
	}
	return kind
}

func newRelations(a *args, anchor kg.ID, d store.Direction, got store.EdgePage, level *loader.Level) relations {
	r := relations{page: page{args: a, more: got.More, all: got.Total}}
	for i, item := range got.Items {
		r.keys = append(r.keys, item.Key)
		r.edges = append(r.edges, relationEdge{
			edge:      edge{&got.Items[i].Edge, level},
			far:       node{&got.Items[i].Other, level},
			cursor:    r.cursor(i),
			direction: directionOf(item.Edge, anchor, d),
			asOf:      a.when.AsOf,
		})
	}
	return r
}

// directionOf tells from which end an edge is read at the anchor.
func directionOf(e kg.Edge, anchor kg.ID, asked store.Direction) store.Direction {
	spec, _ := e.Kind.Spec()
	switch {
	case spec.Symmetric:
		return store.Both
	case e.From == e.To && asked == store.In:
		return store.In
	case e.From == anchor:
		return store.Out
	}
	return store.In
}
