package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/graph/relation"
	"citygraph/internal/kg"
)

// schema builds the SDL of the kinds.
type schema struct {
	node, edge *ast.Definition // the interfaces Node and EdgeFacts
	page       ast.ArgumentDefinitionList
}

func newSchema(doc *ast.SchemaDocument) *schema {
	s := &schema{node: doc.Definitions.ForName("Node"), edge: doc.Definitions.ForName("EdgeFacts")}
	s.page = s.node.Fields.ForName("relations").Arguments
	for _, a := range relation.EdgeAttrs() {
		s.edge.Fields = append(s.edge.Fields, field(a.Name, graphQLType("", a), attrDoc(a)))
	}
	return s
}

func (s *schema) document() *ast.SchemaDocument {
	doc := &ast.SchemaDocument{Definitions: s.kindEnums()}
	attrs := s.edge.Fields[len(s.edge.Fields)-len(relation.EdgeAttrs()):]
	query := &ast.Definition{Kind: ast.Object, Name: "Query"}
	for _, n := range kg.NodeKinds {
		query.Fields = append(query.Fields, s.lookUp(n), s.listing(n))
		doc.Definitions = append(doc.Definitions, s.object(n), listConnection(n), listEdge(n))
	}
	for _, p := range prefixes() {
		doc.Definitions = append(doc.Definitions, relationConnection(p), s.relationEdge(p))
	}
	doc.Extensions = ast.DefinitionList{
		query,
		{Kind: ast.Interface, Name: "EdgeFacts", Fields: attrs},
		{Kind: ast.Object, Name: "Edge", Fields: slices.Concat(s.edge.Fields, ast.FieldList{
			field("from", "Node!", "The end that acts: the member, the signatory, the funder. Example: `{ name }`."),
			field("to", "Node!", "The other end. Example: `{ name }`."),
		})},
		conditions(),
	}
	return doc
}

func (s *schema) kindEnums() ast.DefinitionList {
	nodes := &ast.Definition{Kind: ast.Enum, Name: "NodeKind", Description: "The kinds of nodes. Example: `CITY`."}
	for _, n := range kg.NodeKinds {
		nodes.EnumValues = append(nodes.EnumValues, &ast.EnumValueDefinition{Name: string(n.Kind), Description: n.Doc})
	}
	edges := &ast.Definition{Kind: ast.Enum, Name: "EdgeKind", Description: "The kinds of relationships. Example: `MEMBER_OF`."}
	for _, e := range kg.EdgeKinds {
		edges.EnumValues = append(edges.EnumValues, &ast.EnumValueDefinition{Name: string(e.Kind),
			Description: fmt.Sprintf("%s A %s; `from` %s `to`.", e.Doc, e.Form, e.Says)})
	}
	return ast.DefinitionList{nodes, edges}
}

// object is the type of a node kind: shared fields, attributes, relations.
func (s *schema) object(n kg.NodeSpec) *ast.Definition {
	d := &ast.Definition{Kind: ast.Object, Name: n.Name, Interfaces: []string{"Node"},
		Description: fmt.Sprintf("%s Example: `%s(first: 1) { edges { node { id name } } }`.", n.Doc, n.Plural),
		Fields:      slices.Clone(s.node.Fields)}
	for _, a := range n.Attrs {
		if s.node.Fields.ForName(a.Name) == nil {
			d.Fields = append(d.Fields, attrFields(n.Name, a)...)
		}
	}
	for _, r := range relation.Of(n.Kind) {
		f := field(r.Name, prefix(r)+"RelationConnection!", relationDoc(r, n.Kind))
		f.Arguments = without(s.page, "kinds")
		if r.Spec.Kind != kg.TookPartIn {
			f.Arguments = without(f.Arguments, "roles")
		}
		d.Fields = append(d.Fields, f)
	}
	return d
}

func (s *schema) lookUp(n kg.NodeSpec) *ast.FieldDefinition {
	f := field(n.Field, n.Name, fmt.Sprintf(
		"One %s by its id; null where none has the id. Example: `%s(id: \"%s:…\") { name }`.", n.Name, n.Field, n.Kind.Prefix()))
	f.Arguments = ast.ArgumentDefinitionList{{Name: "id", Type: typ("ID!"),
		Description: fmt.Sprintf("Its id, which begins with `%s:`; `search` finds it by name.", n.Kind.Prefix())}}
	return f
}

func (s *schema) listing(n kg.NodeSpec) *ast.FieldDefinition {
	f := field(n.Plural, n.Name+"Connection!", fmt.Sprintf(
		"Every %s that meets `where`, by id unless ordered. Example: `%s(first: 5, orderBy: {by: NAME}) { totalCount edges { node { name } } }`.", n.Name, n.Plural))
	own := map[string]string{
		"where":     "Only nodes like this. Example: `{name: {contains: \"city\"}}`.",
		"orderBy":   "Order, by id where left out. Example: `{by: NAME}`.",
		"asOf":      "The day for which conditions on relations in `where` are meant; without it they count everything recorded. Example: `\"2024-08-31\"`.",
		"certainty": "How sure such conditions must be on the day: POSSIBLE (where left out) includes CERTAIN. Only together with `asOf`.",
		"basis":     "Which relationships count in such conditions: all, or only what a source states. Example: `STATED`.",
	}
	for _, a := range without(without(s.page, "kinds"), "roles") {
		c := *a
		if d, ok := own[a.Name]; ok {
			c.Description = d
		}
		f.Arguments = append(f.Arguments, &c)
	}
	return f
}

func listConnection(n kg.NodeSpec) *ast.Definition {
	return connection(n.Name+"Connection", n.Name+"Edge", fmt.Sprintf("A page of %s. Example: `{ totalCount edges { node { name } } }`.", n.Plural))
}

