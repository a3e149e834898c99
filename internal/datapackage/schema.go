package datapackage

import (
	"slices"

	"citygraph/internal/kg"
)

// Resource describes one file of a Data Package.
type Resource struct {
	Name        string `json:"name"`
	Path        string `json:"path"`
	Profile     string `json:"profile"`
	Description string `json:"description,omitempty"`
	Format      string `json:"format"`
	MediaType   string `json:"mediatype"`
	Encoding    string `json:"encoding"`
	Schema      Schema `json:"schema"`
}

// Schema is a Table Schema.
type Schema struct {
	Fields      []Field      `json:"fields"`
	PrimaryKey  []string     `json:"primaryKey,omitempty"`
	ForeignKeys []ForeignKey `json:"foreignKeys,omitempty"`
}

// Field describes one column.
type Field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Description string       `json:"description,omitempty"`
	Example     string       `json:"example,omitempty"`
	Constraints *Constraints `json:"constraints,omitempty"`
}

// Constraints of a column's values.
type Constraints struct {
	Required bool     `json:"required,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
	Maximum  *float64 `json:"maximum,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// ForeignKey says that a column names rows of another resource.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is the far side of a ForeignKey.
type Reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// The forms of texts, as patterns that any reader of Table Schemas knows. Lint
// is stricter: it also asks whether days exist and codes are known.
const (
	idPattern       = `[a-z]+(-[a-z]+)*:[a-z0-9]+(--?[a-z0-9]+)*`
	plainPattern    = `\d{4}(-\d{2}(-\d{2})?)?`
	datePattern     = `(` + plainPattern + `~?|\[(` + plainPattern + `)?\.\.(` + plainPattern + `)?\])`
	intervalPattern = `(` + datePattern + `|` + plainPattern + `/` + plainPattern + `)`
)

var patterns = map[kg.Type]string{
	kg.TypeDate:     datePattern,
	kg.TypeCountry:  `[A-Z]{2}`,
	kg.TypeLanguage: `[a-z]{2,3}(-[A-Za-z0-9]{2,8})*`,
	kg.TypeCurrency: `[A-Z]{3}`,
	kg.TypeID:       idPattern,
	TypeIDs:         idPattern + `(; ` + idPattern + `)*`,
	TypeDates:       datePattern + `(; ` + datePattern + `)*`,
	TypeSources:     `source:[a-z0-9-]+#.+`,
}

// ResourceOf describes the table with the given columns of it (in their
// order). has says of which kinds of nodes the folder has a file.
func ResourceOf(t Table, columns []string, has func(kg.NodeKind) bool) Resource {
	r := newResource(t.Name, t.Path, t.Doc)
	for _, name := range columns {
		c, _ := t.Column(name)
		r.Schema.Fields = append(r.Schema.Fields, fieldOf(c))
		if c.Refers != "" && has(c.Refers) {
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, ForeignKey{
				Fields:    []string{c.Name},
				Reference: Reference{Resource: "nodes-" + c.Refers.Prefix(), Fields: []string{"id"}},
			})
		}
	}
	for _, k := range t.Key {
		if slices.Contains(columns, k) {
			r.Schema.PrimaryKey = append(r.Schema.PrimaryKey, k)
		}
	}
	return r
}

// ExtraOf describes a file that is no table of ours: texts, as far as we know.
func ExtraOf(name, path string, columns []string) Resource {
	r := newResource(name, path, "Accompanies the dataset; it is not part of the graph.")
	for _, c := range columns {
		r.Schema.Fields = append(r.Schema.Fields, Field{Name: c, Type: "string"})
	}
	return r
}

func newResource(name, path, doc string) Resource {
	return Resource{
		Name: name, Path: path, Description: doc,
		Profile: "tabular-data-resource", Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
	}
}

func fieldOf(c Column) Field {
	f := Field{Name: c.Name, Type: "string", Description: c.Doc, Example: c.Example}
	k := Constraints{Required: c.Required, Enum: c.Values}
	switch c.Type {
	case kg.TypeNumber:
		f.Type = "number"
	case kg.TypeInteger:
		f.Type = "integer"
		k.Minimum = new(float64)
	case kg.TypeURL:
		f.Format = "uri"
	}
	if c.Min < c.Max {
		k.Minimum, k.Maximum = &c.Min, &c.Max
	}
	k.Pattern = patterns[c.Type]
	if c.Interval {
		k.Pattern = intervalPattern
	}
	if k.Required || k.Enum != nil || k.Pattern != "" || k.Minimum != nil {
		f.Constraints = &k
	}
	return f
}
