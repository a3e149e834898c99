package model

import (
	"citygraph/internal/kg"
	"citygraph/internal/store"
)

// relationEdge is what the Relay edges of all relation fields are made of.
type relationEdge struct {
	edge
	far       node
	cursor    string
	direction store.Direction
	asOf      *kg.Day
}

// Cursor is the field cursor.
func (r relationEdge) Cursor() string { return r.cursor }

// Direction is the field direction.
func (r relationEdge) Direction() string { return string(r.direction) }

// Says is the field says.
func (r relationEdge) Says() string {
	spec, _ := r.e.Kind.Spec()
	if r.direction == store.In {
		return spec.SaysBack
	}
	return spec.Says
}

// HoldsOn is the field holdsOn; "" is null.
func (r relationEdge) HoldsOn() string {
	if r.asOf == nil {
		return ""
	}
	return string(r.e.HoldsOn(*r.asOf))
}
