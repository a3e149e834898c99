package neostore

import (
	"slices"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// begin returns what matches the nodes, each once, that may meet a condition,
// where it names few to begin with: the nodes themselves or a neighbour by
// their ids, or a name by its beginning. All parts of a condition must hold, so
// one part is enough to begin with; rest is what is still to be asked of the
// nodes that it finds. It is "" where nothing of the kind is named, and else
// ends before a WHERE.
func (p *predicate) begin(c *store.Condition) (cypher string, rest *store.Condition) {
	if c == nil {
		return "", nil
	}
	left := *c
	if len(c.IDs) > 0 {
		left.IDs = nil
		return "  MATCH (n:CityGraphNode)\n  USING INDEX SEEK n:CityGraphNode(gen, id)\n" +
			"  WHERE n.gen = $gen AND n.id IN " + p.param(texts(c.IDs)) + "\n  WITH n\n", &left
	}
	for i, r := range c.Relations {
		if r.Quantifier == store.Some && r.Where != nil && len(r.Where.IDs) > 0 {
			left.Relations = slices.Delete(slices.Clone(c.Relations), i, i+1)
			return p.beside(r), &left
		}
	}
	if c.Name != nil && (c.Name.Equals != "" || c.Name.StartsWith != "") {
		return p.called(*c.Name), c
	}
	return "", c
}

// beside matches the nodes on the near side of a relation whose far side is
// named by ids.
func (p *predicate) beside(r store.Relation) string {
	edge, other := p.fresh()
	pattern, direction := match(r.Kinds, r.Direction, "n", edge, other)
	far := *r.Where
	far.IDs = nil
	return "  MATCH (" + other + ":CityGraphNode)\n  USING INDEX SEEK " + other + ":CityGraphNode(gen, id)\n" +
		"  WHERE " + other + ".gen = $gen AND " + other + ".id IN " + p.param(texts(r.Where.IDs)) + "\n  MATCH " + pattern + "\n" +
		prefixed("  WHERE ", and(direction, p.counts(r.Kinds, r.Roles, edge, p.sure()), p.meets(&far, other, p.sure()))) +
		"  WITH DISTINCT n\n"
}

// called matches the nodes with a name of this beginning: the canonical name by
// the index that orders by name, every other by that on names. Which parts of a
// name match is asked again of the nodes that it finds, since all must match
// one name.
func (p *predicate) called(m store.NameMatch) string {
	canonical, other := kg.Fold(m.StartsWith), "STARTS WITH"
	name := canonical
	if m.Equals != "" {
		name, other = kg.Fold(m.Equals), "="
		canonical = name + "\t" // what place puts behind the name
	}
	return `  CALL {
    MATCH (n:CityGraphNode)
    USING INDEX n:CityGraphNode(gen, kind, nameUp)
    WHERE n.gen = $gen AND n.kind IN $kinds AND n.nameUp STARTS WITH ` + p.param(canonical) + `
    RETURN n
    UNION
    MATCH (x:Name)
    USING INDEX x:Name(gen, folded)
    WHERE x.gen = $gen AND x.folded ` + other + " " + p.param(name) + `
    MATCH (x)<-[:HAS_NAME]-(n:CityGraphNode)
    RETURN n
  }
  WITH n
`
}
