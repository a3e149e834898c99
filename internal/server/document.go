package server

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"citygraph/internal/kg"
)

// checkQuery refuses a query that would be costly to validate, before it is.
// Validation compares fields of one name pairwise and the cost walk puts every
// fragment in its places, so that a kilobyte of text can keep them busy for
// minutes. The check itself is linear in the text and in Limits.Selections. It
// also tells which operation is missing, where one is.
func checkQuery(text, operation string, l Limits) *gqlerror.Error {
	_, err := check(text, operation, l)
	return err
}

// check is checkQuery for tests, which count the selections that it looked at.
func check(text, operation string, l Limits) (looks int, _ *gqlerror.Error) {
	if len(text) > l.Query {
		return 0, tooCostly(nil, "the query is %d bytes long and %d are allowed", len(text), l.Query)
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, l.Tokens)
	if err != nil {
		return 0, parseError(err, l)
	}
	if n := len(doc.Operations) + len(doc.Fragments); n > l.Definitions {
		return 0, tooCostly(nil, "the query has %d operations and fragments and %d are allowed", n, l.Definitions)
	}
	c := &documentCheck{limits: l, sizes: map[*ast.FragmentDefinition]size{}, fragments: map[string]*ast.FragmentDefinition{}}
	bad := c.document(doc)
	if bad == nil && doc.Operations.ForName(operation) == nil {
		bad = noOperation(doc, operation)
	}
	return c.looks, bad
}

// size is what a selection set comes to once its fragments are put in.
type size struct {
	selections, depth int
	open              bool // being measured: seen again, it holds itself
}

// documentCheck is the check of one document.
type documentCheck struct {
	limits              Limits
	fragments           map[string]*ast.FragmentDefinition
	sizes               map[*ast.FragmentDefinition]size // each measured once
	aliases, directives int
	pairs               int
	looks               int
}

// document measures first, so that pairing walks a bounded tree. Fragments are
// roots too: validation walks each on its own.
func (c *documentCheck) document(doc *ast.QueryDocument) *gqlerror.Error {
	var roots []ast.SelectionSet
	for _, f := range doc.Fragments {
		if c.fragments[f.Name] == nil { // of two with one name the first counts, as in validation
			c.fragments[f.Name] = f
		}
	}
	total := 0
	for _, op := range doc.Operations {
		c.directives += len(op.Directives)
		s, err := c.set(op.SelectionSet)
		if err != nil {
			return err
		}
		total += s.selections
		roots = append(roots, op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		c.directives += len(f.Directives)
		s, err := c.fragment(f)
		if err != nil {
			return err
		}
		total += s.selections
		roots = append(roots, f.SelectionSet)
	}
	if total > c.limits.Selections {
		return c.tooMany(nil)
	}
	for _, set := range roots {
		if err := c.pair([]ast.SelectionSet{set}); err != nil {
			return err
		}
	}
	return nil
}

// set measures a selection set; every selection of the document is looked at once.
func (c *documentCheck) set(set ast.SelectionSet) (size, *gqlerror.Error) {
	var total size
	for _, sel := range set {
		c.looks++
		s, err := c.selection(sel)
		if err != nil {
			return s, err
		}
		total.selections += s.selections
		total.depth = max(total.depth, s.depth)
		if total.selections > c.limits.Selections {
			return total, c.tooMany(sel.GetPosition())
		}
		if total.depth > c.limits.Depth {
			return total, tooCostly(sel.GetPosition(), "the query nests fields more than %d deep", c.limits.Depth)
		}
	}
	return total, nil
}

func (c *documentCheck) selection(sel ast.Selection) (s size, err *gqlerror.Error) {
	switch sel := sel.(type) {
	case *ast.Field:
		if sel.Alias != sel.Name {
			c.aliases++
		}
		c.directives += len(sel.Directives)
		s, err = c.set(sel.SelectionSet)
		s.depth++
	case *ast.InlineFragment:
		c.directives += len(sel.Directives)
		s, err = c.set(sel.SelectionSet)
	case *ast.FragmentSpread:
		c.directives += len(sel.Directives)
		if f := c.fragments[sel.Name]; f != nil { // an unknown one is for validation to name
			s, err = c.fragment(f)
		}
	}
	s.selections++
	switch {
	case err != nil:
	case c.aliases > c.limits.Aliases:
		err = tooCostly(sel.GetPosition(), "the query renames more than %d fields", c.limits.Aliases)
	case c.directives > c.limits.Directives:
		err = tooCostly(sel.GetPosition(), "the query has more than %d directives", c.limits.Directives)
	}
	return s, err
}

// fragment measures a fragment the first time and remembers it.
func (c *documentCheck) fragment(f *ast.FragmentDefinition) (size, *gqlerror.Error) {
	s, measured := c.sizes[f]
	if s.open {
		return s, refusal(f.Position, kg.Errorf(kg.CodeInvalid, "the fragment %s contains itself", f.Name).
			WithMend("a fragment may use others, but none that leads back to it"))
	}
	if measured {
		return s, nil
	}
	c.sizes[f] = size{open: true}
	s, err := c.set(f.SelectionSet)
	c.sizes[f] = s
	return s, err
}

func (c *documentCheck) tooMany(at *ast.Position) *gqlerror.Error {
	return tooCostly(at, "the query asks for more than %d fields once its fragments are put in their places", c.limits.Selections)
}

// pair counts, down the merged tree, the pairs of fields that answer under one
// name in one place: what validation compares.
func (c *documentCheck) pair(sets []ast.SelectionSet) *gqlerror.Error {
	var m merged
	for _, set := range sets {
		c.merge(set, &m)
	}
	for _, same := range m.fields {
		c.pairs += len(same) * (len(same) - 1) / 2
		if c.pairs > c.limits.Repeats {
			return tooCostly(same[0].Position, "the query asks for the same field again and again (%q)", same[0].Alias)
		}
	}
	for _, same := range m.fields {
		var below []ast.SelectionSet
		for _, f := range same {
			if len(f.SelectionSet) > 0 {
				below = append(below, f.SelectionSet)
			}
		}
		if err := c.pair(below); err != nil {
			return err
		}
	}
	return nil
}

// merged holds the fields of one place, grouped by the name under which they
// answer, in the order of the query.
type merged struct {
	fields [][]*ast.Field
	at     map[string]int
}

func (m *merged) add(f *ast.Field) {
	i, ok := m.at[f.Alias]
	if !ok {
		if m.at == nil {
			m.at = map[string]int{}
		}
		i = len(m.fields)
		m.at[f.Alias] = i
		m.fields = append(m.fields, nil)
	}
	m.fields[i] = append(m.fields[i], f)
}

func (c *documentCheck) merge(set ast.SelectionSet, into *merged) {
	for _, sel := range set {
		c.looks++
		switch sel := sel.(type) {
		case *ast.Field:
			into.add(sel)
		case *ast.InlineFragment:
			c.merge(sel.SelectionSet, into)
		case *ast.FragmentSpread:
			if f := c.fragments[sel.Name]; f != nil {
				c.merge(f.SelectionSet, into)
			}
		}
	}
}
