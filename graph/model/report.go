package model

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"citygraph/internal/kg"
	"citygraph/internal/loader"
)

// report is the text of an error report. It names no address to send it to: that
// is known to whoever publishes a dataset, not to the dataset.
type report struct {
	id       kg.ID
	says     string // what is recorded, in one line
	facts    []string
	basis    kg.Basis
	sources  []kg.Citation
	revision kg.Dataset
}

func (r report) text(cited loader.Found) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "Error in the record %s\n\n", r.id)
	fmt.Fprintf(&b, "What is recorded:\n  %s\n", r.says)
	for _, f := range r.facts {
		fmt.Fprintf(&b, "  %s\n", f)
	}
	if r.basis != "" {
		fmt.Fprintf(&b, "  basis: %s\n", r.basis)
	}
	if len(r.sources) > 0 {
		b.WriteString("\nSources:\n")
	}
	for _, c := range r.sources {
		n, ok := cited.Node(c.Source)
		if !ok {
			return "", fmt.Errorf("model: source %s is cited and not in the dataset", c.Source)
		}
		fmt.Fprintf(&b, "  - %s\n", citationText(c, n))
	}
	fmt.Fprintf(&b, "\nDataset: %s, version %s\nRevision: %s\n", r.revision.Name, r.revision.Version, r.revision.Hash)
	b.WriteString("\nWhat is wrong with it:\n\n\nWhat is right, and where that can be read (page, line or heading):\n\n")
	return b.String(), nil
}

// citationText tells a place in a source as people cite it.
func citationText(c kg.Citation, source kg.Node) string {
	text := source.Name
	if p := source.Attrs["publisher"]; p != "" {
		text += " (" + p + ")"
	}
	text += ", " + c.Locator
	if c.Basis == kg.Implied {
		text += ", implied"
	}
	if u := source.Attrs["url"]; u != "" {
		text += ", " + u
	}
	return text + " [" + string(c.Source) + "]"
}

// ErrorReport is the field errorReport.
func (n node) ErrorReport(ctx context.Context) (string, error) {
	cited, err := n.level.Sources(ctx)
	if err != nil {
		return "", err
	}
	spec, _ := n.n.Kind.Spec()
	r := report{
		id: n.n.ID, says: n.n.Name + " (" + spec.Name + ")", basis: n.n.Basis, sources: n.n.Sources,
		facts: attrFacts(spec.Attrs, n.n.Attrs), revision: request(ctx).About.Dataset,
	}
	return r.text(cited)
}

// ErrorReport is the field errorReport.
func (e edge) ErrorReport(ctx context.Context) (string, error) {
	found, err := e.level.Told(ctx)
	if err != nil {
		return "", err
	}
	from, ok1 := found.Node(e.e.From)
	to, ok2 := found.Node(e.e.To)
	if !ok1 || !ok2 {
		return "", fmt.Errorf("model: an end of %s is no node of the dataset", e.e.ID)
	}
	spec, _ := e.e.Kind.Spec()
	r := report{
		id: e.e.ID, says: from.Name + " " + spec.Says + " " + to.Name, basis: e.e.Basis, sources: e.e.Sources,
		facts: append(e.times(), attrFacts(spec.AllAttrs(), e.e.Attrs)...), revision: request(ctx).About.Dataset,
	}
	return r.text(found)
}

// times tells when the edge was done or held, and which episode it is.
func (e edge) times() (facts []string) {
	add := func(name, value string) {
		if value != "" {
			facts = append(facts, name+": "+value)
		}
	}
	add("since", e.e.Since.String())
	add("until", e.e.Until.String())
	add("seen", strings.Join(mapped(e.e.Seen, kg.Date.String), "; "))
	if e.e.Stint > 1 {
		add("stint", strconv.Itoa(e.e.Stint))
	}
	return facts
}

// attrFacts tells attributes as they stand in the dataset's files.
func attrFacts(all []kg.Attr, attrs kg.Attrs) (facts []string) {
	for _, a := range all {
		if v := attrs[a.Name]; v != "" {
			facts = append(facts, a.Name+": "+strings.Join(strings.Fields(v), " "))
		}
	}
	return facts
}
