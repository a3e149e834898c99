package ask

import (
	"context"
	"maps"
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// Limits of one question; what would pass them is CodeTooCostly.
const (
	MaxIDs   = 1000    // ids in one argument
	MaxEdges = 250_000 // edges that a question reads
	maxHops  = 20      // how often a retired id may be replaced by another
	batch    = 10_000  // records read in one call
)

// asking is one question being answered.
type asking struct {
	reader store.Reader
	common Common
	read   int            // edges so far
	left   map[kg.ID]bool // edges without a direction that were left out
}

func newAsking(r store.Reader, a Assumptions) (*asking, error) {
	a, err := a.checked()
	return &asking{reader: r, common: Common{Assumptions: a}}, err
}

func (q *asking) warn(text string) { q.common.Warnings = append(q.common.Warnings, text) }

// lookUp reads the nodes with these ids, in their order, and follows retired
// ones. place is the argument that names them. An id of no node is CodeNotFound,
// one that is named twice CodeInvalid.
func (q *asking) lookUp(ctx context.Context, place string, ids []kg.ID) ([]kg.Node, error) {
	return q.lookUpEach(ctx, slices.Repeat([]string{place}, len(ids)), ids)
}

// lookUpEach is lookUp for ids of several arguments: places[i] is where ids[i] is
// named.
func (q *asking) lookUpEach(ctx context.Context, places []string, ids []kg.ID) ([]kg.Node, error) {
	if len(ids) > MaxIDs {
		return nil, kg.Errorf(kg.CodeTooCostly, "%s has %d ids", places[len(places)-1], len(ids)).WithMend("name %d at most", MaxIDs)
	}
	for i, id := range ids {
		if _, node := kg.NodeKindOf(id); !id.Valid() || !node {
			return nil, kg.Errorf(kg.CodeInvalid, "%s: %q is not the id of a node", places[i], string(id)).
				WithMend("ids look like city:berlin; search(text: …) finds them")
		}
	}
	target, found, err := q.follow(ctx, ids)
	if err != nil {
		return nil, err
	}
	nodes, taken := make([]kg.Node, len(ids)), map[kg.ID]string{}
	for i, id := range ids {
		n, ok := found[target[i]].(kg.Node)
		place := places[i]
		switch first, twice := taken[n.ID]; {
		case !ok:
			return nil, kg.Errorf(kg.CodeNotFound, "%s: there is no %q", place, string(id)).WithMend("search(text: …) finds ids")
		case twice && first == place:
			return nil, kg.Errorf(kg.CodeInvalid, "%s names %q twice", place, string(n.ID)).WithMend("name each once")
		case twice:
			return nil, kg.Errorf(kg.CodeInvalid, "%s and %s both name %q", first, place, string(n.ID)).WithMend("name another in one of both")
		}
		nodes[i], taken[n.ID] = n, place
	}
	return nodes, nil
}

// follow reads records and what replaced those that are retired; target tells
// what each id led to.
func (q *asking) follow(ctx context.Context, ids []kg.ID) (target []kg.ID, found map[kg.ID]kg.Record, err error) {
	target = slices.Clone(ids)
	if found, err = q.reader.Records(ctx, ids); err != nil {
		return nil, nil, err
	}
	for range maxHops {
		var next []kg.ID
		for i, id := range target {
			if r, ok := found[id].(kg.Retired); ok {
				q.redirect(ids[i], r)
				target[i] = r.ReplacedBy
				next = append(next, r.ReplacedBy)
			}
		}
		if len(next) == 0 {
			break
		}
		more, err := q.reader.Records(ctx, next)
		if err != nil {
			return nil, nil, err
		}
		maps.Copy(found, more)
	}
	return target, found, nil
}

// redirect notes that from was retired or, at a further hop, where it leads now.
func (q *asking) redirect(from kg.ID, by kg.Retired) {
	for i, r := range q.common.Redirects {
		if r.From == from {
			q.common.Redirects[i].By.ReplacedBy = by.ReplacedBy
			return
		}
	}
	q.common.Redirects = append(q.common.Redirects, Redirect{from, by})
}

// nodes reads nodes that are known to be there.
func (q *asking) nodes(ctx context.Context, ids []kg.ID) (map[kg.ID]kg.Node, error) {
	nodes := make(map[kg.ID]kg.Node, len(ids))
	for part := range slices.Chunk(ids, batch) {
		found, err := q.reader.Records(ctx, part)
		if err != nil {
			return nil, err
		}
		for id, r := range found {
			if n, ok := r.(kg.Node); ok {
				nodes[id] = n
			}
		}
	}
	return nodes, nil
}

// edges reads all edges at the nodes, each node's by id. More than MaxEdges are
// CodeTooCostly.
func (q *asking) edges(ctx context.Context, at []kg.ID, f store.EdgeFilter) (map[kg.ID][]kg.Edge, error) {
	all := make(map[kg.ID][]kg.Edge, len(at))
	err := q.pages(ctx, at, f, func(id kg.ID, items []store.EdgeItem) error {
		if q.read > MaxEdges {
			return tooManyEdges()
		}
		list := slices.Grow(all[id], len(items))
		for i := range items {
			list = append(list, items[i].Edge)
		}
		all[id] = list
		return nil
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// pages reads all edges at the nodes, page by page, all nodes in one call, and gives
// each page to take.
func (q *asking) pages(ctx context.Context, at []kg.ID, f store.EdgeFilter, take func(at kg.ID, items []store.EdgeItem) error) error {
	anchors := make([]store.Anchor, len(at))
	for i, id := range at {
		anchors[i] = store.Anchor{ID: id}
	}
	for len(anchors) > 0 {
		pages, err := q.reader.Edges(ctx, anchors, f, store.Page{First: pageFor(len(anchors), MaxEdges-q.read)})
		if err != nil {
			return err
		}
		var more []store.Anchor
		for _, a := range anchors {
			page := pages[a]
			q.read += len(page.Items)
			if err := take(a.ID, page.Items); err != nil {
				return err
			}
			if page.More {
				more = append(more, store.Anchor{ID: a.ID, After: page.Items[len(page.Items)-1].Key})
			}
		}
		anchors = more
	}
	return nil
}

// leastPage is how many edges of a node are read at a time at least.
const leastPage = 1000

// pageFor returns how many edges of each of so many nodes are read in one call: few
// hubs by as large pages as a store gives, many nodes by pages that together are not
// far more than what may be read.
func pageFor(nodes, left int) int { return min(max(left/nodes, leastPage), store.MaxPage) }

func tooManyEdges() error {
	return kg.Errorf(kg.CodeTooCostly, "the question is about more than %d edges", MaxEdges).WithMend("name fewer, or smaller, groups")
}
