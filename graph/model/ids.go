package model

import (
	"context"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// maxHops is how often a retired id may be replaced by another retired one.
const maxHops = 20

// resolve reads the records with these ids and follows retired ones, which it
// notes as redirects. The result has an entry for every id, nil where there is
// no record or nothing replaced it; the second tells what each id led to.
func resolve(ctx context.Context, ids []kg.ID) (loader.Found, map[kg.ID]kg.ID, error) {
	for _, id := range ids {
		if err := checkID(id); err != nil {
			return loader.Found{}, nil, err
		}
	}
	req := request(ctx)
	target := make(map[kg.ID]kg.ID, len(ids))
	for _, id := range ids {
		target[id] = id
	}
	found, err := req.loader.Records(ctx, ids)
	for range maxHops {
		if err != nil {
			return found, nil, err
		}
		if !req.follow(found, target) {
			break
		}
		var next []kg.ID
		for _, id := range ids { // in the order of the ids, not of the map
			if target[id] != "" {
				next = append(next, target[id])
			}
		}
		found, err = req.loader.Records(ctx, next)
	}
	return found, target, err
}

// follow moves each target that is retired on to what replaced it ("": nothing),
// and reports whether any moved on to another id.
func (r *Request) follow(found loader.Found, target map[kg.ID]kg.ID) bool {
	moved := false
	for from, to := range target {
		retired, ok := found.Records[to].(kg.Retired)
		if !ok {
			continue
		}
		target[from] = retired.ReplacedBy
		moved = moved || retired.ReplacedBy != ""
		r.redirect(from, retired)
	}
	return moved
}

func checkID(id kg.ID) error {
	if id.Valid() {
		return nil
	}
	return kg.Errorf(kg.CodeInvalid, "%q is not an id", string(id)).
		WithMend("ids look like city:berlin; search(text: …) finds them")
}

// lookUp reads one node; a nil node where there is none. With kinds given, an id
// of another kind is CodeInvalid.
func lookUp(ctx context.Context, id string, kind kg.NodeKind) (*node, error) {
	found, target, err := resolve(ctx, []kg.ID{kg.ID(id)})
	if err != nil {
		return nil, err
	}
	if k, ok := kg.NodeKindOf(kg.ID(id)); !ok || kind != "" && k != kind {
		return nil, wrongKind(id, kind)
	}
	n, ok := found.Node(target[kg.ID(id)])
	if !ok || kind != "" && n.Kind != kind {
		return nil, nil
	}
	return &node{&n, found.Level}, nil
}

func wrongKind(id string, kind kg.NodeKind) error {
	wanted := "node"
	if spec, ok := kind.Spec(); ok {
		wanted = spec.Name
	}
	e := kg.Errorf(kg.CodeInvalid, "%q is not the id of a %s", id, wanted)
	if k, ok := kg.NodeKindOf(kg.ID(id)); ok {
		other, _ := k.Spec()
		return e.WithMend("ask for %s(id: %q)", other.Field, id)
	}
	return e.WithMend("ask for edge(id: %q)", id)
}

// LookUp reads one node of any kind; nil where there is none.
func LookUp(ctx context.Context, id string) (Node, error) {
	n, err := lookUp(ctx, id, "")
	if n == nil || err != nil {
		return nil, err
	}
	return wrap(*n), nil
}

// LookUpAll reads several nodes, in the order of the ids, nil where there is
// none.
func LookUpAll(ctx context.Context, texts []string) ([]Node, error) {
	if len(texts) > maxFirst {
		return nil, kg.Errorf(kg.CodeInvalid, "ids has %d ids", len(texts)).WithMend("ask for %d at a time", maxFirst)
	}
	ids := mapped(texts, func(s string) kg.ID { return kg.ID(s) })
	found, target, err := resolve(ctx, ids)
	if err != nil {
		return nil, err
	}
	nodes := make([]Node, len(ids))
	for i, id := range ids {
		if n, ok := found.Node(target[id]); ok {
			nodes[i] = wrap(node{&n, found.Level})
		}
	}
	return nodes, nil
}

// LookUpEdge reads one edge; nil where there is none.
func LookUpEdge(ctx context.Context, id string) (*Edge, error) {
	if _, ok := kg.NodeKindOf(kg.ID(id)); ok {
		return nil, kg.Errorf(kg.CodeInvalid, "%q is the id of a node", id).
			WithMend("ask for node(id: %q); ids of edges look like member-of:berlin--solidarity-cities, and relations show them", id)
	}
	found, target, err := resolve(ctx, []kg.ID{kg.ID(id)})
	if err != nil {
		return nil, err
	}
	e, ok := found.Records[target[kg.ID(id)]].(kg.Edge)
	if !ok {
		return nil, nil
	}
	return &Edge{edge{&e, found.Level}}, nil
}

// named lists ids for a message, a few of them.
func named(ids []kg.ID) string {
	slices.Sort(ids)
	texts := mapped(slices.Compact(ids), func(id kg.ID) string { return string(id) })
	if len(texts) > 5 {
		texts = append(texts[:5], "…")
	}
	return strings.Join(texts, ", ")
}
