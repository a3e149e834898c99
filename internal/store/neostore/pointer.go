package neostore

import (
	"context"
	"maps"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// format is the version of how records are laid out in the database. A store
// of another format is refused until its dataset is imported again.
const format = 2

// generation is what a reader must know about the one it reads.
type generation struct {
	number int64
	info   store.Info
	strays bool // some edges' ids have the prefix of another kind, or nodes' that of one
}

// pointer is what was known about the current generation at a time.
type pointer struct {
	at         time.Time
	generation *generation // nil: there is none
}

const cypherPointer = `MATCH (p:CityGraphPointer {key: 'current'})
MATCH (g:CityGraphGeneration {gen: p.gen})
RETURN g`

// current returns the current generation, nil where there is none. Of callers
// at once, one asks the database and the others wait for its answer.
func (s *Store) current(ctx context.Context) (*generation, error) {
	if p := s.pointer(); time.Since(p.at) < s.options.Fresh {
		return p.generation, nil
	}
	select {
	case s.refresh <- struct{}{}:
		defer func() { <-s.refresh }()
	case <-ctx.Done():
		return nil, store.Alive(ctx)
	}
	if p := s.pointer(); time.Since(p.at) < s.options.Fresh {
		return p.generation, nil
	}
	at := time.Now()
	g, err := s.lookUp(ctx)
	if err != nil {
		return nil, err
	}
	if g != nil && s.pointer().generation != nil && g.number == s.pointer().generation.number {
		g = s.pointer().generation
	}
	s.setPointer(pointer{at, g})
	return g, nil
}

func (s *Store) pointer() pointer {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.known
}

func (s *Store) setPointer(p pointer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known = p
}

// lookUp asks the database for the current generation.
func (s *Store) lookUp(ctx context.Context) (*generation, error) {
	rows, err := s.read(ctx, cypherPointer, nil)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	node, ok := rows[0].Values[0].(neo4j.Node)
	if !ok {
		return nil, broken("the marker of the current generation", nil)
	}
	p := properties(node.Props)
	if p.number("format") != format {
		return nil, errFormat
	}
	return p.generation(), nil
}

var errFormat = kg.Errorf(kg.CodeUnavailable, "the dataset in Neo4j was imported by another version of citygraph").
	WithMend("import it again with this one")

// properties are read without failing: what is absent is zero.
type properties map[string]any

func (p properties) text(name string) string {
	t, _ := p[name].(string)
	return t
}

func (p properties) number(name string) int64 {
	n, _ := p[name].(int64)
	return n
}

func (p properties) generation() *generation {
	g := &generation{number: p.number("gen"), info: store.Info{
		Dataset: kg.Dataset{
			Name: p.text("name"), Title: p.text("title"), Version: p.text("version"),
			License: p.text("license"), Citation: p.text("citation"), Hash: p.text("hash"),
		},
		Nodes: counts[kg.NodeKind](p, "node"), Edges: counts[kg.EdgeKind](p, "edge"),
		Retired: int(p.number("retired")), Corrections: int(p.number("corrections")),
	}}
	g.strays, _ = p["strays"].(bool)
	return g
}

// counts reads two lists, of kinds and of how many there are of each.
func counts[K ~string](p properties, of string) map[K]int {
	kinds, _ := p[of+"Kinds"].([]any)
	many, _ := p[of+"Counts"].([]any)
	out := map[K]int{}
	for i := range min(len(kinds), len(many)) {
		kind, _ := kinds[i].(string)
		n, _ := many[i].(int64)
		out[K(kind)] = int(n)
	}
	return out
}

// Info describes the dataset. It takes no round trip: a generation never
// changes, and what describes it came with the pointer; see store.Reader.
func (r *reader) Info(ctx context.Context) (store.Info, error) {
	if err := r.ready(ctx); err != nil {
		return store.Info{}, err
	}
	info := r.generation.info
	info.Nodes, info.Edges = maps.Clone(info.Nodes), maps.Clone(info.Edges)
	return info, nil
}
