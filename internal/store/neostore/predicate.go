package neostore

import (
	"fmt"
	"slices"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// predicate turns filters into Cypher. Everything that is filtered anywhere
// goes through it; values become parameters.
//
// A condition is three-valued, Cypher here is not: each part is asked in one of
// two ways, whether it is true (sure) or whether it is not false. "And" and "or"
// keep the way, "not" turns it: not x is true where x is false, that is, where
// it is not so that x is not false. So every expression is plain true or false,
// never null, and nothing of Kleene's logic is lost.
type predicate struct {
	when   store.When
	params map[string]any
	names  int      // of variables
	lists  []string // of nodes, looked up once before all else: "COLLECT { … } AS named0"
}

func newPredicate(w store.When) *predicate { return &predicate{when: w, params: map[string]any{}} }

// sure reports which way the whole filter is asked.
func (p *predicate) sure() bool { return p.when.Certainty == kg.Certain }

func (p *predicate) param(v any) string {
	name := fmt.Sprintf("p%d", len(p.params))
	p.params[name] = v
	return "$" + name
}

// meets returns the condition on the node in a variable; "true" for nil.
func (p *predicate) meets(c *store.Condition, node string, sure bool) string {
	if c == nil {
		return "true"
	}
	var parts []string
	if len(c.IDs) > 0 {
		parts = append(parts, p.oneOf(c.IDs, node))
	}
	if len(c.Kinds) > 0 {
		parts = append(parts, node+".kind IN "+p.param(texts(c.Kinds)))
	}
	for _, a := range c.Attrs {
		parts = append(parts, p.attrIn(a, node))
	}
	if c.Name != nil && *c.Name != (store.NameMatch{}) {
		parts = append(parts, p.named(*c.Name, node))
	}
	if c.Date != nil {
		parts = append(parts, p.within(*c.Date, node, sure))
	}
	for _, r := range c.Relations {
		parts = append(parts, p.related(r, node, sure))
	}
	if len(c.AnyOf) > 0 {
		var either []string
		for i := range c.AnyOf {
			either = append(either, p.meets(&c.AnyOf[i], node, sure))
		}
		parts = append(parts, "("+strings.Join(either, " OR ")+")")
	}
	return and(parts...)
}

// oneOf reports whether a node is one of those with these ids. At the far end of
// relations, which are many, they are compared with nodes that were looked up
// before, which reads nothing of them.
func (p *predicate) oneOf(ids []kg.ID, node string) string {
	if node == "n" {
		return "n.id IN " + p.param(texts(ids))
	}
	name := fmt.Sprintf("named%d", len(p.lists))
	p.lists = append(p.lists, `COLLECT {
  MATCH (x:CityGraphNode)
  USING INDEX SEEK x:CityGraphNode(gen, id)
  WHERE x.gen = $gen AND x.id IN `+p.param(texts(ids))+`
  RETURN x
} AS `+name)
	return node + " IN " + name
}

// before is what a statement begins with, so that its lists are there.
func (p *predicate) before() string {
	if len(p.lists) == 0 {
		return ""
	}
	return "WITH g, " + strings.Join(p.lists, ", ") + "\n"
}

// listed are the names of the lists, each behind a comma.
func (p *predicate) listed() (names string) {
	for i := range p.lists {
		names += fmt.Sprintf(", named%d", i)
	}
	return names
}

// attrIn compares an attribute of the vocabulary; no node has another one. What
// is never true is a parameter too: from the word itself the planner concludes
// that nothing need be matched, and then refuses the index that is to match it.
func (p *predicate) attrIn(a store.AttrIn, node string) string {
	property, kinds := attribute(a.Name)
	if len(kinds) == 0 || len(a.Values) == 0 {
		return p.param(false)
	}
	return fmt.Sprintf("(%[1]s.kind IN %[2]s AND %[1]s.%[3]s IS NOT NULL AND %[1]s.%[3]s IN %[4]s)",
		node, p.param(texts(kinds)), property, p.param(texts(a.Values)))
}

// attribute returns the name of a node attribute as the vocabulary writes it,
// with the kinds that have it.
func attribute(name string) (property string, kinds []kg.NodeKind) {
	for _, spec := range kg.NodeKinds {
		for _, a := range spec.Attrs {
			if a.Name == name {
				property, kinds = a.Name, append(kinds, spec.Kind)
			}
		}
	}
	return property, kinds
}

func (p *predicate) named(m store.NameMatch, node string) string {
	var parts []string
	if m.Equals != "" {
		parts = append(parts, "name = "+p.param(kg.Fold(m.Equals)))
	}
	if m.StartsWith != "" {
		parts = append(parts, "name STARTS WITH "+p.param(kg.Fold(m.StartsWith)))
	}
	if m.Contains != "" {
		parts = append(parts, "name CONTAINS "+p.param(kg.Fold(m.Contains)))
	}
	return fmt.Sprintf("any(name IN %s.names WHERE %s)", node, and(parts...))
}

// within compares with the date's bounds, which a node of unknown date lacks.
func (p *predicate) within(r store.DateRange, node string, sure bool) string {
	from, to := kg.Beginning, kg.End
	if r.From != nil {
		from = *r.From
	}
	if r.To != nil {
		to = *r.To
	}
	form := "(%[1]s.dateFrom IS NOT NULL AND %[1]s.dateTo >= %[2]s AND %[1]s.dateFrom <= %[3]s)"
	if sure {
		form = "(%[1]s.dateFrom IS NOT NULL AND %[1]s.dateFrom >= %[2]s AND %[1]s.dateTo <= %[3]s)"
	}
	return fmt.Sprintf(form, node, p.param(int64(from)), p.param(int64(to)))
}

// related: some is whether there is an edge that counts to a node that meets;
// none is its negation; all is that there is no edge that counts to a node that
// does not meet.
func (p *predicate) related(r store.Relation, node string, sure bool) string {
	edge, other := p.fresh()
	pattern, direction := match(r.Kinds, r.Direction, node, edge, other)
	exists := func(counts, meets string) string {
		where := and(direction, counts, meets)
		if where == "true" {
			return "EXISTS { " + pattern + " }"
		}
		return "EXISTS { MATCH " + pattern + " WHERE " + where + " }"
	}
	switch r.Quantifier {
	case store.Some:
		return exists(p.counts(r.Kinds, r.Roles, edge, sure), p.meets(r.Where, other, sure))
	case store.None:
		return "NOT " + exists(p.counts(r.Kinds, r.Roles, edge, !sure), p.meets(r.Where, other, !sure))
	default:
		meets := p.meets(r.Where, other, sure)
		if meets == "true" {
			return meets
		}
		return "NOT " + exists(p.counts(r.Kinds, r.Roles, edge, !sure), "NOT ("+meets+")")
	}
}

func (p *predicate) fresh() (edge, other string) {
	p.names++
	return fmt.Sprintf("r%d", p.names), fmt.Sprintf("m%d", p.names)
}

// counts returns whether the edge in a variable counts.
func (p *predicate) counts(kinds []kg.EdgeKind, roles []string, edge string, sure bool) string {
	var parts []string
	if p.when.Stated {
		parts = append(parts, edge+".basis <> 'implied'")
	}
	if len(roles) > 0 && (len(kinds) == 0 || slices.Contains(kinds, kg.TookPartIn)) {
		in := fmt.Sprintf("coalesce(%s.role, '') IN %s", edge, p.param(texts(roles)))
		if len(kinds) != 1 {
			in = fmt.Sprintf("(type(%s) <> '%s' OR %s)", edge, kg.TookPartIn, in)
		}
		parts = append(parts, in)
	}
	if p.when.AsOf != nil {
		const day = "$asOf"
		p.params["asOf"] = int64(*p.when.AsOf)
		parts = append(parts, fmt.Sprintf("%[1]s.notBefore <= %[2]s AND %[2]s <= %[1]s.notAfter", edge, day))
		if sure {
			parts = append(parts, fmt.Sprintf("%[1]s.certainFrom <= %[2]s AND %[2]s <= %[1]s.certainTo", edge, day))
		}
	}
	return and(parts...)
}

// match returns the pattern of edges of these kinds from a node, and what else
// must hold where the pattern alone would read edges in the wrong direction:
// symmetric kinds are read from both ends, whatever the direction.
func match(kinds []kg.EdgeKind, d store.Direction, node, edge, other string) (pattern, where string) {
	var types, symmetric []string
	for _, spec := range kg.EdgeKinds {
		if len(kinds) > 0 && !slices.Contains(kinds, spec.Kind) {
			continue
		}
		types = append(types, string(spec.Kind))
		if spec.Symmetric {
			symmetric = append(symmetric, "'"+string(spec.Kind)+"'")
		}
	}
	left, right, end := "-", "->", "startNode"
	if d == store.In {
		left, right, end = "<-", "-", "endNode"
	}
	if d == store.Both || len(symmetric) > 0 {
		left, right = "-", "-"
	}
	if d != store.Both && len(symmetric) > 0 && len(symmetric) < len(types) {
		where = fmt.Sprintf("(type(%s) IN [%s] OR %s(%s) = %s)", edge, strings.Join(symmetric, ", "), end, edge, node)
	}
	return fmt.Sprintf("(%s)%s[%s:%s]%s(%s)", node, left, edge, strings.Join(types, "|"), right, other), where
}

// and joins what must all hold; "true" where nothing must.
func and(parts ...string) string {
	kept := slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" || s == "true" })
	if len(kept) == 0 {
		return "true"
	}
	return strings.Join(kept, " AND ")
}

// texts makes values of ours a parameter: valid UTF-8, as Neo4j wants.
func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strings.ToValidUTF8(string(v), "\uFFFD")
	}
	return out
}