func listEdge(n kg.NodeSpec) *ast.Definition {
	return &ast.Definition{Kind: ast.Object, Name: n.Name + "Edge",
		Description: fmt.Sprintf("One of the %s of a page. Example: `{ node { name } }`.", n.Plural),
		Fields: ast.FieldList{
			field("cursor", "String!", "Where it stands in the listing, for `after`."),
			field("node", n.Name+"!", "The node. Example: `{ name }`."),
		}}
}

func relationConnection(prefix string) *ast.Definition {
	return connection(prefix+"RelationConnection", prefix+"RelationEdge",
		fmt.Sprintf("A page of relationships that lead to %s. Example: `{ totalCount edges { since node { name } } }`.", leadsTo(prefix)))
}

func leadsTo(prefix string) string {
	if prefix == "" {
		return "nodes of several kinds"
	}
	return "a " + prefix
}

func connection(name, edge, doc string) *ast.Definition {
	return &ast.Definition{Kind: ast.Object, Name: name, Description: doc, Fields: ast.FieldList{
		field("edges", "["+edge+"!]!", "The page. Example: `{ cursor node { name } }`."),
		field("pageInfo", "PageInfo!", "Whether there is more. Example: `{ hasNextPage endCursor }`."),
		field("totalCount", "Int!", "How many there are on all pages together; counted only when asked for. Example: `36`."),
	}}
}

func (s *schema) relationEdge(prefix string) *ast.Definition {
	node := prefix
	if node == "" {
		node = "Node"
	}
	return &ast.Definition{Kind: ast.Object, Name: prefix + "RelationEdge", Interfaces: []string{"EdgeFacts"},
		Description: fmt.Sprintf("A relationship that leads to %s, with what is recorded about it. Example: `{ since node { name } }`.", leadsTo(prefix)),
		Fields: slices.Concat(ast.FieldList{
			field("cursor", "String!", "Where it stands in the listing, for `after`."),
			field("node", node+"!", "The node at the other end. Example: `{ name }`."),
			field("direction", "Direction!", "From which end it is read. Example: `OUT`."),
			field("says", "String!", "How it reads from the node you come from to `node`. Example: `is a member of`."),
			field("holdsOn", "Certainty", "How sure it is that it held on the day `asOf`; null without `asOf`. Example: `CERTAIN`."),
		}, s.edge.Fields)}
}

// conditions are the fields of NodeWhere that follow from the vocabulary.
func conditions() *ast.Definition {
	d := &ast.Definition{Kind: ast.InputObject, Name: "NodeWhere"}
	add := func(name, t, doc string) {
		d.Fields = append(d.Fields, &ast.FieldDefinition{Name: name, Type: typ("[" + t + "!]"), Description: doc})
	}
	for _, c := range relation.Conditions() {
		t, example := "String", fmt.Sprintf("[%q]", c.Attr.Example)
		if c.Attr.Type == kg.TypeEnum {
			t, example = relation.Enum(spec(c.Kind).Name, c.Attr), "["+strings.ToUpper(c.Attr.Example)+"]"
		}
		add(c.Name, t, fmt.Sprintf("Of kind %s, and its %s is one of these. %s Example: `%s`.", spec(c.Kind).Name, c.Attr.Name, c.Attr.Doc, example))
	}
	add("relations", "RelationWhere", "Its relations of every kind, from either end. Example: `{some: {kinds: [EVENT]}}`.")
	for _, f := range relation.All() {
		add(f.Name, "RelationWhere", fmt.Sprintf("The nodes in `%s`; in a list all conditions must hold. Example: `{some: {name: {contains: \"city\"}}}`.", f.Name))
	}
	return d
}

func graphQLType(owner string, a kg.Attr) string {
	switch a.Type {
	case kg.TypeDate:
		return "Date"
	case kg.TypeNumber:
		return "Float"
	case kg.TypeInteger:
		return "Int"
	case kg.TypeEnum:
		return relation.Enum(owner, a)
	case kg.TypeID:
		return "Node"
	}
	return "String"
}

// attrFields are the fields of an attribute: a date has a second one, which
// tells what it can mean.
func attrFields(owner string, a kg.Attr) ast.FieldList {
	fields := ast.FieldList{field(a.Name, graphQLType(owner, a), attrDoc(a))}
	if a.Type == kg.TypeDate {
		fields = append(fields, field(relation.Span(a.Name), "DateSpan",
			fmt.Sprintf("What `%s` can mean. Example: `{ earliest latest }`.", a.Name)))
	}
	return fields
}

func attrDoc(a kg.Attr) string {
	example := a.Example
	switch a.Type {
	case kg.TypeEnum:
		example = strings.ToUpper(example)
	case kg.TypeID:
		example = fmt.Sprintf("{ id: %q }", example)
	}
	return fmt.Sprintf("%s Null where no source says. Example: `%s`.", a.Doc, example)
}

func field(name, t, doc string) *ast.FieldDefinition {
	return &ast.FieldDefinition{Name: name, Type: typ(t), Description: doc}
}

// typ reads a type such as [City!]!.
func typ(s string) *ast.Type {
	nonNull := strings.HasSuffix(s, "!")
	s = strings.TrimSuffix(s, "!")
	if strings.HasPrefix(s, "[") {
		return &ast.Type{Elem: typ(s[1 : len(s)-1]), NonNull: nonNull}
	}
	return &ast.Type{NamedType: s, NonNull: nonNull}
}

func without(args ast.ArgumentDefinitionList, name string) ast.ArgumentDefinitionList {
	return slices.DeleteFunc(slices.Clone(args), func(a *ast.ArgumentDefinition) bool { return a.Name == name })
}
